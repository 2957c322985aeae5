"""Finished documents as pages tell of them: what each is, for whom, and how large. Knows not how they are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

PAGES, LARGE_PAGES = 4, 8
"""Pages of a handout at most, in standard and in large print."""

FORMATS = {"pdf": "PDF", "docx": "Word", "epub": "EPUB"}
"""How a format is called, by the end of a file's name."""


@dataclass(frozen=True)
class Document:
    """One file under `documents/`."""

    name: str
    kind: str
    """handout, large, guide, answers, cards, workbook, large-workbook or book."""
    module: str
    """The id of the module that it belongs to; empty if it is of the whole course."""
    pages: int
    """0 where the reader's program decides."""
    size: int
    """Bytes."""

    @property
    def suffix(self) -> str:
        return self.name.rpartition(".")[2]

    @property
    def told(self) -> str:
        """Its format, pages and size in words, such as `PDF, 4 pages, 120 KB`."""
        pages = f"{self.pages} page{'' if self.pages == 1 else 's'}" if self.pages else ""
        return ", ".join(
            part for part in (FORMATS[self.suffix], pages, f"{max(1, round(self.size / 1024))} KB") if part
        )


@dataclass(frozen=True)
class Shelf:
    """Every document that was made, and the day of the course it was made from."""

    documents: tuple[Document, ...] = ()
    day: date | None = None

    def __bool__(self) -> bool:
        return bool(self.documents)

    def find(self, kind: str, module: str = "", suffix: str = "pdf") -> Document | None:
        return next(self.all(kind, module, suffix), None)

    def all(self, kind: str, module: str = "", suffix: str = "") -> Iterator[Document]:
        for one in self.documents:
            if (one.kind, one.module) == (kind, module) and suffix in ("", one.suffix):
                yield one
