"""The L family: whatever is referred to is there, and whatever is kept for reference is used."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "A reader who follows a reference must arrive."

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
)
