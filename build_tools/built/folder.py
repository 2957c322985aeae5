"""A built folder as values, and the only reader of it. Follows no symbolic link and judges nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from build_tools.built.lines import Lines
from build_tools.problems import Problem

PAGES = (".html", ".htm")
MARKUP = (*PAGES, ".svg")
"""Files that are read as pages are."""

READ = (*MARKUP, ".css", ".js", ".mjs", ".json", ".webmanifest", ".xml", ".txt")
"""Files whose text is looked at."""

LARGEST_READ = 10_000_000
"""Bytes of a file that is looked at, at most."""


@dataclass(frozen=True)
class Folder:
    """What a built folder holds. Paths are relative to it, with `/`."""

    shown: str
    """What stands before a path when it is shown to people, without `/` at its end."""
    sizes: Mapping[str, int]
    """Bytes of every file."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The text of every file that is looked at."""
    unreadable: tuple[Problem, ...] = ()
    """Files that should be text and are not."""
    odd: Mapping[str, str] = field(default_factory=dict)
    """What is no file and no folder: what it is, by path."""
    papers: Mapping[str, bytes] = field(default_factory=dict)
    """PDFs by their path as it is shown."""

    def at(self, path: str) -> str:
        """A path as it is shown to people."""
        return printable(f"{self.shown}/{path}")

    def problem(self, path: str, at: int, rule: str, sentence: str, hint: str = "") -> Problem:
        """A problem at a 0-based character of a text."""
        if path not in self._lines:
            self._lines[path] = Lines(self.texts[path])
        line, column = self._lines[path].place(at)
        return Problem(self.at(path), line, column, rule, sentence, hint)

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        return {}

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file, the folder itself as an empty path."""
        found = {""}
        for path in self.sizes:
            while (path := path.rpartition("/")[0]) not in found:
                found.add(path)
        return frozenset(found)


def printable(text: str) -> str:
    """The text with what a terminal would obey, or cannot show, as escapes."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def quoted(text: str) -> str:
    """A value from a page inside quotation marks, fit to be read in one line."""
    text = " ".join(text.split())
    short = text if len(text) <= 80 else f"{text[:79]}…"
    return f'"{printable(short)}"'


def read_folder(base: Path, shown: str, beside: Path | None = None) -> Folder:
    """Everything below `base`, and the PDFs of the folder `beside` it if it holds none itself. Raises OSError."""
    sizes: dict[str, int] = {}
    texts: dict[str, str] = {}
    unreadable: list[Problem] = []
    papers: dict[str, bytes] = {}
    odd: dict[str, str] = {}
    for entry, path in _entries(base):
        if entry.is_symlink() or not entry.is_file():
            odd[path] = "a symbolic link" if entry.is_symlink() else "neither a file nor a folder"
            continue
        sizes[path] = entry.stat().st_size
        if sizes[path] > LARGEST_READ:
            continue
        if path.lower().endswith(".pdf"):
            papers[printable(f"{shown}/{path}")] = Path(entry.path).read_bytes()
        elif path.lower().endswith(READ):
            text, problems = _text(Path(entry.path).read_bytes(), printable(f"{shown}/{path}"))
            unreadable += problems
            if not problems:
                texts[path] = text
    if not papers and beside and beside.is_dir():
        papers = {printable(one.as_posix()): one.read_bytes() for one in sorted(beside.glob("*.pdf")) if one.is_file()}
    return Folder(shown, sizes, texts, tuple(unreadable), odd, papers)


def _text(raw: bytes, shown: str) -> tuple[str, list[Problem]]:
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return "", [Problem(shown, line, column, "B127", f"byte {error.start} is not UTF-8 text")]


def _entries(base: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Every entry below `base` that is not a real folder, with its path, in the order of names."""
    waiting = [(base, "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), f"{prefix}{entry.name}/"))
            else:
                yield entry, prefix + entry.name
