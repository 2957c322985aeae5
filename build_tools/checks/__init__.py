"""Every check of a loaded and rendered course. Each is a function that gives problems; none writes or prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_tools.checks.align import aligned
from build_tools.checks.lock import recorded
from build_tools.checks.question import questions
from build_tools.checks.references import references
from build_tools.checks.standard import standard
from build_tools.checks.threads import threads
from build_tools.course import Course
from build_tools.problems import Problem, capped
from build_tools.texts import Rendered

Check = Callable[[Course, Rendered, frozenset[str]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (aligned, recorded, questions, references, standard, threads)


def check(course: Course, rendered: Rendered, broken: Iterable[str]) -> list[Problem]:
    """Every problem of every check. Nothing is said of what refers into a file that could not be read (`broken`)."""
    unread = frozenset(broken)
    return [problem for one in CHECKS for problem in capped(one(course, rendered, unread))]
