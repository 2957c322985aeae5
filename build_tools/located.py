"""Values that remember where they were written. Knows nothing of disk, YAML or what a course is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=60)]
"""A stable id: lower-case letters and digits, parts joined by `-` or `_`."""

Words = Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"\S")]
"""Text for people; inline Markdown unless a field says otherwise. Never empty, nor spaces only."""


class Where(NamedTuple):
    """A place in a source file: `path` relative to the course's root with `/`; 1-based `line` and `column`."""

    path: str
    line: int
    column: int


Marks = Mapping[tuple[str | int, ...], Where]
"""Key paths below one mapping, such as `("options", 0, "text")`, to where they stand; `()` is the mapping itself."""


class MarkedDict(dict[str, Any]):
    """A mapping read from a source file together with the marks of everything below it."""

    marks: Marks = {}
    keys_at: Mapping[str, Where] = {}
    """Where each key itself stands."""


NOWHERE = Where("", 1, 1)


class Located(BaseModel):
    """A strict, frozen model that knows where it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False)
    _marks: Marks = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_marks(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(value, MarkedDict) and isinstance(info.context, dict):
            info.context.setdefault("keys", {})[id(value)] = tuple(cls.model_fields)
        made = handler(value)
        if isinstance(value, MarkedDict):
            made._marks = value.marks
        return made

    def where(self, *key: str | int) -> Where:
        """The place of a key path such as `where("options", 0)`, or of its nearest known parent."""
        for end in range(len(key), -1, -1):
            if key[:end] in self._marks:
                return self._marks[key[:end]]
        return NOWHERE
