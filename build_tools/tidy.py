"""The bytes of an authored file as they should be, with the same meaning. Knows lines of Markdown and YAML; no disk."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from build_tools.front_matter import split_front_matter
from build_tools.mask import spans
from build_tools.problems import Problem
from build_tools.scalars import Spot, scalars

_BLANK = " \t"
_NEEDED = re.compile(
    r"""(?:[>\s]|[-*+:]|\d+[.)])+   # marks of lists and quotations alone: without the space, the last would be text
    | .*\#                          # a heading that ends in a mark, or the end mark of one
    | (?:.*\s)?['"]+                # a quotation mark by itself, which turns by the space after it""",
    re.VERBOSE,
)
"""A line of Markdown to which the space at its end means something."""


def tidied(raw: bytes, path: str) -> bytes:
    """The file with LF, no byte order mark, no loose spaces and one line end at its end; as it is if it is not text."""
    try:
        text = raw.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError:
        return raw
    if "\0" in text or not text.strip():
        return raw
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ended(_stripped(text, _loose(text, path)), path).encode()


def untidy(text: str, path: str) -> list[Problem]:
    """A note for loose spaces and one for the end of a file with LF; what `tidied` leaves alone is not mentioned."""
    notes = []
    loose = _loose(text, path)
    if loose:
        line = text.split("\n")[loose[0]]
        sentence = "the line ends in spaces" if len(loose) == 1 else f"{len(loose)} lines end in spaces, from here on"
        notes.append(Problem(path, loose[0] + 1, len(line.rstrip(_BLANK)) + 1, "R311", sentence))
    bare = _stripped(text, loose)
    ended = _ended(bare, path)
    if len(ended) > len(bare):
        column = len(bare) - bare.rfind("\n")
        notes.append(Problem(path, bare.count("\n") + 1, column, "R312", "the last line has no line end"))
    elif len(ended) < len(bare):
        notes.append(Problem(path, ended.count("\n") + 1, 1, "R312", "empty lines end the file"))
    return notes


def _stripped(text: str, loose: list[int]) -> str:
    if not loose:
        return text
    lines = text.split("\n")
    for number in loose:
        lines[number] = lines[number].rstrip(_BLANK)
    return "\n".join(lines)


def _ended(text: str, path: str) -> str:
    """With one line end at its end, unless a YAML value there keeps them all."""
    ended = text.rstrip("\n") + "\n"
    if ended != text and path.endswith(".yml"):
        values = scalars(text)
        return text if values and values.keeps else ended
    return ended


def _loose(text: str, path: str) -> list[int]:
    """The 0-based lines that end in spaces or tabs which mean nothing."""
    lines = text.split("\n")
    found = [number for number, line in enumerate(lines) if line.endswith((" ", "\t"))]
    if not found or path.endswith(".svg"):
        return []
    if path.endswith(".yml"):
        return _in_yaml(text, lines, found)
    if not path.endswith(".md"):
        return found
    head, body, problems = split_front_matter(text, path)
    if problems and not body:
        return []  # front matter that is never closed: nobody knows where the Markdown begins
    size = head.count("\n") + 1 if head else 0
    fences = [number for number in found if head and number in (0, size - 1)]
    inner = [number for number in found if 0 < number < size - 1]
    below = [number for number in found if number >= size]
    return sorted([*fences, *_in_yaml(head, lines, inner), *_in_markdown(body, lines, below)])


def _in_yaml(text: str, lines: list[str], found: list[int]) -> list[int]:
    values = scalars(text) if found else None
    return [number for number in found if values and not values.hold(Spot(number, len(lines[number])))]


def _in_markdown(text: str, lines: list[str], found: list[int]) -> list[int]:
    """All but code, the insides of tags and comments, hard breaks, and marks that need the space after them."""
    stretches = spans(text) if found else []
    starts = [span.start for span in stretches]
    ends = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=-1))
    loose = []
    for number in found:
        line, bare = lines[number], lines[number].rstrip(_BLANK)
        within = bisect_right(starts, ends[number + 1]) - 1
        held = within >= 0 and ends[number + 1] < stretches[within].end
        following = number + 1 < len(lines) and lines[number + 1].strip(_BLANK)
        broken = following and line.expandtabs(4).endswith("  ")
        code = line.startswith(("    ", "\t"))
        if not held and not (bare and (broken or code or _NEEDED.fullmatch(bare))):
            loose.append(number)
    return loose
