"""A picture for each module and one for the course, for sites that show a card beside a link."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import font_source_sans_pro
import typst

from build_tools.course import Course

HOME = "course"
"""The card of every page that belongs to no module."""

DOTS = 144
"""Dots an inch: the card's 600 × 315 points become 1200 × 630 pixels."""


def build(course: Course, into: Path) -> list[Path]:
    """Write `<module>.png` for each written module, and `course.png`, below `into`. Raises OSError."""
    into.mkdir(parents=True, exist_ok=True)
    fonts = [str(Path(font_source_sans_pro.__file__).parent)]
    made = []
    with tempfile.TemporaryDirectory() as folder, as_file(files("build_tools")) as package:
        work = Path(folder)
        for source in (package / "outputs" / "paper" / "card.typ", package / "look" / "ground.svg"):
            (work / source.name).write_bytes(source.read_bytes())
        for name, words in _cards(course):
            (work / "card.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
            picture = typst.compile(
                str(work / "card.typ"), format="png", ppi=DOTS, font_paths=fonts, ignore_system_fonts=True
            )
            path = into / f"{name}.png"
            path.write_bytes(bytes(picture))
            made.append(path)
    return made


def _cards(course: Course) -> Iterator[tuple[str, dict[str, str]]]:
    total = len(course.plan.entries())
    yield HOME, {"course": course.plan.title, "kicker": "A free course", "title": course.plan.strapline, "question": ""}
    for module in course.modules.values():
        yield (
            module.id,
            {
                "course": course.plan.title,
                "kicker": f"Module {module.number} of {total}",
                "title": module.head.title,
                "question": module.head.question,
            },
        )
