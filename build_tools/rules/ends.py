"""The R family, loose ends: what no reader sees, and every comparison of two versions shows."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "Editors add and remove it without a word, so that lines look changed which nobody has touched."

RULES = (
    Rule(
        "R311",
        "note",
        "No line ends in spaces or tabs.",
        _WHY,
        "run `course check --fix`, which takes them away",
        bad="Measure one thing.   ",
        good="Measure one thing.",
    ),
    Rule(
        "R312",
        "note",
        "A file ends with one line end.",
        _WHY,
        "run `course check --fix`, which mends it",
        bad="Measure one thing.\n\n",
        good="Measure one thing.",
    ),
)
