"""What somebody else says is blank; the author's own voice stays where it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.speech import narrated

CASES = {
    "straight": ('a "b" c', "a     c"),
    "curly": ("a “b” c", "a     c"),
    "nested": ("a “b ‘c’ d” e", "a           e"),
    "never closed, next paragraph": ('a "b\n\nc', "a   \n\nc"),
    "over lines": ('a "b\nc" d', "a   \n   d"),
    "block quote": ("a\n> b\nc", "a\n   \nc"),
    "italic": ("a *b c* d", "a       d"),
    "bold stays": ("a **b** c", "a **b** c"),
    "product stays": ("2 * 3 * 4", "2 * 3 * 4"),
    "underscores": ("a _b_ c_d_e", "a     c_d_e"),
    "apostrophes stay": ("it’s the cat's", "it’s the cat's"),
    "closing mark alone stays": ("a” b", "a” b"),
}


@pytest.mark.parametrize("name", CASES)
def test_reported_speech_is_blank(name: str) -> None:
    text, expected = CASES[name]
    assert narrated(text) == expected


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(st.text(alphabet='ab "“”*_>\n', max_size=60))
def test_nothing_moves(text: str) -> None:
    blank = narrated(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") and (old == "\n") == (new == "\n") for old, new in zip(text, blank, strict=True))


@pytest.mark.parametrize("piece", ['"', "“", "*", "_", "*a ", "> ", "\n\n"])
def test_a_million_characters_take_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert len(narrated(text)) == len(text)
