"""Blanks what a text only reports: quotation marks, block quotes and emphasised stretches. Nothing moves."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\n[ \t]*\n|\Z")
_MARK = re.compile(r"[“”\"]")
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_ITALIC = re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]{1,500}\*(?!\*)|(?<![_\w])_(?![_\s])[^_\n]{1,500}_(?![_\w])")


def narrated(text: str) -> str:
    """The text in its author's own voice, with what others say as spaces; line ends stay."""
    text = _ITALIC.sub(_blank, _QUOTED.sub(_blank, text))
    parts: list[str] = []
    place = 0
    for end in (match.end() for match in _BREAK.finditer(text)):
        parts.append(_unquoted(text[place:end]))
        place = end
    return "".join(parts)


def _unquoted(paragraph: str) -> str:
    """One paragraph without what stands in double quotation marks; one that is never closed runs to its end."""
    parts: list[str] = []
    place, opened = 0, -1
    for mark in _MARK.finditer(paragraph):
        if opened < 0 and mark.group() != "”":
            opened = mark.start()
        elif opened >= 0 and mark.group() != "“":
            parts += [paragraph[place:opened], _spaces(paragraph[opened : mark.end()])]
            place, opened = mark.end(), -1
    if opened >= 0:
        parts += [paragraph[place:opened], _spaces(paragraph[opened:])]
        place = len(paragraph)
    return "".join([*parts, paragraph[place:]])


def _blank(match: re.Match[str]) -> str:
    return _spaces(match.group())


def _spaces(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
