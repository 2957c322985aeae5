"""The addresses that a text links to, where they stand, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.external.links import links

A, B = "https://a.example/", "https://b.example/"

CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "inline": (f"x\n\n [a]({A}) and [b]({B})", [(3, 6, A), (3, 34, B)]),
    "side by side": (f"[a]({A})[b]({B})", [(1, 5, A), (1, 28, B)]),
    "with a title": (f'[a]({A} "A title")', [(1, 5, A)]),
    "in angle brackets": (f"[a](<{A}x)y>) <{B}>", [(1, 6, f"{A}x)y"), (1, 31, B)]),
    "with brackets of its own": (f"([a]({A}x_(y)_z))", [(1, 6, f"{A}x_(y)_z")]),
    "an image": (f"![a]({A}a.png)", [(1, 6, f"{A}a.png")]),
    "by reference": (f"[a][1]\n\n[1]: {A}\n[2]: <{B}>", [(3, 6, A), (4, 7, B)]),
    "in HTML": (f"<a href='{A}'>x</a> <img src=\"{B}\">", [(1, 10, A), (1, 46, B)]),
    "with an apostrophe": (f"[a]({A}it's)", [(1, 5, f"{A}it's")]),
    "with an entity": (f"[a]({A}?x=1&amp;y=2)", [(1, 5, f"{A}?x=1&y=2")]),
    "capitals": ("[a](HTTPS://A.example/)", [(1, 5, "HTTPS://A.example/")]),
    "after a figure with emoji": (f"👩‍👩‍👧 ü [a]({A})", [(1, 13, A)]),
    "in YAML": (f'- stem: "See [a]({A})"', [(1, 18, A)]),
    "bare": (f"see {A}", []),
    "code": (f"`[a]({A})`\n\n```\n[a]({A})\n```\n", []),
    "comments": (f"<!-- [a]({A}) -->{{## [b]({B}) ##}}", []),
    "completed by a tag": (f"[a]({A}{{{{ place.id }}}}) [b]({B}{{{{place.id}}}})", []),
    "relative": ("[a](/x) [b](x.md#y) [c](mailto:a@b.example)", []),
    "unfinished": (f"[a]({A}", [(1, 5, A)]),
}


@pytest.mark.parametrize("name", CASES)
def test_links(name: str) -> None:
    text, expected = CASES[name]
    assert list(links(text)) == expected


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["[a](", "https://", "x", "(", ")", ">", "<", "\n", " ", "`", "]: ", '"', "{{", "}}"])))
def test_each_stands_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    found = list(links(text))
    assert found == sorted(found)
    assert all(lines[line - 1][column - 1 :].startswith(address) for line, column, address in found)


@pytest.mark.parametrize(
    ("piece", "each"),
    [
        ("](https://", False),
        ("](https://a", False),
        ("](https://(", False),
        ("](https://a)", True),
        ("<https://'", True),
    ],
)
def test_a_megabyte_takes_linear_time(piece: str, each: bool) -> None:
    count = 1_000_000 // len(piece)
    assert len(list(links(piece * count))) == (count if each else 1)
