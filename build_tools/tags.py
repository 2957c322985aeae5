"""The author's language: block tags, references, and what a text may not do. Never how a component looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from build_tools.components import BLOCKS
from build_tools.located import Where
from build_tools.problems import Problem, nearest

REFERENCES = ("cite", "term", "fact", "module", "lesson", "question", "figure")
"""Calls whose first argument names something in the course."""

_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Expr, nodes.If, nodes.For, nodes.Assign,
            nodes.Keyword, nodes.Pair, nodes.EvalContextModifier)  # fmt: skip


_CHARACTER = re.compile(r"unexpected char (.+) at (\d+)\Z")
_HALF = re.compile(r"\{[{%][^\n{}]*?(\"[^\"\n“”„{}]*+[“”„]|'[^'\n‘’{}]*+[‘’])\s*[,)\]%}]")
_STRAIGHT = 'use straight quotes on both sides: "…"'
_CURLY = "“”„‟‘’‚‛«»‹›´`＂＇″′"


class NeverClosed(TemplateSyntaxError):
    """A block tag without its end; the line is that of the opening tag."""


@dataclass(frozen=True)
class Reference:
    """A call such as `cite("huxham-2004")`, found on the parsed tree."""

    kind: str
    target: str
    where: Where


class CourseTags(Extension):
    """Parses `{% activity … %}` and its like into a call of the environment's `cg_emit`."""

    tags = set(BLOCKS)

    def parse(self, parser: Parser) -> nodes.Node:
        token = next(parser.stream)
        name, line = str(token.value), token.lineno
        args: list[nodes.Expr] = []
        kwargs: list[nodes.Pair] = []
        while parser.stream.current.type != "block_end":
            if args or kwargs:
                parser.stream.expect("comma")
            self._argument(parser, args, kwargs)
        try:
            body = parser.parse_statements((f"name:end{name}",), drop_needle=True)
        except TemplateSyntaxError as error:
            if isinstance(error, NeverClosed) or parser.stream.current.type != "eof":
                raise
            raise NeverClosed(f"{{% {name} %}} is never closed", line) from None
        inputs = [nodes.Const(name), nodes.Const(line), nodes.List(args), nodes.Dict(kwargs)]
        call = self.call_method("_emit", [*inputs, nodes.ContextReference()], lineno=line)
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    @staticmethod
    def _argument(parser: Parser, args: list[nodes.Expr], kwargs: list[nodes.Pair]) -> None:
        stream = parser.stream
        if stream.current.type == "name" and stream.look().type == "assign":
            key = next(stream)
            next(stream)
            kwargs.append(nodes.Pair(nodes.Const(key.value), parser.parse_expression(), lineno=key.lineno))
        else:
            args.append(parser.parse_expression())

    def _emit(self, name: str, line: int, args: list[Any], kwargs: dict[str, Any], context: Any, caller: Any) -> str:
        emit: Callable[..., str] = self.environment.cg_emit  # type: ignore[attr-defined]
        return emit(name, line, args, kwargs, caller)


