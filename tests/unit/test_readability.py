"""Words, the longest sentence, and LIX, counted by hand; where sentences begin is tested in test_sentences.py."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.readability import Readability, count_words, readability
from build_tools.sentences import sentences


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    # 10 words, 2 sentences; "longest" and "sentence" have more than six letters: 5 + 20.
    assert readability("This is the longest sentence here. So it ends now.") == Readability(2, 6, 25)


def test_six_letters_are_not_long_and_marks_are_no_letters() -> None:
    assert readability("People’s ‘people’ 1234567 a-b-c-d-e-f.").lix == 4 + 25  # "People’s" has seven letters


def test_nothing_is_as_easy_as_can_be() -> None:
    assert readability("## Only a heading\n") == Readability(0, 0, 0)


def test_words_are_counted_without_tags_and_addresses() -> None:
    text = '{% activity "No", id="x" %}\nTwo [words](a.md) {{ cite("a-1") }} <b>more</b>.\n{% endactivity %}'
    assert count_words(text) == 4  # the full stop after a reference stands alone
    assert count_words("Set it large.\n{: .cg-pull }\n") == 3


@settings(max_examples=80, derandomize=True, database=None, deadline=None)
@given(st.text(alphabet="aB. \n#*`{}%<>-\"'|[]()!?…é7", max_size=300))
def test_any_text_is_counted(text: str) -> None:
    found = readability(text)
    assert 0 <= found.longest <= len(text) and 0 <= found.lix <= 100 + len(text)
    assert found.sentences == len(sentences(text)) and all(one.words for one in sentences(text))


@pytest.mark.parametrize("part", ["](", '. "', '"*(', "{{", ". * ", "- ", "`", "a.* ", ". ", "# ", "<a ", "\n\n"])
def test_the_cost_grows_with_the_text(part: str) -> None:
    assert readability(part * 60_000).sentences <= 60_000  # quadratic, it would not come to this
