"""How several people see the same thing."""

from __future__ import annotations

from typing import ClassVar

from build_tools.components.tag import Tag


class Perspectives(Tag):
    """How several people see the same thing."""

    holds: ClassVar[frozenset[str]] = frozenset({"perspective"})
