"""What authors write as data: every key of every YAML file and front matter, with its meaning and bounds."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from build_tools.located import Located, Slug, Words

FORMAT = 1
"""The newest version of the course format that this code reads."""

Sector = Literal[
    "local government",
    "health",
    "police and fire",
    "justice",
    "education and SEND",
    "voluntary and community",
    "housing",
    "central government",
    "devolved government",
    "private partner",
    "resident",
]
"""A voice heard in a module, or the sector of a case."""

Nation = Literal["England", "Scotland", "Wales", "Northern Ireland", "UK"]


class Outcome(Located):
    """What a learner can do after a module: starts with a measurable verb, 25 words at most."""

    id: Slug
    text: Words


class Planned(Located):
    """What is said of a module or lab that is not written yet."""

    title: Words
    question: Words


class Entry(Located):
    """A module's or lab's place in the course; `planned` until its folder exists, and only until then."""

    id: Slug
    planned: Planned | None = None
    after: Slug | None = None
    """For a lab: the module it follows."""


class Practice(Located):
    """One of the six practices that the self-assessment mirrors."""

    id: Slug
    title: Words
    summary: Words


class Strand(Located):
    """A part of the course: modules in order."""

    id: Slug
    title: Words
    summary: Words
    modules: tuple[Entry, ...] = Field(min_length=1)


class Pathway(Located):
    """An ordered subset of the course for one kind of reader. A stop is `module` or `module/lesson`."""

    id: Slug
    title: Words
    reason: Words
    stops: tuple[str, ...] = Field(min_length=1)


class Plan(Located):
    """`course.yml`: the order of everything, written or not."""

    format: int = Field(ge=1)
    id: Annotated[str, Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    """A UUID version 4; learners' saved work is kept under it, so it never changes."""
    title: Words
    strapline: Words
    practices: tuple[Practice, ...] = Field(min_length=1)
    strands: tuple[Strand, ...] = Field(min_length=1)
    labs: tuple[Entry, ...] = ()
    pathways: tuple[Pathway, ...] = ()

    def entries(self) -> tuple[Entry, ...]:
        """Every module's entry, in course order."""
        return tuple(entry for strand in self.strands for entry in strand.modules)

    def route(self) -> list[str]:
        """Every module's and lab's id in the order in which a learner meets them."""
        labs = {lab.after: lab.id for lab in self.labs}
        return [name for entry in self.entries() for name in (entry.id, labs.get(entry.id)) if name]


class Source(Located):
    """Something the course cites, and how far it was checked."""

    id: Slug
    authors: tuple[Words, ...] = Field(min_length=1)
    year: int | None = Field(ge=1000, le=2100)
    """`null` where the date was not seen."""
    title: Words
    kind: Literal["article", "book", "chapter", "report", "web", "law", "statistic", "paper"]
    container: Words | None = None
    """The journal, book or publisher it stands in."""
    doi: Words | None = None
    url: Words | None = None
    accessed: date | None = None
    no_link: Words | None = None
    """Why there is neither DOI nor address."""
    verified: Literal["yes", "abstract", "secondhand"]
    """`yes`: the whole text was opened; `abstract`: its summary; `secondhand`: another's account of it."""
    reported_by: Words | None = None
    checked: Words | None = None
    licence: Words | None = None

    @property
    def dated(self) -> str:
        """The year as it is printed."""
        return str(self.year) if self.year else "undated"


class Term(Located):
    """A glossary entry."""

    id: Slug
    term: Words
    short: Words
    also: tuple[Words, ...] = ()
    source: Slug | None = None


class Fact(Located):
    """A fact that goes out of date."""

    id: Slug
    value: Words
    says: Words
    nation: Nation
    as_of: date
    source: Slug
    review_by: date


class Contact(Located):
    """Somebody to turn to; `url` may be null."""

    text: Words
    url: Words | None = None


class Support(Located):
    """A service named on the page "If this raises something"."""

    name: Words
    text: Words
    url: Words | None = None


class Place(Located):
    """What belongs to the host of this copy of the course."""

    id: Slug
    name: Words
    nation: Nation
    host: Words
    contact: Contact
    support: tuple[Support, ...] = ()


class Reviewed(Located):
    """Who read a module as a practitioner, and when."""

    on: date
    by: Words


class ModuleHead(Located):
    """Front matter of `module.md`."""

    id: Slug
    title: Words
    promise: Words
    question: Words
    outcomes: tuple[Outcome, ...] = Field(min_length=2, max_length=4)
    prerequisites: tuple[Slug, ...] = ()
    practices: tuple[Slug, ...] = Field(min_length=1)
    voices: tuple[Sector, ...] = Field(min_length=1)
    content_note: Words | None = None
    status: Literal["draft", "pilot", "stable"]
    reviewed: Reviewed | None = None
    aliases: tuple[Slug, ...] = ()


class LessonHead(Located):
    """Front matter of a lesson; `minutes` (whole) covers reading and activities."""

    title: Words
    minutes: int = Field(ge=1, le=240)
    teaches: tuple[Slug, ...] = Field(min_length=1, max_length=2)


class WorksheetHead(Located):
    """Front matter of `worksheet.md`."""

    title: Words
    minutes: int = Field(ge=1, le=240)


class SessionHead(Located):
    """Front matter of `session.md`: `minutes` of the whole session, `group` smallest and largest."""

    title: Words
    minutes: int = Field(ge=1, le=480)
    group: tuple[Annotated[int, Field(ge=1, le=1000)], Annotated[int, Field(ge=1, le=1000)]]


class PageHead(Located):
    """Front matter of a course-wide page in `modules/pages/`."""

    title: Words
    description: Words
    order: int = 0
    """Place within its section of the navigation."""
    section: Literal["start", "about", "hidden"] = "about"
    hide: tuple[Literal["navigation", "toc"], ...] = ()


class DocHead(Located):
    """Front matter of a hand-written page in `docs/`; it may be left out."""

    title: Words | None = None
    description: Words | None = None
    hide: tuple[Literal["navigation", "toc"], ...] = ()
