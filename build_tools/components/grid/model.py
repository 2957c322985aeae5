"""A table to fill in, on a worksheet."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from build_tools.components.tag import Outcomes, Tag, as_tuple
from build_tools.located import Words


class Grid(Tag):
    """A table to fill in, on a worksheet."""

    storable: ClassVar[bool] = True
    written: ClassVar[bool] = True

    rows: int = Field(ge=1, le=20)
    columns: Annotated[tuple[Words, ...], BeforeValidator(as_tuple), Field(min_length=1, max_length=6)]
    outcomes: Outcomes = ()
