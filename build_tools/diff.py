"""Two versions of a file as a unified diff, in linear time. Only for changes that keep every line in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice

CONTEXT = 3
"""Unchanged lines shown on either side of a change."""

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

Pair = tuple[list[bytes], list[bytes]]
"""An old line, and the new lines that stand for it; either may be empty at the end of a file."""


def unified(path: str, old: bytes, new: bytes) -> bytes:
    """What makes `new` of `old`, as `patch` reads it; nothing if they are the same.

    Line n of `old`, counted at LF, CR and CRLF, is line n of `new`, which has LF only; lines may come or go at its end.
    """
    if old == new:
        return b""
    pairs = list(_pairs(old, new))
    changed = [number for number, (before, after) in enumerate(pairs) if before != after]
    starts = [list(accumulate((len(pair[side]) for pair in pairs), initial=1)) for side in (0, 1)]
    parts = [b"--- %s\n+++ %s\n" % (_name(f"a/{path}"), _name(f"b/{path}"))]
    for first, last in _hunks(changed):
        start, stop = max(0, first - CONTEXT), min(len(pairs), last + 1 + CONTEXT)
        counts = [line[stop] - line[start] for line in starts]
        heads = [b"%d,%d" % (line[start] if count else 0, count) for line, count in zip(starts, counts, strict=True)]
        parts.append(b"@@ -%s +%s @@\n" % (heads[0], heads[1]))
        parts += _body(pairs[start:stop])
    return b"".join(parts)


def _name(path: str) -> bytes:
    """As Git writes it: between quotation marks, with odd bytes in octal, where it would not be one line."""
    raw = path.encode(errors="surrogateescape")
    if path.isprintable() and not set('"\\') & set(path):
        return raw
    return b'"%s"' % b"".join(b"%c" % one if 32 <= one < 127 and one not in b'"\\' else b"\\%03o" % one for one in raw)


def _pairs(old: bytes, new: bytes) -> Iterator[Pair]:
    """Lines as `patch` counts them, at LF only: an old one that holds a CR stands for several new ones."""
    after = iter(_LINE.findall(new))
    for line in old.split(b"\n")[:-1]:
        yield [line + b"\n"], list(islice(after, len(_LINE.findall(line + b"\n"))))
    rest = old.rpartition(b"\n")[2]
    if rest:
        yield [rest], list(islice(after, len(_LINE.findall(rest))))
    yield from (([], [line]) for line in after)


def _hunks(changed: list[int]) -> Iterator[tuple[int, int]]:
    """First and last change of each hunk: changes with at most twice the context between them share one."""
    first = last = changed[0]
    for number in changed[1:]:
        if number - last > 2 * CONTEXT + 1:
            yield first, last
            first = number
        last = number
    yield first, last


def _body(pairs: list[Pair]) -> Iterator[bytes]:
    """Unchanged lines, and each run of changes with everything that goes before everything that comes."""
    gone: list[bytes] = []
    come: list[bytes] = []
    for before, after in [*pairs, ([], [])]:
        if before != after:
            gone += before
            come += after
            continue
        yield from (_marked(b"-", line) for line in gone)
        yield from (_marked(b"+", line) for line in come)
        yield from (_marked(b" ", line) for line in before)
        gone, come = [], []


def _marked(mark: bytes, line: bytes) -> bytes:
    return mark + line + (b"" if line.endswith(b"\n") else b"\n\\ No newline at end of file\n")
