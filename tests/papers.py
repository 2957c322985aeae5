"""Reads documents back, as the tests of documents need them: words with their size and place, parts of a zip."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Run:
    """A piece of text on a page: its size in points, its font, and where it begins, in points from the lower left."""

    text: str
    size: float
    font: str
    x: float
    y: float
    page: int


def runs(path: Path) -> list[Run]:
    """Every piece of text of a PDF in the order of its content."""
    found: list[Run] = []
    for number, page in enumerate(PdfReader(path).pages, 1):

        def visit(text: str, cm: Any, tm: Any, font: Any, size: float, number: int = number) -> None:
            if text.strip():
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                name = str(font["/BaseFont"]) if font else ""
                found.append(Run(text, size * abs(tm[3] * cm[3]), name, x, y, number))

        page.extract_text(visitor_text=visit)
    return found


def words(path: Path) -> str:
    """The text of a PDF on one line, without the marks that let a long word break."""
    said = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return " ".join(said.replace("\u200b", "").split())


def bookmarks(path: Path) -> list[str]:
    """Every bookmark's title, in order."""

    def flat(entries: Any) -> list[str]:
        return [title for one in entries for title in (flat(one) if isinstance(one, list) else [str(one["/Title"])])]

    return flat(PdfReader(path).outline)


def parts(path: Path) -> dict[str, bytes]:
    """The files of a Word document or book."""
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(content: bytes) -> Any:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def paragraphs(document: Any) -> list[tuple[str, str]]:
    """The style and text of every paragraph of a Word document."""
    found = []
    for one in document.iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        text = "".join(part.text or "" for part in one.iter(f"{W}t"))
        found.append((style.get(f"{W}val") if style is not None else "", text))
    return found
