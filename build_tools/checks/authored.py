"""Everything that authors write, text by text: its form, its access, its HTML, its links, and what rendering leaves.

Puts the checks of one text together and knows no rule itself.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from build_tools.addresses import Addresses
from build_tools.checks.access import access
from build_tools.checks.figures import drawn
from build_tools.checks.form import form
from build_tools.checks.leftover import left_over, made, unfilled
from build_tools.checks.markup import markup
from build_tools.checks.targets import Targets
from build_tools.course import Course
from build_tools.problems import Problem
from build_tools.prose import Prose
from build_tools.scripts import Script, scripts
from build_tools.texts import Rendered

ENOUGH = 1_000
"""Problems of one kind of check in one text, after which it stops looking."""

MOST = 50
"""Problems of one rule in one file; one broken mark can break every line, and nobody reads a thousand."""


def authored(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every text, every value and every drawing."""
    yield from _capped(_all(course, rendered, broken))


def _all(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    targets = Targets(Addresses(course, rendered), course.site_url, broken)
    pages: list[Script] = []
    asked: dict[str, list[Prose]] = {}
    for script in scripts(course, rendered):
        for check in (form, access, markup, targets.problems, unfilled):
            yield from islice(check(script), ENOUGH)
        if script.kind in ("module", "page"):
            pages.append(script)
        elif script.rendered:
            asked.setdefault(script.path, []).append(script.prose)
    yield from _rendered(course, rendered, broken, pages, asked)
    for figure in course.figures.values():
        if figure.path not in broken:
            yield from islice(drawn(figure), ENOUGH)


def _rendered(
    course: Course,
    rendered: Rendered,
    broken: frozenset[str],
    pages: Iterable[Script],
    asked: Mapping[str, Sequence[Prose]],
) -> Iterator[Problem]:
    """What the tags made of each text; `asked` holds the texts of questions by their file."""
    for script in pages:
        piece = rendered.pieces.get(script.page)
        if piece and script.path not in broken:
            questions = asked.get(f"{posixpath.dirname(script.path)}/questions.yml", ())
            yield from left_over(script.path, script.prose.text, piece.markdown)
            yield from made(script.path, [script.prose, *questions], piece.markdown)
    for module in course.modules.values():
        piece = rendered.pieces.get(f"modules/{module.id}/questions.md")
        if piece and module.questions_path not in broken:
            yield from made(module.questions_path, asked.get(module.questions_path, ()), piece.markdown)


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
    for problem in first.values():
        yield replace(problem, sentence=f"{problem.sentence}; and more like it from here on", hint="")
