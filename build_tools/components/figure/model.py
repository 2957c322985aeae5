"""One drawing with its alt text and text equivalent."""

from __future__ import annotations

from typing import ClassVar, Literal

from build_tools.components.tag import Tag


class FigureTag(Tag):
    """One drawing with its alt text and text equivalent."""

    body: ClassVar[bool] = False
    level: ClassVar[Literal["block", "call"]] = "call"
