"""Sentences, the longest of them, and LIX, counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.readability import Readability, readability, sentences

SENTENCES = {
    "plain": ("One two. Three four five!", ["One two.", "Three four five!"]),
    "question in quotes": ('"Do I ask you?" she said. "You do."', ['"Do I ask you?" she said.', '"You do."']),
    "quote closes": ("He said: “Go.” She went.", ["He said: “Go.”", "She went."]),
    "emphasis": ("*So it is.* **Not so.** End", ["*So it is.*", "**Not so.**", "End"]),
    "lines are one paragraph": ("A sentence\nover two lines. Next", ["A sentence over two lines.", "Next"]),
    "a blank line ends one": ("No full stop\n\nhere either", ["No full stop", "here either"]),
    "entries of a list": ("- first thing\n- second\n  goes on\n1. third", ["first thing", "second goes on", "third"]),
    "headings and tables are none": ("## A heading\n\nText.\n\n| a | b |\n|---|---|\n", ["Text."]),
    "a figure is no end": ("It cost £1.5 million in 2.5 years.", ["It cost £1.5 million in 2.5 years."]),
    "a link is its words": ("See [the map](map.md) now. Go.", ["See [the map] now.", "Go."]),
    "tags are no words": (
        '{% activity "Long title", id="x" %}\nDo it {{ cite("a-1", "p. 3") }}. Then stop.\n{% endactivity %}',
        ["Do it .", "Then stop."],
    ),
    "code and comments are none": ("Keep `a. B` this. {## Not. This. ##}\n\n```\nNo. Code.\n```\n", ["Keep this."]),
    "an ellipsis": ("Well… She waits. And… so on.", ["Well…", "She waits.", "And… so on."]),
    "dashes alone are no words": ("One – two. –", ["One two."]),
    "nothing": ("", []),
}  # fmt: skip


def bare(word: str) -> str:
    """Without the marks that close a sentence, which belong to none."""
    return word.strip('*"”“.!?…')


@pytest.mark.parametrize("name", SENTENCES)
def test_sentences(name: str) -> None:
    text, expected = SENTENCES[name]
    words = [[word for word in one.split() if any(map(str.isalnum, word))] for one in expected]
    assert [[bare(word) for word in one] for one in sentences(text)] == [[bare(word) for word in one] for one in words]


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    # 10 words, 2 sentences; "longest" and "sentence" have more than six letters: 5 + 20.
    assert readability("This is the longest sentence here. So it ends now.") == Readability(2, 6, 25)


def test_six_letters_are_not_long_and_marks_are_no_letters() -> None:
    assert readability("People’s ‘people’ 1234567 a-b-c-d-e-f.").lix == 4 + 25  # "People’s" has seven letters


def test_nothing_is_as_easy_as_can_be() -> None:
    assert readability("## Only a heading\n") == Readability(0, 0, 0)


@settings(max_examples=80, derandomize=True, database=None, deadline=None)
@given(st.text(alphabet="aB. \n#*`{}%<>-\"'|[]()!?…é7", max_size=300))
def test_any_text_is_counted(text: str) -> None:
    found = readability(text)
    assert 0 <= found.longest <= len(text) and 0 <= found.lix <= 100 + len(text)
    assert found.sentences == len(sentences(text)) and all(sentences(text))


@pytest.mark.parametrize("part", ["](", '. "', '"*(', "{{", ". * ", "- ", "`", "a.* ", ". ", "# ", "<a ", "\n\n"])
def test_the_cost_grows_with_the_text(part: str) -> None:
    assert readability(part * 60_000).sentences <= 60_000  # quadratic, it would not come to this
