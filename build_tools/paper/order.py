"""One document to be made: everything that decides its bytes, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Order:
    """A document by what it says and how it looks. The same order gives the same bytes."""

    name: str
    """Of the file, such as `bridges-handout.pdf`."""
    kind: str
    module: str
    title: str
    owner: str
    """Path of the text that an author would change, for problems."""
    parts: tuple[str, ...]
    """Markdown in the dialect of the course; each part begins a page."""
    size: int = 12
    """Points of its text."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """What the cover, heads and feet say; see `sheet` and `cover` in `paper.typ`."""
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    """SVG by file name: figures and marks that the parts name."""
    most: int = 0
    """Pages at most; 0 for any number."""

    @property
    def suffix(self) -> str:
        return self.name.rpartition(".")[2]
