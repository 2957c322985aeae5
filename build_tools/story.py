"""What authors write of the course's two threads: its story, and the mirror for a learner's own practice."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from build_tools.located import Located, Slug, Words


class Setting(Located):
    """The invented place."""

    name: Words
    people: int = Field(ge=1)
    about: Words


class Person(Located):
    """Somebody of the story. Only name, job and wish are shown to learners; the rest is for authors."""

    id: Slug
    name: Words
    job: Words
    wants: Words
    flaw: Words
    voice: Words
    """How they speak, with a line of theirs."""
    thread: dict[Slug, Words]
    """What happens to them in each module and lab, by its id."""
    ends: Words


class Story(Located):
    """`story.yml`: the people, and what a reader who begins at a module must know."""

    place: Setting
    people: tuple[Person, ...] = Field(min_length=1)
    so_far: dict[Slug, Words]
    """What came before each module or lab, by its id; shown only for those that are written."""


class Statement(Located):
    """One behaviour that somebody could have seen in the last month."""

    id: Slug
    practice: Slug
    text: Words


class Assessment(Located):
    """`self-assessment.yml`: four statements for each practice, one scale, and which modules grow which practice."""

    intro: Words
    scale: Annotated[tuple[Words, ...], Field(min_length=3, max_length=7)]
    statements: tuple[Statement, ...]
    grows: dict[Slug, tuple[Slug, ...]]
