"""The pieces of a module from which documents are put together. Knows no layout and no format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.course import Block, Course, Figure, Lesson, Module
from build_tools.render import Piece


class Ending(NamedTuple):
    """How a lesson's end is known: by the title of its last section, or by the first words of its last paragraph."""

    titles: frozenset[str]
    """Folded, without a mark at the end."""
    opening: re.Pattern[str] | None = None


KEEP = Ending(frozenset({"what to keep", "key points"}))
MONDAY = Ending(frozenset({"on monday"}), re.compile(r"[*_ ]{0,3}On Monday\b[*_,: ]{0,4}"))

_HEADING = re.compile(r"#{1,6} +(.*?)[ .:!]*(?:\{[^{}]*\})?[ #]*\Z")
_ITEM = re.compile(r"[-*+] +|\d{1,3}[.)] +")


@dataclass(frozen=True)
class Leaves:
    """One module with its texts in their form on paper, by the path of the page."""

    course: Course
    module: Module
    pieces: Mapping[str, Piece]

    def text(self, name: str) -> str:
        piece = self.pieces.get(name)
        return piece.markdown.strip("\n") if piece else ""

    def scenes(self) -> tuple[str, str]:
        """The scene that begins the module and the one that ends it."""
        why, _, back = self.text(f"modules/{self.module.id}/index.md").partition("## Looking back")
        return why.partition("\n")[2].strip(), back.strip()

    def session(self) -> str:
        return self.text(f"facilitators/{self.module.id}.md")

    def worksheet(self) -> str:
        return self.text(f"modules/{self.module.id}/worksheet.md")

    def points(self) -> list[str]:
        """What to keep, from every lesson that ends so."""
        return key_points((self.text(f"modules/{one.key}.md") for one in self.module.lessons), KEEP)

    def acts(self) -> list[str]:
        """One act for Monday, from every lesson that ends so."""
        return key_points((self.text(f"modules/{one.key}.md") for one in self.module.lessons), MONDAY)

    def blocks(self, lesson: Lesson, kind: str) -> list[Block]:
        """The blocks of one kind in a lesson, in their order."""
        piece = self.pieces.get(f"modules/{lesson.key}.md")
        found = [block for block in piece.blocks if block.kind == kind] if piece else []
        return sorted(found, key=lambda block: block.where.line)

    def figures(self) -> list[Figure]:
        """The drawings of the lessons, in their order, each once."""
        names = dict.fromkeys(block.id for lesson in self.module.lessons for block in self.blocks(lesson, "figure"))
        return [self.course.figures[name] for name in names]

    def on_worksheet(self) -> set[str]:
        """Ids of the drawings that stand on the worksheet."""
        piece = self.pieces.get(f"modules/{self.module.id}/worksheet.md")
        return {block.id for block in piece.blocks if block.kind == "figure"} if piece else set()

    def cited(self) -> list[str]:
        """Ids of the sources that the module's texts cite, by name."""
        texts = [piece for name, piece in self.pieces.items() if not name.startswith("answers:")]
        found = {one.target for piece in texts for one in piece.references if one.kind == "cite"}
        return sorted(found & set(self.course.sources))


def key_points(texts: Iterable[str], ending: Ending) -> list[str]:
    """What stands at the end of rendered lessons, one entry for each item or paragraph, boxes left out."""
    found: list[str] = []
    for text in texts:
        lines = text.rstrip().split("\n")
        titles = [match[1].casefold() if (match := _HEADING.match(line)) else "" for line in lines]
        starts = [number for number, title in enumerate(titles) if title in ending.titles]
        last = text.rstrip().rpartition("\n\n")[2]
        if starts:
            found += _entries(lines[starts[-1] + 1 :])
        elif ending.opening and (opened := ending.opening.match(last)):
            act = " ".join(last[opened.end() :].split())
            found.append(act[:1].upper() + act[1:])
    return found


def _entries(lines: Iterable[str]) -> Iterator[str]:
    """Items and paragraphs up to the next heading or box, each on one line."""
    entry: list[str] = []
    for line in map(str.strip, lines):
        if line.startswith("<") or _HEADING.match(line):
            break
        item = _ITEM.match(line)
        if (item or not line) and entry:
            yield " ".join(entry)
            entry = []
        if line:
            entry.append(line[item.end() :] if item else line)
    if entry:
        yield " ".join(entry)
