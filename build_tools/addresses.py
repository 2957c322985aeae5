"""Which pages and files the site will have, and the anchors on each page; a test holds it equal to what is made."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from build_tools.course import Course, Module, Text
from build_tools.markdown import slug, unique
from build_tools.pages import generated
from build_tools.prose import read
from build_tools.texts import Rendered
from build_tools.wholes import CHANGES

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Addresses:
    """The targets that a link inside the site can have. Anchors are worked out for the pages that are asked for."""

    def __init__(self, course: Course, rendered: Rendered) -> None:
        self.course, self.rendered = course, rendered
        self._anchors: dict[str, frozenset[str]] = {}

    @cached_property
    def pages(self) -> frozenset[str]:
        """Paths of all pages, such as `modules/when-to-collaborate/how-deep.md`."""
        found = {*generated(self.course), *self.course.docs, *(f"{name}.md" for name in self.course.pages)}
        for module in self.course.modules.values():
            found |= {page for page, _ in pages_of(module)}
            found |= {f"modules/{module.id}/{name}.md" for name in ("questions", "looking-back")}
        return frozenset(found)

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of files that are no pages: figures, and what stands in `docs/`. Handouts are not: a build may leave
        them out."""
        return frozenset({*self.course.files, *(f"figures/{name}.svg" for name in self.course.figures)})

    def known(self, page: str) -> bool:
        """Whether the anchors of a page can be told before it is made; those for contributors are told when built."""
        return page in self.course.docs or not page.startswith("contributing/")

    def anchors(self, page: str) -> frozenset[str]:
        """Every id on a page whose anchors are known."""
        if page not in self._anchors:
            self._anchors[page] = frozenset(self._found(page))
        return self._anchors[page]

    def _found(self, page: str) -> Iterator[str]:
        course = self.course
        if page in course.docs:
            yield from ids(course.docs[page].body, ())
        elif page in _LISTED:
            yield from _LISTED[page](course)
        else:
            piece, folder, name = self.rendered.pieces.get(page), *posixpath.split(page)
            before, after = [_name(course, page)], list[str]()
            text = piece.markdown if piece else ""
            if name in ("index.md", "looking-back.md") and folder:
                whole = self.rendered.pieces.get(f"{folder}/index.md")
                why, _, back = (whole.markdown if whole else "").partition("## Looking back")
                text = back if name == "looking-back.md" else why
            if folder == "facilitators":
                text += self._notes(name.removesuffix(".md"))
            elif name == "index.md" and folder:
                after = ["What you will be able to do", "In this module"]
            elif name == "questions.md":
                after = ["What to look at again"]
            yield from ids(text, before, after)

    def _notes(self, module: str) -> str:
        """What the session's page takes over from the lessons."""
        notes = []
        for lesson in self.course.modules[module].lessons:
            piece = self.rendered.pieces.get(f"modules/{lesson.key}.md")
            bodies = [block.body for block in piece.blocks if block.kind == "facilitator"] if piece else []
            notes += [f"### {lesson.text.head.title}\n\n{body}" for body in bodies]
        return "\n\n".join(["\n\n## Notes for each lesson", *notes]) if notes else ""


def _headed(*titles: str) -> Iterator[str]:
    return ids("", titles)


def _in_preparation(course: Course) -> list[str]:
    return ["In preparation"] if len(course.plan.entries()) > len(course.modules) else []


_LISTED: dict[str, Callable[[Course], Iterator[str]]] = {
    "modules/index.md": lambda course: chain(_headed("All modules"), (one.id for one in course.plan.strands)),
    "pathways.md": lambda course: chain(_headed("Pathways"), (one.id for one in course.plan.pathways)),
    "facilitators/index.md": lambda course: _headed(
        "For facilitators", *(one.head.title for one in course.modules.values() if one.session)
    ),
    "map.md": lambda course: _headed(
        "Curriculum map", *(one.head.title for one in course.modules.values()), *_in_preparation(course)
    ),
    "glossary.md": lambda course: chain(_headed("Glossary"), course.glossary),
    "figures.md": lambda course: chain(_headed("Figures"), course.figures),
    "downloads.md": lambda _: _headed("Downloads", "To learn with", "To run a session"),
    "keep.md": lambda _: chain(
        _headed("Keep my work", "Save on this device", "Download a copy", "Clear everything", "On paper"),
        ("restore", "keep-file", "keep-sure", "offline"),
    ),
    "my-course.md": lambda course: chain(
        _headed("My course", "How to begin", "The way through the course", "The rest of what is yours"),
        (one.id for one in course.plan.strands),
    ),
    "review.md": lambda _: _headed("Review", "In your calendar", "The questions of each module"),
    "journal.md": lambda _: _headed("My plan and journal", "Where there is room to write"),
    "record.md": lambda _: chain(_headed("Record of learning", "In my own words"), ("own-words", "own-name")),
    "sources.md": lambda course: chain(_headed("Sources"), course.sources),
    CHANGES: lambda course: _headed("What may have changed", *{fact.nation: "" for fact in course.facts.values()}),
    "self-assessment.md": lambda course: _headed(
        "Where you stand", *(one.title for one in course.plan.practices), "What to do with it"
    ),
    "story.md": lambda course: chain(
        _headed("The story so far", "Who they are", "What happened before"),
        (one for one in course.plan.route() if one in course.modules),
    ),
}
"""The anchors of pages that are made of lists alone."""


def _name(course: Course, page: str) -> str:
    """The title of a page that is made from an authored text."""
    if page.removesuffix(".md") in course.pages:
        return course.pages[page.removesuffix(".md")].head.title
    for module in course.modules.values():
        for name, about in (("questions", "Questions"), ("looking-back", "Looking back")):
            if page == f"modules/{module.id}/{name}.md":
                return f"{about}: {module.head.title}"
        for path, text in pages_of(module):
            if path == page:
                title: str = text.head.title
                return title
    return ""


def ids(text: str, before: Iterable[str], after: Iterable[str] = ()) -> Iterator[str]:
    """Every id on a page of Markdown: given ones, and those that headings get from their words; `before` and `after`
    are the headings that stand round the text."""
    prose = read(text)
    given = [one.value for one in prose.attributes if one.name == "id"]
    given += [value for one in prose.elements if (value := one.value("id"))]
    given += [f"{kind}:{note.id}" for note in prose.notes for kind in ("fn", "fnref")]
    spoken = [(one.at, one.text) for one in prose.headings if not one.id]
    for first, last in prose.pairing.pairs:
        if first.name in _HEADINGS and first.value("markdown") is not None and not first.value("id"):
            spoken.append((first.at, text[first.end : last.at]))
    used = set(given)
    yield from given
    for words in (*before, *(one for _, one in sorted(spoken)), *after):
        yield unique(slug(words), used)


def pages_of(module: Module) -> Iterator[tuple[str, Text[Any]]]:
    """Each page that is made from one text of a module, and the text."""
    yield f"modules/{module.id}/index.md", module.text
    for lesson in module.lessons:
        yield f"modules/{lesson.key}.md", lesson.text
    if module.worksheet:
        yield f"modules/{module.id}/worksheet.md", module.worksheet
    if module.session:
        yield f"facilitators/{module.id}.md", module.session
