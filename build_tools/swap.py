"""Puts a fresh folder in the place of an old one without ever losing the last good one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def repair(target: Path) -> None:
    """Finish or undo a swap that was interrupted."""
    old, new = _beside(target, "old"), _beside(target, "new")
    if old.exists() and not target.exists():
        old.rename(target)
    for left in (old, new):
        if left.exists():
            shutil.rmtree(left)


@contextmanager
def fresh(target: Path) -> Iterator[Path]:
    """An empty folder that takes the place of `target` if the block ends well, and is thrown away if not."""
    target.parent.mkdir(parents=True, exist_ok=True)
    repair(target)
    new, old = _beside(target, "new"), _beside(target, "old")
    new.mkdir()
    try:
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if target.exists():
        os.replace(target, old)
    os.replace(new, target)
    shutil.rmtree(old, ignore_errors=True)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.{what}")
