"""What can stand in authored Markdown, as small values with their places. Never whether it is right."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Spot:
    """Something at a place: 1-based `line` and `column`, and `at`, the 0-based offset in the text."""

    line: int
    column: int
    at: int


@dataclass(frozen=True)
class Heading(Spot):
    """A heading as Markdown writes it; `text` without its marks and attributes."""

    level: int
    text: str
    id: str
    """The explicit id of `{#id}`, or empty."""
    underlined: bool = False
    """Made by a line of `=` or `-` below it."""


Form = Literal["link", "image", "reference", "auto", "bare", "definition"]
"""How a link is written. `reference`: `[text][name]`, its target that of the name's definition, or empty; `auto`:
`<address>`; `bare`: an address that is no link; `definition`: `[name]: address`."""


@dataclass(frozen=True)
class Link(Spot):
    """A link or image."""

    text: str
    target: str
    form: Form
    attributes: str = ""
    """What stands between braces after it."""
    name: str = ""
    """Of a definition, or that a reference asks for."""
    defined: bool = True


@dataclass(frozen=True)
class Attribute(Spot):
    """One attribute of an HTML tag or of an attribute list; `value` with its entities read."""

    name: str
    value: str


@dataclass(frozen=True)
class Element(Spot):
    """One HTML tag, opening, closing or both; `name` in lower case, and `?` or `!` for what is no element."""

    name: str
    closing: bool
    empty: bool
    """Whether it ends in `/>`."""
    attributes: tuple[Attribute, ...]
    end: int
    """Offset past its `>`."""
    first: bool
    """Whether nothing but space stands before it on its line."""

    def value(self, name: str) -> str | None:
        """The value of an attribute, or None without it."""
        return next((one.value for one in self.attributes if one.name == name), None)


@dataclass(frozen=True)
class Row(Spot):
    """One row of a table; cells as written."""

    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table(Spot):
    """A table as Markdown reads it."""

    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Note(Spot):
    """A footnote's mark, or its text."""

    id: str
    definition: bool


@dataclass(frozen=True)
class Tag(Spot):
    """A Jinja statement: `{% name … %}`."""

    name: str
    closing: bool
    """Whether the name began with `end`; it is left out of `name`."""


@dataclass(frozen=True)
class Slip(Spot):
    """A mark that the dialect does not read as it was meant."""

    kind: str
    shown: str
    """The mark itself, or a figure, for the message."""


class Lines:
    """From offsets to lines and columns."""

    def __init__(self, text: str) -> None:
        self.starts = [0]
        for line in text.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def at(self, offset: int) -> tuple[int, int, int]:
        """Line, column and offset, in the order of `Spot`."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1, offset
