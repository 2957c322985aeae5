"""Authors' texts to plain Markdown and Blocks, for one page and one form of output. Knows neither MkDocs nor disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from pydantic import ValidationError

from build_tools.comments import GONE, cleared
from build_tools.components import COMPONENTS
from build_tools.components.tag import Tag
from build_tools.course import Block, Course
from build_tools.direct import Direct
from build_tools.drawing import Painter
from build_tools.located import Where
from build_tools.overview import overview
from build_tools.problems import Problem, nearest
from build_tools.refer import Refer, Scene
from build_tools.sandbox import LARGEST_OUTPUT, PlaceView, Sandbox
from build_tools.tags import REFERENCES, Reference, Scan

FAILURES = (TemplateError, ValueError, TypeError, ArithmeticError, RecursionError, LookupError, SyntaxError)
"""What an author's expression can raise; Python's own SyntaxError where blocks or brackets nest too deeply for it."""


@dataclass
class Piece:
    """One text, rendered: `markdown` keeps the lines of its source outside loops."""

    markdown: str = ""
    blocks: list[Block] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Renderer:
    """Renders the texts of one course for one place; holds the state of the text at hand only."""

    def __init__(self, course: Course, place: str) -> None:
        self.course = course
        self.place = course.places.get(place)
        self.env = Sandbox(self._emit)
        self.painter = Painter()
        self.stack: list[type[Tag]] = []
        self.piece = Piece()
        self.cautioned = False
        """Whether this page has said already what not to write down."""

    def render(self, text: str, scene: Scene) -> Piece:
        """One Markdown body. Problems of form are found all at once; a text that has any is not run."""
        self.piece, self.scene, self.cautioned = Piece(), scene, False
        self.refer = Refer(self.course, scene)
        self.first_section = next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith("## ")), 0)
        self.piece.markdown = cleared(self._run(text, None))
        return self.piece

    def _names(self) -> dict[str, Any]:
        calls: dict[str, Callable[..., str]] = {name: getattr(self.refer, name) for name in REFERENCES[:5]}
        calls |= {"question": self._question, "figure": self._figure}
        if self.scene.wide:
            calls |= overview(self.course, self.place, self.refer)
        return {**calls, "place": PlaceView(self.place)}

    def _run(self, text: str, start: Where | None) -> str:
        names = self._names()
        scan = Scan(self.env, text, self.scene.owner, frozenset(names), start)
        self.piece.problems += scan.problems
        self.piece.references += scan.references
        if scan.problems or scan.tree is None:
            return text
        direct = Direct(names, self._emit)
        try:
            made = direct.run(scan.tree)
            if made is None:
                made = self.env.from_string(scan.tree).render(names)
        except FAILURES as error:
            line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error, direct.line)
            where = scan.where(line, 1)
            deep = isinstance(error, (RecursionError, SyntaxError))
            what = "its tags nest too deeply" if deep else str(error)
            self.piece.problems.append(Problem.at(where, "R210", f"this cannot be rendered: {what}"))
            return ""
        if len(made) > LARGEST_OUTPUT:
            self.piece.problems.append(
                Problem.at(scan.where(1, 1), "R209", f"the text renders to {len(made):,} characters")
            )
            return ""
        return made

    def inline(self, text: str, where: Where) -> str:
        """Text from a YAML value, on one line, its tags rendered."""
        return " ".join((self._run(text, where) if "{" in text else text).split())

    def _emit(self, name: str, line: int, args: list[Any], kwargs: dict[str, Any], caller: Callable[[], str]) -> str:
        where = Where(self.scene.owner, line, 1)
        tag = self._arguments(name, args, kwargs, where)
        self._nesting(name, where)
        if tag is None:
            return ""
        self.stack.append(COMPONENTS[name])
        inside, margin = self.scene, self.refer.margin
        self.refer.margin = False
        if name == "facilitator":
            self.scene = inside.at(f"facilitators/{inside.module}.md")
            self.refer.scene = self.scene
        body = caller()
        self.scene = self.refer.scene = inside
        self.stack.pop()
        data = tag.model_dump()
        plain = cleared(body.replace(f"{GONE}\n", ""))
        self.piece.blocks.append(Block(name, tag.id, where, self.scene.module, self.scene.owner, data, plain))
        if name == "facilitator" and not self.scene.page.startswith("facilitators/"):
            self.refer.margin = margin
            return "\n" * body.count("\n")
        level = 3 if 0 < self.first_section < line else 2  # a title before the first section skips no level
        care = COMPONENTS[name].written and not self.cautioned
        self.cautioned = self.cautioned or care
        made = self.painter.block(name, {**data, "level": level, "care": care}, body, self.refer)
        self.refer.margin = margin
        return made

    def _arguments(self, name: str, args: list[Any], kwargs: dict[str, Any], where: Where) -> Tag | None:
        model = COMPONENTS[name]
        given = {**dict(zip(model.positional, args, strict=False)), **kwargs}
        problems = []
        if len(args) > len(model.positional):
            problems.append(Problem.at(where, "R204", f"{name} takes {len(model.positional)} argument without a name"))
        try:
            tag = model(**given)
        except ValidationError as error:
            tag = None
            for detail in error.errors(include_url=False):
                problems.append(_argument_problem(name, model, dict(detail), where))
        self.piece.problems += problems
        return tag

    def _nesting(self, name: str, where: Where) -> None:
        if self.stack and name not in self.stack[-1].holds:
            outer = next(kind for kind, tag in COMPONENTS.items() if tag is self.stack[-1])
            self.piece.problems.append(Problem.at(where, "R207", f"{name} cannot stand inside {outer}"))
        if name == "perspective" and not self.stack:
            self.piece.problems.append(Problem.at(where, "R207", "perspective stands inside perspectives only"))

    def _question(self, name: str) -> str:
        question = self.course.question(self.scene.module, name)
        if question is None:
            return ""
        where = question.where("id")
        self._nesting("question", where)
        self.piece.blocks.append(Block("question", name, where, self.scene.module, self.scene.owner, {}))
        margin, self.refer.margin = self.refer.margin, False
        made = self.painter.question(question, self.inline, self.refer)
        self.refer.margin = margin
        return made

    def _figure(self, name: str) -> str:
        figure = self.course.figures.get(name)
        if figure is None:
            return ""
        where = Where(figure.path, 1, 1)
        self._nesting("figure", where)
        self.piece.blocks.append(Block("figure", name, where, self.scene.module, self.scene.owner, {}))
        return self.painter.figure(figure, self.refer)


def _line_of(error: BaseException, line: int) -> int:
    """The template's line in a traceback that Jinja has rewritten, or else `line`."""
    trace = error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _argument_problem(name: str, model: type[Tag], detail: dict[str, Any], where: Where) -> Problem:
    key = str(detail["loc"][0]) if detail["loc"] else "?"
    if detail["type"] == "extra_forbidden":
        return Problem.at(where, "R204", f'{name} has no argument "{key}"', nearest(key, model.model_fields))
    if detail["type"] == "missing":
        return Problem.at(where, "R204", f'{name} needs the argument "{key}"')
    if detail["type"] == "string_pattern_mismatch" and not str(detail["input"]).strip():
        return Problem.at(where, "R204", f'{name}: "{key}" must not be empty')
    message = detail["msg"][:1].lower() + detail["msg"][1:]
    return Problem.at(where, "R204", f'{name}: "{key}": {message.replace("input should be", "it should be")}')
