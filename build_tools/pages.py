"""The list of pages and assets that every engine gets: authors' pieces inside our layouts. Knows no engine."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools import stylesheet
from build_tools.alignment import alignment
from build_tools.course import Asset, Course, Figure, Lesson, Module, Page
from build_tools.exhibits import exhibits
from build_tools.overview import PREPARING, overview, question, title, totals
from build_tools.patterns import PAGE, patterns
from build_tools.readability import WORDS_A_MINUTE
from build_tools.refer import READ, Refer, Scene, authors
from build_tools.report import report
from build_tools.texts import Rendered

_TITLE = re.compile(r"<title[^>]*>([^<]+)</title>")


@dataclass(frozen=True)
class Document:
    """A finished document: its file name under `documents/`, pages and bytes."""

    name: str
    pages: int
    size: int


@dataclass(frozen=True)
class Delivery:
    """Everything an engine needs."""

    course: Course
    place: str
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]

    def outputs(self) -> list[tuple[str, str]]:
        """Each page's and asset's source, empty for what the course makes itself, with where a site puts it."""
        pages = [(page.source or "", output(page.path)) for page in self.pages]
        return pages + [("", asset.path) for asset in self.assets]


ALWAYS = (
    "modules/index.md",
    "pathways.md",
    "facilitators/index.md",
    "glossary.md",
    "sources.md",
    "figures.md",
    "map.md",
    "contributing/patterns.md",
    "contributing/report.md",
)
"""Pages that every course has."""


def output(path: str) -> str:
    """The file that a site with an address for each folder makes of a page's path."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


def generated(course: Course) -> list[str]:
    """The paths of the pages that the course makes itself, from no text of their own."""
    extra = {"self-assessment.md": course.assessment, "story.md": course.story}
    return [*ALWAYS, *(path for path, wanted in extra.items() if wanted)]


