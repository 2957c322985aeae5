"""A scale between two ends, on a worksheet."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from build_tools.components.tag import Outcomes, Tag, as_tuple
from build_tools.located import Words


class Scale(Tag):
    """A scale between two ends, on a worksheet."""

    storable: ClassVar[bool] = True

    low: int = Field(default=1, ge=0, le=10)
    high: int = Field(default=5, ge=1, le=10)
    ends: Annotated[tuple[Words, Words], BeforeValidator(as_tuple)]
    outcomes: Outcomes = ()
