"""S208, S209 and S214: a session plan has what a facilitator looks for, and its steps fill its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.authored import SessionHead
from build_tools.checks.standard import unread
from build_tools.course import Course, Text
from build_tools.mask import masked
from build_tools.problems import Problem, nearest
from build_tools.texts import Rendered

HEADINGS = (
    "Joining instructions", "Ground rules and confidentiality", "Running order", "Materials",
    "Risks, and what to do if somebody discloses harm", "Adaptations", "Access", "Without technology", "Debrief",
)  # fmt: skip

_ROW = re.compile(r"[ \t]*\|")
_MINUTES = re.compile(r"[ \t]*\|[ \t]*(\d{1,4})[ \t]*\|")


def session(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every written session plan."""
    for module in course.modules.values():
        if module.session and not unread(module, broken):
            yield from _plan(module.session)


def _plan(text: Text[SessionHead]) -> Iterator[Problem]:
    lines = masked(text.body, "remark", "comment", "fence").split("\n")
    found = {match[1].strip(): number for number, line in enumerate(lines, 1) if (match := re.match(r"## (.+)", line))}
    for heading in HEADINGS:
        if heading not in found:
            extra = nearest(heading, [name for name in found if name not in HEADINGS])
            hint = extra if extra.startswith("did") else ""
            yield Problem(text.path, 1, 1, "S208", f'the heading "## {heading}" is missing', hint)
    smallest, largest = text.head.group
    if smallest > largest:
        sentence = '"group": the smallest group comes first, then the largest'
        yield Problem.at(text.head.where("group"), "R107", sentence)
    if "Running order" in found:
        yield from _steps(text, lines, found["Running order"])


def _steps(text: Text[SessionHead], lines: list[str], heading: int) -> Iterator[Problem]:
    """The rows below the table's head, each with its minutes; then their sum."""
    end = next((n for n in range(heading, len(lines)) if lines[n].startswith("## ")), len(lines))
    below = next((n for n in range(heading, end) if "-" in lines[n] and not lines[n].strip("|:- \t")), end)
    rows = [(n + 1, lines[n]) for n in range(below + 1, end) if _ROW.match(lines[n])]
    if not rows:
        yield Problem(text.path, heading, 1, "S214", "the running order has no table of steps")
        return
    minutes = [(number, line, _MINUTES.match(line)) for number, line in rows]
    for number, line, match in minutes:
        if not match:
            said = line.strip().strip("|").split("|")[0].strip()
            sentence = f'"{said[:40]}" is not a whole number of minutes' if said else "this step has no minutes"
            column = line.find(said) + 1 if said else line.index("|") + 1
            yield Problem(text.path, number, column, "S214", sentence)
    if all(match for _, _, match in minutes):
        total = sum(int(match[1]) for _, _, match in minutes if match)
        if total != text.head.minutes:
            sentence = f"the steps add up to {total} minutes; the session has {text.head.minutes}"
            yield Problem.at(text.head.where("minutes"), "S209", sentence)
