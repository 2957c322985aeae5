"""Runs a parsed text that holds only calls and the course's own tags straight from its tree.

Nearly every text is of that kind, and compiling one takes longer than running it. What has a loop, a condition, a
filter or an attribute is left to Jinja; a test holds the two ways equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import nodes

Emit = Callable[[str, int, list[Any], dict[str, Any], Callable[[], str]], str]
Step = Callable[[], str]


class _Other(Exception):
    """The text holds something that only Jinja runs."""


class Direct:
    """One text's run. `line` (1-based) is where it stands, for whoever catches what a call raises."""

    def __init__(self, names: Mapping[str, Any], emit: Emit) -> None:
        self.names, self.emit, self.line = names, emit, 1

    def run(self, tree: nodes.Template) -> str | None:
        """What the text says, or None if Jinja must run it; nothing is called before that is known."""
        try:
            steps = self._steps(tree.body)
        except _Other:
            return None
        return _joined(steps)

    def _steps(self, body: Sequence[nodes.Node]) -> list[Step]:
        steps = []
        for node in body:
            if isinstance(node, nodes.Output):
                steps += [self._output(child) for child in node.nodes]
            elif isinstance(node, nodes.CallBlock) and isinstance(node.call.node, nodes.ExtensionAttribute):
                steps.append(self._block(node))
            else:
                raise _Other
        return steps

    def _output(self, node: nodes.Expr) -> Step:
        if isinstance(node, nodes.TemplateData):
            return node.data.__str__
        if not isinstance(node, nodes.Call) or node.dyn_args is not None or node.dyn_kwargs is not None:
            raise _Other
        if not isinstance(node.node, nodes.Name) or node.node.name not in self.names:
            raise _Other
        called, args = self.names[node.node.name], [_literal(part) for part in node.args]
        kwargs = {pair.key: _literal(pair.value) for pair in node.kwargs}
        line = node.lineno

        def step() -> str:
            self.line = line
            return str(called(*args, **kwargs))

        return step

    def _block(self, node: nodes.CallBlock) -> Step:
        name, line, args, kwargs = (_literal(part) for part in node.call.args[:4])
        inside = self._steps(node.body)

        def body() -> str:
            made = _joined(inside)
            self.line = line
            return made

        def step() -> str:
            self.line = line
            return self.emit(name, line, args, kwargs, body)

        return step


def _joined(steps: list[Step]) -> str:
    return "".join([step() for step in steps])


def _literal(node: nodes.Expr) -> Any:
    """What an expression of plain values says."""
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.List):
        return [_literal(item) for item in node.items]
    if isinstance(node, nodes.Tuple):
        return tuple(_literal(item) for item in node.items)
    if isinstance(node, nodes.Dict) and all(isinstance(pair.key, nodes.Const) for pair in node.items):
        return {_literal(pair.key): _literal(pair.value) for pair in node.items}
    raise _Other
