"""The pieces of a module from which documents are put together. Knows no layout and no format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_tools.course import Block, Course, Figure, Lesson, Module
from build_tools.render import Piece

_HEADING = re.compile(r"#{1,6} ")
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
        return key_points((self.text(f"modules/{one.key}.md") for one in self.module.lessons), "What to keep")

    def acts(self) -> list[str]:
        """One act for Monday, from every lesson that ends so."""
        return key_points((self.text(f"modules/{one.key}.md") for one in self.module.lessons), "On Monday")

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


def key_points(texts: Iterable[str], heading: str) -> list[str]:
    """What stands below a level-2 heading of rendered lessons, one entry for each item or paragraph, boxes left out."""
    found = []
    for text in texts:
        lines = iter(text.split("\n"))
        if not any(line.rstrip() == f"## {heading}" for line in lines):
            continue
        entry: list[str] = []
        for line in (*lines, ""):
            line = line.strip()
            if line.startswith("<") or _HEADING.match(line):
                break
            item = _ITEM.match(line)
            if (item or not line) and entry:
                found.append(" ".join(entry))
                entry = []
            if line:
                entry.append(line[item.end() :] if item else line)
        if entry:
            found.append(" ".join(entry))
    return found
