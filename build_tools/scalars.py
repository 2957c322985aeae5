"""Where the values of a YAML text stand, so that nobody takes a line inside one for a comment or for loose ends.

Knows PyYAML's marks; never what a value means.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from build_tools.compose import DEPTH

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = ("|", ">")
_OTHER_BREAKS = ("\x85", "\u2028", "\u2029")
"""Line ends to YAML and to nobody else: where one stands, PyYAML's lines are not ours."""


class Spot(NamedTuple):
    """A place in a text: 0-based line, 0-based column in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Scalars:
    """The extents of all values and keys of one text, in order."""

    starts: tuple[Spot, ...]
    ends: tuple[Spot, ...]
    """Each is the first spot past its value."""
    keeps: bool
    """Whether the last value is a block that keeps the empty lines below it (`|+`)."""

    def hold(self, spot: Spot) -> bool:
        """Whether a value stands at this spot."""
        before = bisect_right(self.starts, spot) - 1
        return before >= 0 and spot < self.ends[before]


def scalars(text: str) -> Scalars | None:
    """The values of a YAML text; None if nobody can say where they end."""
    if any(mark in text for mark in _OTHER_BREAKS):
        return None
    starts, ends, keeps, depth = [], [], False, 0
    lines = text.split("\n")
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH:  # it is refused, and PyYAML takes quadratic time for it
                return None
            if not isinstance(event, yaml.ScalarEvent):
                continue
            start, end = _spot(event.start_mark), _spot(event.end_mark)
            keeps = event.style in _BLOCK and "+" in lines[start.line][start.column : start.column + 3]
            if event.style in _BLOCK:  # the head of a block, with its comment, is no part of the text
                start = Spot(start.line + 1, 0)
            starts.append(start)
            ends.append(_end(end, start, lines, event.style))
    except yaml.YAMLError:
        return None
    return Scalars(tuple(starts), tuple(ends), keeps)


def _spot(mark: Any) -> Spot:
    return Spot(mark.line, mark.column)


def _end(end: Spot, start: Spot, lines: list[str], style: str | None) -> Spot:
    """Past the last character of a value: PyYAML counts the empty lines below a block as part of it."""
    if style not in _BLOCK:
        return end
    if end.column:  # the text ends in its last line
        return Spot(end.line + 1, 0)
    last = end.line - 1
    while last >= start.line and not lines[last]:
        last -= 1
    return Spot(last + 1, 0)
