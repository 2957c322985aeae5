"""The words of a page as one text, each character with its place in the source. Knows no tags and no rules."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from build_tools.built.tokens import parts


@dataclass
class Flow:
    """Words in the order in which they stand, attributes that people read among them, blocks on lines of their own."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    """Characters so far."""
    _starts: list[int] = field(default_factory=list)
    _sources: list[tuple[int, bool]] = field(default_factory=list)
    """For each piece its offset in the source, and whether each of its characters stands there."""
    _naming: list[int] = field(default_factory=list)
    """Starts of the pieces that can name a link or a heading for somebody who listens."""
    _code: list[tuple[int, int]] = field(default_factory=list)

    def add(self, raw: str, at: int, code: bool = False, naming: bool = True) -> None:
        """Text of the source that begins there, entities and all."""
        for piece, offset in parts(raw):
            self._piece(piece, at + offset, False, code, naming)

    def add_value(self, value: str, at: int, naming: bool = True) -> None:
        """An attribute's value, on a line of its own; all of it counts as standing where its tag begins."""
        self.gap()
        self._piece(value, at, True, False, naming)
        self.gap()

    def add_hidden(self, text: str, at: int) -> None:
        """Text that no reader sees, such as data for a script, on a line of its own."""
        self.gap()
        self._piece(text, at, False, True, False)
        self.gap()

    def add_escaped(self, text: str, escape: re.Pattern[str]) -> None:
        """A text in which characters may stand as four hexadecimal digits, the only group of `escape`."""
        place = 0
        for match in escape.finditer(text):
            self._piece(text[place : match.start()], place, False, False, False)
            self._piece(chr(int(match[1], 16)), match.start(), True, False, False)
            place = match.end()
        self._piece(text[place:], place, False, False, False)

    def gap(self) -> None:
        """End a line."""
        if self.pieces and self.pieces[-1] != "\n":
            self._piece("\n", self._sources[-1][0], True, False, False)

    def _piece(self, piece: str, at: int, fixed: bool, code: bool, naming: bool) -> None:
        if naming and piece.strip():
            self._naming.append(self.length)
        if code:
            self._code.append((self.length, self.length + len(piece)))
        self._starts.append(self.length)
        self._sources.append((at, fixed))
        self.pieces.append(piece)
        self.length += len(piece)

    @cached_property
    def text(self) -> str:
        """All of it. Ask only when the page is read."""
        return "".join(self.pieces)

    @cached_property
    def prose(self) -> str:
        """The same with code as spaces."""
        made, place = [], 0
        for start, end in self._code:
            made += [self.text[place:start], re.sub(r"[^\n]", " ", self.text[start:end])]
            place = end
        return "".join([*made, self.text[place:]])

    def source(self, index: int) -> int:
        """The offset in the source of a character of `text`."""
        number = bisect_right(self._starts, index) - 1
        if number < 0:
            return 0
        at, fixed = self._sources[number]
        return at if fixed else at + index - self._starts[number]

    def names(self, start: int, end: int) -> bool:
        """Whether that stretch holds a word that a screen reader would say."""
        number = bisect_left(self._naming, start)
        return number < len(self._naming) and self._naming[number] < end
