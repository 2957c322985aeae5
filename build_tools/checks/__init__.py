"""Every check of a loaded and rendered course. Each is a function that gives problems; none writes or prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from build_tools.checks.acronyms import acronyms
from build_tools.checks.ageing import ageing
from build_tools.checks.align import aligned
from build_tools.checks.authored import authored
from build_tools.checks.ease import ease
from build_tools.checks.facts import dated, facts
from build_tools.checks.lessons import lessons
from build_tools.checks.lock import recorded
from build_tools.checks.pictures import pictures
from build_tools.checks.place import place
from build_tools.checks.placeholders import placeholders
from build_tools.checks.question import questions
from build_tools.checks.references import references
from build_tools.checks.reliance import reliance
from build_tools.checks.safety import safety
from build_tools.checks.session import session
from build_tools.checks.site import site
from build_tools.checks.standard import standard
from build_tools.checks.threads import threads
from build_tools.checks.twins import twins
from build_tools.course import Course
from build_tools.limits import Task, run_limited
from build_tools.problems import Problem, capped
from build_tools.texts import Rendered

A_COURSE = 20
"""Modules whose checks stay within the usual limits by far."""

Check = Callable[[Course, Rendered, frozenset[str]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    acronyms, ageing, aligned, authored, ease, facts, lessons, pictures, place, placeholders, questions, recorded,
    references, reliance, safety, session, site, standard, threads, twins,
)  # fmt: skip


def check(course: Course, rendered: Rendered, broken: Iterable[str], today: date | None = None) -> list[Problem]:
    """Every problem of every check. Nothing is said of what refers into a file that could not be read (`broken`),
    and nothing that hangs on the day without one.

    Checks read strangers' text as well, so they run within limits, which grow with the course.
    """
    setting = (course, rendered, frozenset(broken))
    times = 1 + len(course.modules) // A_COURSE
    task = Task(_work, setting, CHECKS, _stopped, texts=len(rendered.pieces), times=times)
    found = [problem for found in run_limited(task) for problem in found]
    return found + (list(dated(course, today)) if today else [])


def _work(setting: tuple[Course, Rendered, frozenset[str]]) -> Callable[[Check], list[Problem]]:
    return lambda one: list(capped(one(*setting)))


def _stopped(one: Check) -> list[Problem]:
    sentence = f'the check "{one.__name__}" was stopped: it took too long or too much memory'
    hint = "look for a very long line, or very many marks, in what was changed last"
    return [Problem("modules/course.yml", 1, 1, "R209", sentence, hint)]
