"""A labelled space to write in, on a worksheet."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from build_tools.components.tag import Outcomes, Tag


class FieldTag(Tag):
    """A labelled space to write in, on a worksheet."""

    storable: ClassVar[bool] = True
    written: ClassVar[bool] = True

    lines: int = Field(default=3, ge=1, le=40)
    outcomes: Outcomes = ()
