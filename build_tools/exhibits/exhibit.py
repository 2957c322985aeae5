"""One part of the course report as a reader meets it: what it says, its pictures, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from build_tools.report import ModuleCount

GAP = " (gap)"
"""What follows a number in a table where the picture has a dashed edge."""

PAIRED = 1.05
"""Scale of pictures of which two stand side by side where there is room."""


@dataclass(frozen=True)
class TableRow:
    head: str
    cells: tuple[str, ...]
    path: str = ""
    """The file to mend, relative to the project's root."""


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    """Headings; the first is that of the rows' heads."""
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Exhibit:
    title: str
    says: str
    """What the numbers come to, in one or two sentences."""
    pictures: tuple[str, ...]
    """SVG, each on one line; none where there is nothing to show yet."""
    key: str
    """How to read the pictures."""
    table: Table


def count(number: int, name: str) -> str:
    """`1 lesson`, `3 lessons`, `no lessons`."""
    return f"{f'{number:,}' if number else 'no'} {name}{'' if number == 1 else 's'}"


def listed(names: Sequence[str], most: int = 8, word: str = "and") -> str:
    """`a, b and c`; of a long list its beginning and how many more there are."""
    shown = [*names[:most], f"{len(names) - most} more"] if len(names) > most + 1 else [*names]
    return f"{', '.join(shown[:-1])} {word} {shown[-1]}" if len(shown) > 1 else "".join(shown)


def numbers(modules: Sequence[ModuleCount]) -> str:
    """Modules by their numbers, all of them: `1, 2 and 4`."""
    return listed([str(module.number) for module in modules], len(modules))


def which(modules: Sequence[ModuleCount]) -> str:
    """`module 1`, `modules 1 and 2`; the first of many."""
    return f"module{'' if len(modules) == 1 else 's'} {listed([str(module.number) for module in modules])}"


def marked(number: int, gap: bool) -> str:
    return f"{number:,}{GAP if gap else ''}"


def dated(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def label(module: ModuleCount) -> str:
    return f"{module.number} {module.title}"
