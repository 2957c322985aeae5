"""A note for facilitators only; it stands in the session plan."""

from __future__ import annotations

from build_tools.components.tag import Tag


class Facilitator(Tag):
    """A note for facilitators only; it stands in the session plan."""
