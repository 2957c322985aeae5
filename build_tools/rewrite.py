"""Puts new content in the place of a file, whole or not at all. Knows nothing of what is written."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def rewrite(path: Path, content: bytes) -> None:
    """Replace what the file holds; mode and owner stay. Raises OSError with the file's name, and it is as it was."""
    try:
        _replace(path, content)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _replace(path: Path, content: bytes) -> None:
    there = path.exists()
    if there:
        path.open("r+b").close()  # a file that may not be written is not replaced either
    handle, name = tempfile.mkstemp(prefix=".course-", suffix=".new", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        new.chmod(path.stat().st_mode & 0o7777 if there else 0o644)
        if there and hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(new, path.stat().st_uid, path.stat().st_gid)
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
