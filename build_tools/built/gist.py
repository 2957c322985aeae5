"""What the rest of a folder must know of one page, so that no more of it is kept. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.built.asked import Asked, on_page
from build_tools.built.reading import Element, Reading


@dataclass(frozen=True)
class Gist:
    """One page or drawing; characters are 0-based."""

    ids: frozenset[str]
    """Every anchor."""
    asked: tuple[Asked, ...]
    """Every address that it names."""
    title: str
    """Empty if it has none, or only sends readers on."""
    title_at: int
    canonical: str
    """The whole address at which it says it stands; empty if it does not."""


def gist(reading: Reading) -> Gist:
    """The gist of a page."""
    title = None if moved(reading) else title_of(reading)
    stated = (
        one.attributes.get("href", "")
        for one in reading.elements
        if one.tag == "link" and one.attributes.get("rel", "").lower() == "canonical"
    )
    words, at = (reading.words(title), title.at) if title else ("", 0)
    return Gist(frozenset(reading.ids), tuple(on_page(reading)), words, at, next(stated, ""))


def moved(reading: Reading) -> bool:
    """Whether the page only sends readers on."""
    return any(
        one.tag == "meta" and one.attributes.get("http-equiv", "").lower() == "refresh" for one in reading.elements
    )


def title_of(reading: Reading) -> Element | None:
    """The page's title; a drawing may have one of its own."""
    for one in reading.elements:
        if one.tag in ("svg", "body"):
            return None
        if one.tag == "title":
            return one
    return None
