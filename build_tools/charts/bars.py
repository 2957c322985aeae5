"""Bars: several measures of each row side by side, each on a scale of its own, with limits and a second mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.charts.frame import LINE, WIDTH, Frame
from build_tools.charts.labels import STRONG, fit, room, wrap
from build_tools.charts.shapes import DASHED, EDGED, FIGURE, SMALL, Ends, box, group, lines, pointers, words

DEEP = 18
"""Units from top to bottom of a bar."""
BETWEEN = 8
"""Units between two measures."""
POINTER = 8
"""Units across a triangle."""
SHADE = 0.22
"""Of a bar; text on it keeps a contrast of 7 to 1."""


@dataclass(frozen=True)
class Measure:
    """One column of bars."""

    label: str
    top: float
    """The value of a bar that fills the column; above 0. A longer bar is cut off there."""
    limits: tuple[float, ...] = ()
    """Values that are marked under each bar by a short line."""


@dataclass(frozen=True)
class Bar:
    value: float
    text: str
    """What is written on it."""
    mark: float | None = None
    """Another value to compare with: a triangle under the bar."""
    gap: bool = False
    """Outside what it should be: a dashed edge."""


@dataclass(frozen=True)
class BarRow:
    label: str
    bars: tuple[Bar, ...]
    """One for each measure."""


@dataclass
class _Marks:
    """What is drawn alike, gathered to be drawn together."""

    labels: list[str] = field(default_factory=list)
    grounds: list[Ends] = field(default_factory=list)
    fills: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    limits: list[Ends] = field(default_factory=list)
    tips: list[tuple[float, float]] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)

    def bar(self, measure: Measure, bar: Bar, x: float, end: float, y: float) -> None:
        def place(value: float) -> float:
            return x + (end - x) * min(1, max(0, value / measure.top))

        tip, down = place(bar.value), y + DEEP
        self.grounds.append((x, down, end, down))
        if tip > x:
            (self.gaps if bar.gap else self.fills).append(box(x, y, tip - x, DEEP, SHADE))
        self.limits += [(place(limit), down, place(limit), down + 6) for limit in measure.limits]
        if bar.mark is not None:
            self.tips.append((min(max(place(bar.mark), POINTER / 2), WIDTH - POINTER / 2), down + 1))
        needs = room(bar.text, FIGURE * STRONG) + 4
        after = needs > tip - x and needs <= end - tip
        self.figures.append(words((tip if after else x) + 4, y + 14, bar.text, strong=bar.gap))


def bars(frame: Frame, measures: Sequence[Measure], rows: Sequence[BarRow]) -> str:
    """Each row's label stands above its bars."""
    across, made = (WIDTH + BETWEEN) / max(1, len(measures)), _Marks()
    y = frame.top
    head = [words(across * at, y + 12, fit(one.label, across - 4, SMALL)) for at, one in enumerate(measures)]
    y += 18
    for row in rows:
        label = wrap(row.label, WIDTH, 2)
        made.labels += [words(0, y + LINE * at, text) for at, text in enumerate(label, 1)]
        y += LINE * len(label) + 5
        for at, (measure, bar) in enumerate(zip(measures, row.bars, strict=True)):
            made.bar(measure, bar, across * at, across * (at + 1) - BETWEEN, y)
        y += DEEP + 11
    marks = [
        group(head, size=SMALL),
        *made.labels,
        lines(made.grounds, "line"),
        group(made.fills, "fill"),
        group(made.gaps, "gap", DASHED),
        lines(made.limits, look=f'{EDGED} stroke-width="2"'),
        pointers(made.tips, POINTER, "mark"),
        group(made.figures, size=FIGURE),
    ]
    return frame.draw(y, marks)
