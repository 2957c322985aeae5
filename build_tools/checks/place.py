"""P family: what belongs to a host stands in its place file, is used, and is named nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch

from build_tools.authored import Place
from build_tools.course import Course
from build_tools.located import Where
from build_tools.mask import masked, spans
from build_tools.passages import passages
from build_tools.problems import Problem
from build_tools.texts import Rendered

_CALLS = {"contact": re.compile(r"\bcontact\s*\("), "support": re.compile(r"\bsupport\s*\(")}
_USES = {name: re.compile(rf"\bplace\.{name}\b") for name in ("name", "nation", "host")} | _CALLS
_ADDRESS = re.compile(r"(?:https://|mailto:|tel:\+?\d)[^\s()<>\[\]{}\"'`\\|]+\Z")

_FREE = ("modules/places/*", "modules/sources.yml", "modules/glossary.yml", "modules/facts.yml")
"""Files that may name any place of the world."""


def place(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Values without use, addresses that are none, names typed by hand."""
    if not broken:
        yield from _unused(course)
    for one in course.places.values():
        yield from _addresses(one)
    yield from _typed(course, rendered)


def _unused(course: Course) -> Iterator[Problem]:
    """Each value that no text prints, once: at the first place that has it."""
    tags = [
        passage.text[span.start : span.end]
        for passage in passages(course)
        if "{" in passage.text
        for span in spans(passage.text)
        if span.kind == "tag"
    ]
    for name, use in _USES.items():
        given = [one for one in course.places.values() if getattr(one, name)]
        if given and not any(use.search(tag) for tag in tags):
            call = f"{name}()" if name in _CALLS else f"place.{name}"
            yield Problem.at(
                given[0].where(name),
                "P101",
                f'no text uses "{name}"',
                f"write {{{{ {call} }}}} on a page of modules/pages",
            )


def _addresses(one: Place) -> Iterator[Problem]:
    links = [(one.contact.url, one.contact.where("url"))]
    links += [(support.url, support.where("url")) for support in one.support]
    for url, where in links:
        if url and not _ADDRESS.match(url):
            yield Problem.at(where, "P103", f'"{url}" is no address that a reader can follow')


def _typed(course: Course, rendered: Rendered) -> Iterator[Problem]:
    cited = {name for source in course.sources.values() for name in source.authors}
    names = {
        " ".join(name.split()): call
        for one in course.places.values()
        for name, call in ((one.name, "place.name"), (one.host, "place.host"))
        if len(name.split()) > 1 and name != name.lower() and name not in cited
    }
    if not names:
        return
    longest_first = sorted(names, key=len, reverse=True)
    found = re.compile(rf"(?<!\w)(?:{'|'.join(map(_folded, longest_first))})(?!\w)")
    real = _real_cases(rendered)
    for passage in passages(course):
        if any(fnmatch(passage.path, free) for free in _FREE):
            continue
        text = masked(passage.text, "remark", "comment") if passage.start is None else passage.text
        for match in found.finditer(text):
            where = passage.where(match.start(), match.end())
            if not _within(where, real.get(passage.path, [])):
                name = " ".join(match.group().split())
                sentence = f'"{name}" belongs to one host and stands in everybody\'s text'
                yield Problem.at(where, "P102", sentence, f"write {{{{ {names[name]} }}}}")


def _folded(name: str) -> str:
    """A pattern for a name that may be broken over lines."""
    return r"\s+".join(map(re.escape, name.split()))


def _real_cases(rendered: Rendered) -> dict[str, list[tuple[int, int]]]:
    """First and last lines of real cases by file: they tell what happened somewhere."""
    found: dict[str, list[tuple[int, int]]] = {}
    for block in rendered.blocks:
        if block.kind == "case" and block.data["kind"] == "real":
            last = block.where.line + block.body.count("\n")
            found.setdefault(block.owner, []).append((block.where.line, last))
    return found


def _within(where: Where, stretches: list[tuple[int, int]]) -> bool:
    return any(first <= where.line <= last for first, last in stretches)
