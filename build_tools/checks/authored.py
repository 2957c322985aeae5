"""Everything that authors write, text by text: its form, its access, its HTML, its links, and what rendering leaves.

Puts the checks of one text together and knows no rule itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.addresses import Addresses
from build_tools.checks.access import access
from build_tools.checks.figures import figures
from build_tools.checks.form import form
from build_tools.checks.leftover import left_over, made, unfilled
from build_tools.checks.markup import markup
from build_tools.checks.targets import Targets
from build_tools.course import Course
from build_tools.problems import Problem
from build_tools.scripts import scripts
from build_tools.texts import Rendered

MOST = 50
"""Problems of one rule in one file; one broken mark can break every line, and nobody reads a thousand."""


def authored(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every text, every value and every drawing."""
    yield from _capped(_all(course, rendered, broken))


def _all(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    targets = Targets(Addresses(course, rendered), course.site_url, broken)
    for script in scripts(course, rendered):
        yield from form(script)
        yield from access(script)
        yield from markup(script)
        yield from targets.problems(script)
        yield from unfilled(script)
        piece = rendered.pieces.get(script.page) if script.kind in ("module", "page") else None
        if piece and script.path not in broken:
            yield from left_over(script.path, script.prose.text, piece.markdown)
            yield from made(script.path, script.prose, piece.markdown)
    for module in course.modules.values():
        piece = rendered.pieces.get(f"modules/{module.id}/questions.md")
        if piece and module.questions_path not in broken:
            yield from made(module.questions_path, None, piece.markdown)
    yield from figures(course, broken)


def _capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """At most `MOST` of each rule in each file, and one that counts the rest."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        key = problem.path, problem.rule
        counts[key] += 1
        if counts[key] <= MOST:
            yield problem
        else:
            first.setdefault(key, problem)
    for key, problem in first.items():
        more = f"{counts[key] - MOST:,}"
        yield replace(problem, sentence=f"{problem.sentence}; and {more} like it from here on", hint="")
