"""The block tags of the author's language, as Jinja's parser meets them. Never what a component is or looks like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from build_tools.components import BLOCKS


class NeverClosed(TemplateSyntaxError):
    """A block tag without its end; the line is that of the opening tag."""


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
