"""`course check --fix`: mends the bytes of authored files. Knows which files those are, and writes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from build_tools.diff import unified
from build_tools.reading import LARGEST
from build_tools.rewrite import rewrite
from build_tools.tidy import tidied

TEXTS = (".md", ".yml", ".svg", ".lock")


def fix(root: Path, wanted: Callable[[Path], bool], say: Callable[[bytes], None]) -> list[OSError]:
    """Mend every authored file below `root` that is wanted, and say what changed as a unified diff.

    A file that cannot be read or written is left as it is; the errors are given back, and the others are mended.
    """
    failed: list[OSError] = []
    for path in filter(wanted, _authored(root, failed.append)):
        name = path.relative_to(root).as_posix()
        try:
            old = path.read_bytes()
            new = tidied(old, name) if len(old) <= LARGEST else old
            if new != old:
                rewrite(path, new)
                say(unified(name, old, new))
        except OSError as error:
            failed.append(error)
    return failed


def _authored(root: Path, failed: Callable[[OSError], None]) -> Iterator[Path]:
    """Text files of `modules/` and pages of `docs/`, in order; links are never followed."""
    for name, endings in (("modules", TEXTS), ("docs", (".md",))):
        if (root / name).is_symlink() or not (root / name).is_dir():
            continue
        for folder, folders, files in os.walk(root / name, onerror=failed):
            folders.sort()
            for path in (Path(folder, file) for file in sorted(files)):
                if path.suffix in endings and path.is_file() and not path.is_symlink():
                    yield path
