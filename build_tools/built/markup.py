"""Whether a page is whole and says to everybody what it shows: ids, headings, images, language, title, names, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_tools.built.folder import PAGES, Folder, quoted
from build_tools.built.gist import Gist, moved, title_of
from build_tools.built.links import NOT_FOUND
from build_tools.built.reading import Element, Reading
from build_tools.problems import Problem

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")

Finding = tuple[int, str, str]
"""The 0-based character, the rule, the sentence."""


def markup(reading: Reading, page: bool) -> Iterator[Finding]:
    """One page, or one drawing, on its own."""
    yield from _ids(reading)
    for at, sentence in reading.faults:
        yield at, "B117", sentence
    if page and not moved(reading):
        yield from _headings(reading)
        yield from _images(reading)
        yield from _head(reading)
        yield from _names(reading)


def titles(folder: Folder, gists: Mapping[str, Gist]) -> Iterator[Problem]:
    """Every title that another page has already."""
    first: dict[str, str] = {}
    for path, one in gists.items():
        if one.title and path != NOT_FOUND and path.lower().endswith(PAGES):
            other = first.setdefault(one.title, path)
            if other != path:
                sentence = f"the title {quoted(one.title)} is also that of {quoted(other)}"
                yield folder.problem(path, one.title_at, "B113", sentence)


def _ids(reading: Reading) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for element in reading.elements:
        name = element.attributes.get("id")
        if name is None:
            continue
        if not name.strip() or re.search(r"\s", name):
            yield element.at, "B107", f"{quoted(name)} is no id: it is empty or holds a space"
        elif first.setdefault(name, element.at) != element.at:
            yield element.at, "B107", f"the id {quoted(name)} stands twice on this page"


def _headings(reading: Reading) -> Iterator[Finding]:
    headings = [one for one in reading.elements if one.tag in HEADINGS and not one.hidden]
    tops = [one for one in headings if one.tag == "h1"]
    if not tops:
        yield 0, "B108", "the page has no <h1>"
    for one in tops[1:]:
        yield one.at, "B108", "the page has a second <h1>"
    before = 0
    for one in headings:
        level = int(one.tag[1])
        if not reading.flow.names(one.start, one.end):
            yield one.at, "B110", f"this <{one.tag}> says nothing"
        if not one.inside:
            continue
        if before and level > before + 1:
            yield one.at, "B109", f"a heading of level {level} follows one of level {before}"
        before = level


def _images(reading: Reading) -> Iterator[Finding]:
    for one in reading.elements:
        picture = one.tag == "img" or (one.tag == "input" and one.attributes.get("type", "").lower() == "image")
        named = {"alt", "aria-label", "aria-labelledby"} & one.attributes.keys()
        if (picture and "alt" not in one.attributes) or (one.tag == "area" and not named):
            yield one.at, "B111", f"this <{one.tag}> has no alt"
        elif one.attributes.get("role") == "img" and one.tag != "img" and not _says(reading, one):
            yield one.at, "B111", f'this <{one.tag} role="img"> has no name'


def _says(reading: Reading, element: Element) -> bool:
    """Whether a screen reader has something to say for it."""
    named = element.attributes.get("aria-labelledby", "").split()
    return reading.flow.names(element.start, element.end) or any(name in reading.ids for name in named)


def _head(reading: Reading) -> Iterator[Finding]:
    page = next((one for one in reading.elements if one.tag == "html"), None)
    at = page.at if page else 0
    language = page.attributes.get("lang", "") if page else ""
    if not language:
        yield at, "B112", "the page does not name its language"
    elif not _LANGUAGE.match(language):
        yield at, "B112", f"{quoted(language)} is no language"
    title = title_of(reading)
    if title is None:
        yield at, "B113", "the page has no <title>"
    elif not reading.words(title):
        yield title.at, "B113", "the <title> is empty"


def _names(reading: Reading) -> Iterator[Finding]:
    for one in reading.elements:
        link = one.tag == "a" and "href" in one.attributes
        if (link or one.tag == "button") and not one.hidden and not _says(reading, one):
            yield one.at, "B114", f"this {'link' if link else 'button'} says nothing"
