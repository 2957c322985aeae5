"""What every author's tag is: typed arguments, and what it may hold."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from build_tools.located import Slug


def as_tuple(value: object) -> object:
    """A list as Jinja reads it, made a tuple as the models want it."""
    return tuple(value) if isinstance(value, list) else value


Ids = Annotated[tuple[Slug, ...], BeforeValidator(as_tuple)]
"""A list of ids, as Jinja reads it."""

Outcomes = Annotated[Ids, Field(max_length=2)]
"""An activity or field claims at most two outcomes."""


class Tag(BaseModel):
    """The arguments of one author's tag. Strict; unknown arguments are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    positional: ClassVar[tuple[str, ...]] = ("id",)
    """Arguments that stand without a name, in order."""
    body: ClassVar[bool] = True
    """Whether it has an end tag."""
    holds: ClassVar[frozenset[str]] = frozenset()
    """Blocks that may stand inside."""
    storable: ClassVar[bool] = False
    """Whether a learner's work is kept under its id."""
    written: ClassVar[bool] = False
    """Whether learners write words of their own in it."""
    level: ClassVar[Literal["block", "call"]] = "block"

    id: Slug
