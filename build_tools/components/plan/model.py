"""An if-then plan: one situation, one act."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from build_tools.components.tag import Outcomes, Tag


class Plan(Tag):
    """An if-then plan: one situation, one act."""

    storable: ClassVar[bool] = True
    written: ClassVar[bool] = True

    lines: int = Field(default=4, ge=1, le=30)
    outcomes: Outcomes = ()
