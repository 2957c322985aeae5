"""Puts a fresh folder in the place of an old one: one writer at a time, and nothing of yours is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from build_tools.locking import Busy, locked
from build_tools.target import TargetError, refuse

MARK = ".made-by-course"
"""The file that tells a folder of ours from one of somebody else's."""

_MARKED = "course build made this folder and replaces it whole. Keep nothing of your own in it.\n"


@contextmanager
def fresh(target: Path, root: Path, say: Callable[[str], None]) -> Iterator[Path]:
    """An empty folder that takes the place of `target` if the block ends well, and is thrown away if not.

    What stands at `target` and was not made here is kept under another name, and `say` is told. An interrupted run
    before this one is put right first. Raises TargetError for a folder that must not be written to, or that another
    process is writing to.
    """
    refuse(target, root)
    if target.is_symlink():
        raise TargetError(f"{target}: this is a symbolic link; name the folder itself")
    target.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(_beside(target, "lock")))
        except Busy:
            raise TargetError(f"{target}: another build is writing here; start again when it has ended") from None
        _repair(target, say)
        new = _beside(target, "new")
        new.mkdir()
        mark(new)
        try:
            yield new
        except BaseException:
            with contextlib.suppress(OSError):
                _discard(new)
            raise
        mark(new)  # once more: an engine may have swept the folder before it wrote
        _swap(target, say)


def mark(folder: Path) -> None:
    """Say in the folder that it is ours."""
    (folder / MARK).write_text(_MARKED, encoding="utf-8", newline="\n")


def _swap(target: Path, say: Callable[[str], None]) -> None:
    new, old = _beside(target, "new"), _beside(target, "old")
    if _is_ours(target):
        os.replace(target, old)
    elif os.path.lexists(target):
        _keep(target, target, say)
    os.replace(new, target)
    with contextlib.suppress(OSError):  # on Windows somebody may be reading it; the next run tries again
        _discard(old)


def _repair(target: Path, say: Callable[[str], None]) -> None:
    """Finish or undo a swap that was interrupted."""
    old, new = _beside(target, "old"), _beside(target, "new")
    if _is_ours(old) and not os.path.lexists(target):
        os.replace(old, target)
    for left in (old, new):
        if _is_ours(left):
            _discard(left)
        elif os.path.lexists(left):
            _keep(left, target, say)


def _is_ours(folder: Path) -> bool:
    """Whether this program made it, or it is an empty folder."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / MARK).is_file() or not any(folder.iterdir())


def _keep(found: Path, target: Path, say: Callable[[str], None]) -> None:
    number, kept = 1, target.with_name(f"{target.name}.kept")
    while os.path.lexists(kept):
        number += 1
        kept = target.with_name(f"{target.name}.kept-{number}")
    os.rename(found, kept)
    say(f"{found}: course did not make this; it is now {kept}")


def _discard(folder: Path) -> None:
    """Delete a folder of ours; its mark goes last, so that what is left of an interrupted deletion is still ours."""
    if folder.is_dir():
        for entry in list(folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry.name != MARK:
                entry.unlink()
        shutil.rmtree(folder)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")
