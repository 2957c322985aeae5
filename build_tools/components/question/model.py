"""One question of the module's bank."""

from __future__ import annotations

from typing import ClassVar, Literal

from build_tools.components.tag import Tag


class QuestionTag(Tag):
    """One question of the module's bank."""

    body: ClassVar[bool] = False
    level: ClassVar[Literal["block", "call"]] = "call"
