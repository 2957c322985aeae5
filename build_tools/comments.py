"""Finds `course: ignore` comments in authored files, and takes them out of what is rendered. Never judges them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from build_tools.front_matter import split_front_matter
from build_tools.ignores import AS_MARKDOWN, AS_YAML, INSIDE, SHARES, Code, Ignore
from build_tools.located import Where
from build_tools.mask import masked, spans
from build_tools.scalars import Spot, scalars

GONE = "\x1f"
"""Stands on the line of a comment that was taken out: white space to whoever counts words, nothing in any output."""

MOST = 20
"""Codes that are read in one comment: nobody has one reason for more."""

_ANY = re.compile(r"course:\s*ignore\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"<!--\s*course:\s*ignore\b(.*)-->", re.IGNORECASE | re.DOTALL)
_YAML = re.compile(r"(?<!\S)#\s*course:\s*ignore\b(.*)", re.IGNORECASE)
_AS_MARKDOWN = re.compile(r"<!--\s*course:\s*ignore\b(.*)", re.IGNORECASE)
_AS_YAML = re.compile(r"^ {0,3}#\s*course:\s*ignore\b(.*)", re.IGNORECASE | re.MULTILINE)
_CODE = re.compile(r"[\s,;/&+]*(?:\band\s+)?([a-z]+\d\w*)", re.IGNORECASE)
_BECAUSE = re.compile(r"\bbecause\b(.*)", re.IGNORECASE | re.DOTALL)


def find(text: str, path: str) -> tuple[str, list[Ignore]]:
    """The text of a file without the comments that would reach an output, on the same lines; and all comments."""
    if not _ANY.search(text):
        return text, []
    if path.endswith(".yml"):
        return text, _in_yaml(text, path, top=0)
    if not path.endswith((".md", ".svg")):
        return text, []
    head, body, problems = split_front_matter(text, path)
    if not head:
        return (text, []) if problems and not body else _in_markup(text, path, "")
    below, found = _in_markup(body, path, GONE)
    size = head.count("\n") + 1
    return "\n".join([*text.split("\n")[:size], below[size:]]), _in_yaml(head, path, top=1) + found


def cleared(text: str) -> str:
    """Rendered text with nothing in place of the comments."""
    return text.replace(GONE, "")


class _Lines:
    """The lines of a text, and where each character of it stands."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.all = text.split("\n")
        self.starts = [0, *accumulate(len(line) + 1 for line in self.all)]

    def number(self, offset: int) -> int:
        """The 0-based line of a 0-based character."""
        return bisect_right(self.starts, offset) - 1

    def where(self, offset: int) -> Where:
        line = self.number(offset)
        return Where(self.path, line + 1, offset - self.starts[line] + 1)

    def is_text(self, number: int) -> bool:
        """Whether there is such a line and it belongs to a paragraph, a list or a table."""
        line = self.all[number].strip() if 0 <= number < len(self.all) else ""
        return bool(line) and not line.startswith(("{%", "#", "<!--", "-->"))


def _read(text: str, start: int, lines: _Lines, more: str = "") -> tuple[tuple[Code, ...], str]:
    """The codes and the reason of a comment whose words after `ignore` begin at the offset `start`."""
    codes: dict[str, Code] = {}
    end = 0
    while len(codes) < MOST and (match := _CODE.match(text, end)):
        name = match[1].upper()
        codes.setdefault(name, Code(name, lines.where(start + match.start(1))))
        end = match.end()
    reason = _BECAUSE.search(f"{text[end:]} {more}")
    return tuple(codes.values()), reason[1].strip() if reason else ""


def _in_yaml(text: str, path: str, top: int) -> list[Ignore]:
    """Comments in YAML whose first line has the 0-based number `top`."""
    lines, values = _Lines(text, path), scalars(text)
    found = list(_strays(text, lines, _AS_MARKDOWN, AS_MARKDOWN))
    if values is None:
        return found
    for run in _runs([line.lstrip().startswith("#") for line in lines.all]):
        here = [(n, match) for n in run if (match := _YAML.search(lines.all[n]))]
        here = [(n, match) for n, match in here if not values.hold(Spot(n, match.start()))]
        ends = [*(n for n, _ in here), run.stop][1:]
        for (number, match), end in zip(here, ends, strict=True):
            more = " ".join(line.strip("# ") for line in lines.all[number + 1 : end])
            codes, reason = _read(match[1], lines.starts[number] + match.start(1), lines, more)
            where = Where(path, number + 1, match.start() + 1)
            misplaced = SHARES if lines.all[number][: match.start()].strip() else ""
            below = range(run.stop + 1, run.stop + 2)
            found.append(Ignore(where, codes, reason, below, misplaced, whole=run.start == top))
    return found


def _strays(text: str, lines: _Lines, marks: re.Pattern[str], misplaced: str) -> Iterator[Ignore]:
    """What looks like a comment, in the marks of the other kind of file."""
    for match in marks.finditer(text):
        codes, reason = _read(match[1], match.start(1), lines)
        yield Ignore(lines.where(match.start()), codes, reason, range(0), misplaced, whole=False)


def _runs(comment: Sequence[bool]) -> Iterator[range]:
    """The numbers of all lines: comments that stand together in one range, every other line in its own."""
    start = 0
    while start < len(comment):
        end = start + 1
        while comment[start] and end < len(comment) and comment[end]:
            end += 1
        yield range(start, end)
        start = end


class _Comment(NamedTuple):
    first: int
    last: int
    """0-based lines."""
    alone: bool
    start: int
    match: re.Match[str]


def _in_markup(text: str, path: str, fill: str) -> tuple[str, list[Ignore]]:
    """Comments in Markdown or a drawing, and the text with `fill` on the lines of each that stands alone."""
    lines = _Lines(text, path)
    said = list(lines.all)
    comments = list(_comments(text, lines))
    taken = {one.first for one in comments}
    found = list(_strays(masked(text), lines, _AS_YAML, AS_YAML))
    for stack in _stacks(comments):
        end = stack[-1].last + 1
        stop = end
        while stop < len(said) and lines.all[stop].strip() and stop not in taken:
            stop += 1
        inside = path.endswith(".md") and lines.is_text(stack[0].first - 1) and lines.is_text(end)
        for one in stack:
            codes, reason = _read(one.match[1], one.match.start(1), lines)
            misplaced = INSIDE if inside else "" if one.alone else SHARES
            below = range(end + 1, stop + 1)
            where = lines.where(one.start)
            found.append(Ignore(where, codes, reason, below, misplaced, whole=stack[0].first == 0))
            if one.alone:
                said[one.first : one.last + 1] = [fill] * (one.last + 1 - one.first)
    return "\n".join(said), found


def _comments(text: str, lines: _Lines) -> Iterator[_Comment]:
    for span in spans(text):
        match = _MARKDOWN.fullmatch(text, span.start, span.end) if span.kind == "comment" else None
        if match:
            first, last = lines.number(span.start), lines.number(span.end - 1)
            before = lines.all[first][: span.start - lines.starts[first]]
            after = lines.all[last][span.end - lines.starts[last] :]
            yield _Comment(first, last, not (before + after).strip(), span.start, match)


def _stacks(comments: Sequence[_Comment]) -> Iterator[list[_Comment]]:
    """Comments that stand directly below one another, together."""
    stack: list[_Comment] = []
    for one in comments:
        if stack and one.first > stack[-1].last + 1:
            yield stack
            stack = []
        stack.append(one)
    if stack:
        yield stack
