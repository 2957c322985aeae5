"""S108 and S109: every storable id stands in `ids.lock` with the content that was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.components import COMPONENTS
from build_tools.course import Course
from build_tools.located import Where
from build_tools.lock import digest
from build_tools.problems import Problem
from build_tools.texts import Rendered


def storable(course: Course, rendered: Rendered) -> list[tuple[str, str, Where]]:
    """(key, digest, place) of everything that a learner's work can be kept under, in course order."""
    found = []
    for module in course.modules.values():
        for lesson in module.lessons:
            key = f"{module.id}/lesson/{lesson.id}"
            found.append((key, digest(lesson.text.head.title), Where(lesson.text.path, 1, 1)))
        for question in module.questions:
            key = f"{module.id}/question/{question.id}"
            found.append((key, digest(question.model_dump_json()), question.where("id")))
        for block in rendered.blocks:
            if block.module == module.id and COMPONENTS[block.kind].storable:
                body = "\n".join(line.rstrip() for line in block.body.strip().split("\n"))  # as `--fix` leaves it
                content = f"{sorted(block.data.items())}{body}"
                found.append((block.key, digest(content), block.where))
    return found


def recorded(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    if "modules/ids.lock" in broken:
        return
    for key, content, where in storable(course, rendered):
        before = course.lock.get(key)
        if before is None:
            yield Problem.at(where, "S108", f"{key} is not in ids.lock")
        elif before.digest != content:
            yield Problem.at(where, "S109", f"{key} has changed since it was recorded in ids.lock")
