"""A matrix: what stands where rows and columns meet, shaded by weight, with gaps that cannot be overlooked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_tools.charts.frame import LINE, WIDTH, Frame
from build_tools.charts.labels import fit, room, wrap
from build_tools.charts.shapes import DASHED, EDGED, FIGURE, SMALL, box, group, specks, words

LEAST = 24
"""Units across the narrowest cell beside a label."""
MOST = 56
"""Units across the widest."""
DEEP = 26
"""Units from one line of cells to the next."""
SHADE = 0.25
"""Of the heaviest cell; text on it keeps a contrast of 7 to 1."""


@dataclass(frozen=True)
class Cell:
    """What one row says of one column."""

    text: str
    """A few characters; none where there is nothing, and nothing is missed."""
    weight: float = 0
    """0 to 1: how dark its ground is."""
    gap: bool = False
    """Something is missing here: a thick dashed edge."""


@dataclass(frozen=True)
class MatrixRow:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class _Plan:
    labels: list[list[str]]
    left: float
    """Where the first column begins."""
    across: float
    """From one column to the next."""
    beside: bool
    """Labels stand beside their cells; else above them."""


@dataclass
class _Marks:
    """What is drawn alike, gathered to be drawn together."""

    labels: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    blanks: list[tuple[float, float]] = field(default_factory=list)

    def row(self, cells: Sequence[Cell], plan: _Plan, y: float) -> None:
        inset = min(1.5, plan.across / 8)
        for at, cell in enumerate(cells):
            x, inner = plan.left + plan.across * at, plan.across - 2 * inset
            shade = 0.06 + (SHADE - 0.06) * min(1, cell.weight)
            if cell.gap:
                self.gaps.append(box(x + inset, y + 1.5, inner, DEEP - 4, 0))
            elif cell.text:
                self.boxes.append(box(x + inset, y + 1.5, inner, DEEP - 4, shade))
            else:
                self.blanks.append((x + plan.across / 2, y + DEEP / 2 - 0.5))
            if cell.text:
                text = fit(cell.text, plan.across, FIGURE)
                self.figures.append(words(x + plan.across / 2, y + 17, text, strong=cell.gap))


def matrix(frame: Frame, columns: Sequence[str], rows: Sequence[MatrixRow]) -> str:
    """Labels stand beside the cells where two lines hold each of them, and above where they do not."""
    plan, made = _plan(columns, rows), _Marks()
    y = frame.top
    head = [
        words(plan.left + plan.across * (at + 0.5), y + 12, fit(name, plan.across, SMALL))
        for at, name in enumerate(columns)
    ]
    y += 20
    for label, row in zip(plan.labels, rows, strict=True):
        made.labels += [words(0, y + LINE * at + 17, text) for at, text in enumerate(label)]
        down = 0 if plan.beside else LINE * len(label) + 6
        made.row(row.cells, plan, y + down)
        y += max(DEEP, LINE * len(label) + 8) if plan.beside else down + DEEP + 6
    marks = [
        group(head, size=SMALL, anchor="middle"),
        *made.labels,
        group(made.boxes, "fill", EDGED),
        group(made.gaps, "gap", DASHED),
        specks(made.blanks),
        group(made.figures, size=FIGURE, anchor="middle"),
    ]
    return frame.draw(y + 2, marks)


def _plan(columns: Sequence[str], rows: Sequence[MatrixRow]) -> _Plan:
    count = max(1, len(columns))
    heading = max((room(name, SMALL) + 4 for name in columns), default=0)
    least = max(LEAST, heading)
    most = WIDTH - count * least - 6
    labels = [wrap(row.label, most, 2) for row in rows]
    if most < 80 or any(line.endswith("…") for label in labels for line in label):
        return _Plan([wrap(row.label, WIDTH, 2) for row in rows], 0, WIDTH / count, beside=False)
    needs = min(most, max((room(row.label) for row in rows), default=0))
    across = min(max(MOST, heading), (WIDTH - needs - 6) / count)
    return _Plan(labels, WIDTH - across * count, across, beside=True)
