"""Whether a built folder holds what it must, and nothing that a host, a zip or another machine refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.built.folder import LARGEST_READ, PAGES, Folder, printable, quoted
from build_tools.course import Page
from build_tools.names import clashes, reserved
from build_tools.pages import output
from build_tools.problems import Problem

LARGEST_FILE = 100_000_000
"""Bytes of one file at most: GitHub takes no larger one."""

LARGEST_SITE = 1_000_000_000
"""Bytes of a whole site at most: GitHub Pages publishes no larger one."""

LISTED = 5
"""Large files that are named, at most."""

FORBIDDEN = '<>:"\\|?*'
"""Characters that Windows has in no file name."""


def whole(folder: Folder, pages: Iterable[Page]) -> Iterator[Problem]:
    """What the folder is, apart from what its pages say."""
    yield from folder.unreadable
    yield from _present(folder, list(pages))
    yield from _sizes(folder)
    yield from _names(folder)
    for path, what in folder.odd.items():
        yield Problem(folder.at(path), 1, 1, "B125", f"this is {what}")


def _present(folder: Folder, pages: list[Page]) -> Iterator[Problem]:
    flat = {page.path: f"{page.path.removesuffix('.md')}.html" for page in pages}
    missing = [page for page in pages if not {output(page.path), flat[page.path]} & folder.sizes.keys()]
    if pages and len(missing) == len(pages):
        sentence = f"none of the course's {len(pages)} pages is here"
        first = output(pages[0].path)
        inner = sorted(path.removesuffix("/" + first) for path in folder.sizes if path.endswith("/" + first))
        hint = "did the engine pass over the plugin? give it what `course pages` writes"
        hint = f'did you mean "{folder.at(inner[0])}"?' if inner else hint
        yield Problem(folder.at("index.html"), 1, 1, "B122", sentence, hint)
        return
    for page in missing:
        hint = f"it is made from {page.source}" if page.source else ""
        yield Problem(folder.at(output(page.path)), 1, 1, "B122", f"the page {quoted(page.title)} is not here", hint)


def _sizes(folder: Folder) -> Iterator[Problem]:
    largest = sorted(folder.sizes.items(), key=lambda one: (-one[1], one[0]))
    for path, size in largest[:LISTED]:
        if size > LARGEST_FILE:
            yield Problem(folder.at(path), 1, 1, "B123", f"the file has {_megabytes(size)}")
    for path, size in folder.sizes.items():
        if LARGEST_READ < size <= LARGEST_FILE and path.lower().endswith(PAGES):
            yield Problem(folder.at(path), 1, 1, "B123", f"the page has {_megabytes(size)}; no phone shows it")
    total = sum(folder.sizes.values())
    if total > LARGEST_SITE:
        named = ", ".join(f"{quoted(path)} ({_megabytes(size)})" for path, size in largest[:LISTED])
        sentence = f"the folder has {total / 1_000_000_000:,.1f} GB"
        yield Problem(folder.at("index.html"), 1, 1, "B124", sentence, f"the largest files: {named}")


def _megabytes(size: int) -> str:
    return f"{-(-size // 1_000_000):,} MB"


def _names(folder: Folder) -> Iterator[Problem]:
    paths = [*folder.sizes, *folder.odd]
    for path in paths:
        for name in path.split("/"):
            if reserved(name):
                yield Problem(folder.at(path), 1, 1, "B126", f"Windows reserves the name {quoted(name)}")
            elif set(name) & set(FORBIDDEN) or not name.isprintable() or name.endswith((".", " ")):
                yield Problem(folder.at(path), 1, 1, "B126", f'Windows has no file named "{printable(name)}"')
    for path, other in clashes(paths):
        yield Problem(folder.at(path), 1, 1, "B126", f'the name differs only in case from "{folder.at(other)}"')
