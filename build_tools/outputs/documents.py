"""Every document: handouts, guides, keys, cards, workbooks and the book, as files of one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from build_tools.course import Course, Module
from build_tools.paper.cache import Cache
from build_tools.paper.catalogue import catalogue, layouts
from build_tools.paper.document import Document, Shelf
from build_tools.paper.fault import problem
from build_tools.paper.order import Order
from build_tools.paper.volume import volume
from build_tools.paper.workshop import make
from build_tools.pdf import page_count
from build_tools.problems import Problem, as_text, total
from build_tools.render import Piece
from build_tools.texts import render_paper


class DocumentError(Exception):
    """Documents that must not be handed out; `problems` says what to change where, the text is the report."""

    def __init__(self, problems: Sequence[Problem], texts: Mapping[str, str]) -> None:
        super().__init__(f"{as_text(problems, texts)}\n{total(problems)}")
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Wish:
    """What to make: for a place, of some modules or of all (then with what belongs to the whole course)."""

    place: str
    only: tuple[str, ...] = ()
    day: date | None = None


def build(course: Course, wish: Wish, into: Path, cache: Path) -> Shelf:
    """Write the documents below `into`, taking from the folder `cache` what has not changed. Raises DocumentError, with
    everything that is wrong at once, and OSError."""
    into.mkdir(parents=True, exist_ok=True)
    shelf, problems = list[Document](), list[Problem]()
    for order, content in make(orders(course, wish), Cache(cache)):
        if isinstance(content, Exception):
            found = problem(order, content, dict(course.texts))
            if not any((one.path, one.line, one.rule) == (found.path, found.line, found.rule) for one in problems):
                problems.append(found)  # a workbook repeats what is wrong with a handout
            continue
        (into / order.name).write_bytes(content)
        pages = page_count(content) if order.suffix == "pdf" else 0
        shelf.append(Document(order.name, order.kind, order.module, pages, len(content)))
    if problems:
        raise DocumentError(sorted(set(problems)), course.texts)
    return Shelf(tuple(shelf), wish.day)


def orders(course: Course, wish: Wish) -> list[Order]:
    """What is to be made, in a stable order. Raises DocumentError."""
    modules: list[Module] = [one for one in course.modules.values() if not wish.only or one.id in wish.only]
    found = catalogue(course, _rendered(course, wish.place, modules, False), modules, not wish.only)
    if not wish.only and modules:
        found.append(volume(course, _rendered(course, wish.place, modules, True), layouts(), wish.day))
    return found


def _rendered(course: Course, place: str, modules: Sequence[Module], book: bool) -> dict[str, Piece]:
    """The texts in their form on paper. Raises DocumentError if one of them could not be rendered."""
    pieces = render_paper(course, place, modules, book)
    if problems := [one for piece in pieces.values() for one in piece.problems]:
        raise DocumentError(sorted(set(problems)), course.texts)
    return pieces
