"""File names that work on every machine: no symbolic links, no clash in case, none that Windows reserves."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_tools.problems import Problem

_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))}


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
    """Every link, clash and reserved name below `base`, as paths relative to `root`."""
    problems: list[Problem] = []
    found = [(path, path.relative_to(root).as_posix()) for path in sorted(base.rglob("*"))]
    for path, shown in found:
        if path.is_symlink() and path.is_dir():
            problems.append(Problem(shown, 1, 1, "R005", "the folder is a symbolic link"))
        if reserved(path.name):
            problems.append(Problem(shown, 1, 1, "S102", f'Windows reserves the name "{path.name}"'))
    for shown, first in clashes(shown for _, shown in found):
        problems.append(Problem(shown, 1, 1, "S102", f'the name differs only in case from "{first}"'))
    return problems


def link_problems(root: Path, base: Path) -> Iterator[Problem]:
    """Every symbolic link below `base`: an engine would follow it and publish what it finds."""
    for folder, folders, files in os.walk(base):
        for path in sorted(Path(folder) / name for name in (*folders, *files)):
            if path.is_symlink():
                yield Problem(os.path.relpath(path, root).replace(os.sep, "/"), 1, 1, "B125", "this is a symbolic link")
