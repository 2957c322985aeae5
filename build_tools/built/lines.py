"""Characters of a text to lines and columns. Knows nothing else."""

from __future__ import annotations

from bisect import bisect_right


class Lines:
    """The line starts of one text. Only LF ends a line, as in the report of problems."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        place = text.find("\n")
        while place >= 0:
            self._starts.append(place + 1)
            place = text.find("\n", place + 1)

    def place(self, at: int) -> tuple[int, int]:
        """The 1-based line and column of a 0-based character."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1
