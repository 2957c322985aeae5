"""How much room words take in a drawing whose font nobody knows, and how to make them fit."""

from __future__ import annotations

import re

from build_tools.charts.shapes import SIZE

_NARROW = frozenset("iljtfrI.,;:'’|!()[] -/·")
_WIDE = frozenset("mwMW@%—●")
_PARTS = re.compile(r"(?<=[ \-/])(?=[^ \-/])")
_LONGEST = 400
"""Characters of a label that are looked at; no drawing has room for more."""


STRONG = 1.12
"""How much wider words are when they are strong."""


def room(text: str, size: float = SIZE) -> float:
    """Units that a line of text takes, rather too many than too few for the fonts that systems come with."""
    return sum(map(_em, text)) * size


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.37
    if character in _WIDE or ord(character) > 0x2E80:  # East Asian writing and emoji fill a square
        return 1.0
    return 0.68 if character.isupper() or character.isdigit() else 0.59


def fit(text: str, most: float, size: float = SIZE) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis; nothing where not even a letter does."""
    text = text[:_LONGEST]
    if room(text, size) <= most:
        return text
    taken = room("…", size)
    for at, character in enumerate(text):
        taken += _em(character) * size
        if taken > most:
            return text[:at].rstrip() + "…" if at else ""
    return text


def wrap(text: str, most: float, lines: int, size: float = SIZE) -> list[str]:
    """The text on as few lines as it needs, broken after spaces, hyphens and slashes; the last line may be cut."""
    made, taken = [""], 0.0
    for part in _PARTS.split(" ".join(text[:_LONGEST].split())):
        needs = room(part, size)
        if made[-1] and taken + room(part.rstrip(), size) > most and len(made) < lines:
            made.append("")
            taken = 0
        made[-1] += part
        taken += needs
    return [fit(one.rstrip(), most, size) for one in made]
