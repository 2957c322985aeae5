"""What a rule is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Rule:
    """One rule: its code (family letter and number), how grave a breach is, what it asks, why, and what to do."""

    code: str
    level: Level
    title: str
    """What must hold, as a sentence."""
    why: str
    mend: str
    """Printed once a run, when a problem brings no hint of its own."""
    bad: str
    """A few lines that break the rule, as an author would write them."""
    good: str
    """The same lines, mended."""
    sometimes: str = ""
    """When it is looked for, if not in every run: then a comment that ignores it may have nothing to ignore today."""
