"""Which folders a command may write to. Knows paths, and nothing of what is written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SOURCES = ("modules", "docs")
"""Folders of the project that people write in; nothing generated belongs inside."""


class TargetError(Exception):
    """The output folder is one that this program must not touch; the text is one line for people."""


def refuse(target: Path, root: Path) -> None:
    """Raise TargetError if writing below `target` could harm what people wrote. `root` is the project's folder.

    Symbolic links are followed first.
    """
    try:
        real, project = target.resolve(), root.resolve()
    except (OSError, RuntimeError):
        raise TargetError(f"{target}: its symbolic links lead nowhere; name another folder") from None
    for folder, what in _kept(project):
        if _same(real, folder):
            raise TargetError(f"{target}: this is {what}; name another folder")
    for folder, what in _kept(project):
        if any(_same(real, parent) for parent in folder.parents):
            raise TargetError(f"{target}: {what} lies in it; name another folder")
    for name in SOURCES:
        if any(_same(parent, (project / name).resolve()) for parent in real.parents):
            raise TargetError(f"{target}: this lies in {name}, where people write; name another folder")
    if (real / ".git").exists() or ".git" in real.parts:
        raise TargetError(f"{target}: this belongs to Git; name another folder")


def _kept(project: Path) -> Iterator[tuple[Path, str]]:
    yield Path(project.anchor), "the root of the disk"
    yield Path(os.path.expanduser("~")).resolve(), "your home folder"
    yield project, "the folder of the project"
    for name in SOURCES:
        yield (project / name).resolve(), f"the folder {name}"


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one folder, on a disk too that takes `Modules` for `modules`."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))
