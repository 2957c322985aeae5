"""Blanks what is not prose in authored Markdown, in linear time. Every character keeps its line and column."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal["tag", "remark", "comment", "fence", "code", "html"]
"""A Jinja tag or reference, a Jinja comment, an HTML comment, a fenced block, inline code, an HTML tag."""

# Each branch begins with a character, so the search skips to one of them; "`+" would make it try at every place.
_OPEN = re.compile(r"\\[\\`]|\{%|\{\{|\{##|<!--|``*|</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])")
_CLOSE: dict[str, tuple[Kind, str]] = {
    "{%": ("tag", "%}"),
    "{{": ("tag", "}}"),
    "{##": ("remark", "##}"),
    "<!--": ("comment", "-->"),
}
_TAIL = re.compile(r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""")
_NOT_LINE_END = re.compile(r"[^\n]")
_RUN = re.compile(r"`+")
_GAP = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)([^`]*+)$")


@dataclass(frozen=True)
class Span:
    """A stretch of a text that is not prose; offsets are 0-based characters, `end` is past the last."""

    kind: Kind
    start: int
    end: int
    closed: bool = True
    """Whether its end was found; an open fence or comment runs to the end of the text."""


def spans(text: str) -> list[Span]:
    """Every stretch that is not prose, in order, none inside another. An opening mark that nothing closes is prose,
    but for fences and HTML comments, which swallow the rest of a page."""
    found: list[Span] = []
    place = 0
    for fence in _fences(text):
        if fence.start < place:
            continue  # its mark stands inside a comment or tag that began before it
        found += _inline(text, place, fence.start)
        if found and found[-1].end > fence.start:
            place = found[-1].end
            continue
        found.append(fence)
        place = fence.end
    return [*found, *_inline(text, place, len(text))]


def _fences(text: str) -> Iterator[Span]:
    mark, start, offset = "", 0, 0
    for line in text.split("\n"):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if match and not mark:
            mark, start = match[1], offset
        elif match and match[1][0] == mark[0] and len(match[1]) >= len(mark) and not match[2].strip():
            yield Span("fence", start, min(offset + len(line) + 1, len(text)))
            mark = ""
        offset += len(line) + 1
    if mark:
        yield Span("fence", start, len(text), closed=False)


LONGEST_TAG = 1_000
"""Characters of one HTML tag at most; a longer one is prose."""


def _inline(text: str, place: int, end: int) -> list[Span]:
    """Spans that begin in `text[place:end]`; tags and comments may reach beyond `end`."""
    found: list[Span] = []
    reach = _Reach(text, end)
    while match := _OPEN.search(text, place, end):
        span = _one(text, match, reach)
        if span:
            found.append(span)
        place = span.end if span else match.end()
    return found


class _Reach:
    """How far a mark may look for its end; each end is looked for once only, so that the whole takes linear time."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.stop = -1
        self.absent: set[str] = set()
        self.runs: dict[int, list[int]] = {}

    def paragraph(self, place: int) -> int:
        """The end of the paragraph at `place`: inline code and inline HTML do not cross an empty line."""
        if place >= self.stop:
            gap = _GAP.search(self.text, place, self.end)
            self.stop = gap.start() + 1 if gap else self.end
            self.runs = {}
        return self.stop

    def code(self, start: int, length: int) -> int:
        """The offset past the next run of exactly `length` backticks in the paragraph, or -1."""
        stop = self.paragraph(start)
        if not self.runs:
            for run in _RUN.finditer(self.text, start, stop):
                self.runs.setdefault(run.end() - run.start(), []).append(run.start())
        places = self.runs.get(length, [])
        after = bisect_left(places, start + length)
        return places[after] + length if after < len(places) else -1

    def find(self, close: str, start: int) -> int:
        """The offset past the next `close` in the text, or -1."""
        place = -1 if close in self.absent else self.text.find(close, start)
        if place < 0:
            self.absent.add(close)
            return -1
        return place + len(close)


def _one(text: str, match: re.Match[str], reach: _Reach) -> Span | None:
    """The span that an opening mark begins."""
    mark, start = match[0], match.start()
    if mark in _CLOSE:
        kind, close = _CLOSE[mark]
        stop = reach.find(close, match.end())
        if stop < 0:
            return Span("comment", start, len(text), closed=False) if kind == "comment" else None
        return Span(kind, start, stop)
    if mark[0] == "\\":
        return None
    if mark[0] == "`":
        stop = reach.code(start, len(mark))
        return Span("code", start, stop) if stop >= 0 else None
    above = text[max(0, start - 4) : start].rpartition("\n")
    starts_line = not above[2].strip() and bool(above[1] or start < 4)
    limit = reach.end if starts_line else reach.paragraph(start)
    tail = _TAIL.match(text, match.end(), min(limit, match.end() + LONGEST_TAG))
    return Span("html", start, tail.end()) if tail else None


def blanked(text: str, found: Iterable[Span], filler: str = " ") -> str:
    """The text with each span as fillers of the same length; line ends stay."""
    parts: list[str] = []
    place = 0
    for span in found:
        inside = text[span.start : span.end]
        blank = filler * len(inside) if "\n" not in inside else _NOT_LINE_END.sub(filler, inside)
        parts += [text[place : span.start], blank]
        place = span.end
    return "".join([*parts, text[place:]])


@lru_cache(maxsize=4_096)
def masked(text: str, *kinds: Kind) -> str:
    """The text with each stretch of the given kinds (all without any) as spaces; line ends stay."""
    return blanked(text, (span for span in spans(text) if not kinds or span.kind in kinds))
