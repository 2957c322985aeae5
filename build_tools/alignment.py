"""Which outcome is taught, practised and checked where. The curriculum map and the checks both read it here."""

from __future__ import annotations

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
    practice = [block for block in blocks if block.kind in PRACTICE]
    rows = []
    for module in course.modules.values():
        for outcome in module.head.outcomes:
            taught = tuple(one for one in module.lessons if outcome.id in one.text.head.teaches)
            claims = (one for one in practice if one.module == module.id and outcome.id in one.data.get("outcomes", ()))
            checked = tuple(one for one in module.questions if outcome.id in one.outcomes)
            rows.append(Row(module, outcome, taught, tuple(claims), checked))
    return rows
