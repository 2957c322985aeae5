"""One person's view inside perspectives."""

from __future__ import annotations

from typing import ClassVar

from build_tools.components.tag import Tag
from build_tools.located import Words


class Perspective(Tag):
    """One person's view inside perspectives."""

    positional: ClassVar[tuple[str, ...]] = ("name",)

    id: str = ""
    name: Words
