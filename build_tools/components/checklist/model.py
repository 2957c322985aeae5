"""Things to tick, on a worksheet; each item ends in its id."""

from __future__ import annotations

from typing import ClassVar

from build_tools.components.tag import Outcomes, Tag


class Checklist(Tag):
    """Things to tick, on a worksheet; each item ends in its id."""

    storable: ClassVar[bool] = True

    outcomes: Outcomes = ()
