"""What an address said, and what is known of it from earlier days. Knows neither network nor disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["fine", "moved", "gone", "refused", "unreachable", "unfit"]
"""There; there under another address for good; answered 404 or 410; answered, but not to a robot; no usable answer;
an address that is never asked, such as one in a private network."""

FAILURES = 3
"""Days without an answer that are remembered, and after which an address counts as lost."""


@dataclass(frozen=True)
class Answer:
    """What one address said in one run."""

    kind: Kind
    detail: str = ""
    """For people: the status, such as `it answers 404`, or why there is none. Of `moved`, the new address."""
    at: str = ""
    """The address that said so, where redirections led to another; else empty."""


class Remembered(BaseModel):
    """The newest answer of an address and the day of it; also the form of one line of the memory's file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str
    kind: Kind
    detail: str
    at: str
    on: date
    failed: tuple[date, ...] = ()
    """The last days on which it was unreachable, oldest first; empty once it answered."""
