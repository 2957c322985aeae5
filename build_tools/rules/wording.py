"""The T2 family: the text can be read by somebody who is tired, and it is finished."""

from __future__ import annotations

from build_tools.rules.rule import Rule

SENTENCE, LONGEST, SHARE = 25, 40, 10
"""Words of most sentences at most, words of any sentence at most, and how many per cent may be longer than most."""

LIX = 50
"""Björnsson’s readability at which a text is as hard as official prose."""

WELL_KNOWN = (
    "A&E", "AD", "AI", "AM", "BBC", "BC", "CCTV", "CD", "COVID", "DIY", "DNA", "DVD", "EU", "FAQ", "GCSE", "GP", "HIV",
    "HM", "ID", "ISBN", "IT", "ITV", "MP", "MS", "NHS", "OK", "PC", "PDF", "PIN", "PM", "Q&A", "RAF", "TV", "UK", "UN",
    "US", "USA", "VAT", "WC",
)  # fmt: skip
"""Acronyms that every reader in the UK knows."""

_WORDS = "Readers lose the thread of long sentences; GOV.UK has set its limit at 25 words since 2014."
_HOLE = "A hole in the text that was meant to be filled reads as if nobody had cared."

RULES = (
    Rule(
        "T201",
        "warning",
        f"Nine sentences in ten have {SENTENCE} words or fewer.",
        _WORDS,
        "cut the longest in two",
        bad="The board, which had been set up in the spring by three bodies that did not then know\none another, met "
        "each month in a room that none of them liked.",
        good="Three bodies set the board up in the spring. They did not know one another. It met each month in a\n"
        "room that none of them liked.",
    ),
    Rule(
        "T202",
        "warning",
        f"No sentence has more than {LONGEST} words.",
        _WORDS,
        "cut it in two",
        bad="We checked that every claim has a source, that every figure has a date,\nthat … and that it can be read.",
        good="We checked that every claim has a source. We checked that every figure has a date.",
    ),
    Rule(
        "T203",
        "warning",
        f"A lesson is easier to read than official prose (LIX below {LIX}).",
        "LIX is the number of words in a sentence plus the per cent of words of more than six letters (Björnsson "
        "1968). People read this after work.",
        "use shorter words and shorter sentences",
        bad="Interorganisational collaboration necessitates proportionate governance arrangements.",
        good="Work across bodies needs rules that fit its size.",
    ),
    Rule(
        "T204",
        "warning",
        "An acronym is written out where a module first uses it.",
        "Whoever does not know it cannot look it up under its letters (WCAG 2.2, 3.1.4). Known to every reader: "
        + ", ".join(WELL_KNOWN)
        + ".",
        "write “National Audit Office (NAO)” at first use, or put it into the glossary under `term` or `also`",
        bad="The NAO looked at it.",
        good="The National Audit Office (NAO) looked at it.",
    ),
    Rule(
        "T205",
        "error",
        "A module that is offered to learners has no unfilled places.",
        _HOLE,
        "write what belongs there; a module with `status: draft` may wait",
        bad="The fund spent TBC pounds. [insert quotation]",
        good="The fund spent £3 million.",
    ),
    Rule(
        "T206",
        "warning",
        "A draft has no unfilled places when it becomes a pilot.",
        _HOLE,
        "write what belongs there",
        bad="TODO: a case from Wales.",
        good="In Wales, five ways of working are law.",
    ),
)
