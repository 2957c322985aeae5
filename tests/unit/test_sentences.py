"""Where a sentence begins and ends, in every shape that authored Markdown has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.sentences import lix, sentences

CASES: dict[str, tuple[str, list[tuple[int, int, str]]]] = {
    "two": ("One came. Two went.", [(1, 1, "One came"), (1, 11, "Two went")]),
    "over lines": ("One\ncame. Two\nwent.", [(1, 1, "One came"), (2, 7, "Two went")]),
    "paragraphs": ("One\n\nTwo", [(1, 1, "One"), (3, 1, "Two")]),
    "question and cry": ("Who? Me! Yes", [(1, 1, "Who"), (1, 6, "Me"), (1, 10, "Yes")]),
    "for example": (
        "Tell some, e.g. the crew, i.e. them. Then go.",
        [(1, 1, "Tell some e.g the crew i.e them"), (1, 38, "Then go")],
    ),
    "etc": ("Pens, paper, etc. They came.", [(1, 1, "Pens paper etc"), (1, 19, "They came")]),
    "titles": ("Dr. Adair met Mrs. Doyle of St. Ives.", [(1, 1, "Dr Adair met Mrs Doyle of St Ives")]),
    "initials": ("J. K. Grint wrote. So did A. Head.", [(1, 1, "J K Grint wrote"), (1, 20, "So did A Head")]),
    "a letter": ("We chose plan B. Then it rained.", [(1, 1, "We chose plan B"), (1, 18, "Then it rained")]),
    "i": ("So am I. You too.", [(1, 1, "So am I"), (1, 10, "You too")]),
    "numbered": ("See No. 4 on p. 12. No. Never.", [(1, 1, "See No 4 on p 12"), (1, 21, "No"), (1, 25, "Never")]),
    "money": (
        "It cost £1.5 million. It rose by 6.4 per cent.",
        [(1, 1, "It cost 1.5 million"), (1, 23, "It rose by 6.4 per cent")],
    ),
    "year at the end": ("It began in 2005. 2006 was worse.", [(1, 1, "It began in 2005"), (1, 19, "2006 was worse")]),
    "small letters go on": ("“Why?” he asked. It was late.", [(1, 2, "Why he asked"), (1, 18, "It was late")]),
    "quoted": ('"Ring me." "I did."', [(1, 2, "Ring me"), (1, 13, "I did")]),
    "quoted answer": (
        "He said “no.” She left (at once). Done.",
        [(1, 1, "He said no"), (1, 15, "She left at once"), (1, 35, "Done")],
    ),
    "dots": (
        "Only together can we… find it. Well… Yes.",
        [(1, 1, "Only together can we find it"), (1, 32, "Well"), (1, 38, "Yes")],
    ),
    "three dots": ("Well... Yes... and no.", [(1, 1, "Well"), (1, 9, "Yes and no")]),
    "list": (
        "- One. Two.\n- Three\n  goes on\n1. Four",
        [(1, 3, "One"), (1, 8, "Two"), (2, 3, "Three goes on"), (4, 4, "Four")],
    ),
    "a term and its meaning": ("Scene\n:   A short piece.", [(1, 1, "Scene"), (2, 5, "A short piece")]),
    "table": (
        "| A | Two words |\n|---|---|\n| 1. x | So. It is |",
        [(1, 3, "A"), (1, 7, "Two words"), (3, 3, "1 x"), (3, 10, "So"), (3, 14, "It is")],
    ),
    "heading": ("## A heading. Or two\n\nText.", [(3, 1, "Text")]),
    "underlined heading": ("A heading\n---\nText.", [(3, 1, "Text")]),
    "id": ("## Head {#head}\n- Boots {#boots}", [(2, 3, "Boots")]),
    "attributes": ("Text.\n{: .cg-intro }", [(1, 1, "Text")]),
    "quotation": ("> One.\n> Two\n> goes on.", [(1, 3, "One"), (2, 3, "Two goes on")]),
    "emphasis": ("**Go first.** *Then* _stop_. End", [(1, 3, "Go first"), (1, 16, "Then stop"), (1, 30, "End")]),
    "link": ("See [the list](sources.md#a.b). [Two][ref] [^1].", [(1, 1, "See the list"), (1, 34, "Two")]),
    "link with brackets": ("See [it](https://a.b/c_(d).e). Next.", [(1, 1, "See it"), (1, 32, "Next")]),
    "picture": ("![An arch. Or two.](arch.svg) Text.", [(1, 31, "Text")]),
    "definition": ("[ref]: https://example.org/a.b\nText.", [(2, 1, "Text")]),
    "reference": ('They said so {{ cite("a-2004", "p. 12") }}. Next.', [(1, 1, "They said so"), (1, 45, "Next")]),
    "reference alone": ("It is run by\n{{ place.host }}\nfor you.", [(1, 1, "It is run by for you")]),
    "tag": ('Before\n{% case "Dr. Who", id="x" %}\nAfter.\n{% endcase %}', [(1, 1, "Before"), (3, 1, "After")]),
    "question tag": ('Before\n{{ question("x") }}\nAfter', [(1, 1, "Before"), (3, 1, "After")]),
    "tag with text": (
        '{% plan "x" %}If so, then I will. Good.{% endplan %}',
        [(1, 15, "If so then I will"), (1, 35, "Good")],
    ),
    "remarks": ("One {## no. Not. ##} two. <!-- Not. --> Three.", [(1, 1, "One two"), (1, 41, "Three")]),
    "code": ("Type `a. B. c` now. Go.", [(1, 1, "Type now"), (1, 21, "Go")]),
    "fence": ("One.\n```\nNot. This.\n```\nTwo.", [(1, 1, "One"), (5, 1, "Two")]),
    "hard break": ("One  \nTwo\\\nThree", [(1, 1, "One"), (2, 1, "Two"), (3, 1, "Three")]),
    "dashes": ("Ten – at most – came. 1–2 others left.", [(1, 1, "Ten at most came"), (1, 23, "1–2 others left")]),
    "apostrophes": ("It’s the landlord's well-kept door.", [(1, 1, "It’s the landlord's well-kept door")]),
    "nothing": ("***\n\n– … –\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_sentences_have_words_and_places(name: str) -> None:
    text, expected = CASES[name]
    found = [(one.line, one.column, " ".join(one.words)) for one in sentences(text)]
    assert found == [(line, column, words) for line, column, words in expected]


def test_offsets_cut_the_sentence_out_of_its_text() -> None:
    text = "# T\n\nHe came {{ cite('x') }}. She went."
    assert [text[one.start : one.end] for one in sentences(text)] == ["He came {{ cite('x') }}.", "She went."]


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    assert lix(sentences("One two three four. Five partnership.")) == 3 + 100 / 6
    assert lix([]) == 0


PIECES = [
    ". ", "? ", "…", '"', "“", "”", "A", "word ", "e.g. ", "\n", "\n\n", "- ", "| ", "> ", "# ", "[a](b)", "{{ x }}",
    "`", "*", "_", "---\n", "1. ", "![", "](", "{#", "  \n",
]  # fmt: skip


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_places_point_at_the_first_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    before = -1
    for one in sentences(text):
        assert lines[one.line - 1][one.column - 1 :].startswith(one.words[0])
        assert before < one.start < one.end
        before = one.start


STONES = [
    "a. ", "(", "[", "](", "![", "*", "_", "| ", "{#", "e.g. ", '"', "- ", "…", "a.b.", "> ", " ", "{", "-", "=", "\t",
    '."', ".", "a\u00a0",
]  # fmt: skip
"""What regular expressions stumble over."""


@pytest.mark.parametrize("piece", STONES)
def test_a_million_characters_take_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    sentences(text)
    sentences(f"a{text}b\n# {text}x")
