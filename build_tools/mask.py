"""Blanks what is not prose in authored Markdown, in linear time. Every character keeps its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["tag", "remark", "comment", "fence", "code", "html"]
"""A Jinja tag or reference, a Jinja comment, an HTML comment, a fenced block, inline code, an HTML tag."""

# Each branch begins with a character, so the search skips to one of three; "`+" would make it try at every place.
_OPEN = re.compile(r"\{%|\{\{|\{##|<!--|``*|</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])")
_CLOSE: dict[str, tuple[Kind, str]] = {
    "{%": ("tag", "%}"),
    "{{": ("tag", "}}"),
    "{##": ("remark", "##}"),
    "<!--": ("comment", "-->"),
}
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")


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
    for line in text.splitlines(keepends=True):
        match = _FENCE.match(line.rstrip("\r\n"))
        if match and not mark:
            mark, start = match[1], offset
        elif match and match[1][0] == mark[0] and len(match[1]) >= len(mark) and not match[2].strip():
            yield Span("fence", start, offset + len(line))
            mark = ""
        offset += len(line)
    if mark:
        yield Span("fence", start, len(text), closed=False)


def _inline(text: str, place: int, end: int) -> list[Span]:
    """Spans that begin in `text[place:end]`; tags and comments may reach beyond `end`."""
    found: list[Span] = []
    absent: set[str] = set()
    while match := _OPEN.search(text, place, end):
        span = _one(text, match, end, absent)
        if span:
            found.append(span)
        place = span.end if span else match.end()
    return found


def _one(text: str, match: re.Match[str], end: int, absent: set[str]) -> Span | None:
    """The span that an opening mark begins; `absent` remembers closing marks that do not come again."""
    mark = match[0]
    if mark in _CLOSE:
        kind, close = _CLOSE[mark]
    elif mark[0] == "`":
        kind, close = "code", mark
    else:
        kind, close = "html", ">"
    stop = -1 if close in absent else _find(text, close, match.end(), end if kind in ("code", "html") else len(text))
    if stop < 0:
        absent.add(close)
        return Span("comment", match.start(), len(text), closed=False) if kind == "comment" else None
    return Span(kind, match.start(), stop)


def _find(text: str, close: str, start: int, end: int) -> int:
    """The offset past the next `close`, or -1. A run of backticks closes only with a run of the same length."""
    place = text.find(close, start, end)
    while close[0] == "`" and place >= 0:
        after = place + len(close)
        if text[place - 1] != "`" and text[after : after + 1] != "`":
            break
        while text[after : after + 1] == "`":
            after += 1
        place = text.find(close, after, end)
    return place + len(close) if place >= 0 else -1


def masked(text: str, *kinds: Kind) -> str:
    """The text with each stretch of the given kinds (all without any) as spaces; line ends stay."""
    parts: list[str] = []
    place = 0
    for span in spans(text):
        if kinds and span.kind not in kinds:
            continue
        parts += [text[place : span.start], re.sub(r"[^\n]", " ", text[span.start : span.end])]
        place = span.end
    return "".join([*parts, text[place:]])
