"""The one environment that runs authors' templates: sandboxed, few names, no methods, bounded arithmetic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from build_tools.authored import Place
from build_tools.block_tags import CourseTags

LARGEST_OUTPUT = 2_000_000
"""Characters that one text may render to."""

_FILTERS = ("default", "first", "join", "last", "length", "lower", "sort", "upper")
_PUNCTUATION = str.maketrans({mark: f"&#{ord(mark)};" for mark in "\\`*_{}[]()#+-.!|<>&~:\"'"})


class PlaceView:
    """A place as templates see it: every value is text and can do nothing but stand there."""

    def __init__(self, place: Place | None) -> None:
        for name in PLACE_NAMES:
            setattr(self, name, plain(getattr(place, name, "")))


PLACE_NAMES = ("host", "name", "nation")


def plain(text: str) -> str:
    """Text that is neither Markdown nor HTML nor a template in any output; spaces and letters stay as they are."""
    return " ".join(text.split()).translate(_PUNCTUATION)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for strangers' text. Attributes of anything but the place and the loop are out of reach."""

    intercepted_binops = frozenset(["*", "**", "%", "+"])

    def __init__(self, emit: Callable[..., str]) -> None:
        super().__init__(
            comment_start_string="{##",
            comment_end_string="##}",
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            extensions=[CourseTags],
            cache_size=0,
            optimized=False,
        )
        self.cg_emit = emit
        self.globals = {}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.tests = {name: self.tests[name] for name in ("defined", "none", "eq", "ne", "lt", "gt", "in")}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        return isinstance(obj, (PlaceView, LoopContext)) and not attr.startswith("_")

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        small = all(isinstance(side, int) and abs(side) < 10_000 for side in (left, right))
        if operator in ("*", "**", "%") and not (small and operator != "**"):
            raise SecurityError(f"{operator} is only for small whole numbers")
        if operator == "+" and not small:
            raise SecurityError("+ is only for small whole numbers; join text with ~")
        return super().call_binop(context, operator, left, right)