class Scan:
    """Everything that can be said of one author's text before it runs."""

    def __init__(
        self, env: Environment, text: str, path: str, names: frozenset[str], start: Where | None = None
    ) -> None:
        self.env, self.text, self.path, self.names = env, text, path, names
        self.start = start
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.tree: nodes.Template | None = None
        if not any(mark in text for mark in ("{{", "{%", "{##")):
            return
        if self._lexed():
            self._parsed()

    def where(self, line: int, column: int) -> Where:
        """A place in the text as a place in its file; a text inside YAML is placed where its value starts."""
        return self.start or Where(self.path, line, column)

    def _problem(self, line: int, column: int, rule: str, sentence: str, hint: str = "") -> None:
        self.problems.append(Problem.at(self.where(line, column), rule, sentence, hint))

    def _lexed(self) -> bool:
        try:
            self.tokens = list(self._tokens())
        except TemplateSyntaxError as error:
            self._syntax(error)
            return False
        return True

    def _tokens(self) -> Iterator[tuple[int, int, str, str]]:
        """(line, column, type, text) of each token. Jinja gives lines; columns come from finding each text in turn."""
        offset, line, counted = 0, 1, 0
        for _, kind, value in self.env.lex(self.text):
            offset = self.text.index(value, offset)
            line += self.text.count("\n", counted, offset)
            counted = offset
            yield line, offset - self.text.rfind("\n", 0, offset), kind, value
            offset += len(value)

    def _syntax(self, error: TemplateSyntaxError) -> None:
        line = error.lineno
        shown = self.text.split("\n")[line - 1] if line <= self.text.count("\n") + 1 else ""
        places = [place for mark in ("{%", "{{") if (place := shown.find(mark)) >= 0]
        column = min(places, default=0) + 1
        if isinstance(error, NeverClosed):
            name = str(error.message).split()[1]
            self._problem(line, column, "R202", str(error.message), f"add {{% end{name} %}} after the block")
            return
        message = (error.message or "").rstrip(".")
        if message == "Missing end of raw directive":
            self._problem(line, column, "R202", "{% raw %} is never closed", "add {% endraw %}")
            return
        if half := _HALF.search(self.text):
            line, column = (
                self.text.count("\n", 0, half.start(1)) + 1,
                half.start(1) - self.text.rfind("\n", 0, half.start(1)),
            )
            self._problem(line, column, "R201", "this text is quoted with a straight and a curly mark", _STRAIGHT)
            return
        if character := _CHARACTER.match(message):
            self._unexpected(int(character[2]), line)
            return
        hint = ""
        if message.startswith("Encountered unknown tag '"):
            wrong = message.split("'")[1]
            stray = wrong.startswith("end") and wrong[3:] in BLOCKS
            message = f"{{% {wrong} %}} closes nothing" if stray else f'there is no tag "{wrong}"'
            hint = (
                ""
                if stray
                else nearest(wrong, [*BLOCKS, *(f"end{name}" for name in BLOCKS), "if", "for", "set", "raw"])
            )
        self._problem(line, column, "R201", message[:1].lower() + message[1:], hint)

    def _unexpected(self, offset: int, line: int) -> None:
        """A character that no tag can hold, at its offset in the text: mostly a quotation mark of a word processor."""
        mark, column = self.text[offset], offset - self.text.rfind("\n", 0, offset)
        if mark in _CURLY:
            self._problem(line, column, "R201", f"{mark} is no quotation mark of a tag", _STRAIGHT)
        elif mark in "\"'":
            self._problem(line, column, "R201", "the quotation mark that opens here is never closed", _STRAIGHT)
        else:
            self._problem(line, column, "R201", f"a tag cannot hold {mark}")

    def _parsed(self) -> None:
        try:
            self.tree = self.env.parse(self.text)
        except TemplateSyntaxError as error:
            self._syntax(error)
            return
        self._forbidden(self.tree)
        self._names(self.tree)
        self._references(self.tree)
        self._placing()

    def _forbidden(self, tree: nodes.Template) -> None:
        for node in _walk(tree):
            ours = isinstance(node, nodes.CallBlock) and isinstance(node.call.node, nodes.ExtensionAttribute)
            if not ours and not isinstance(node, _ALLOWED):
                self._problem(
                    node.lineno, 1, "R205", f"{type(node).__name__.lower()} is not part of the course's language"
                )

    def _places(self, kind: str) -> dict[tuple[int, str], list[int]]:
        """Columns of every token of a kind inside tags, by line and text."""
        found: dict[tuple[int, str], list[int]] = {}
        for line, column, token, value in self.tokens:
            if token == kind:
                found.setdefault((line, value), []).append(column)
        return found

    def _names(self, tree: nodes.Template) -> None:
        set_here = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
        columns = self._places("name")
        known = self.names | set_here | {"loop", "caller", "true", "false", "none"}
        for node in tree.find_all(nodes.Name):
            if node.ctx == "load" and node.name not in known:
                column = columns.get((node.lineno, node.name), [1])[0]
                self._problem(node.lineno, column, "R203", f'"{node.name}" is not known', nearest(node.name, known))

    def _references(self, tree: nodes.Template) -> None:
        columns = self._places("name")
        taken: dict[tuple[int, str], int] = {}
        for node in tree.find_all(nodes.Call):
            if not isinstance(node.node, nodes.Name) or node.node.name not in REFERENCES:
                continue
            name, key = node.node.name, (node.lineno, node.node.name)
            places = columns.get(key, [1])
            column = places[min(taken.get(key, 0), len(places) - 1)]
            taken[key] = taken.get(key, 0) + 1
            first = node.args[0] if node.args else None
            if isinstance(first, nodes.Const) and isinstance(first.value, str):
                self.references.append(Reference(name, first.value, self.where(node.lineno, column)))
            else:
                self._problem(node.lineno, column, "R208", f"{name}() needs its target between quotes")

    def _placing(self) -> None:
        """Block tags, `question` and `figure` start a line; nothing follows the end of one."""
        for place, (line, column, kind, _) in enumerate(self.tokens):
            if kind not in ("block_begin", "variable_begin"):
                continue
            name = next((t[3] for t in islice(self.tokens, place + 1, None) if t[2] == "name"), "")
            ends = name.startswith("end") and name[3:] in BLOCKS
            starts = name in BLOCKS if kind == "block_begin" else name in ("question", "figure")
            if starts and column != 1:
                self._problem(line, column, "R206", f"{name} must start its line")
            if ends or (starts and kind == "variable_begin"):
                close = "block_end" if ends else "variable_end"
                end = next(t for t in islice(self.tokens, place, None) if t[2] == close)
                rest = self.text.split("\n")[end[0] - 1][end[1] + len(end[3].rstrip("\n")) - 1 :]
                if rest.strip():
                    self._problem(end[0], end[1], "R206", f"something follows {name} on its line")


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    """Every statement and output below a node; not the insides of expressions."""
    yield node
    for child in node.iter_child_nodes():
        if not isinstance(child, nodes.Expr):
            yield from _walk(child)
