"""Something to do, for one person or more, with its time."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from build_tools.components.tag import Outcomes, Tag
from build_tools.located import Words


class Activity(Tag):
    """Something to do, for one person or more, with its time."""

    positional: ClassVar[tuple[str, ...]] = ("title",)
    holds: ClassVar[frozenset[str]] = frozenset({"reflection", "question", "figure"})

    title: Words
    minutes: int = Field(ge=1, le=240)
    """Whole minutes."""
    group: Literal["alone", "pairs", "group"]
    kind: Literal["inquire", "discuss", "practise", "produce", "collaborate"]
    outcomes: Outcomes = ()
