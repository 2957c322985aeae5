"""What happened somewhere, how strong the evidence is, and what it leaves open."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from build_tools.authored import Sector
from build_tools.components.tag import Ids, Tag
from build_tools.located import Words


class Case(Tag):
    """What happened somewhere, how strong the evidence is, and what it leaves open."""

    positional: ClassVar[tuple[str, ...]] = ("title",)
    holds: ClassVar[frozenset[str]] = frozenset({"reflection", "question", "figure"})

    title: Words
    kind: Literal["real", "composite"]
    sector: Sector
    strength: int | None = Field(default=None, ge=1, le=3)
    """3: controlled comparison or formal inquiry; 2: independent study; 1: self-reported. A real case has one."""
    sources: Ids = ()
    caveat: Words | None = None
