"""A question to think about, with room to write."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from build_tools.components.tag import Outcomes, Tag


class Reflection(Tag):
    """A question to think about, with room to write."""

    storable: ClassVar[bool] = True
    written: ClassVar[bool] = True

    lines: int = Field(default=4, ge=1, le=30)
    """Lines of writing space."""
    outcomes: Outcomes = ()
