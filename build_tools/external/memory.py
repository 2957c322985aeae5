"""What the addresses said before, in a file below `build/`. Its only reader and writer.

One JSON object a line: first the format, then an answer each, the last one of an address counting. A line is written
as soon as its answer is there, so stopping at any time loses nothing; a line that cannot be read is left out.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from pydantic import ValidationError

from build_tools.external.answer import FAILURES, Answer, Remembered

FORMAT = 1

REUSED = 7
"""Days for which an answer stands. An address that gave none is asked again in every run."""

KEPT = 60
"""Days after which what was not asked again is forgotten."""

LARGEST = 50_000_000
"""Bytes of the file at most; a larger one is none of ours."""

_HEAD = json.dumps({"format": FORMAT})


class Memory:
    """Opened for one run on one day; to be used in a `with`."""

    def __init__(self, path: Path, today: date) -> None:
        self.path, self.today = path, today
        self._known: dict[str, Remembered] = {}

    def __enter__(self) -> Self:
        """Read what there is, and put a tidy copy in its place. Raises OSError if the folder cannot be written."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        for entry in _read(self.path):
            if 0 <= (self.today - entry.on).days <= KEPT:
                self._known[entry.address] = entry
        new = self.path.with_name(f".{self.path.name}.new")
        lines = [_HEAD, *(entry.model_dump_json() for entry in self._known.values()), ""]
        new.write_text("\n".join(lines), encoding="utf-8", newline="\n")
        os.replace(new, self.path)
        self._file = self.path.open("a", encoding="utf-8", newline="\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def known(self) -> Mapping[str, Remembered]:
        """The newest answer of each address."""
        return MappingProxyType(self._known)

    def stands(self, address: str) -> bool:
        """Whether the address need not be asked today."""
        entry = self._known.get(address)
        if entry is None or entry.kind in ("unreachable", "unfit"):
            return False
        return (self.today - entry.on).days < REUSED

    def keep(self, address: str, answer: Answer) -> None:
        """Write an answer down."""
        before = self._known.get(address)
        failed: tuple[date, ...] = ()
        if answer.kind == "unreachable":
            failed = tuple(sorted({*(before.failed if before else ()), self.today}))[-FAILURES:]
        entry = Remembered(
            address=address, kind=answer.kind, detail=answer.detail, at=answer.at, on=self.today, failed=failed
        )
        self._known[address] = entry
        self._file.write(entry.model_dump_json() + "\n")
        self._file.flush()


def _read(path: Path) -> list[Remembered]:
    try:
        if path.stat().st_size > LARGEST:
            return []
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return []
    if lines[0] != _HEAD:
        return []
    entries = []
    for line in lines[1:]:
        try:
            entries.append(Remembered.model_validate_json(line))
        except ValidationError:
            continue
    return entries
