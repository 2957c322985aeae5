"""Which outcome is taught, practised and checked where. The curriculum map and the checks both read it here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from build_tools.authored import Outcome
from build_tools.course import Block, Course, Lesson, Module
from build_tools.located import Where
from build_tools.questions import AnyQuestion

PRACTICE = ("activity", "field", "grid", "scale", "checklist", "plan", "reflection")
"""Blocks that can practise an outcome."""


@dataclass(frozen=True)
class Row:
    """One outcome and everything that serves it."""

    module: Module
    outcome: Outcome
    taught: tuple[Lesson, ...]
    practised: tuple[Block, ...]
    checked: tuple[AnyQuestion, ...]

    @property
    def outcome_where(self) -> Where:
        return self.outcome.where("id")


def alignment(course: Course, blocks: Iterable[Block]) -> list[Row]:
    """A row for each outcome of each written module, in course order."""
    practice: dict[tuple[str, str], list[Block]] = defaultdict(list)
    for block in blocks:
        for name in dict.fromkeys(block.data.get("outcomes", ())) if block.kind in PRACTICE else ():
            practice[block.module, name].append(block)
    rows = []
    for module in course.modules.values():
        for outcome in module.head.outcomes:
            taught = tuple(one for one in module.lessons if outcome.id in one.text.head.teaches)
            checked = tuple(one for one in module.questions if outcome.id in one.outcomes)
            rows.append(Row(module, outcome, taught, tuple(practice[module.id, outcome.id]), checked))
    return rows
