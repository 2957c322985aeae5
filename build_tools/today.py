"""The day against which dates are checked: an input like any other, so that the same input gives the same findings."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

SECONDS = 10
"""How long Git may take to answer."""


class NoDay(ValueError):
    """SOURCE_DATE_EPOCH is set and is no number of seconds."""


def today(root: Path, given: date | None, environment: Mapping[str, str]) -> date | None:
    """The day that was given, else SOURCE_DATE_EPOCH, else that of the last commit, else None. Raises NoDay."""
    if given:
        return given
    if seconds := environment.get("SOURCE_DATE_EPOCH", ""):
        try:
            return datetime.fromtimestamp(int(seconds), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise NoDay(f"SOURCE_DATE_EPOCH is {seconds!r}; it holds whole seconds since 1970") from None
    return _committed(root)


def _committed(root: Path) -> date | None:
    command = ["git", "-C", str(root), "log", "-1", "--format=%cs"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
        return date.fromisoformat(done.stdout.strip())
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
