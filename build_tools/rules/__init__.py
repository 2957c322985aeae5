"""Every rule of `course check` by code; one file for each family."""

from __future__ import annotations

from build_tools.rules import alignment, built, external, links, published, questions, reading, structure
from build_tools.rules.rule import Level, Rule

FAMILIES = (reading, structure, alignment, questions, links, external, built, published)

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}

__all__ = ["RULES", "Level", "Rule"]
