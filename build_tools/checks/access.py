"""X family, for texts: everybody can find their way by headings, links, tables and pictures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.located import Where
from build_tools.markdown import spoken
from build_tools.marks import Link
from build_tools.problems import Problem
from build_tools.scripts import Script

_VAGUE = (
    "here,click here,click,this,this link,this page,link,links,more,read more,learn more,find out more,see more,"
    "more info,more information,details,page,website,site,article,document,download,see here,go,continue"
)
VAGUE = frozenset(_VAGUE.split(","))
"""Words of a link that do not say where it leads."""

_ANY_IMAGE = ("image", "picture", "photo", "photograph", "figure", "graphic", "drawing", "icon", "alt", "alt text")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+$", re.IGNORECASE)
_FILE = re.compile(r"[^\s/]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$", re.IGNORECASE)
_DECORATIVE = re.compile(r"role=[\"']?(?:presentation|none)\b")
_TITLED = ("activity", "case")
_MODULE_PAGE = ("What you will be able to do", "In this module")


@dataclass(frozen=True)
class _Headed:
    """A heading of a page, written or made by a tag."""

    where: Where
    level: int
    text: str
    how: str = ""
    """How it is written: one #, a line of =, <h1>."""


def access(script: Script) -> Iterator[Problem]:
    """Everything about access in one text."""
    for link in script.prose.links:
        yield from _image(script, link) if link.form == "image" else _words(script, link)
    yield from _elements(script)
    if script.kind == "value":
        return
    for table in script.prose.tables:
        empty = [not cell for cell in table.header.cells]
        if all(empty) or any(empty[1:]):
            yield Problem.at(script.where(table), "X106", "a column of this table has no name in its header")
    headings = _outline(script)
    if script.kind == "figure":
        for one in headings:
            yield Problem.at(one.where, "X114", "a heading stands in the words of a figure", "write it in **bold**")
        return
    yield from _firsts(script, headings)
    yield from _levels(script, headings)
    yield from _same(script, headings)
    yield from _ids(script)


def _image(script: Script, link: Link) -> Iterator[Problem]:
    alt = spoken(link.text)
    if not alt and not _DECORATIVE.search(link.attributes) and "{{" not in link.text:
        yield Problem.at(script.where(link), "X101", "this image has no alternative text")
    elif _FILE.match(alt) or alt.casefold().rstrip(".") in _ANY_IMAGE:
        yield Problem.at(script.where(link), "X101", f'"{alt[:60]}" does not say what the image shows')


def _words(script: Script, link: Link) -> Iterator[Problem]:
    if link.form == "definition" or "{{" in link.text:
        return
    sentence, hint = _vague(link.text)
    if link.form in ("bare", "auto"):
        sentence = f"{link.target[:60]} is no link" if link.form == "bare" else "this link has an address for words"
        hint = f"write [words]({link.target if '://' in link.target else 'https://' + link.target})"
    if sentence:
        yield Problem.at(script.where(link), "X102", sentence, hint)


def _vague(text: str) -> tuple[str, str]:
    words = spoken(text)
    if not any(map(str.isalnum, words)):
        return "this link has no words", "put words between the square brackets"
    if _ADDRESS.match(words):
        return "this link has an address for words", ""
    if words.casefold().strip(" .,:;!?…→»>“”\"'‘’()") in VAGUE:
        return f'"{words}" does not say where the link leads', ""
    return "", ""


def _elements(script: Script) -> Iterator[Problem]:
    prose = script.prose
    for one in prose.elements:
        if one.name == "img" and not one.closing:
            alt = one.value("alt")
            if alt is None or (not alt.strip() and one.value("role") not in ("presentation", "none")):
                yield Problem.at(script.where(one), "X101", "this image has no alternative text")
    cells = [one.at for one in prose.elements if one.name == "th"]
    for first, last in prose.pairing.pairs:
        if first.name == "a" and first.value("href") is not None:
            inside = prose.text[first.end : last.at]
            shows = "{{" in inside or "<img" in inside.lower()
            sentence, hint = ("", "") if shows else _vague(inside)
            if sentence:
                yield Problem.at(script.where(first), "X102", sentence, hint)
        elif first.name == "table" and bisect_left(cells, first.at) == bisect_left(cells, last.at):
            yield Problem.at(
                script.where(first), "X106", "this table has no header cells", "write its first row with <th>"
            )


