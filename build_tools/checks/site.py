"""S111 to S115: the hand-written half of the site fits the generated one, and `mkdocs.yml` does no harm."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from build_tools import nav
from build_tools.course import Course, Site
from build_tools.located import MarkedDict, Where
from build_tools.pages import generated
from build_tools.problems import Problem, nearest
from build_tools.rules.site import PLUGINS
from build_tools.site_source import CONFIG
from build_tools.texts import Rendered

SOURCES = ("modules", "build_tools")
"""Folders of the project, beside the pages, that no build may empty."""

HINTS = 20
"""Missing pages for which the nearest name is looked up; it takes a while."""

_MISSING = "404.md"

Key = tuple[str | int, ...]


def site(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Files, menu, folders and plugins."""
    if course.site is None:
        return
    yield from _hidden(course.site)
    if course.site.config:
        yield from _menu(course.site, nav.generated(course), made_pages(course, rendered), whole=not broken)
        yield from _output(course.site)
        yield from _plugins(course.site)


def made_pages(course: Course, rendered: Rendered) -> set[str]:
    """The path of every page that is made from the course."""
    listed = {path for entries in nav.generated(course).values() for _, path in _entries(entries, ())}
    return listed | {*generated(course), *(name for name in rendered.pieces if ":" not in name)}


def _hidden(made: Site) -> Iterator[Problem]:
    told: set[str] = set()
    for name in made.hidden:
        parts = name.split("/")
        dotted = next(n for n, part in enumerate(parts) if part.startswith("."))
        path = "/".join((made.docs, *parts[: dotted + 1]))
        if path not in told:
            told.add(path)
            yield Problem(path, 1, 1, "S115", f'"{parts[dotted]}" is not published, and the repository shows it')
    for name in made.files:
        if name.startswith("templates/"):
            sentence = f'the engine publishes nothing from a folder "templates" directly in {made.docs}'
            yield Problem(f"{made.docs}/{name}", 1, 1, "S115", sentence, "give the folder another name")


def _entries(entries: Any, key: Key) -> Iterator[tuple[Key, str]]:
    """(key path, text) of each leaf of a nav, authored or generated."""
    if isinstance(entries, str):
        yield key, entries
    elif isinstance(entries, dict):
        for title, value in entries.items():
            yield from _entries(value, (*key, title))
    elif isinstance(entries, (list, tuple)):
        for number, entry in enumerate(entries):
            yield from _entries(entry, (*key, number))


def _menu(made: Site, parts: dict[str, nav.Nav], pages: set[str], whole: bool) -> Iterator[Problem]:
    """S111 for each entry, S114 for a page of one's own that is named nowhere."""
    there = {*made.files, *pages}
    seen: dict[str, tuple[Where, str]] = {}
    missing = 0
    for key, text in _entries(made.config.get("nav"), ("nav",)):
        where = made.config.marks.get(key, Where(CONFIG, 1, 1))
        named = [text]
        if text.startswith(nav.MARK):
            name = text.removeprefix(nav.MARK)
            if name not in parts:
                yield Problem.at(where, "S111", f'there is no part "{name}" of the course', nearest(name, parts))
            named = [path for _, path in _entries(parts.get(name), ())]
        elif "://" not in text and text not in there and whole:
            missing += 1
            hint = nearest(text, there) if missing <= HINTS else ""
            yield Problem.at(where, "S111", f'there is no page "{text}"', hint)
        for path in named:
            first, said = seen.setdefault(path, (where, text))
            if first is not where and (said == text or path in (said, text)):
                yield Problem.at(where, "S111", f'the page "{path}" stands twice', f"first in line {first.line}")
    declared = str(made.config.get("not_in_nav") or "").split()
    if _MISSING in made.files and _MISSING not in seen and not {_MISSING, f"/{_MISSING}"} & set(declared):
        sentence = "this page stands in for every address that does not exist, and mkdocs.yml does not name it"
        yield Problem(f"{made.docs}/{_MISSING}", 1, 1, "S114", sentence)


def _output(made: Site) -> Iterator[Problem]:
    into = posixpath.normpath(str(made.config.get("site_dir") or "site"))
    where = made.config.marks.get(("site_dir",), Where(CONFIG, 1, 1))
    for source in (made.docs, *SOURCES):
        if into == "." or into == source or into.startswith(f"{source}/") or source.startswith(f"{into}/"):
            yield Problem.at(where, "S112", f'the site would be written into "{into}", over what {source}/ holds')
            return


def _plugins(made: Site) -> Iterator[Problem]:
    """Plugins as a list of names, of names with options, or as names with options only."""
    given = made.config.get("plugins", ())
    listed = [given] if isinstance(given, MarkedDict) else given if isinstance(given, tuple) else ()
    named: list[tuple[str, Where]] = []
    for number, entry in enumerate(listed):
        if isinstance(entry, MarkedDict):
            named += [(name, place) for name, place in entry.keys_at.items()]
        else:
            named.append((str(entry), made.config.marks.get(("plugins", number), Where(CONFIG, 1, 1))))
    for name, where in named:
        if name not in PLUGINS:
            yield Problem.at(where, "S113", f'the plugin "{name}" is none of {" and ".join(PLUGINS)}')
    if "course" not in {name for name, _ in named}:
        where = made.config.keys_at.get("plugins", Where(CONFIG, 1, 1))
        yield Problem.at(where, "S113", "without the plugin course the site has no modules", "add - course")
