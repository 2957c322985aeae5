"""What belongs to a person is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from build_tools.personal import is_nhs, personal

FOUND = {
    "e-mail address": [
        "jo@town.gov.uk",
        "j.o-n+x@a.b.co.uk",
        "mailto:jo@town.uk",
        "<jo@town.uk>",
        "jo@sub.example.org.uk",
        "Jo@TOWN.UK.",
    ],
    "telephone number": [
        "0117 012 3456",
        "01170123456",
        "(0117) 012 3456",
        "0117-012-3456",
        "020 7012 3456",
        "07123 456789",
        "07123456789",
        "+44 117 012 3456",
        "+44 (0)117 012 3456",
        "0044 117 012 3456",
        "+447123456789",
        "01539 12345",
        "0800 012 3456",
        "0300 123 4567,",
    ],
    "NHS number": ["401 023 2137", "401-023-2137", "4010232137", "(401 023 2137)", "patient 401 023 2137."],
    "National Insurance number": ["AB123456C", "AB 12 34 56 C", "(JG 10 37 59 A)"],
}

FREE = [
    "name@example.org", "a@b.example", "a@localhost", "git@github.com:x/y.git", "actions/checkout@v4.1.1", "@town",
    "a@b", "https://host/jo@town.uk/x", "01632 960123", "020 7946 0123", "07700 900123", "0117 496 0123",
    "999", "101", "116 123", "0800 1111", "2026-11-23", "01-02-2026 10:30", "0730 0800 08:30", "0730 0800 0830",
    "1998 2004 2010", "10.1111/j.1467-8500.2009.00616.x", "https://doi.org/10.1080/14494035.2017.1361634",
    "doi:10.1234/4010232137", "ISBN 4010232137", "ISBN: 978-4-01-023213-7", "£4010232137", "4,010,232,137",
    "401 023 2138", "999 012 3459", "4010232137 5", "14010232137", "x4010232137",
    "6b1d3c0e-8f57-4a3e-9c1b-52d0a7e4f913",
    "SU 387 148", "NY 12345 67890", "0.0123456789", "#0117012345", "QQ123456C", "GB123456A", "AB123456E", "AB12345C",
    "TAB123456C", "ZZ123456A", "0012 345 678 9",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
@pytest.mark.parametrize("around", ["{}", "Ask {} now", '"{}"'])
def test_what_belongs_to_a_person_is_found(kind: str, text: str, around: str) -> None:
    assert [one.kind for one in personal(around.format(text))] == [kind]


@pytest.mark.parametrize("text", FREE)
def test_what_belongs_to_nobody_is_not(text: str) -> None:
    assert list(personal(f"Ask {text} now")) == []


def test_the_place_is_exact() -> None:
    (found,) = personal("Ask a@b or jo@town.uk.")
    assert "Ask a@b or jo@town.uk."[found.start : found.end] == "jo@town.uk"


def test_the_check_digit_and_the_range() -> None:
    assert is_nhs("4010232137") and not is_nhs("4010232138")
    assert is_nhs("0101901232") and not is_nhs("0101901233")  # Scotland's begin with a day of birth
    assert not is_nhs("9990123459") and not is_nhs("5000000000")


@pytest.mark.parametrize("piece", ["0", "0 1", "a", "a@", "a.", "+44 ", "10.1234/", "AB 12", "401 023 ", "ISBN ", "("])
def test_a_million_characters_take_linear_time(piece: str) -> None:
    assert len(list(personal("@ 012345678 " + piece * (1_000_000 // len(piece))))) < 3
