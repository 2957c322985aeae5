"""HTML text to tags and text, as browsers cut it, in linear time. Knows neither pages nor rules.

The parser of the standard library goes over the rest of the text again at each tag that never ends, so a page of 200 KB
can hold it for minutes. Here every character is passed once.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from html import unescape
from typing import Literal, NamedTuple

Kind = Literal["start", "end", "text", "script", "comment"]
"""A start tag, an end tag, text, what an element holds that browsers do not show, a comment."""

RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes")
"""Elements whose content is neither tags nor text."""

SHOWN = ("title", "textarea")
"""Elements whose content is text, never tags."""

FOREIGN = ("svg", "math")
"""Elements inside which the rules of XML hold: `/>` ends an element, and nothing is raw."""

_SPACE = re.compile(r"[ \t\n\f\r/]*")
_NAME = re.compile(r"[^ \t\n\f\r/>][^ \t\n\f\r/>=]*")
_EQUALS = re.compile(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_BARE = re.compile(r"[^ \t\n\f\r>]*")
_TAG = re.compile(r"[A-Za-z][^ \t\n\f\r/>]*")
_ENTITY = re.compile(r"&[^\s<&;]{1,32};?")
_COMMENT_END = re.compile(r"--!?>")
_CDATA = "<![CDATA["
_CLOSE = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in (*RAW, *SHOWN)}


class Token(NamedTuple):
    """One piece; `at` is the 0-based character at which it begins."""

    kind: Kind
    at: int
    value: str
    """A tag's name in lower case; otherwise the text as it stands, entities and all."""
    attributes: Mapping[str, str] = {}
    """Names in lower case, values without entities; the first of two wins."""
    closed: bool = True
    """Whether it ends before the text does. A tag or comment that does not swallows all that follows."""
    empty: bool = False
    """A start tag that ends in `/>`."""
    end: int = 0
    """The character past the end of a tag."""


def tokens(text: str) -> Iterator[Token]:
    """Every piece of the text, in order."""
    place, foreign = 0, 0
    while (mark := text.find("<", place)) >= 0:
        following = text[mark + 1 : mark + 2]
        if following.isascii() and following.isalpha():
            piece, end = _tag(text, mark, mark + 1, "start")
        elif following == "/" and text[mark + 2 : mark + 3].isascii() and text[mark + 2 : mark + 3].isalpha():
            piece, end = _tag(text, mark, mark + 2, "end")
        elif foreign and text.startswith(_CDATA, mark):
            piece, end = _character_data(text, mark)
        elif following and following in "!?/":
            piece, end = _remark(text, mark)
        else:
            end = text.find("<", mark + 1)
            end = len(text) if end < 0 else end
            yield Token("text", place, text[place:end])
            place = end
            continue
        if mark > place:
            yield Token("text", place, text[place:mark])
        yield piece
        place = end
        if piece.value in FOREIGN:
            foreign += {"start": 0 if piece.empty else 1, "end": -min(foreign, 1)}.get(piece.kind, 0)
        elif piece.kind == "start" and piece.closed and piece.value in _CLOSE and not foreign:
            place = yield from _content(text, piece.value, end)
    if place < len(text):
        yield Token("text", place, text[place:])


def _content(text: str, name: str, start: int) -> Generator[Token, None, int]:
    """What stands in an element without tags inside; gives where its end tag begins."""
    match = _CLOSE[name].search(text, start)
    end = match.start() if match else len(text)
    if end > start:
        yield Token("text" if name in SHOWN else "script", start, text[start:end])
    return end


def _remark(text: str, mark: int) -> tuple[Token, int]:
    """A comment, a document type, or what browsers take for a comment."""
    if text.startswith("<!--", mark):
        if text.startswith((">", "->"), mark + 4):  # an empty comment, by the standard
            end = text.index(">", mark) + 1
            return Token("comment", mark, ""), end
        match = _COMMENT_END.search(text, mark + 4)
        value = text[mark + 4 : match.start() if match else len(text)]
        return Token("comment", mark, value, closed=bool(match)), match.end() if match else len(text)
    end = text.find(">", mark)
    return Token("comment", mark, "", closed=end >= 0), end + 1 if end >= 0 else len(text)


def _character_data(text: str, mark: int) -> tuple[Token, int]:
    end = text.find("]]>", mark)
    closed, start = end >= 0, mark + len(_CDATA)
    end = end if closed else len(text)
    return Token("script", start, text[start:end], closed=closed), min(end + 3, len(text))


def _tag(text: str, mark: int, place: int, kind: Literal["start", "end"]) -> tuple[Token, int]:
    match = _TAG.match(text, place)
    assert match
    name, place = match[0].lower(), match.end()
    found: dict[str, str] = {}
    while True:
        space = _SPACE.match(text, place)
        assert space
        place = space.end()
        if place >= len(text):
            return Token(kind, mark, name, found, closed=False, end=place), place
        if text[place] == ">":
            return Token(kind, mark, name, found, empty=text[place - 1] == "/", end=place + 1), place + 1
        key, value, place = _attribute(text, place)
        found.setdefault(key, plain(value))


def _attribute(text: str, place: int) -> tuple[str, str, int]:
    match = _NAME.match(text, place)
    assert match
    key = match[0].lower()
    equals = _EQUALS.match(text, match.end())
    if not equals:
        return key, "", match.end()
    place = equals.end()
    mark = text[place : place + 1]
    if mark and mark in "\"'":
        end = text.find(mark, place + 1)
        if end < 0:
            return key, text[place + 1 :], len(text)
        return key, text[place + 1 : end], end + 1
    bare = _BARE.match(text, place)
    assert bare
    return key, bare[0], bare.end()


def plain(text: str) -> str:
    """Text with its entities as characters."""
    return "".join(piece for piece, _ in parts(text)) if "&" in text else text


def parts(text: str) -> Iterator[tuple[str, int]]:
    """The text in pieces, entities as characters, each with its offset in `text`."""
    place = 0
    for match in _ENTITY.finditer(text):
        if match.start() > place:
            yield text[place : match.start()], place
        yield _entity(match[0]), match.start()
        place = match.end()
    if place < len(text):
        yield text[place:], place


def _entity(text: str) -> str:
    return unescape(text)  # of 34 characters at most: the standard library refuses numbers of thousands of digits
