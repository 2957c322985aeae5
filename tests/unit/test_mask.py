"""What is not prose is blanked, and nothing moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.mask import masked, spans

CASES = {
    "plain": ("a b", "a b"),
    "reference": ('a {{ term("x") }} b', "a                 b"),
    "inline code": ("a `b < c` d", "a         d"),
    "double backticks": ("``a ` b`` c", "          c"),
    "html": ("<b>a</b>", "   a    "),
    "not html": ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    "fence": ("a\n```\n<b>\n```\nc\n", "a\n   \n   \n   \nc\n"),
    "longer fence": ("````\n```\n````\nc", "    \n   \n    \nc"),
    "open fence": ("a\n~~~\nb", "a\n   \n "),
    "fence in a comment": ("<!--\n```\n-->\na", "    \n   \n   \na"),
    "open comment": ("a <!-- b\nc", "a       \n "),
    "open reference is prose": ("a {{ b", "a {{ b"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_prose_is_blank(name: str) -> None:
    text, expected = CASES[name]
    assert masked(text) == expected


def test_only_the_kinds_asked_for() -> None:
    assert masked("<b>`a`</b>", "code") == "<b>   </b>"


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["{{", "}}", "{%", "%}", "`", "``", "<!--", "-->", "<b>", "~~~\n", "```", "\n", "a "])))
def test_nothing_moves_and_spans_are_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    blank = masked(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") and (old == "\n") == (new == "\n") for old, new in zip(text, blank, strict=True))
    found = spans(text)
    assert all(one.start < one.end for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_unclosed_marks_take_linear_time() -> None:
    for mark in ("{% ", "<!-- ", "` ``", "<b ", "{{ "):
        assert len(masked(mark * 50_000)) == len(mark) * 50_000
