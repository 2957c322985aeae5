"""Strangers' text on a terminal: on one line, of bounded length, without control characters; and a caret below it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

LONGEST = 1_000
"""Characters of a sentence or hint."""

BEFORE, AFTER = 60, 40
"""Characters of a source line shown on either side of the place."""

_HIDDEN = {"Cc", "Cs", "Zl", "Zp"}
"""Categories that a terminal obeys or cannot print."""

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of what follows, the caret's line included."""


_JOINER = "\u200d"
"""Makes one picture of the two on its sides."""

_SKINS = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def shown(text: str) -> str:
    """A text for people as one line."""
    text = " ".join(text.split()) if "\n" in text or "\r" in text else text
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return text if text.isascii() and text.isprintable() else "".join(map(_plain, text))


def underlined(lines: Sequence[str], line: int, column: int) -> list[str]:
    """The source line around a 1-based place and a caret below it; nothing where there is nothing to see."""
    text = lines[line - 1] if 1 <= line <= len(lines) else ""
    if not text.strip():
        return []
    start = max(0, column - BEFORE)
    part = "".join(map(_plain, text[start : start + BEFORE + AFTER]))
    before = _width(part[: column - 1 - start])
    return [f"    | {part}".rstrip(), f"    | {' ' * before}^"]


def _plain(character: str) -> str:
    if character == "\t":
        return " "
    if character in _TURNING or unicodedata.category(character) in _HIDDEN:
        return "\ufffd"
    return character


def _width(text: str) -> int:
    """Columns of a terminal: two for wide characters, none for what joins the one before it."""
    columns, joined = 0, False
    for character in text:
        combines = unicodedata.category(character) in ("Mn", "Me", "Cf") or character in _SKINS
        if not (combines or joined):
            columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        joined = character == _JOINER
    return columns
