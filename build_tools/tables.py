"""Markdown tables as Python-Markdown reads them: rows are split into cells at pipes outside code."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.marks import Lines, Row, Table

_MARKS = re.compile(r"\\\\|(\\?`++)|\\\||(\|)")
_DASHES = re.compile(r"[|: ]*+-[-|: ]*+$")


def is_divider(row: str) -> bool:
    """Whether a line could divide a table's header from its rows: dashes, pipes, colons, spaces."""
    return bool(_DASHES.match(row))


class Tables:
    """Collects the tables of one text, row by row. `text` has its tags blanked and its code left."""

    def __init__(self, text: str, places: Lines) -> None:
        self.lines = text.split("\n") if "|" in text else []
        self.places = places
        self.border = False
        self.found: list[tuple[Row, list[Row]]] = []

    def open(self, number: int, start: int, divider: str) -> str:
        """Begin a table whose header stands in a line, from an offset on. If the divider does not fit, both counts."""
        header = self._row(number, start, None)
        dashes = len(cells(divider, self.border))
        if len(header.cells) != dashes or not (self.border or dashes > 1):
            return f"{len(header.cells)} {dashes}"
        self.found.append((header, []))
        return ""

    def add(self, number: int, start: int) -> None:
        self.found[-1][1].append(self._row(number, start, self.border))

    def made(self) -> tuple[Table, ...]:
        return tuple(Table(one.line, one.column, one.at, one, tuple(rows)) for one, rows in self.found)

    def _row(self, number: int, start: int, border: bool | None) -> Row:
        row = self.lines[number - 1][start:].strip()
        self.border = bordered(row) if border is None else border
        return Row(number, start + 1, self.places.starts[number - 1] + start, cells(row, self.border))


def bordered(row: str) -> bool:
    """Whether a header row has a pipe at one of its ends."""
    return row.startswith("|") or _ends_in_pipe(row)


def _ends_in_pipe(row: str) -> bool:
    stem = row.removesuffix("|")
    return stem != row and (len(stem) - len(stem.rstrip("\\"))) % 2 == 0


def cells(row: str, border: bool) -> tuple[str, ...]:
    """The cells of a row; `border` if its table's header has a pipe at an end."""
    row = row.strip(" ")
    if border:
        row = row.removeprefix("|")
        row = row[:-1] if _ends_in_pipe(row) else row
    parts, place = [], 0
    for pipe in _pipes(row):
        parts.append(row[place:pipe].strip())
        place = pipe + 1
    return (*parts, row[place:].strip())


def _pipes(row: str) -> list[int]:
    """Offsets of the pipes that divide cells."""
    runs: list[tuple[int, int, int]] = []
    pipes: list[int] = []
    for mark in _MARKS.finditer(row):
        if mark[1]:
            runs.append((mark.start(), mark.end(), mark[1].count("`")))
        elif mark[2]:
            pipes.append(mark.start())
    if not runs or not pipes:
        return pipes
    regions = _code(row, runs)
    starts = [start for start, _ in regions]
    outside = []
    for pipe in pipes:
        place = bisect_right(starts, pipe) - 1
        if place < 0 or pipe > regions[place][1]:
            outside.append(pipe)
    return outside


def _code(row: str, runs: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Where inline code stands: each run of backticks with the next of its length; a backslash shortens an opening."""
    places: dict[int, list[int]] = {}
    for number, (_, _, size) in enumerate(runs):
        places.setdefault(size, []).append(number)
    regions, number = [], 0
    while number < len(runs):
        start, _, size = runs[number]
        later = places.get(size - (row[start] == "\\"), [])
        after = bisect_right(later, number)
        if after < len(later):
            regions.append((start, runs[later[after]][1] - 1))
            number = later[after]
        number += 1
    return regions