def _outline(script: Script) -> list[_Headed]:
    """The headings of the page, in order, with those that tags make; facilitators' notes stand elsewhere, and of those
    under a condition nobody knows."""
    prose = script.prose
    found = [
        _Headed(script.where(one), one.level, one.text, "a line of = below" if one.underlined else "one #")
        for one in prose.headings
        if script.page_at(one.at) == script.page and not script.within("if", one.at)
    ]
    for first, last in prose.pairing.pairs:
        if len(first.name) == 2 and first.name[0] == "h" and first.name[1].isdigit():
            found.append(
                _Headed(script.where(first), int(first.name[1]), prose.text[first.end : last.at], f"<{first.name}>")
            )
    sections = [one.where.line for one in found if one.level == 2]
    for block in script.blocks:
        if block.kind in _TITLED:
            level = 3 if sections and min(sections) < block.where.line else 2
            found.append(_Headed(block.where, level, str(block.data["title"])))
    return sorted(found, key=lambda one: (one.where.line, one.where.column))


def _firsts(script: Script, headings: list[_Headed]) -> Iterator[Problem]:
    """First-level headings: none in a text whose title makes one, and exactly one on a hand-written page."""
    found = [one for one in headings if one.level == 1]
    if script.kind != "docs":
        for one in found:
            sentence = f"a heading with {one.how} stands in the text"
            yield Problem.at(one.where, "S202", sentence, "use ##; the title is in the front matter")
        return
    if not found:
        yield Problem(script.path, 1, 1, "X115", "the page has no first-level heading")
    for one in found[1:]:
        hint = f"use ##; the page's heading is in line {found[0].where.line}"
        yield Problem.at(one.where, "X115", "the page has a second first-level heading", hint)


def _levels(script: Script, headings: list[_Headed]) -> Iterator[Problem]:
    level = 1 if script.kind in ("module", "page") else 0
    for one in headings:
        if level and one.level > level + 1:
            sentence = f"this heading has level {one.level}; the one before has level {level}"
            yield Problem.at(one.where, "X103", sentence, f"use {'#' * (level + 1)}")
        level = one.level
        if not spoken(one.text):
            yield Problem.at(one.where, "X116", "this heading has no words")


def _same(script: Script, headings: list[_Headed]) -> Iterator[Problem]:
    made = _MODULE_PAGE if script.kind == "module" and script.page.endswith("/index.md") else ()
    seen: dict[str, int] = {name.casefold(): 0 for name in (*made, *([script.title] if script.title else []))}
    for one in headings:
        name = spoken(one.text).casefold()
        if name and name in seen:
            hint = f"the first is in line {seen[name]}" if seen[name] else "the page itself has it already"
            yield Problem.at(one.where, "X104", f'the heading "{one.text[:60]}" stands twice on the page', hint)
        seen.setdefault(name, one.where.line)


def _ids(script: Script) -> Iterator[Problem]:
    """Ids that stand twice: given by hand, or by tags."""
    prose = script.prose
    found = [
        (one.value, script.where(one), "")
        for one in prose.attributes
        if one.name == "id" and not script.within("checklist", one.at) and not script.within("if", one.at)
    ]
    found += [
        (attribute.value, script.where(attribute), "")
        for element in prose.elements
        for attribute in element.attributes
        if attribute.name == "id"
    ]
    for block in script.blocks:
        if block.kind not in ("question", "figure", "perspective"):
            found.append((f"{block.kind}-{block.id}", block.where, block.kind))
    found += [(f"{one.kind}-{one.target}", one.where, one.kind) for one in script.references]
    seen: dict[str, tuple[Where, str]] = {}
    for name, where, kind in sorted(found, key=lambda one: (one[1].line, one[1].column, one[0])):
        first, other = seen.setdefault(name, (where, kind))
        if first == where or (kind and kind == other and kind not in ("question", "figure")):
            continue
        sentence = f"this {kind}" if kind and kind == other else f'the id "{name[:60]}"'
        hint = f"the {other} in line {first.line} has it" if other and other != kind else f"first in line {first.line}"
        yield Problem.at(where, "X105", f"{sentence} stands twice on the page", hint)
