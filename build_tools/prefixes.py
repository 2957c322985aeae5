"""The marks of quotes and list items at the start of a line. Knows one line at a time."""

from __future__ import annotations

import re

ITEM = re.compile(r"(?:[*+-]|(\d{1,9})\.)[ \t]+")
"""The mark of a list item; group 1 is its number."""


def quote(line: str, start: int) -> tuple[int, int, int]:
    """How many quotes a line is in, the offset at which its text begins, and that text's indent."""
    depth, place = 0, start
    while True:
        bare = place
        while line[bare : bare + 1] == " " and bare - place < 3:
            bare += 1
        if line[bare : bare + 1] != ">":
            break
        depth += 1
        place = bare + (2 if line[bare + 1 : bare + 2] == " " else 1)
    text = place
    while line[text : text + 1] == " ":
        text += 1
    return depth, text, text - place


def items(content: str) -> tuple[int, int]:
    """The offset past the marks of all items that begin on a line, and how many they are."""
    place, count = 0, 0
    while item := ITEM.match(content, place):
        place, count = item.end(), count + 1
    return place, count
