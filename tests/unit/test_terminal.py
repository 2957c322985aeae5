"""The caret stands under its character, and nothing in an author's text reaches the terminal as a command."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.problems import Problem, as_text
from build_tools.terminal import LONGEST, shown, underlined

CARETS = {
    "plain": ("ab cd", 4, "    |    ^"),
    "after a tab": ("\tcd", 2, "    |  ^"),
    "after wide characters": ("日本語 cd", 5, "    |        ^"),
    "after an accent by itself": ("e\u0301 cd", 4, "    |   ^"),
    "after a picture": ("🙂 cd", 3, "    |    ^"),
    "after a picture of several": ("👩🏽\u200d⚕️ cd", 7, "    |    ^"),
    "past the end": ("ab", 3, "    |   ^"),
}


@pytest.mark.parametrize("name", CARETS)
def test_the_caret_stands_under_its_character(name: str) -> None:
    text, column, caret = CARETS[name]
    assert underlined([text], 1, column)[1] == caret


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "x" * 500 + "HERE" + "y" * 500_000
    line, caret = underlined([text], 1, 501)
    assert len(line) < 120 and line[caret.index("^") :].startswith("HERE")


def test_there_may_be_nothing_to_show() -> None:
    assert underlined(["", "  "], 1, 1) == underlined(["", "  "], 2, 1) == underlined(["a"], 9, 1) == []


def test_no_sentence_is_longer_than_a_screen_or_more_than_a_line() -> None:
    assert len(shown("x" * 10**6)) == LONGEST
    assert shown("a\nb\r\n  c") == "a b c"
    assert shown("a \x1b[31m \u202e b") == "a \ufffd[31m \ufffd b"


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(st.text(max_size=200), st.integers(1, 220))
def test_two_lines_without_control_characters(text: str, column: int) -> None:
    for line in (*underlined([text], 1, column), shown(text)):
        assert not [one for one in line if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")]
    assert len(underlined([text], 1, column)) in (0, 2)


def test_many_problems_in_a_long_file_take_linear_time() -> None:
    problems = [Problem("a.md", line, 1, "A101", "is not there") for line in range(1, 20_000)]
    assert as_text(problems, {"a.md": "some text\n" * 100_000}).count("^") == 19_999
