"""S210 to S213 and S215 to S217: how a module's texts begin, end and are filled, its time, its names, its standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.standard import unread
from build_tools.course import Block, Course, Lesson, Module
from build_tools.mask import masked
from build_tools.problems import Problem
from build_tools.rules.module import CLOSINGS, LONGEST, SHORTEST
from build_tools.sentences import WORD
from build_tools.texts import Rendered

LEAST = 6
"""Words of a reflection's question at least."""

_HEADING = re.compile(r"(#{1,6})[ \t]")
_MONDAY = re.compile(r"^[*_ ]{0,3}On Monday\b", re.MULTILINE)

_NO_OPENING = (
    (re.compile(r"#"), "a heading"),
    (re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]"), "a list"),
    (
        re.compile(
            r"(?:In this (?:lesson|module|section|unit)\b|By the end of this|Welcome to (?:the|this)\b"
            r"|This (?:lesson|module|section|unit) (?:is|will|covers|explains|introduces|looks|describes|explores))"
        ),
        "an announcement",
    ),
    (
        re.compile(
            r"(?:(?:The (?:term|word|concept) |A definition of )[\"“*_]{0,3}\w|[\"“*_]{0,3}[A-Z])"
            r"[\w’' -]{0,60}[\"”*_]{0,3} "
            r"(?:is|are|can be) (?:often |usually |commonly |best )?(?:defined as|understood as|described as"
            r"|the (?:process|practice|act|art|ability|capacity|term|name|study|state) (?:of|by|for|to|in)\b"
            r"|a (?:term|word|concept|process|type|kind|style|form) (?:of|for|in|that|which|used|to)\b)"
        ),
        "a definition",
    ),
)
"""How a lesson may not begin, and what to call it."""


def lessons(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Each module that could be read whole, then every page of the course."""
    reflections: dict[str, list[Block]] = {}
    for block in rendered.blocks:
        if block.kind == "reflection":
            reflections.setdefault(block.module, []).append(block)
    for module in course.modules.values():
        yield from _reflections(reflections.get(module.id, []))
        for lesson in module.lessons:
            yield from _opening(lesson)
            yield from _closing(lesson)
        for text in module.texts():
            yield from _empty(text.path, text.body)
        yield from _standing(module)
        if not unread(module, broken) and module.lessons and not SHORTEST <= module.minutes <= LONGEST:
            sentence = f"the lessons take {module.minutes} minutes in all; {SHORTEST} to {LONGEST} are asked for"
            yield Problem(module.text.path, 1, 1, "S213", sentence)
    for page in course.pages.values():
        yield from _empty(page.path, page.body)
    yield from _aliases(course)


def _reflections(blocks: list[Block]) -> Iterator[Problem]:
    for block in blocks:
        words = len(WORD.findall(block.body))
        if "?" not in block.body:
            yield Problem.at(block.where, "S212", f'the reflection "{block.id}" asks no question')
        elif words < LEAST:
            sentence = f'the question of the reflection "{block.id}" has {words} word{"" if words == 1 else "s"}'
            yield Problem.at(block.where, "S212", f"{sentence}; {LEAST} are the least")


def _opening(lesson: Lesson) -> Iterator[Problem]:
    text = lesson.text
    for number, line in enumerate(masked(text.body, "remark", "comment").split("\n"), 1):
        if line.strip():
            if what := unfit_opening(line.strip()):
                column = len(line) - len(line.lstrip()) + 1
                yield Problem(text.path, number, column, "S211", f"the lesson starts with {what}")
            return


def unfit_opening(line: str) -> str:
    """What a lesson starts with that is neither a question nor a situation; nothing if its first line may be one."""
    return next((what for pattern, what in _NO_OPENING if pattern.match(line)), "")


def _closing(lesson: Lesson) -> Iterator[Problem]:
    shown = masked(lesson.text.body, "remark", "comment", "fence")
    lines = shown.split("\n")
    number = next((n for n in range(len(lines), 0, -1) if lines[n - 1].startswith("## ")), 0)
    if number and _title(lines[number - 1]).rstrip(" .:!").lower() in map(str.lower, CLOSINGS):
        return
    if not _MONDAY.search("\n".join(lines[number:])):
        sentence = "the lesson ends with neither key points nor one act for Monday"
        yield Problem(lesson.text.path, number or 1, 1, "S210", sentence)


def _empty(path: str, body: str) -> Iterator[Problem]:
    """Headings with nothing under them, not even a lower heading; and a text that is all front matter."""
    shown = masked(body, "remark", "comment")
    if not shown.strip():
        yield Problem(path, 1, 1, "R004", "nothing stands below the front matter")
    lines = shown.split("\n")
    headings = masked(body, "remark", "comment", "fence").split("\n")
    open_heading: tuple[int, int, str] | None = None
    for number, line in enumerate([*headings, "# "], 1):
        match = _HEADING.match(line) if number <= len(headings) else None
        last = number > len(headings)
        if open_heading and (last or (match and len(match[1]) <= open_heading[1])):
            yield Problem(path, open_heading[0], 1, "S215", f'nothing stands under "{open_heading[2]}"')
        if match:
            open_heading = (number, len(match[1]), _title(line))
        elif not last and lines[number - 1].strip():
            open_heading = None


def _title(heading: str) -> str:
    """A heading's text, without its marks and its list of attributes."""
    text = heading.strip("# \t")
    start = text.rfind("{") if text.endswith("}") else -1
    return text[:start].rstrip() if start >= 0 else text


def _standing(module: Module) -> Iterator[Problem]:
    if module.head.status == "stable" and not module.head.reviewed:
        yield Problem.at(module.head.where("status"), "S217", "the module is stable, and nobody has reviewed it")


def _aliases(course: Course) -> Iterator[Problem]:
    """Old names that are somebody's name now, or somebody else's old one."""
    owners = {entry.id: f'is the name of "{entry.id}"' for entry in (*course.plan.entries(), *course.plan.labs)}
    for module in course.modules.values():
        for number, name in enumerate(module.head.aliases):
            taken = "is the name that the folder has now" if name == module.id else owners.get(name)
            owners.setdefault(name, f'is an old name of "{module.id}" already')
            if taken:
                yield Problem.at(module.head.where("aliases", number), "S216", f'the old name "{name}" {taken}')