class _Layouts:
    def __init__(
        self, course: Course, rendered: Rendered, place: str, documents: Mapping[str, Document], cards: Collection[str]
    ) -> None:
        self.course, self.rendered, self.place = course, rendered, place
        self.documents, self.cards = documents, cards
        loader = PackageLoader("build_tools", "layouts")
        self.env = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.env.filters["cell"] = lambda text: " ".join(str(text).split()).replace("|", "\\|")

    def fill(self, layout: str, path: str, **values: Any) -> str:
        refer = Refer(self.course, Scene(path, ""))
        shared = {"course": self.course, "refer": refer, "authors": authors, "read": READ}
        shared |= {"title_of": title, "question_of": question}
        return self.env.get_template(f"{layout}.md.j2").render(**shared, preparing=PREPARING, **values)

    def page(self, path: str, name: str, markdown: str, kind: str, **more: Any) -> Page:
        meta = {"title": name, "description": more.pop("description", ""), "kind": kind, **more.pop("meta", {})}
        card = next((part for part in path.split("/") if part in self.cards), "course")
        if card in self.cards:
            meta["card"] = f"cards/{card}.png"
        head = f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"
        return Page(path, name, head + markdown, kind=kind, **more)

    def body(self, path: str) -> str:
        piece = self.rendered.pieces.get(path)
        return piece.markdown if piece else ""

    def on_lines(
        self, path: str, name: str, lead: str, tail: str, kind: str, source: str, description: str, **meta: Any
    ) -> Page:
        """A page whose body keeps the line numbers of its source: head, H1 and lead fill the front matter's lines."""
        body = self.body(path)
        blank = len(body) - len(body.lstrip("\n"))
        top = ["# " + name, *([lead] if lead else [])]
        room = max(0, blank - 3 - len(top))
        text = "\n".join(top) + "\n" * (room + 1) + body.lstrip("\n").rstrip() + "\n\n" + tail
        return self.page(path, name, text, kind, source=source, description=description, meta=meta)

    def module(self, module: Module) -> list[Page]:
        base, head = f"modules/{module.id}", module.head
        path = f"{base}/index.md"
        why, _, back = self.body(path).partition("## Looking back")
        values = {"module": module, "why": why.strip(), "handout": self.documents.get(module.id)}
        text = self.fill("module", path, number=module.number, of=totals(self.course)["modules"], **values)
        made = [self.page(path, head.title, text, "module", source=module.text.path, description=head.promise)]
        made += [self.lesson(module, lesson) for lesson in module.lessons]
        path = f"{base}/questions.md"
        text = self.fill("questions", path, module=module, body=self.body(path))
        name = f"Questions: {head.title}"
        made.append(self.page(path, name, text, "questions", source=module.questions_path, description=head.promise))
        if module.worksheet:
            lead = self.fill(
                "lead", f"{base}/worksheet.md", module=module, label="Worksheet", minutes=module.worksheet.head.minutes
            )
            tail = self.fill("worksheet", f"{base}/worksheet.md", module=module, handout=self.documents.get(module.id))
            args = (module.worksheet.head.title, lead.strip(), tail, "worksheet", module.worksheet.path, head.promise)
            made.append(self.on_lines(f"{base}/worksheet.md", *args))
        made.append(self.looking_back(module, back.strip()))
        return made + ([self.session(module)] if module.session else [])

    def looking_back(self, module: Module, body: str) -> Page:
        """The scene that ends a module, on a page of its own: it tells what came of everything."""
        path = f"modules/{module.id}/looking-back.md"
        name = f"Looking back: {module.head.title}"
        text = self.fill("looking-back", path, module=module, body=body, after=self.following(module))
        return self.page(path, name, text, "looking-back", source=module.text.path, description=module.head.promise)

    def following(self, module: Module) -> Module | None:
        """The next module that is written, in course order."""
        later = (one for one in self.course.modules.values() if one.number > module.number)
        return min(later, key=lambda one: one.number, default=None)

    def lesson(self, module: Module, lesson: Lesson) -> Page:
        path, head = f"modules/{lesson.key}.md", lesson.text.head
        of = f"Lesson {lesson.number} of {len(module.lessons)}"
        lead = self.fill("lead", path, module=module, label=of, minutes=head.minutes).strip()
        tail = self.fill("onward", path, module=module, lesson=lesson)
        steps = [[one.text.head.title, f"modules/{one.key}.md"] for one in module.lessons]
        meta = {"hide": ["toc"], "of": [module.head.title, f"modules/{module.id}/index.md"], "steps": steps}
        source = lesson.text.path
        return self.on_lines(path, head.title, lead, tail, "lesson", source, module.head.promise, **meta)

    def session(self, module: Module) -> Page:
        assert module.session
        path, head = f"facilitators/{module.id}.md", module.session.head
        notes = []
        for lesson in module.lessons:
            piece = self.rendered.pieces.get(f"modules/{lesson.key}.md")
            found = [block.body for block in piece.blocks if block.kind == "facilitator"] if piece else []
            notes += [(lesson, body.strip()) for body in found]
        tail = self.fill("notes", path, module=module, notes=notes)
        lead = f"For facilitators · {head.minutes} minutes · {head.group[0]} to {head.group[1]} people"
        lead = f'<p class="cg-lead">{lead}</p>'
        return self.on_lines(path, head.title, lead, tail, "session", module.session.path, module.head.promise)

    def shared(self) -> list[Page]:
        grid = alignment(self.course, self.rendered.blocks)
        shown = patterns(self.course, self.place)
        listed: list[tuple[str, str, str, str, dict[str, Any]]] = [
            ("modules/index.md", "All modules", "modules", "Every module of the course in its five strands.", {}),
            ("pathways.md", "Pathways", "pathways", "Shorter ways through the course, each with a reason.", {}),
            ("facilitators/index.md", "For facilitators", "facilitators", "Session plans and handouts for groups.", {}),
            ("glossary.md", "Glossary", "glossary", "Every term of the course in plain words.", {}),
            ("sources.md", "Sources", "sources", "What the course rests on, and how far each source was checked.", {}),
            (
                "figures.md",
                "Figures",
                "figures",
                "Every drawing of the course, to look at and to take away.",
                {"shown": self.figures()},
            ),
            (PAGE, "Patterns", "patterns", "Every component, and how it looks.", {"shown": shown}),
            ("map.md", "Curriculum map", "map", "Where each outcome is taught, practised and checked.", {"rows": grid}),
        ]
        if self.course.assessment:
            about = "A private mirror: 24 statements about what you did in the last month."
            listed.append(
                ("self-assessment.md", "Where you stand", "self-assessment", about, {"made": self.course.assessment})
            )
        if self.course.story:
            about = "The people of Wrenborough, and what happened before each module."
            listed.append(("story.md", "The story so far", "story", about, {"order": self.course.plan.route()}))
        made = []
        for path, name, layout, description, values in listed:
            text = self.fill(layout, path, documents=self.documents, overview=_calls(self.course, path), **values)
            made.append(self.page(path, name, f"# {name}\n\n{text}", layout, description=description))
        return made

    def report(self) -> Page:
        """The authors' page of numbers. Learners' search leaves it out."""
        path, name = "contributing/report.md", "Course report"
        found = report(self.course, self.rendered)
        parts = exhibits(found) if found.modules else {}
        text = self.fill("report", path, report=found, parts=parts, words_a_minute=WORDS_A_MINUTE)
        meta = {"styles": [stylesheet.CHARTS], "search": {"exclude": True}}
        about = "What the course holds and where it has gaps, in numbers: for those who write it."
        return self.page(path, name, f"# {name}\n\n{text}", "report", description=about, meta=meta)

    def figures(self) -> list[tuple[Figure, str, list[Module]]]:
        """Each figure with its title and the modules that show it."""
        found = []
        for figure in self.course.figures.values():
            match = _TITLE.search(figure.svg.decode())
            users = {block.module for block in self.rendered.blocks if (block.kind, block.id) == ("figure", figure.id)}
            shown = [module for module in self.course.modules.values() if module.id in users]
            found.append((figure, unescape(match[1]) if match else figure.id, shown))
        return found

    def wide(self) -> list[Page]:
        made = []
        for name, text in self.course.pages.items():
            path, head = f"{name}.md", text.head
            kind = "home" if name == "index" else "page"
            body = f"# {head.title}\n\n{self.body(path).strip()}\n"
            meta = {"hide": list(head.hide)} if head.hide else {}
            made.append(
                self.page(path, head.title, body, kind, source=text.path, description=head.description, meta=meta)
            )
        return made


def _calls(course: Course, path: str) -> Mapping[str, Any]:
    return overview(course, None, Refer(course, Scene(path, "")))


def deliver(
    course: Course,
    rendered: Rendered,
    place: str,
    documents: Mapping[str, Document] | None = None,
    cards: Collection[str] = (),
) -> Delivery:
    """Every page and asset of the course, written or generated, in a stable order.

    `cards` names the pictures that were made for other sites to show, such as `course` or a module's id.
    """
    layouts = _Layouts(course, rendered, place, documents or {}, cards)
    pages = [page for module in course.modules.values() for page in layouts.module(module)]
    pages += [*layouts.shared(), layouts.report(), *layouts.wide()]
    assets = [Asset(f"figures/{figure.id}.svg", figure.svg) for figure in course.figures.values()]
    assets.append(Asset(stylesheet.CHARTS, stylesheet.charts().encode()))
    assets += [Asset(f"marks/{name}.svg", mark) for name, mark in course.marks.items()]
    return Delivery(course, place, tuple(pages), tuple(assets))
