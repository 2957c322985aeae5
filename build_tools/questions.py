"""Formative questions: the four kinds an author can write. Nothing about how they look."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from build_tools.located import Located, Slug, Words

Use = Literal["lesson", "module", "review", "pre"]
"""Where a question may appear: in a lesson, on the module's quiz page, in spaced review, before the module."""


class Option(Located):
    """One answer of a single- or multiple-choice question, with the reason it is right or wrong."""

    text: Words
    correct: bool = False
    because: Words


class Item(Located):
    """One step of an `order` question; the items stand in the right order."""

    text: Words
    because: Words


class Pair(Located):
    """One match of a `match` question: `left` belongs with `right`."""

    left: Words
    right: Words
    because: Words


class Question(Located):
    """What all kinds share; the id is unique within its module."""

    id: Slug
    outcomes: tuple[Slug, ...] = Field(min_length=1)
    use: tuple[Use, ...] = Field(min_length=1)
    scenario: bool = False
    """The stem names somebody who must decide something."""
    stem: Words


class Choice(Question):
    """A question with options: one is right (`single`), or two or more but not all (`multiple`)."""

    kind: Literal["single", "multiple"]
    options: tuple[Option, ...] = Field(min_length=2)


class Order(Question):
    """Steps to put in order."""

    kind: Literal["order"]
    items: tuple[Item, ...] = Field(min_length=2)


class Match(Question):
    """Pairs to match by select lists."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=2)


AnyQuestion = Annotated[Choice | Order | Match, Field(discriminator="kind")]
