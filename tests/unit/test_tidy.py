"""What `--fix` does to the bytes of a file: nothing that a reader could see, and nothing at all the second time."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.compose import compose
from build_tools.diff import unified
from build_tools.front_matter import split_front_matter
from build_tools.markdown import to_html
from build_tools.source import decode
from build_tools.tidy import tidied, untidy

HEAD = "---\na: b\n---\n"

CASES = {
    "CRLF": ("x.yml", "a: b\r\nc: d\r\n", "a: b\nc: d\n"),
    "CR": ("x.yml", "a: b\rc: d\r", "a: b\nc: d\n"),
    "byte order marks": ("x.yml", "\ufeff\ufeffa: b\n", "a: b\n"),
    "no end": ("x.yml", "a: b", "a: b\n"),
    "many ends": ("x.yml", "a: b\n\n\n", "a: b\n"),
    "spaces": ("x.yml", "a: b \t\n# c \n", "a: b\n# c\n"),
    "a block of text in YAML": ("x.yml", "a: |  \n  b  \n\n  c \nd: e \n", "a: |\n  b  \n\n  c \nd: e\n"),
    "quoted lines in YAML": ("x.yml", "a: 'b  \n  c'  \n", "a: 'b  \n  c'\n"),
    "a block that keeps its ends": ("x.yml", "a: |+\n  b\n\n\n", "a: |+\n  b\n\n\n"),
    "a block that does not": ("x.yml", "a: |\n  b\n\n\n", "a: |\n  b\n"),
    "YAML that cannot be read": ("x.yml", "a: 'b  \n", "a: 'b  \n"),
    "front matter": ("x.md", "--- \na: b \n--- \nText \n", "---\na: b\n---\nText\n"),
    "a hard break": ("x.md", f"{HEAD}One  \ntwo  \n\nthree\n", f"{HEAD}One  \ntwo\n\nthree\n"),
    "a tab that is a hard break": ("x.md", f"{HEAD}On\t\ntwo\n", f"{HEAD}On\t\ntwo\n"),
    "one space": ("x.md", f"{HEAD}One \ntwo\n", f"{HEAD}One\ntwo\n"),
    "a fence": ("x.md", f"{HEAD}```  \ncode  \n```\nText \n", f"{HEAD}```  \ncode  \n```\nText\n"),
    "indented code": ("x.md", f"{HEAD}Text\n\n    code  \n", f"{HEAD}Text\n\n    code  \n"),
    "a line of spaces": ("x.md", f"{HEAD}One\n   \ntwo\n", f"{HEAD}One\n\ntwo\n"),
    "an empty entry of a list": ("x.md", f"{HEAD}- \n- b \n", f"{HEAD}- \n- b\n"),
    "inside a tag": ("x.md", f'{HEAD}{{% plan "a  \nb" %}}  \n', f'{HEAD}{{% plan "a  \nb" %}}\n'),
    "inside a comment": ("x.md", f"{HEAD}<!-- a  \nb -->  \n", f"{HEAD}<!-- a  \nb -->\n"),
    "no-break spaces": ("x.md", f"{HEAD}One\u00a0\n", f"{HEAD}One\u00a0\n"),
    "a drawing": ("x.svg", "<svg> \r\n</svg>", "<svg> \n</svg>\n"),
    "ids.lock": ("ids.lock", "1 abc a/b \r\n", "1 abc a/b\n"),
    "front matter without end": ("x.md", "---\na: b \n", "---\na: b \n"),
    "nothing": ("x.md", " \n", " \n"),
    "NUL": ("x.md", "a \0\n", "a \0\n"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_mended(name: str) -> None:
    path, before, after = CASES[name]
    assert tidied(before.encode(), path) == after.encode()


def test_other_encodings_are_left_alone() -> None:
    assert tidied(b"caf\xe9 \r\n", "x.md") == b"caf\xe9 \r\n"


PIECES = [
    "a",
    "word ",
    "  ",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "---\n",
    "- ",
    "> ",
    "# ",
    "1. ",
    "```\n",
    "`",
    "\\",
]
PIECES += ["<!-- ", " -->", "<b ", ">", "{% x ", "%}", "{{ ", "}}", ": ", "| a | b |\n|---|---|\n", "[a](b 'c')", "* "]
PIECES += [
    "a: b\n",
    "a: |\n  x",
    "c: >+\n  x\n\n",
    "d: 'x",
    "'",
    '"',
    "&",
    "\ufeff",
    "\u2028",
    "\u00a0",
    "é",
    "    ",
    "[^1]: ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def shape(value: object) -> object:
    """A value without what is loose at the end of a text."""
    if isinstance(value, str):
        return value.rstrip("\n")
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return tuple(map(shape, value)) if isinstance(value, tuple) else value


def collapsed(html: str) -> str:
    """As a browser shows it: white space is one space, and none stands at the edges of an element."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(html.split()))


