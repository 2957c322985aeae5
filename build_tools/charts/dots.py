"""Dots: a few things counted by kind, one dot for each, so that a look says how many and of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.charts.frame import LINE, WIDTH, Frame
from build_tools.charts.labels import fit, wrap
from build_tools.charts.shapes import DASHED, EDGED, HOLLOW, SMALL, box, disc, group, specks, words

RADIUS = 6.0
DEEP = 26
"""Units from top to bottom of a line of dots."""


@dataclass(frozen=True)
class Column:
    """One kind of thing."""

    label: str
    hollow: bool = False
    """Drawn as a ring."""


@dataclass(frozen=True)
class DotRow:
    label: str
    counts: tuple[int, ...]
    """One for each column."""
    gap: bool = False
    """Something is missing from this row: a dashed edge around it."""


@dataclass
class _Marks:
    """What is drawn alike, gathered to be drawn together."""

    labels: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    discs: list[str] = field(default_factory=list)
    rings: list[str] = field(default_factory=list)
    blanks: list[tuple[float, float]] = field(default_factory=list)

    def kind(self, column: Column, count: int, middle: float, y: float, across: float) -> None:
        made, radius = (self.rings, RADIUS - 1) if column.hollow else (self.discs, RADIUS)
        step = RADIUS * 2 + 3
        if not count:
            self.blanks.append((middle, y))
        elif count * step > across:
            made.append(disc(middle - step, y, radius))
            self.labels.append(words(middle - step / 2, y + 5, f"× {count:,}"))
        else:
            made += [disc(middle + step * (at - (count - 1) / 2), y, radius) for at in range(count)]


def dots(frame: Frame, columns: Sequence[Column], rows: Sequence[DotRow]) -> str:
    """Each row's label stands above its dots; too many for the room are one dot and a number. Six columns at most."""
    across, made = WIDTH / max(1, len(columns)), _Marks()
    y = frame.top
    head = [words(across * (at + 0.5), y + 12, fit(one.label, across, SMALL)) for at, one in enumerate(columns)]
    y += 20
    for row in rows:
        label = wrap(row.label, WIDTH, 2)
        made.labels += [words(0, y + LINE * at, text) for at, text in enumerate(label, 1)]
        y += LINE * len(label) + 6
        (made.gaps if row.gap else made.frames).append(box(1, y + 1, WIDTH - 2, DEEP - 2, 0))
        for at, (column, count) in enumerate(zip(columns, row.counts, strict=True)):
            made.kind(column, count, across * (at + 0.5), y + DEEP / 2, across)
        y += DEEP + 6
    marks = [
        group(head, "soft", size=SMALL, anchor="middle"),
        group(made.frames, "line", EDGED),
        group(made.gaps, "gap", DASHED),
        group(made.discs, "mark"),
        group(made.rings, "mark", HOLLOW),
        specks(made.blanks),
        *made.labels,
    ]
    return frame.draw(y + 2, marks)
