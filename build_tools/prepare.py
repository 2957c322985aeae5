"""Load, render, check: from the folder of modules to a delivery, or to every problem at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from build_tools.checks import check
from build_tools.course import Course
from build_tools.ignores import apply
from build_tools.load import load
from build_tools.pages import Delivery, deliver
from build_tools.paper.document import Shelf
from build_tools.problems import Problem, failing, nearest
from build_tools.reading import Loaded
from build_tools.texts import Rendered, render_course

DEFAULT_PLACE = "generic"


@dataclass
class Prepared:
    """A course that was read and checked. `course` and `rendered` are None where even that failed."""

    place: str
    problems: list[Problem] = field(default_factory=list)
    ignored: list[Problem] = field(default_factory=list)
    """What a comment in the course, with its reason, takes out of the problems."""
    texts: dict[str, str] = field(default_factory=dict)
    course: Course | None = None
    rendered: Rendered | None = None

    @property
    def failing(self) -> bool:
        return failing(self.problems)

    def delivery(self, shelf: Shelf | None = None, cards: Collection[str] = ()) -> Delivery:
        """Pages and assets, with the documents and cards that were made. Call it only on a course without errors."""
        assert self.course and self.rendered
        return deliver(self.course, self.rendered, self.place, shelf, cards)


def prepare(root: Path, place: str = DEFAULT_PLACE, today: date | None = None) -> Prepared:
    """Everything up to the outputs, for the course below `root/modules`. Without a day, no date is judged."""
    loaded = load(root)
    out = Prepared(place, texts=loaded.texts, course=loaded.course)
    found, broken = loaded.problems, loaded.broken
    if loaded.course:
        found = [*found, *_no_place(loaded, place)]
        out.rendered = render_course(loaded.course, place)
        broken = broken | {one.path for one in out.rendered.problems}
        found = [*found, *out.rendered.problems, *check(loaded.course, out.rendered, broken, today)]
    left = apply(found, loaded.ignores, sure=bool(loaded.course) and not broken)
    out.problems, out.ignored = left.problems, left.ignored
    return out


def _no_place(loaded: Loaded, place: str) -> list[Problem]:
    """What is wrong with the name of a place for which there is no file."""
    path = f"modules/places/{place}/place.yml"
    places = loaded.course.places if loaded.course else {}
    if place in places or path in loaded.broken:
        return []
    return [Problem(path, 1, 1, "P104", f'there is no place "{place}"', nearest(place, places))]
