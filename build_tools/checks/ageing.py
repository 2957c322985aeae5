"""F105: words that were true on the day of writing. A story may say "last year"; a report of the world may not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from build_tools.course import Course, Text
from build_tools.mask import masked
from build_tools.passages import Lines
from build_tools.problems import Problem
from build_tools.sentences import sentences
from build_tools.speech import narrated
from build_tools.texts import Rendered

_ALWAYS = r"currently|recently|at present|nowadays|in recent years|(?:the|a) (?:new|current|present) government"
_OFTEN = r"(?:last|this|next) year|(?:last|this|next) (?:spring|summer|autumn|winter)|earlier this year"
_AGES = re.compile(rf"\b(?:(?P<always>{_ALWAYS})|(?:{_OFTEN}))\b", re.IGNORECASE)

_WORLD = re.compile(
    r"\{\{\s*(?:cite|fact)\b|\b(?:19|20)\d\d\b|£|\bper cent\b|%(?!\})"
    r"|\b(?:government|parliament|senedd|stormont|minister|ministers|treasury|whitehall|white paper|spending review"
    r"|England|Scotland|Wales|Northern Ireland|UK)\b",
    re.IGNORECASE,
)
"""What shows that a sentence reports on the world, so that "last year" means a year of the calendar."""

_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
"""Who is addressed has a present of their own."""

_BREAK = re.compile(r"\n[ \t]*\n")


def ageing(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Lessons and course-wide pages; module.md opens and closes with the story, whose year is its own."""
    people = _people(course)
    voices = _voices(rendered)
    texts: list[Text[Any]] = [lesson.text for module in course.modules.values() for lesson in module.lessons]
    for text in (*texts, *course.pages.values()):
        lines = Lines(text.path, text.body)
        for begin, end in ageing_words(text.body, people):
            where = lines.where(begin)
            if where.line not in voices.get(text.path, ()):
                yield Problem.at(where, "F105", f'"{text.body[begin:end]}" is true on the day of writing only')


def _voices(rendered: Rendered) -> dict[str, set[int]]:
    """By file, the lines on which somebody else speaks."""
    found: dict[str, set[int]] = {}
    for block in rendered.blocks:
        if block.kind == "perspective":
            lines = range(block.where.line, block.where.line + block.body.count("\n") + 1)
            found.setdefault(block.owner, set()).update(lines)
    return found


def _people(course: Course) -> re.Pattern[str] | None:
    """The names of the story, by which a paragraph of it is known."""
    if not course.story:
        return None
    names = {course.story.place.name, *(part for one in course.story.people for part in one.name.split())}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")


def ageing_words(text: str, people: re.Pattern[str] | None) -> Iterator[tuple[int, int]]:
    """(begin, end) of each phrase that ages in the author's own account of the world."""
    matches = list(_AGES.finditer(narrated(masked(text))))
    if not matches:
        return
    breaks = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    parts = sentences(text)
    starts = [one.start for one in parts]

    @cache
    def sentence(number: int) -> tuple[bool, bool]:
        """Whether one speaks to the reader, and whether it reports on the world."""
        written = text[parts[number].start : parts[number].end]
        return bool(_READER.search(written)), bool(_WORLD.search(written))

    @cache
    def story(number: int) -> bool:
        return bool(people and people.search(text, breaks[number - 1], breaks[number]))

    for match in matches:
        to_reader, of_world = sentence(max(0, bisect_right(starts, match.start()) - 1))
        aside = to_reader or story(bisect_right(breaks, match.start(), hi=len(breaks) - 1))
        if not aside and (match["always"] or of_world):
            yield match.span()
