"""Every rule of `course check` by code; one file for each family."""

from __future__ import annotations

from build_tools.rules import (
    alignment,
    built,
    external,
    facts,
    links,
    module,
    place,
    published,
    questions,
    reading,
    safety,
    site,
    structure,
    wording,
)
from build_tools.rules.rule import Level, Rule

FAMILIES = (
    reading, structure, site, module, alignment, questions, wording, links, external, facts, place, safety, built,
    published,
)  # fmt: skip

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}

__all__ = ["RULES", "Level", "Rule"]
