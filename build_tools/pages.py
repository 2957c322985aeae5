"""The list of pages and assets that every engine gets: authors' pieces inside our layouts. Knows no engine."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from build_tools import learner_data, offline, script, stylesheet, work_data
from build_tools.course import Asset, Course, Lesson, Module, Page
from build_tools.overview import totals
from build_tools.paper.document import Shelf
from build_tools.sheets import Sheets
from build_tools.texts import Rendered
from build_tools.wholes import Wholes, generated
from build_tools.yours import Yours

__all__ = ["Delivery", "deliver", "generated", "output"]


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


def output(path: str) -> str:
    """The file that a site with an address for each folder makes of a page's path."""
    stem = path.removesuffix(".md")
    return f"{stem}.html" if stem.rpartition("/")[2] == "index" else f"{stem}/index.html"


class _Modules(Sheets):
    """Every page of a module, in reading order."""

    def module(self, module: Module) -> list[Page]:
        base, head = f"modules/{module.id}", module.head
        path = f"{base}/index.md"
        why, _, back = self.body(path).partition("## Looking back")
        first = sum("pre" in question.use for question in module.questions)
        values = {"module": module, "why": why.strip(), "first": first}
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
            tail = self.fill("worksheet", f"{base}/worksheet.md", module=module)
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


def deliver(
    course: Course,
    rendered: Rendered,
    place: str,
    shelf: Shelf | None = None,
    cards: Collection[str] = (),
) -> Delivery:
    """Every page and asset of the course, written or generated, in a stable order.

    `cards` names the pictures that were made for other sites to show, such as `course` or a module's id.
    """
    given = (course, rendered, place, shelf or Shelf(), cards)
    modules, wholes = _Modules(*given), Wholes(*given)
    pages = [page for module in course.modules.values() for page in modules.module(module)]
    pages += [*wholes.shared(), *Yours(*given).pages(), wholes.report(), *wholes.rules(), *wholes.wide()]
    assets = [Asset(f"figures/{figure.id}.svg", figure.svg) for figure in course.figures.values()]
    assets += [Asset(path, text) for path, text in stylesheet.alone().items()]
    assets.append(Asset(script.YOURS, script.yours().encode()))
    assets.append(Asset(script.OFFLINE, script.offline().encode()))
    assets.append(Asset(offline.DATA, offline.data(None).encode()))
    assets.append(Asset(script.WORK, work_data.script(course, rendered).encode()))
    assets.append(Asset(script.DATA, learner_data.script(course, rendered).encode()))
    assets += [Asset(f"marks/{name}.svg", mark) for name, mark in course.marks.items()]
    return Delivery(course, place, tuple(pages), tuple(assets))
