"""Which documents a course has, and what each says. Knows no format: an order is Markdown and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools.course import Course, Figure, Module
from build_tools.paper.document import LARGE_PAGES, PAGES
from build_tools.paper.leaves import Leaves
from build_tools.paper.order import Order
from build_tools.refer import READ
from build_tools.render import Piece
from build_tools.svg import read_drawing
from build_tools.texts import SUPPORT

STANDARD, LARGE, SMALL = 14, 18, 12
"""Points of text: of a handout, in large print, and of what a facilitator reads."""

ACTS = 2
"""Acts for Monday on a handout at most: who is offered four takes none."""

_KINDS = {"inquire": "Find out", "discuss": "Discuss", "practise": "Practise", "produce": "Make",
          "collaborate": "Work together"}  # fmt: skip
_GROUPS = {"alone": "alone", "pairs": "in pairs", "group": "in a group"}
_STEPS = "&#160;&#160;&#160;".join("12345")


def catalogue(course: Course, pieces: Mapping[str, Piece], modules: Sequence[Module], whole: bool) -> list[Order]:
    """The documents of these modules in a stable order; with those of the whole course, if all of it is asked for."""
    desk = _Desk(course, pieces)
    orders = [order for module in modules for order in desk.module(module)]
    return orders + (list(desk.whole(modules)) if whole else [])


def layouts() -> Environment:
    """What documents are filled into."""
    loader = PackageLoader("build_tools", "paper/layouts")
    env = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.globals |= {"read": READ, "kinds": _KINDS, "groups": _GROUPS, "steps": _STEPS}
    return env


class _Desk:
    """The layouts with one course."""

    def __init__(self, course: Course, pieces: Mapping[str, Piece]) -> None:
        self.course, self.pieces = course, pieces
        self.env = layouts()
        self.titles = {strand.id: strand.title for strand in course.plan.strands}
        self.total = len(course.plan.entries())

    def fill(self, layout: str, module: Module | None = None, kind: str = "", **values: Any) -> str:
        if module:
            values |= {"module": module, "sign": self.sign(module), "address": self.address(module)}
            values["kicker"] = f"{kind} · Module {module.number} of {self.total} · {self.titles[module.strand]}"
        return self.env.get_template(f"{layout}.md.j2").render(**values)

    def sign(self, module: Module) -> str:
        return f"{module.strand}.svg" if module.strand in self.course.marks else ""

    def address(self, module: Module) -> str:
        return f"{self.course.site_url.rstrip('/')}/modules/{module.id}/" if self.course.site_url else ""

    def order(self, end: str, kind: str, module: Module, what: str, text: str, **more: Any) -> Order:
        title = f"{module.head.title}: {what}"
        meta = {"running": title, "course": self.course.plan.title}
        owner = more.pop("owner", module.text.path)
        drawings = self.drawings([module])
        return Order(f"{module.id}-{end}", kind, module.id, title, owner, (text,), meta=meta, drawings=drawings, **more)

    def drawings(self, modules: Sequence[Module]) -> dict[str, bytes]:
        """The figures and the strand's mark that these modules can show."""
        made: dict[str, bytes] = {}
        for module in modules:
            leaves = Leaves(self.course, module, self.pieces)
            names = {*(figure.id for figure in leaves.figures()), *leaves.on_worksheet()}
            made |= {f"{name}.svg": self.course.figures[name].svg for name in sorted(names)}
            if sign := self.sign(module):
                made[sign] = self.course.marks[module.strand]
        return made

    def module(self, module: Module) -> Iterator[Order]:
        leaves = Leaves(self.course, module, self.pieces)
        if module.worksheet:
            owner, text = module.worksheet.path, self.handout(leaves, large=False)
            yield self.order("handout.pdf", "handout", module, "handout", text, owner=owner, size=STANDARD, most=PAGES)
            large, what = self.handout(leaves, large=True), "handout in large print"
            yield self.order(
                "handout-large.pdf", "large", module, what, large, owner=owner, size=LARGE, most=LARGE_PAGES
            )
            yield self.order("handout.docx", "handout", module, "handout", text, owner=owner, size=STANDARD)
        if module.session:
            owner, text = module.session.path, self.guide(leaves)
            yield self.order("guide.pdf", "guide", module, "facilitator guide", text, owner=owner, size=SMALL)
            yield self.order("guide.docx", "guide", module, "facilitator guide", text, owner=owner, size=SMALL)
        if module.questions:
            title, owner = f"Answer key: {module.head.title}", module.questions_path
            text = self.fill("answers", module, "Answer key", title=title, answers=leaves.text(f"answers:{module.id}"))
            yield self.order("answers.pdf", "answers", module, "answer key", text, owner=owner, size=SMALL)
            text = self.fill("cards", questions=leaves.text(f"modules/{module.id}/questions.md"))
            yield self.order("cards.pdf", "cards", module, "question cards", text, owner=owner, size=SMALL)

    def handout(self, leaves: Leaves, large: bool) -> str:
        """Key points, worksheet and the first drawing that is not on it; in large print the drawing's words too."""
        figures = [one for one in leaves.figures() if one.id not in leaves.on_worksheet()]
        values: dict[str, Any] = {"figure": None, "figure_title": "", "large": large}
        if figures and not leaves.on_worksheet():
            values |= {"figure": figures[0], "figure_title": _title(figures[0])}
        values |= {"points": leaves.points(), "acts": leaves.acts()[:ACTS], "worksheet": leaves.worksheet()}
        return self.fill("handout", leaves.module, "Handout", **values)

    def guide(self, leaves: Leaves) -> str:
        module = leaves.module
        assert module.session
        rows = [(one, leaves.blocks(one, "activity"), leaves.blocks(one, "facilitator")) for one in module.lessons]
        support = self.pieces.get(f"{SUPPORT}.md")
        values = {
            "title": f"Facilitator guide: {module.head.title}",
            "session": module.session.head,
            "handout": module.worksheet,
            "plan": leaves.session(),
            "scenes": leaves.scenes(),
            "lessons": [row for row in rows if row[1] or row[2]],
            "figures": [(figure, _title(figure)) for figure in leaves.figures()],
            "support": support.markdown.strip() if support else "",
            "sources": [self.course.sources[name] for name in self.cited(module)],
        }
        return self.fill("guide", module, "Facilitator guide", **values)

    def cited(self, module: Module) -> list[str]:
        own = {name: piece for name, piece in self.pieces.items() if module.id in name.replace(".md", "").split("/")}
        return Leaves(self.course, module, own).cited()

    def whole(self, modules: Sequence[Module]) -> Iterator[Order]:
        written = [Leaves(self.course, module, self.pieces) for module in modules if module.worksheet]
        if not written:
            return
        plan, drawings = self.course.plan, self.drawings([one.module for one in written])
        for large in (False, True):
            parts = [self.handout(leaves, large) for leaves in written] + [self.fill("plan")]
            if self.course.assessment:
                stand = self.fill("stand", made=self.course.assessment, practices=plan.practices)
                parts = [stand, *parts]
            name = f"workbook{'-large' if large else ''}.pdf"
            kind, size = ("large-workbook", LARGE) if large else ("workbook", STANDARD)
            meta = {"running": f"{plan.title}: workbook", "course": plan.title, "title": plan.title}
            meta |= {"cover": "Participant workbook", "strapline": plan.strapline}
            title = f"{plan.title}: participant workbook{' in large print' if large else ''}"
            yield Order(name, kind, "", title, "modules/course.yml", tuple(parts), size, meta, drawings)


def _title(figure: Figure) -> str:
    """What a drawing is called."""
    return " ".join(read_drawing(figure.svg).words.get("title", "").split()) or figure.id
