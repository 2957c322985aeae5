"""Every rule of `course check` by code; one file for each family."""

from __future__ import annotations

from build_tools.rules import (
    alignment,
    facts,
    links,
    module,
    place,
    questions,
    reading,
    safety,
    site,
    structure,
    wording,
)
from build_tools.rules.rule import Level, Rule

FAMILIES = (reading, structure, site, module, alignment, questions, wording, links, facts, place, safety)

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}

__all__ = ["RULES", "Level", "Rule"]
