"""References to what stands elsewhere in the course, as Markdown links from one page; plain words on paper."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from datetime import date
from html import escape

from build_tools.authored import Source
from build_tools.course import Course


@dataclass(frozen=True)
class Scene:
    """Where a text is rendered: the page it goes to, the file it came from, its module, screen or paper."""

    page: str
    """Path of the Markdown page, such as `modules/x/how-deep.md`."""
    owner: str
    module: str = ""
    paper: bool = False
    answers: bool = False
    """On paper: questions with the answers and reasons, for those who run a session."""
    book: bool = False
    """On paper, but with links: for a book that is read on a screen."""
    wide: bool = False
    """A course-wide page, which may use the overview calls."""
    margin: bool = False
    """A text with a margin, in which terms and sources are told where they are first named."""
    mixed: bool = False
    """A page on which modules meet, so that the ids of their questions carry the module's name."""

    def at(self, page: str) -> Scene:
        return replace(self, page=page)


class Refer:
    """The calls of `{{ … }}` that point somewhere. An unknown target gives its own name; checks report it."""

    def __init__(self, course: Course, scene: Scene) -> None:
        self.course, self.scene = course, scene
        self.margin = scene.margin and not scene.paper
        """Switched off inside boxes, which have no margin."""
        self._noted: set[str] = set()

    def path(self, page: str) -> str:
        """A page's path relative to the page at hand."""
        return posixpath.relpath(page, posixpath.dirname(self.scene.page) or ".")

    def link(self, text: str, page: str, anchor: str = "", css: str = "") -> str:
        if self.scene.paper and not self.scene.book:
            return text
        here = page == self.scene.page
        target = ("" if here else self.path(page)) + (f"#{anchor}" if anchor else "")
        return f"[{text}]({target})" + (f"{{ .{css} }}" if css else "")

    def _aside(self, name: str, text: str) -> str:
        """A note for the margin at the first mention, as an attribute that a style shows where there is a margin.

        So it is neither read out nor found twice by search: the link beside it leads to the same words.
        """
        if not self.margin or name in self._noted:
            return ""
        self._noted.add(name)
        note = escape(text.replace("'", "’"))
        return f'<span class="cg-side" hidden data-note="{note}"></span>'

    def cite(self, name: str, part: str = "") -> str:
        """`(Huxham and Vangen, 2004, p. 12)`, with whom a second-hand source is reported by."""
        source = self.course.sources.get(name)
        if source is None:
            return f"({name})"
        label = f"{authors(source)}, {source.dated}" + (f", {part}" if part else "")
        reported = f", reported by {source.reported_by}" if source.verified == "secondhand" else ""
        note = f"{authors(source)}, {source.dated}: {source.title}. {READ[source.verified]}"
        return f"({self.link(label, 'sources.md', name)}{reported})" + self._aside(f"cite {name}", note)

    def term(self, name: str) -> str:
        entry = self.course.glossary.get(name)
        if entry is None:
            return name
        note = f"{entry.term[:1].upper()}{entry.term[1:]}: {entry.short}"
        return self.link(entry.term, "glossary.md", name, "cg-term") + self._aside(f"term {name}", note)

    def fact(self, name: str) -> str:
        """The value with its date, linked to its source."""
        entry = self.course.facts.get(name)
        if entry is None:
            return name
        return f"{entry.value} ({self.link(f'as of {day(entry.as_of)}', 'sources.md', entry.source)})"

    def module(self, name: str) -> str:
        written = self.course.modules.get(name)
        if written:
            return self.link(written.head.title, f"modules/{name}/index.md")
        entries = {entry.id: entry for entry in (*self.course.plan.entries(), *self.course.plan.labs)}
        planned = entries[name].planned if name in entries else None
        return planned.title if planned else name

    def lesson(self, key: str) -> str:
        found = self.course.lesson(key)
        return self.link(found.text.head.title, f"modules/{key}.md") if found else key


def day(when: date) -> str:
    """A date as a reader says it: 8 February 2017."""
    return f"{when.day} {when:%B %Y}"


READ = {
    "yes": "The whole text was read.",
    "abstract": "The summary or opening was read.",
    "secondhand": "Known only at second hand.",
}
"""How far a source was checked, for readers."""


def authors(source: Source) -> str:
    """Family names as a reader meets them: one, two, or the first and others."""
    names = [name.split(",")[0] for name in source.authors]
    if len(names) == 2 and names[1] == "and others":
        return " ".join(names)
    return names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else f"{names[0]} and others"
