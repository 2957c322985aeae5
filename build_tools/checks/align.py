"""A family: what the course promises is taught, practised and checked."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.alignment import PRACTICE, Row, alignment
from build_tools.authored import Outcome
from build_tools.checks.standard import unread
from build_tools.course import Course, Module
from build_tools.located import Where
from build_tools.problems import Problem, nearest
from build_tools.texts import Rendered
from build_tools.verbs import VAGUE, VERBS

_MADE = ("practise", "produce", "collaborate", "field", "grid", "plan")
"""Kinds of activity, and tags, in which a learner makes or does the thing itself."""


def aligned(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Outcomes are measurable, reached from all three sides, and named only where they exist."""
    for row in alignment(course, rendered.blocks):
        if unread(row.module, broken):
            continue
        where = row.outcome_where
        for rule, least, found, gap in (
            ("A101", 1, row.taught, "is not taught by any lesson"),
            ("A102", 2, row.checked, "is checked by fewer than two questions"),
            ("A103", 1, row.practised, "is not practised in any activity or worksheet"),
        ):
            if len(found) < least:
                yield Problem.at(where, rule, f'outcome "{row.outcome.id}" {gap}')
        yield from _level(row)
    for module in course.modules.values():
        yield from _verbs(module)
        yield from _known(module, rendered)


def _level(row: Row) -> Iterator[Problem]:
    """A107, where everything that serves a high outcome asks for no more than picking an answer or talking."""
    verb = _verb(row.outcome)
    if VERBS.get(verb) not in ("evaluate", "create") or not (row.checked and row.practised):
        return
    plain = all(one.kind == "single" and not one.scenario for one in row.checked)
    made = any(one.kind in _MADE or one.data.get("kind") in _MADE for one in row.practised)
    if plain and not made:
        sentence = f'nobody sees whether a learner can "{verb}": they only pick answers'
        yield Problem.at(row.outcome.where("text"), "A107", sentence)


def _verb(outcome: Outcome) -> str:
    return (outcome.text.split() or [""])[0].strip(",.").lower()


def _verbs(module: Module) -> Iterator[Problem]:
    for outcome in module.head.outcomes:
        verb = _verb(outcome)
        where = outcome.where("text")
        if verb in VAGUE or outcome.text.lower().startswith("be aware"):
            yield Problem.at(
                where, "A104", f'nobody can see whether a learner can "{verb}"', f"try: {VAGUE.get(verb, 'explain')}"
            )
        elif verb not in VERBS:
            yield Problem.at(where, "A104", f'"{verb}" is not one of the measurable verbs', nearest(verb, VERBS))
        if len(outcome.text.split()) > 25:
            yield Problem.at(where, "A105", f"the outcome has {len(outcome.text.split())} words")


def _known(module: Module, rendered: Rendered) -> Iterator[Problem]:
    known = [outcome.id for outcome in module.head.outcomes]
    named: list[tuple[str, Where]] = []
    for lesson in module.lessons:
        named += [(name, lesson.text.head.where("teaches", n)) for n, name in enumerate(lesson.text.head.teaches)]
    for question in module.questions:
        named += [(name, question.where("outcomes", n)) for n, name in enumerate(question.outcomes)]
    for block in rendered.by_module.get(module.id, ()):
        if block.kind in PRACTICE:
            named += [(name, block.where) for name in block.data.get("outcomes", ())]
    for name, where in named:
        if name not in known:
            yield Problem.at(where, "A106", f'there is no outcome "{name}" in this module', nearest(name, known))
