"""Every rule of `course check` by code; one file for each family."""

from __future__ import annotations

from build_tools.rules import (
    access,
    addresses,
    alignment,
    built,
    documents,
    ends,
    external,
    facts,
    form,
    ignores,
    links,
    module,
    parts,
    place,
    published,
    questions,
    reading,
    safety,
    site,
    structure,
    tags,
    wording,
)
from build_tools.rules.rule import Level, Rule

FAMILIES = (
    reading,
    tags,
    ignores,
    ends,
    structure,
    site,
    parts,
    module,
    alignment,
    questions,
    form,
    wording,
    access,
    links,
    addresses,
    external,
    facts,
    place,
    safety,
    documents,
    built,
    published,
)

LETTERS = {
    "R": ("Reading", "a file can be read, its data has the right shape, its tags can be rendered"),
    "S": ("Structure", "the course has the parts that the standard asks for"),
    "A": ("Alignment", "what the course promises is taught, practised and checked"),
    "Q": ("Questions", "every question can be answered, and its answer teaches"),
    "T": ("Text", "it reads well and says nothing by accident"),
    "X": ("Access", "everybody can use it"),
    "L": ("Links", "whatever is referred to is there, and whatever is kept for reference is used"),
    "F": ("Facts", "every figure has its date, its source and a day on which to look again"),
    "P": ("Place", "the host's names stand where they belong, and nobody else's"),
    "Y": ("Safety", "nobody is harmed by what stands there"),
    "D": ("Documents", "what is printed fits its paper"),
    "B": ("Built output", "the finished site is whole"),
}
"""What the first letter of a code stands for: a name, and what the family is about."""

RULES: dict[str, Rule] = {rule.code: rule for family in FAMILIES for rule in family.RULES}

__all__ = ["LETTERS", "RULES", "Level", "Rule"]
