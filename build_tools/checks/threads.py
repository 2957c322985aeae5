"""S family: the story and the self-assessment keep step with the course file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.course import Course
from build_tools.located import Located
from build_tools.problems import Problem, nearest
from build_tools.rules.parts import STATEMENTS
from build_tools.texts import Rendered


def threads(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Each thread names every module and lab, and nothing else; each practice has its statements."""
    if course.story:
        wanted = course.plan.route()
        yield from _names(course.story, "so_far", course.story.so_far, wanted)
        for person in course.story.people:
            yield from _names(person, "thread", person.thread, wanted)
    if course.assessment:
        yield from _assessment(course)


def _names(holder: Located, key: str, found: object, wanted: list[str]) -> Iterator[Problem]:
    assert isinstance(found, dict)
    for name in found:
        if name not in wanted:
            yield Problem.at(holder.where(key, name), "S301", f'"{name}" is no module or lab', nearest(name, wanted))
    missing = [name for name in wanted if name not in found]
    if missing:
        yield Problem.at(holder.where(key), "S301", f"{key} has nothing for {', '.join(missing)}")


def _assessment(course: Course) -> Iterator[Problem]:
    made = course.assessment
    assert made
    practices = [one.id for one in course.plan.practices]
    modules = [entry.id for entry in course.plan.entries()]
    for statement in made.statements:
        if statement.practice not in practices:
            hint = nearest(statement.practice, practices)
            yield Problem.at(statement.where("practice"), "S302", f'there is no practice "{statement.practice}"', hint)
    counts = Counter(one.practice for one in made.statements)
    for practice in practices:
        if counts[practice] != STATEMENTS:
            sentence = f'"{practice}" has {counts[practice]} of the {STATEMENTS} statements'
            yield Problem.at(made.where("statements"), "S302", sentence)
        if practice not in made.grows:
            yield Problem.at(made.where("grows"), "S302", f'grows has no modules for "{practice}"')
    for practice, grown in made.grows.items():
        for name in (name for name in grown if name not in modules):
            where = made.where("grows", practice)
            yield Problem.at(where, "S302", f'there is no module "{name}"', nearest(name, modules))
