"""The L family: whatever is referred to is there, and whatever is kept for reference is used."""

from __future__ import annotations

from build_tools.rules.facts import DAY
from build_tools.rules.rule import Rule

SOURCES = 6
"""Different sources that a module cites at least."""

_WHY = "A reader who follows a reference must arrive."
_RESTS = "Less would be one author's opinion with a footnote, and no reader could see where others disagree."
_CITE = 'write `{{ cite("…") }}` where a source supports or contradicts the text; cases and facts count too'

RULES = (
    Rule(
        "L101",
        "error",
        "Every reference resolves.",
        _WHY,
        "check the id",
        bad='It bends {{ cite("guage-1999") }}.',
        good='It bends {{ cite("gauge-1999") }}.',
    ),
    Rule(
        "L102",
        "warning",
        "Every source and term is used.",
        "A list of unread books is decoration.",
        "cite it where it supports the text, or delete it",
        bad="# in glossary.yml, and in no text\n- id: abutment\n  term: abutment",
        good='An {{ term("abutment") }} carries the load.',
    ),
    Rule(
        "L103",
        "error",
        "A DOI has the form of one.",
        _WHY,
        "copy it from the article's page",
        bad="doi: https://doi.org/10.1016/j.orgdyn.2004.01.006",
        good="doi: 10.1016/j.orgdyn.2004.01.006",
    ),
    Rule(
        "L104",
        "error",
        "No two sources have the same DOI.",
        "They are one source.",
        "delete one",
        bad="- id: gauge-1999\n  doi: 10.1000/182\n- id: gauge-bridges\n  doi: 10.1000/182",
        good="- id: gauge-1999\n  doi: 10.1000/182",
    ),
    Rule(
        "L105",
        "error",
        "A source has a DOI, an address with the day it was seen, or a reason for neither.",
        _WHY,
        "add `doi:`, or `url:` and `accessed:`, or `no_link:`",
        bad="- id: gauge-1999\n  title: Bridges that hold\n  url: https://bridges.example",
        good="- id: gauge-1999\n  title: Bridges that hold\n  url: https://bridges.example\n  accessed: 2026-11-23",
    ),
    Rule(
        "L106",
        "error",
        "Addresses start with https.",
        "Anything else can be read and changed on its way.",
        "use https",
        bad="url: http://bridges.example",
        good="url: https://bridges.example",
    ),
    Rule(
        "L107",
        "error",
        "A second-hand source says who reports it.",
        "Whoever has not read a source must say whose word they take.",
        "add `reported_by:`",
        bad="verified: secondhand",
        good="verified: secondhand\nreported_by: Gauge 1999",
    ),
    Rule(
        "L108",
        "error",
        "No module requires itself.",
        "Nobody could ever start.",
        "delete it from prerequisites",
        bad="id: bridges\nprerequisites: [rivers, bridges]",
        good="id: bridges\nprerequisites: [rivers]",
    ),
    Rule(
        "L109",
        "error",
        "No chain of prerequisites leads back to where it began.",
        "Nobody could ever start.",
        "take one of them out of prerequisites",
        bad="id: power-and-voice\nprerequisites: [across-sectors]   # which requires power-and-voice",
        good="id: power-and-voice\nprerequisites: []",
    ),
    Rule(
        "L110",
        "error",
        f"A module that is offered to learners cites {SOURCES} sources or more.",
        _RESTS,
        _CITE,
        bad='One study {{ cite("huxham-vangen-2004") }} carries the whole module.',
        good='Reviews {{ cite("alderwick-2021") }} and audits {{ cite("nao-2023") }} stand beside it.',
    ),
    Rule(
        "L111",
        "warning",
        f"A draft cites {SOURCES} sources or more before it becomes a pilot.",
        _RESTS,
        _CITE,
        bad='One study {{ cite("huxham-vangen-2004") }} carries the whole module.',
        good='Reviews {{ cite("alderwick-2021") }} and audits {{ cite("nao-2023") }} stand beside it.',
    ),
    Rule(
        "L112",
        "warning",
        "A source was written and seen before today.",
        "Nobody has read tomorrow's report, so the date is a slip.",
        "check the year",
        bad="year: 2062\naccessed: 2062-11-23",
        good="year: 2026\naccessed: 2026-11-23",
        sometimes=DAY,
    ),
)
