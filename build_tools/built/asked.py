"""Every address that a page, drawing, style sheet or script names, and whether it is fetched unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.built.reading import Element, Reading
from build_tools.built.tokens import plain

FOLLOWED = {"a", "area"}
"""Elements whose address is for people to follow."""

SAID = {"alternate", "author", "bookmark", "canonical", "edit", "help", "license", "me", "next", "prev", "shortlink"}
"""Relations of a `<link>` that say something and fetch nothing."""

NAMES = ("href", "src", "xlink:href", "data", "poster", "action", "formaction", "background", "ping")

PAINTED = ("style", "fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end")
"""Attributes that name an address in the way of a style sheet."""

_URL = re.compile(
    r"""url\(\s*+(?:"([^"\n]*+)"|'([^'\n]*+)'|([^"'()\s]*+))\s*+\)|@import\s++(?:"([^"\n]*+)"|'([^'\n]*+)')""",
    re.IGNORECASE,
)
_HOST = re.compile(r"""["'`]((?:(?:https?|wss?):)?//[^"'`\s]++)""")
_CALL = re.compile(
    r"\b(?:(?:fetch|importScripts|import|sendBeacon|Worker|SharedWorker|WebSocket|EventSource|Request)\s*\(|from|import)"
    r"\s*\Z"
)
_LOC = re.compile(r"<loc>([^<]*+)</loc>")
_REFRESH = re.compile(r"""url\s*+=\s*+["']?([^"']*+)""", re.IGNORECASE)


class Asked(NamedTuple):
    """One address as it was written, entities read."""

    value: str
    at: int
    """0-based character of the tag, or of the address where there is no tag."""
    fetched: bool
    """Whether a browser asks for it without the reader's doing."""
    whole: bool = False
    """Whether it must be the whole address, host and all, since it is read away from the page."""


def on_page(reading: Reading) -> Iterator[Asked]:
    """Every address of the elements and inline styles and scripts of a page."""
    for element in reading.elements:
        if element.tag == "meta":
            yield from _meta(element)
            continue
        for name, value in element.attributes.items():
            if name in NAMES:
                fetched = _fetched(element, name)
                yield Asked(value, element.at, fetched, element.tag == "link" and not fetched)
            elif name in ("srcset", "imagesrcset"):
                yield from (Asked(one, element.at, True) for one in _candidates(value))
            elif name in PAINTED and "url(" in value.lower():
                yield from (one._replace(at=element.at) for one in in_style(value))
    for style in reading.styles:
        yield from (one._replace(at=style.at + one.at) for one in in_style(style.text))
    for script in reading.scripts:
        yield from (one._replace(at=script.at + one.at) for one in in_script(script.text))


def _fetched(element: Element, name: str) -> bool:
    if element.tag == "link":
        relations = set(element.attributes.get("rel", "").lower().split())
        return "stylesheet" in relations or not relations & SAID
    return name == "ping" or element.tag not in FOLLOWED


def _meta(element: Element) -> Iterator[Asked]:
    if element.attributes.get("http-equiv", "").lower() == "refresh":
        match = _REFRESH.search(element.attributes.get("content", ""))
        if match:
            yield Asked(match[1].strip(), element.at, False)


def _candidates(srcset: str) -> Iterator[str]:
    """The addresses of a list of images; a comma that an address holds belongs to it."""
    for match in re.finditer(r"[\s,]*+([^\s,]\S*+)(?:\s[^,]*+)?", srcset.strip(" \t\n\r\f,")):
        yield match[1].rstrip(",")


def in_style(css: str) -> Iterator[Asked]:
    """Every address of a style sheet outside its comments."""
    for match in _URL.finditer(_without_comments(css)):
        value = next((group for group in match.groups() if group is not None), "")
        yield Asked(value.strip(), match.start(), True)


def _without_comments(css: str) -> str:
    """The same text with comments as spaces."""
    made, place = [], 0
    while (start := css.find("/*", place)) >= 0:
        end = css.find("*/", start + 2)
        end = len(css) if end < 0 else end + 2
        made += [css[place:start], " " * (end - start)]
        place = end
    return "".join([*made, css[place:]])


def in_sitemap(xml: str) -> Iterator[Asked]:
    """Every page that a map for search engines names."""
    for match in _LOC.finditer(xml):
        yield Asked(plain(match[1]), match.start(1), False, True)


def in_script(script: str) -> Iterator[Asked]:
    """Every address of another host that a script plainly asks for. What a script puts together is not seen."""
    for match in _HOST.finditer(script):
        if _CALL.search(script[max(0, match.start() - 40) : match.start()]):
            yield Asked(match[1], match.start(1), True)
