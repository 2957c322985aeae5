"""Every rule of `course check` by code; one file for each family."""

from __future__ import annotations

from build_tools.rules import access, addresses, alignment, form, links, questions, reading, structure
from build_tools.rules.rule import Level, Rule

FAMILIES = (reading, structure, alignment, questions, form, access, links, addresses)

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}

__all__ = ["RULES", "Level", "Rule"]
