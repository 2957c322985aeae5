"""The author's language: block tags, references, and what a text may not do. Never how a component looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TokenStream
from jinja2.parser import Parser

from build_tools.block_tags import NeverClosed
from build_tools.components import BLOCKS
from build_tools.located import Where
from build_tools.problems import Problem, nearest

REFERENCES = ("cite", "term", "fact", "module", "lesson", "question", "figure")
"""Calls whose first argument names something in the course."""

_ALLOWED = (nodes.Output, nodes.If, nodes.For, nodes.Assign, nodes.EvalContextModifier)
"""Statements that an author may use beside the course's own tags."""


MOST_TAGS = 1_000
"""Tags of one text at most; a long lesson has fifty."""


_CHARACTER = re.compile(r"unexpected char (.+) at (\d+)\Z")
_HALF = re.compile(r"\{[{%][^\n{}]*?(\"[^\"\n“”„{}]*+[“”„]|'[^'\n‘’{}]*+[‘’])\s*[,)\]%}]")
_STRAIGHT = 'use straight quotes on both sides: "…"'
_CURLY = "“”„‟‘’‚‛«»‹›´`＂＇″′"


@dataclass(frozen=True)
class Reference:
    """A call such as `cite("huxham-2004")`, found on the parsed tree."""

    kind: str
    target: str
    where: Where


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
        tags = sum(text.count(mark) for mark in ("{{", "{%", "{##"))
        if tags > MOST_TAGS:
            self._problem(1, 1, "R209", f"the text has {tags:,} tags; {MOST_TAGS:,} are the most")
        elif tags and self._lexed():
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
            self.tree = self._tree()
        except TemplateSyntaxError as error:
            self._syntax(error)
            return
        except (RecursionError, ValueError) as error:
            what = "the tags nest too deeply here" if isinstance(error, RecursionError) else "the number is too large"
            self._problem(self.parser.stream.current.lineno, 1, "R201", what)
            return
        found = list(_below(self.tree))
        self.columns = self._columns()
        self._forbidden(found)
        self._names([node for node in found if isinstance(node, nodes.Name)])
        self._references([node for node in found if isinstance(node, nodes.Call)])
        self._twice([node for node in found if isinstance(node, (nodes.Call, nodes.Dict))])
        self._placing()

    def _tree(self) -> nodes.Template:
        """The parsed text, from the tokens at hand: reading them again would cost as much as parsing."""
        self.parser = Parser(self.env, "")
        tokens = ((line, kind, value) for line, _, kind, value in self.tokens)
        self.parser.stream = TokenStream(self.env.lexer.wrap(tokens), None, None)
        return self.parser.parse()

    def _forbidden(self, found: list[nodes.Node]) -> None:
        for node in found:
            ours = isinstance(node, nodes.CallBlock) and isinstance(node.call.node, nodes.ExtensionAttribute)
            if isinstance(node, nodes.Stmt) and not ours and not isinstance(node, _ALLOWED):
                self._problem(
                    node.lineno, 1, "R205", f"{type(node).__name__.lower()} is not part of the course's language"
                )

    def _columns(self) -> dict[tuple[int, str], list[int]]:
        """Columns of every name inside tags, by line and text."""
        found: dict[tuple[int, str], list[int]] = {}
        for line, column, token, value in self.tokens:
            if token == "name":
                found.setdefault((line, value), []).append(column)
        return found

    def _names(self, found: list[nodes.Name]) -> None:
        set_here = {node.name for node in found if node.ctx in ("store", "param")}
        known = self.names | set_here | {"loop", "caller", "true", "false", "none"}
        for node in found:
            if node.ctx == "load" and node.name not in known:
                column = self.columns.get((node.lineno, node.name), [1])[0]
                self._problem(node.lineno, column, "R203", f'"{node.name}" is not known', nearest(node.name, known))

    def _references(self, found: list[nodes.Call]) -> None:
        taken: dict[tuple[int, str], int] = {}
        for node in found:
            if not isinstance(node.node, nodes.Name) or node.node.name not in REFERENCES:
                continue
            name, key = node.node.name, (node.lineno, node.node.name)
            places = self.columns.get(key, [1])
            column = places[min(taken.get(key, 0), len(places) - 1)]
            taken[key] = taken.get(key, 0) + 1
            first = node.args[0] if node.args else None
            if isinstance(first, nodes.Const) and isinstance(first.value, str):
                self.references.append(Reference(name, first.value, self.where(node.lineno, column)))
            else:
                self._problem(node.lineno, column, "R208", f"{name}() needs its target between quotes")

    def _twice(self, found: list[nodes.Call | nodes.Dict]) -> None:
        """Arguments of a call, or of a tag, which are kept as a dictionary, that stand twice."""
        for node in found:
            pairs = node.kwargs if isinstance(node, nodes.Call) else node.items
            keys = [pair.key.value if isinstance(pair.key, nodes.Const) else pair.key for pair in pairs]
            if len(set(map(str, keys))) < len(keys):
                key = next(name for number, name in enumerate(keys) if name in keys[:number])
                column = self.columns.get((node.lineno, str(key)), [1])[-1]
                self._problem(node.lineno, column, "R204", f'the argument "{key}" stands twice')

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


def _below(tree: nodes.Node) -> Iterator[nodes.Node]:
    """Every node of a tree, each before those it holds; as deep as they come, without recursion."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(node.iter_child_nodes()))
