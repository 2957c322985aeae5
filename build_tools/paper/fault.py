"""What can be wrong with a document, as a problem in the text that an author would change."""

from __future__ import annotations

import re

from build_tools.paper.markup import MarkupError
from build_tools.paper.order import Order
from build_tools.paper.typeset import Refused, TooLong, drawable
from build_tools.problems import Problem

WRONG = (TooLong, Refused, MarkupError)
"""What making a document can raise that a change of its text, or of this program, would mend."""

_WORD = re.compile(r"[^\W_]+")
_TABLE = "panicked with: table too wide: "
_CARD = "panicked with: card too long: "


def problem(order: Order, error: Exception, texts: dict[str, str]) -> Problem:
    """The problem with its place: found again by its words in the module's texts, else the start of the owner."""
    said = str(error)
    if isinstance(error, TooLong):
        path, line = _place(order, error.words, texts, only_owner=True)
        at = f', from "{error.words[:60].strip()}" on' if error.words else ""
        sentence = f"{order.name} has {error.pages} pages; {order.most} is the most{at}"
        return Problem(path, line, 1, "D101", sentence)
    if said.startswith(_TABLE):
        heads = " ".join(said.removeprefix(_TABLE).split())
        path, line = _place(order, heads, texts)
        return Problem(path, line, 1, "D102", f'the table "{heads}" is too wide for the page of {order.name}')
    if said.startswith(_CARD):
        words = " ".join(said.removeprefix(_CARD).split())
        path, line = _place(order, words.partition("  ")[2] or words, texts)
        return Problem(path, line, 1, "D104", f'a card of {order.name} is too long: "{words[:80]}…"')
    if match := re.search(r'the text `"(.*?)"` could not be displayed', said):
        path, line = _place(order, match[1], texts)
        return Problem(path, line, 1, "D103", f'"{match[1]}" cannot be printed: the font has no such character')
    if drawing := next((name for name, one in order.drawings.items() if "SVG" in said and not drawable(one)), ""):
        return Problem(f"modules/figures/{drawing}", 1, 1, "D105", f"the drawing cannot be printed: {said}")
    hint = "install what the course needs again: make site" if "font family" in said else ""
    return Problem(order.owner, 1, 1, "D105", f"{order.name}: {said}", hint)


def _place(order: Order, words: str, texts: dict[str, str], only_owner: bool = False) -> tuple[str, int]:
    """The path and line where most of these words stand together, in the texts of the order's module."""
    own = [order.owner, *([] if only_owner else sorted(path for path in texts if _of(order, path)))]
    if not _WORD.search(words):
        found = [
            (path, text.count("\n", 0, text.index(words)) + 1) for path in own if words in (text := texts.get(path, ""))
        ]
        return found[0] if found else (order.owner, 1)
    wanted = _WORD.findall(words.casefold())[:12]
    best, place = 0, (order.owner, 1)
    for path in own:
        for number, line in enumerate(texts.get(path, "").split("\n"), 1):
            here = set(_WORD.findall(line.casefold()))
            score = sum(word in here for word in wanted)
            if score > best:
                best, place = score, (path, number)
    return place if best * 2 >= len(wanted) else (order.owner, 1)


def _of(order: Order, path: str) -> bool:
    if path.rpartition("/")[2] in order.drawings:
        return True
    return path.startswith(f"modules/{order.module}/" if order.module else "modules/")
