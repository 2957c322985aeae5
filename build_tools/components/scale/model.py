"""A scale between two ends, on a worksheet."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from build_tools.components.tag import Outcomes, Tag, as_tuple
from build_tools.located import Words


class Scale(Tag):
    """A scale between two ends, on a worksheet."""

    storable: ClassVar[bool] = True

    low: int = Field(default=1, ge=0, le=10)
    high: int = Field(default=5, ge=1, le=10, validate_default=True)
    ends: Annotated[tuple[Words, Words], BeforeValidator(as_tuple)]
    outcomes: Outcomes = ()

    @field_validator("high")
    @classmethod
    def _above(cls, high: int, rest: ValidationInfo) -> int:
        if high <= rest.data.get("low", 0):
            raise PydanticCustomError("order", "it should be greater than low")
        return high