@settings(max_examples=400, database=None, derandomize=True, deadline=None)
@given(
    TEXTS | st.text(st.characters(codec="utf-8"), max_size=40), st.sampled_from(["x.md", "x.yml", "x.svg", "ids.lock"])
)
def test_nothing_is_lost_and_the_second_run_does_nothing(text: str, path: str) -> None:
    raw = text.encode()
    once = tidied(raw, path)
    assert tidied(once, path) == once
    before, after = decode(text.lstrip("\ufeff").encode(), path)[0], decode(once, path)[0]
    if before is None or after is None:
        assert once == raw
        return
    assert [line.rstrip(" \t") for line in before.rstrip().split("\n")] == [
        line.rstrip(" \t") for line in after.rstrip().split("\n")
    ]
    assert not untidy(after, path)
    if path == "x.yml":
        assert shape(compose(before, path)[0]) == shape(compose(after, path)[0])
    if path == "x.md":
        parts = [split_front_matter(one, path) for one in (before, after)]
        assert shape(compose(parts[0][0], path)[0]) == shape(compose(parts[1][0], path)[0])
        assert collapsed(to_html(f"T\n\n{parts[0][1]}")) == collapsed(to_html(f"T\n\n{parts[1][1]}"))


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(st.binary(max_size=60))
def test_random_bytes(raw: bytes) -> None:
    for path in ("x.md", "x.yml"):
        once = tidied(raw, path)
        assert tidied(once, path) == once


@settings(max_examples=40, database=None, derandomize=True, deadline=None)
@given(TEXTS)
def test_the_diff_is_what_patch_reads(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder: Path = tmp_path_factory.mktemp("patch")
    old, new = text.encode(), tidied(text.encode(), "x.md")
    (folder / "x.md").write_bytes(old)
    diff = unified("x.md", old, new)
    assert bool(diff) == (old != new)
    if diff:
        command = ["git", "apply", "--unsafe-paths", "--whitespace=nowarn", "-p1", "-"]
        subprocess.run(command, cwd=folder, input=diff, check=True, capture_output=True)
        assert (folder / "x.md").read_bytes() == new


def test_a_diff_shows_each_change_with_its_surroundings() -> None:
    old = b"".join(b"%d\n" % number for number in range(30)).replace(b"4\n", b"4 \n", 1).replace(b"20\n", b"20\t\n")
    new = old.replace(b" \n", b"\n").replace(b"\t\n", b"\n")
    assert unified("x", old, new).decode().split("\n")[:9] == [
        "--- a/x", "+++ b/x", "@@ -2,7 +2,7 @@", " 1", " 2", " 3", "-4 ", "+4", " 5",
    ]  # fmt: skip
    assert unified("x", old, new).count(b"@@ -") == 2
    assert unified('a\nb".md', b"", b"a\n").startswith(b'--- "a/a\\012b\\042.md"\n+++ "b/')
    assert unified("x", b"", b"a\n") == b"--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n"


def test_a_megabyte_takes_linear_time() -> None:
    for text in ("a \n" * 60_000, " " * 1_000_000 + "x\n", "a\r" * 60_000, "`a \n" * 60_000, "{{ \n" * 60_000):
        new = tidied(text.encode(), "x.md")
        assert unified("x.md", text.encode(), new) or new == text.encode()
