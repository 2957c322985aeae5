"""The marks that charts are made of, as SVG text. Every word is escaped here and nowhere else.

Lengths are units of the drawing. What marks share stands on their group, once, since the cost of a page is that of
parsing its attributes. All is drawn in `currentColor`; the class of a group is there for a style sheet to colour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal
from xml.sax.saxutils import escape as _escape

Anchor = Literal["start", "middle", "end"]
Ends = tuple[float, float, float, float]
"""From `x, y` to `x, y`."""

SIZE = 14
"""Of labels."""
FIGURE = 13
"""Of numbers on a mark."""
SMALL = 12
"""Of headings of columns and of years."""

EDGED = 'stroke="currentColor"'
DASHED = 'stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"'
"""The edge of a gap."""
HOLLOW = 'fill="none" stroke="currentColor" stroke-width="2"'

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(words: str) -> str:
    """Words on one line, safe in the text of XML; what XML cannot hold is replaced."""
    return _escape(" ".join(_NOT_XML.sub("\ufffd", words).split()))


def number(value: float) -> str:
    """A length or place with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def group(
    marks: Iterable[str], css: str = "", look: str = "", *, size: int = SIZE, anchor: Anchor = "start"
) -> str:  # fmt: skip
    """Marks that share a class, a look, a size of text and the side by which text is placed; nothing for none."""
    inside = "".join(marks)
    parts = [f'class="cg-chart__{css}"' if css else "", look]
    parts += [f'font-size="{size}"' if size != SIZE else "", f'text-anchor="{anchor}"' if anchor != "start" else ""]
    head = " ".join(part for part in parts if part)
    return f"<g {head}>{inside}</g>" if inside and head else inside


def words(x: float, y: float, text: str, *, strong: bool = False, anchor: Anchor = "start") -> str:
    """Text whose baseline is at `y`."""
    more = (' font-weight="600"' if strong else "") + ("" if anchor == "start" else f' text-anchor="{anchor}"')
    return f'<text x="{number(x)}" y="{number(y)}"{more}>{escape(text)}</text>'


def box(x: float, y: float, width: float, height: float, shade: float) -> str:
    """A rectangle, filled to a `shade` from 0 to 1."""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {place} fill-opacity="{shade:.2f}"/>'


def disc(x: float, y: float, radius: float) -> str:
    """A circle; a ring in a hollow group."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def pointers(tips: Iterable[tuple[float, float]], across: float, css: str) -> str:
    """Triangles that point up to each place, as one mark; nothing for none."""
    shape = f"l{number(across / 2)} {number(across)}h-{number(across)}z"
    path = "".join(f"M{number(x)} {number(y)}{shape}" for x, y in tips)
    return f'<path class="cg-chart__{css}" d="{path}" fill="currentColor"/>' if path else ""


def specks(places: Iterable[tuple[float, float]]) -> str:
    """Small dots, as one mark; nothing for none."""
    path = "".join(f"M{number(x)} {number(y)}h0" for x, y in places)
    return f'<path d="{path}" {EDGED} stroke-width="2.5" stroke-linecap="round"/>' if path else ""


def lines(ends: Iterable[Ends], css: str = "", look: str = EDGED) -> str:
    """Straight lines alike, as one mark; nothing for none."""
    path = "".join(f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}" for x, y, to_x, to_y in ends)
    named = f'class="cg-chart__{css}" ' if css else ""
    return f'<path {named}d="{path}" {look}/>' if path else ""
