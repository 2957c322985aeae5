"""The L family: whatever is referred to is there, and whatever is kept for reference is used."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "A reader who follows a reference must arrive."

RULES = (
    Rule("L101", "error", "Every reference resolves.", _WHY, "check the id"),
    Rule(
        "L102",
        "warning",
        "Every source and term is used.",
        "A list of unread books is decoration.",
        "cite it where it supports the text, or delete it",
    ),
    Rule("L103", "error", "A DOI has the form of one.", _WHY, "copy it from the article's page"),
    Rule("L104", "error", "No two sources have the same DOI.", "They are one source.", "delete one"),
    Rule(
        "L105",
        "error",
        "A source has a DOI, an address with the day it was seen, or a reason for neither.",
        _WHY,
        "add doi:, or url: and accessed:, or no_link:",
    ),
    Rule("L106", "error", "Addresses start with https.", "Anything else can be changed on its way.", "use https"),
    Rule(
        "L107",
        "error",
        "A second-hand source says who reports it.",
        "Whoever has not read a source must say whose word they take.",
        "add reported_by:",
    ),
    Rule("L108", "error", "No module requires itself.", "Nobody could ever start.", "delete it from prerequisites"),
)
