"""Every text that an author writes, read as Markdown, with the page it becomes and the places to report.

Knows which file becomes which page; never what a text may hold.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from build_tools.addresses import pages_of
from build_tools.course import Block, Course, Module
from build_tools.located import Located, Where
from build_tools.marks import Spot
from build_tools.prose import Prose, read
from build_tools.tags import Reference
from build_tools.texts import Rendered

_MARKUP = re.compile(r"[\[\]<>{}`\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_PAIRS = ("://", "www.", "~~", "==", "**")
_UNPRINTED = ("id", "doi", "url")
"""Keys whose values are no text: other rules look at them."""


@dataclass(frozen=True)
class Script:
    """One authored text: a Markdown file, or a value of a YAML file or tag."""

    path: str
    kind: Literal["module", "page", "docs", "figure", "value"]
    page: str
    """The page whose links it holds; empty if it stands on several."""
    title: str
    prose: Prose
    fixed: Where | None = None
    """Of a value: where it stands; all its problems are reported there."""
    rendered: bool = True
    """Whether Jinja tags in it are run."""
    blocks: tuple[Block, ...] = ()
    """The tags that stand in it."""
    references: tuple[Reference, ...] = ()
    """The questions and figures that stand in it."""

    def where(self, spot: Spot) -> Where:
        return self.fixed or Where(self.path, spot.line, spot.column)

    @cached_property
    def regions(self) -> Mapping[str, list[tuple[int, int]]]:
        """Where block tags reach from and to, by their names; offsets in the text."""
        found: dict[str, list[tuple[int, int]]] = {}
        open_at: dict[str, int] = {}
        for tag in self.prose.tags:
            if not tag.closing:
                open_at[tag.name] = tag.at
            elif tag.name in open_at:
                found.setdefault(tag.name, []).append((open_at.pop(tag.name), tag.at))
        return found

    def within(self, name: str, at: int) -> bool:
        """Whether an offset lies inside a block tag of this name."""
        regions = self.regions.get(name, [])
        place = bisect_right(regions, (at,)) - 1
        return place >= 0 and at < regions[place][1]

    def page_at(self, at: int) -> str:
        """The page on which an offset of the text is printed: facilitators' notes stand on a page of their own."""
        moved = self.kind == "module" and "facilitator" in self.regions and self.within("facilitator", at)
        return f"facilitators/{self.path.split('/')[1]}.md" if moved else self.page


def scripts(course: Course, rendered: Rendered) -> Iterator[Script]:
    """Every text of the course and of the hand-written pages."""
    blocks: dict[str, list[Block]] = {}
    for block in rendered.blocks:
        blocks.setdefault(block.owner, []).append(block)
    references: dict[str, list[Reference]] = {}
    for one in rendered.references:
        if one.kind in ("question", "figure"):
            references.setdefault(one.where.path, []).append(one)
    for module in course.modules.values():
        for page, text in pages_of(module):
            held = tuple(blocks.get(text.path, ())), tuple(references.get(text.path, ()))
            yield Script(text.path, "module", page, text.head.title, read(text.body), None, True, *held)
            yield from _values(text.head)
            yield from _arguments(held[0], page)
        yield from _questions(module)
    for name, wide in course.pages.items():
        yield Script(wide.path, "page", f"{name}.md", wide.head.title, read(wide.body))
        yield from _values(wide.head)
    for name, doc in course.docs.items():
        yield Script(doc.path, "docs", name, "", read(doc.body), rendered=False)
        yield from _values(doc.head)
    for figure in course.figures.values():
        path = figure.path.removesuffix(".svg") + ".md"
        body = "\n" + figure.words.partition("\n")[2]
        yield Script(path, "figure", "", "", read(body), rendered=False)
    lists = (course.sources, course.glossary, course.facts)
    yield from _values(course.plan, *(entry for one in lists for entry in one.values()))
    yield from _values(*(one for one in (course.story, course.assessment) if one))


def _questions(module: Module) -> Iterator[Script]:
    for question in module.questions:
        for where, text in _texts(question, question):
            page = f"modules/{module.id}/questions.md"
            yield Script(where.path, "value", page, "", read(text), where)


def _values(*models: Located) -> Iterator[Script]:
    for model in models:
        for where, text in _texts(model, model):
            yield Script(where.path, "value", "", "", read(text), where, rendered=False)


def _arguments(blocks: Iterable[Block], page: str) -> Iterator[Script]:
    """Values of tags' arguments; a tag within them is not run."""
    for block in blocks:
        for value in block.data.values():
            for text in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
                if isinstance(text, str) and _marked(text):
                    yield Script(block.owner, "value", page, "", read(text), block.where, rendered=False)


def _marked(text: str) -> bool:
    """Whether there is anything in a value that Markdown or a rule could take for a mark."""
    return any(pair in text for pair in _PAIRS) or bool(_MARKUP.search(text))


def _texts(value: Any, holder: Located, key: tuple[str | int, ...] = ()) -> Iterator[tuple[Where, str]]:
    """Every text below a value that holds any mark, and where it stands."""
    if isinstance(value, str):
        if _marked(value):
            yield holder.where(*key), value
    elif isinstance(value, Located):
        for name in type(value).model_fields:
            if name not in _UNPRINTED:
                yield from _texts(getattr(value, name), value, (name,))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _texts(one, holder, (*key, number))
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, holder, (*key, name))
