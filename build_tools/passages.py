"""Every stretch of authored text with its place, in Markdown or in a value of YAML. Judges nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any

from build_tools.course import Course, Text
from build_tools.located import Located, Where


class Lines:
    """Offsets of one text as places in its file, each in logarithmic time."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text

    @cached_property
    def starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def where(self, offset: int) -> Where:
        line = bisect_right(self.starts, offset, hi=max(1, len(self.starts) - 1))
        return Where(self.path, line, offset - self.starts[line - 1] + 1)

    def offset(self, where: Where) -> int:
        return self.starts[min(where.line, len(self.starts)) - 1] + where.column - 1


@dataclass(frozen=True)
class Passage:
    """One text for people: a Markdown body, or one value of a YAML file or front matter."""

    path: str
    module: str
    """The module's id; empty on what the whole course shares."""
    text: str
    lines: Lines = field(repr=False, compare=False)
    start: Where | None = None
    """Where a value starts; None for a body, whose lines are those of its file."""

    def where(self, begin: int, end: int) -> Where:
        """The place of `text[begin:end]`: in a value that is folded over lines, at least the value's own."""
        if self.start is None:
            return self.lines.where(begin)
        first = self.lines.offset(self.start)
        found = self.lines.text.find(self.text[begin:end], first + begin, first + 2 * len(self.text) + 200)
        return self.lines.where(found) if found >= 0 else self.start


@lru_cache(maxsize=1)
def passages(course: Course) -> tuple[Passage, ...]:
    """All of the course's texts: module by module, then what they share. Several checks ask for the same ones."""
    return tuple(_passages(course))


def _passages(course: Course) -> Iterator[Passage]:
    for module in course.modules.values():
        for text in module.texts():
            yield from _text(text, module.id, course.texts)
        yield from _values(module.questions, module.id, course.texts)
    for page in course.pages.values():
        yield from _text(page, "", course.texts)
    yield from _values((course.plan, course.story, course.assessment), "", course.texts)
    for kept in (course.sources, course.glossary, course.facts, course.places):
        yield from _values(kept.values(), "", course.texts)
    for figure in course.figures.values():
        path = f"{figure.path.removesuffix('.svg')}.md"
        yield from _whole(path, course.texts.get(path, ""))


def _text(text: Text[Any], module: str, texts: Mapping[str, str]) -> Iterator[Passage]:
    yield from _values((text.head,), module, texts)
    yield from _whole(text.path, text.body, module)


def _whole(path: str, text: str, module: str = "") -> Iterator[Passage]:
    yield Passage(path, module, text, Lines(path, text))


def _values(values: Any, module: str, texts: Mapping[str, str]) -> Iterator[Passage]:
    """One passage for each text below some models of one file or several."""
    files: dict[str, Lines] = {}
    for value in values:
        for text, where in strings(value) if value else ():
            lines = files.setdefault(where.path, Lines(where.path, texts.get(where.path, "")))
            yield Passage(where.path, module, text, lines, where)


_CHOSEN = {"hide", "kind", "nation", "section", "status", "use", "verified", "voices"}
"""Keys whose values are chosen from a list and so are nobody's wording."""


def strings(value: Located) -> Iterator[tuple[str, Where]]:
    """Each text below one model, with the place where its value starts."""
    for name in type(value).model_fields:
        if name not in _CHOSEN:
            yield from _below(value, (name,), getattr(value, name))


def _below(owner: Located, key: tuple[str | int, ...], value: Any) -> Iterator[tuple[str, Where]]:
    if isinstance(value, str):
        yield value, owner.where(*key)
    elif isinstance(value, Located):
        yield from strings(value)
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _below(owner, (*key, number), entry)
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from _below(owner, (*key, name), entry)
