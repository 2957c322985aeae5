"""Both sides of the rules that read prose: what they find, and the good prose that they leave alone."""

from __future__ import annotations

import re

import pytest

from build_tools.checks.acronyms import unexplained
from build_tools.checks.ageing import ageing_words
from build_tools.checks.lessons import unfit_opening
from build_tools.checks.placeholders import HOLE
from build_tools.checks.safety import GRAVE

AGEING = {
    "The government recently announced five pilots.": ["recently"],
    "Councils are currently short of money.": ["currently"],
    "Nowadays most boards meet online.": ["Nowadays"],
    "It has grown in recent years.": ["in recent years"],
    "The new government has other plans.": ["The new government"],
    "Parliament changed the law last year.": ["last year"],
    'It fell by a third last year {{ cite("nao-2017") }}.': ["last year"],
    "Spending on it will reach £3 million next year.": ["next year"],
    "It is the ninth invitation this year.": [],
    "A councillor elected last year had to explain.": [],
    "She left next spring, or said so.": [],
    "Think of a board that you are currently on.": [],
    "What did your team learn last year in England?": [],
    '"We recently met," he says.': [],
    "He said that “the government currently pays.”": [],
    "> The government recently announced it.": [],
    "*We will report next year to Parliament.*": [],
    "Martin recently came back to the council.": [],
    "Wrenborough is currently under water.\nThe government heard of it last year.": [],
    "`currently` is a word.": [],
    "Presently they came, concurrently.": [],
}

PEOPLE = re.compile(r"\b(?:Martin|Wrenborough)\b")


@pytest.mark.parametrize("text", AGEING)
def test_words_that_age_in_reports_of_the_world(text: str) -> None:
    assert [text[begin:end] for begin, end in ageing_words(text, PEOPLE)] == AGEING[text]


ACRONYMS = {
    "The NAO said so.": ["NAO"],
    "The NAO’s report and two ICBs.": ["NAO", "ICB"],
    "The NAO, and again the NAO.": ["NAO"],
    "A VCSE-led board.": ["VCSE"],
    "The National Audit Office (NAO) said so, and the NAO meant it.": [],
    "NAO (National Audit Office) reports are short.": [],
    "The NAO, the National Audit Office, said so.": [],
    "voluntary, community and social enterprise (VCSE) bodies": [],
    "special educational needs and disabilities (SEND)": [],
    "research and development (R&D)": [],
    "The NHS, the BBC and an MP.": [],
    "Henry VIII, Part IV, XIX": [],
    "A folder marked PARTNERSHIP in felt pen.": [],
    "A poster that says ONE SYSTEM, and DO NOT ENTER.": [],
    "He shouted STOP and then NOT NOW.": [],
    "Plan B, at 5 PM, A to Z": [],
    "GOV.UK and HC 959": [],
    "McDonald and PhD and iOS": [],
}


@pytest.mark.parametrize("text", ACRONYMS)
def test_acronyms_that_nobody_has_explained(text: str) -> None:
    known = {"NHS", "BBC", "MP", "PM"}
    assert [text[start:end] for start, end in unexplained(text, known)] == ACRONYMS[text]


GRAVE_WORDS = {
    "A man set off a bomb and murdered 22 people.": "murdered",
    "Seventy-two people were killed.": "people were killed",
    "The blast killed 22 young people.": "killed 22 young people",
    "She died by suicide.": "died by",
    "A child was abused for years.": "abused",
    "The abuse was known.": "abuse",
    "Girls were raped.": "raped",
    "child sexual exploitation": "sexual exploit",
    "He took his own life.": "took his own life",
    "The plan was killed by the Treasury.": "",
    "That killed the idea, and the pilots with it.": "",
    "The officers killed the plan.": "",
    "It was an abuse of power.": "",
    "A service for substance abuse closed.": "",
    "Partners abused the process.": "",
    "A field of oilseed rape": "",
    "Life expectancy rose, and fewer patients died.": "",
    "The committee, with its skills, met.": "",
}


@pytest.mark.parametrize("text", GRAVE_WORDS)
def test_death_and_abuse_as_they_are_done_to_people(text: str) -> None:
    found = GRAVE.search(text)
    assert (found.group() if found else "") == GRAVE_WORDS[text]


OPENINGS = {
    "## Trust": "a heading",
    "- One": "a list",
    "1. One": "a list",
    "In this lesson you will learn to count.": "an announcement",
    "This lesson looks at trust.": "an announcement",
    "Welcome to the course.": "an announcement",
    "Collaboration is the process of working together.": "a definition",
    "The term “trust” is often defined as reliance.": "a definition",
    "**Systems leadership** is a style of leading.": "a definition",
    "The email arrives at eight minutes to five on a Thursday.": "",
    "106,000 fewer. 87,000 more.": "",
    "> **3 February.** Asked Dan who answers at night.": "",
    '"You can say anything in here," says the woman.': "",
    "How much public money is spent in your street?": "",
    "Here are two letters. Both are made up, and you have had both.": "",
    "She is a ward manager who counts keys.": "",
    "| Duty | Ward manager, Carder Hospital |": "",
    "Welcome to Wrenborough, says the sign.": "",
    "-5 degrees, and the boiler is off.": "",
}


@pytest.mark.parametrize("line", OPENINGS)
def test_how_a_lesson_may_not_begin(line: str) -> None:
    assert unfit_opening(line) == OPENINGS[line]


HOLES = {
    "TODO": "TODO",
    "It costs TBC pounds": "TBC",
    "FIXME: later": "FIXME",
    "XXX people": "XXX",
    "Lorem ipsum": "Lorem ipsum",
    "what???": "???",
    "??? note": "",
    "????": "????",
    "[insert name]": "[insert name]",
    "[Insert: name]": "[Insert: name]",
    "[insert](a.md)": "",
    "[inserted]": "",
    "a todo list": "",
    "What?!": "",
    "What??": "",
    "MMXXXI": "",
    "Mastodon": "",
}


@pytest.mark.parametrize("text", HOLES)
def test_what_is_still_to_be_filled_in(text: str) -> None:
    found = HOLE.search(text)
    assert (found.group() if found else "") == HOLES[text]
