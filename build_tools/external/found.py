"""Every web address of a course with the places it is written at. Reads no disk and asks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from build_tools.authored import Contact, Support
from build_tools.course import Course
from build_tools.external.links import links
from build_tools.located import Where

RESOLVER = "https://doi.org/"
"""Where DOIs lead from; https://www.doi.org/the-identifier/resources/handbook/ (3.8)."""

_READ = (".md", ".yml")


@dataclass(frozen=True, order=True)
class Found:
    """One address at one place; what follows a `#` is for the reader's browser and is left off."""

    where: Where
    address: str


def addresses(course: Course | None, texts: Mapping[str, str]) -> list[Found]:
    """All addresses, sorted by place: those of the course's data, and those of links in any text by path."""
    found = set(_data(course)) if course else set()
    for path, text in texts.items():
        if path.endswith(_READ):
            found |= {Found(Where(path, line, column), address) for line, column, address in links(text)}
    return sorted({Found(one.where, one.address.partition("#")[0]) for one in found})


def _data(course: Course) -> Iterator[Found]:
    for source in course.sources.values():
        if source.doi:
            yield Found(source.where("doi"), RESOLVER + quote(source.doi, safe="/:;()"))
        if source.url:
            yield Found(source.where("url"), source.url)
    for place in course.places.values():
        named: list[Contact | Support] = [place.contact, *place.support]
        yield from (Found(one.where("url"), one.url) for one in named if one.url)
