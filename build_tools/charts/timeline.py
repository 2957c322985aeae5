"""A timeline: dates in lanes, from the first year to the last. Dates on one spot are one ring with their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from build_tools.charts.frame import WIDTH, Frame
from build_tools.charts.labels import fit, room
from build_tools.charts.shapes import DASHED, FIGURE, HOLLOW, SMALL, Ends, disc, group, lines, words

DEEP = 66
"""Units from one lane to the next."""
DOWN = 42
"""Units from the top of a lane to its line."""
EDGE = 18
"""Units left free at each end of a lane, so that a year can stand under its own line."""
APART = 22.0
"""Units under which two dates share a disc."""
YEAR = 40.0
"""Units at least between two years that are named."""


@dataclass(frozen=True)
class Event:
    """Something on a day, in one of the lanes."""

    on: date
    lane: str


@dataclass(frozen=True)
class _Spot:
    first: date
    last: date
    count: int


@dataclass
class _Marks:
    """What is drawn alike, gathered to be drawn together."""

    labels: list[str] = field(default_factory=list)
    ticks: list[Ends] = field(default_factory=list)
    full: list[Ends] = field(default_factory=list)
    empty: list[Ends] = field(default_factory=list)
    rings: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)

    def lane(self, lane: str, days: Sequence[date], scale: _Scale, y: float) -> None:
        count = str(len(days)) if days else "none"
        self.labels += [words(0, y + 16, fit(lane, WIDTH - 50))]
        self.labels += [words(WIDTH, y + 16, count, strong=not days, anchor="end")]
        self.ticks += [(x, y + DOWN, x, y + DOWN + 6) for _, x in scale.years()]
        (self.full if days else self.empty).append((0, y + DOWN, WIDTH, y + DOWN))
        free = 0.0
        for spot in _merged(scale, sorted(days)):
            x = scale.place(spot.first.toordinal())
            self.rings.append(disc(x, y + DOWN - 11, 9))
            self.figures.append(words(x, y + DOWN - 6.5, str(spot.count), strong=True))
            half = room(_dated(spot), SMALL) / 2
            middle = min(max(x, half), WIDTH - half)
            if middle - half >= free:
                self.days.append(words(middle, y + DOWN + 15, _dated(spot)))
                free = middle + half + 6


def timeline(frame: Frame, lanes: Sequence[str], events: Sequence[Event]) -> str:
    """One lane for each name, also where it is empty. Needs one event at least, and none outside the lanes."""
    scale, made = _Scale([one.on.year for one in events]), _Marks()
    y = frame.top
    head = [words(x, y + 12, str(year)) for year, x in scale.years()]
    y += 20
    by_lane: dict[str, list[date]] = {lane: [] for lane in lanes}
    for event in events:
        by_lane[event.lane].append(event.on)
    for lane, days in by_lane.items():
        made.lane(lane, days, scale, y)
        y += DEEP
    marks = [
        group(head, size=SMALL, anchor="middle"),
        lines(made.ticks, "line"),
        lines(made.full),
        lines(made.empty, "gap", DASHED),
        group(made.rings, "mark", HOLLOW),
        group(made.figures, size=FIGURE, anchor="middle"),
        group(made.days, size=SMALL, anchor="middle"),
        *made.labels,
    ]
    return frame.draw(y + 2, marks)


class _Scale:
    """Whole years on a line across the picture."""

    def __init__(self, years: Sequence[int]) -> None:
        self.first, self.last = min(years), max(years)
        self.start = date(self.first, 1, 1).toordinal()
        self.days = date(self.last, 12, 31).toordinal() + 1 - self.start

    def place(self, ordinal: float) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (ordinal - self.start) / self.days

    def years(self) -> Iterator[tuple[int, float]]:
        """Each year that is named, and where it begins; the last may be the one after."""
        step = max(1, -int(-YEAR * (self.last + 1 - self.first) // (WIDTH - 2 * EDGE)))
        for year in range(self.first, self.last + 2, step):
            ends = date(year - 1, 12, 31).toordinal() if year > self.first else self.start - 1
            yield year, self.place(ends + 1)


def _merged(scale: _Scale, days: Sequence[date]) -> Iterator[_Spot]:
    spot: _Spot | None = None
    for day in days:
        near = spot and scale.place(day.toordinal()) - scale.place(spot.first.toordinal()) < APART
        if spot and near:
            spot = _Spot(spot.first, day, spot.count + 1)
        else:
            if spot:
                yield spot
            spot = _Spot(day, day, 1)
    if spot:
        yield spot


def _dated(spot: _Spot) -> str:
    if spot.first == spot.last:
        return f"{spot.first.day} {spot.first:%b} {spot.first.year}"
    first = f"{spot.first:%b}" + (f" {spot.first.year}" if spot.first.year != spot.last.year else "")
    return f"{first} – {spot.last:%b} {spot.last.year}"
