"""`ids.lock`: every storable id that was ever given out, its number for ever and the hash of its content.

Append-only: a later line for the same id only renews the hash, so saved progress outlives edits and releases.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from build_tools.course import Locked
from build_tools.problems import Problem, capped

_LINE = re.compile(r"(?P<number>[1-9]\d*) (?P<digest>[0-9a-f]{12}) (?P<key>[a-z0-9_-]*(?:/[a-z0-9_-]+)+)\Z")


def digest(content: str) -> str:
    """Twelve hexadecimal digits of the SHA-256 of a storable thing's text."""
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def read_lock(text: str, path: str) -> tuple[dict[str, Locked], list[Problem]]:
    """The ids of a lock file; a line that was edited by hand is a problem."""
    locked: dict[str, Locked] = {}
    return locked, list(capped(_read(text, path, locked)))


def _read(text: str, path: str, locked: dict[str, Locked]) -> Iterator[Problem]:
    """Fills `locked` from the lines."""
    owners: dict[int, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = _LINE.match(line)
        if not match:
            yield Problem(path, number, 1, "S107", "this line has not the form: number hash key")
            continue
        entry = Locked(int(match["number"]), match["digest"])
        key = match["key"]
        before = locked.get(key)
        if owners.setdefault(entry.number, key) != key or (before and before.number != entry.number):
            yield Problem(path, number, 1, "S107", f"number {entry.number} and {key} were given before")
            continue
        locked[key] = entry


def missing_lines(locked: Mapping[str, Locked], wanted: Iterable[tuple[str, str]]) -> list[str]:
    """The lines to append so that each (key, digest) of `wanted` is recorded, in the order given."""
    following = max((entry.number for entry in locked.values()), default=0) + 1
    lines = []
    for key, content in wanted:
        before = locked.get(key)
        if before and before.digest == content:
            continue
        number = before.number if before else following
        following += 0 if before else 1
        lines.append(f"{number} {content} {key}")
    return lines
