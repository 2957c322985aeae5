"""S201 to S207: a module has the parts, the practice and the time that the standard asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from build_tools.course import Course, Lesson, Module
from build_tools.located import Where
from build_tools.problems import Problem
from build_tools.readability import WORDS_A_MINUTE, count_words
from build_tools.texts import Rendered


def standard(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every written module against the standard's counts."""
    yield from _unique(rendered)
    for module in course.modules.values():
        if unread(module, broken):
            continue
        yield from _body(module)
        yield from _practice(module, rendered)
        yield from _lessons(module, rendered)


def unread(module: Module, broken: frozenset[str]) -> bool:
    """Whether a file of the module could not be read whole, so that its counts would mislead."""
    return module.id in folders(broken)


@lru_cache(maxsize=2)
def folders(broken: frozenset[str]) -> frozenset[str]:
    """The folders of `modules/` that hold one of these paths."""
    return frozenset(parts[1] for path in broken if len(parts := path.split("/")) > 2)


def _unique(rendered: Rendered) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Where] = {}
    for block in rendered.blocks:
        if block.kind in ("question", "figure", "perspective"):
            continue
        first = seen.setdefault((block.module + "/" + block.kind, block.id), block.where)
        if first != block.where:
            hint = f"first in {first.path}, line {first.line}"
            yield Problem.at(block.where, "S104", f'the {block.kind} "{block.id}" stands twice', hint)


def _body(module: Module) -> Iterator[Problem]:
    for heading in ("Why this matters", "Looking back"):
        if not re.search(rf"^## {heading}$", module.text.body, re.MULTILINE):
            yield Problem(module.text.path, 1, 1, "S201", f'the heading "## {heading}" is missing')


def _practice(module: Module, rendered: Rendered) -> Iterator[Problem]:
    blocks = rendered.by_module.get(module.id, ())
    kinds = Counter(block.kind for block in blocks)
    groups = {block.data["group"] for block in blocks if block.kind == "activity"}
    where = Where(module.text.path, 1, 1)
    for missing, what in (
        ("alone" not in groups, "an activity for one person"),
        (not groups & {"pairs", "group"}, "an activity for a pair or group"),
        (not kinds["reflection"], "a reflection"),
        (not kinds["plan"], "an if-then plan"),
        (not kinds["case"], "a case"),
        (not kinds["field"] + kinds["grid"], "a worksheet with space to write"),
    ):
        if missing:
            yield Problem.at(where, "S203", f"the module has not {what}")
    for block in blocks:
        if block.kind == "case" and block.data["kind"] == "real":
            lacks = [name for name in ("sources", "strength", "caveat") if not block.data[name]]
            if lacks:
                yield Problem.at(block.where, "S204", f'the real case "{block.id}" has no {" and no ".join(lacks)}')


def _lessons(module: Module, rendered: Rendered) -> Iterator[Problem]:
    if not 3 <= len(module.lessons) <= 4:
        yield Problem(
            module.text.path, 1, 1, "S205", f"the module has {len(module.lessons)} lessons; 3 or 4 are asked for"
        )
    for lesson in module.lessons:
        words = count_words(lesson.text.body)
        if not 600 <= words <= 1100:
            yield Problem(lesson.text.path, 1, 1, "S206", f"the lesson has {words} words; 700 to 1,000 are asked for")
        stated, needed = lesson.text.head.minutes, round(words / WORDS_A_MINUTE + _activity_minutes(lesson, rendered))
        if abs(stated - needed) > max(1, 0.2 * stated):
            where = lesson.text.head.where("minutes")
            yield Problem.at(where, "S207", f"{stated} minutes are stated; reading and activities take about {needed}")


def _activity_minutes(lesson: Lesson, rendered: Rendered) -> int:
    return sum(b.data["minutes"] for b in rendered.by_owner.get(lesson.text.path, ()) if b.kind == "activity")
