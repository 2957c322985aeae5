"""Appends to `ids.lock` what is new: ids that were never given out, and wordings that were never recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from build_tools.checks.lock import storable
from build_tools.diff import unified
from build_tools.lock import missing_lines
from build_tools.prepare import Prepared
from build_tools.problems import failing
from build_tools.rewrite import rewrite

PATH = "modules/ids.lock"
TOP = b"# Written by `course check --fix`; append-only.\n"


def record(root: Path, prepared: Prepared, say: Callable[[bytes], None]) -> bool:
    """Append, and say what as a unified diff; whether anything was. Raises OSError.

    Never to a file with a problem of its own: a number that could not be read would be given out again.
    """
    if not prepared.course or not prepared.rendered or _broken(prepared):
        return False
    wanted = [(key, digest) for key, digest, _ in storable(prepared.course, prepared.rendered)]
    lines = missing_lines(prepared.course.lock, wanted)
    if not lines:
        return False
    path = root / PATH
    old = path.read_bytes() if path.exists() else b""
    before = old or TOP
    new = before + (b"" if before.endswith(b"\n") else b"\n") + "".join(f"{line}\n" for line in lines).encode()
    rewrite(path, new)
    say(unified(PATH, old, new))
    return True


def _broken(prepared: Prepared) -> bool:
    return failing(problem for problem in prepared.problems if problem.path == PATH)
