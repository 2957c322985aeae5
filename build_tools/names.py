"""File names that work on every machine, and files that are files: no symbolic links, no clashes, none reserved."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.problems import Problem

_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))}
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]')
"""Characters that Windows allows in no name."""


def reserved(name: str) -> bool:
    """Whether Windows keeps the name of a file or folder for a device."""
    return name.split(".")[0].lower() in _RESERVED


def clashes(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each path that differs only in case from one before it, with that one. Paths use `/`."""
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if first != path:
            yield path, first


def name_problems(root: Path, base: Path) -> list[Problem]:
    """Every link, clash and name that some machine refuses below `base`, as paths relative to `root`."""
    problems: list[Problem] = []
    found = [(path, path.relative_to(root).as_posix()) for path in sorted(base.rglob("*"))]
    for path, shown in found:
        if path.is_symlink():
            what = "folder" if path.is_dir() else "file"
            problems.append(Problem(shown, 1, 1, "R005", f"the {what} is a symbolic link"))
        problems += [Problem(shown, 1, 1, "S102", sentence, hint) for sentence, hint in _refusals(path.name)]
    for shown, first in clashes(shown for _, shown in found):
        problems.append(Problem(shown, 1, 1, "S102", f'the name differs only in case from "{first}"'))
    return problems


def _refusals(name: str) -> Iterator[tuple[str, str]]:
    """(sentence, hint) of everything that is wrong with one name."""
    if reserved(name):
        yield f'Windows reserves the name "{name}"', ""
    if wrong := _REFUSED.search(name):
        yield f"Windows allows no {wrong.group()!r} in a name", ""
    if name.endswith((".", " ")):
        yield f'Windows drops the last character of "{name}"', ""
    if unicodedata.normalize("NFC", name) != name:
        hint = "type the name anew; macOS writes it so at times"
        yield f'the accents of "{name}" stand apart from their letters', hint


def link_problems(root: Path, base: Path) -> Iterator[Problem]:
    """Every symbolic link below `base`: an engine would follow it and publish what it finds."""
    for folder, folders, files in os.walk(base):
        for path in sorted(Path(folder) / name for name in (*folders, *files)):
            if path.is_symlink():
                yield Problem(os.path.relpath(path, root).replace(os.sep, "/"), 1, 1, "B125", "this is a symbolic link")
