"""X family, for drawings: they can be read without seeing them, and do nothing but show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.course import Figure
from build_tools.located import Where
from build_tools.problems import Problem, nearest
from build_tools.svg import NAMESPACE, Drawing, Shape, read_drawing

LONGEST_ALT = 250
"""Characters of an alternative text: screen readers read it in one breath."""

_SHAPES = (
    "svg g title desc rect circle ellipse line polyline polygon path text tspan textPath defs use symbol marker "
    "linearGradient radialGradient stop clipPath mask pattern"
)
SHAPES = frozenset(_SHAPES.split())
"""Elements that a drawing may hold: those that draw, on screen and on paper."""

_LINK = ("href", "http://www.w3.org/1999/xlink href")
_LOADS = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|(?:java|vb)script:|data:", re.IGNORECASE)
_MARKED = re.compile(r"[\[\]<>`*{}]|^\s*(?:#|[-+] )")


def drawn(figure: Figure) -> Iterator[Problem]:
    """A drawing and the words beside it."""
    yield from _words(figure)
    yield from _drawing(figure)


def _drawing(figure: Figure) -> Iterator[Problem]:
    drawing = read_drawing(figure.svg)
    if drawing.error:
        where = Where(figure.path, drawing.line, drawing.column)
        yield Problem.at(where, "X113", f"this is not a drawing that can be read: {drawing.error}")
        return
    top = drawing.shapes[0]
    if top.name != "svg":
        sentence = "the outermost element is not an <svg> of the SVG namespace"
        hint = f'write <svg xmlns="{NAMESPACE}" …>'
        yield Problem(figure.path, top.line, top.column, "X113", sentence, hint)
        return
    for line, column, name in drawing.instructions:
        yield Problem(figure.path, line, column, "X112", f"<?{name}?> may not stand in a drawing", "delete the line")
    yield from _named(figure, drawing)
    for shape in drawing.shapes:
        yield from _still(Where(figure.path, shape.line, shape.column), shape)


def _named(figure: Figure, drawing: Drawing) -> Iterator[Problem]:
    """Title, description, role and frame of the outermost element."""
    top = drawing.shapes[0]
    where = Where(figure.path, top.line, top.column)
    for name in ("title", "desc"):
        if not drawing.words.get(name, "").strip():
            hint = f'put <{name} id="{figure.id}-{name}">…</{name}> right after <svg …>'
            yield Problem.at(where, "X111", f"the drawing has no <{name}>", hint)
    if top.attributes.get("role") != "img":
        yield Problem.at(where, "X111", "the drawing does not say that it is an image", 'add role="img" to <svg …>')
    names = top.attributes.get("aria-labelledby", "").split()
    for name in names[:9]:
        if name not in drawing.ids:
            sentence = f'aria-labelledby names "{name}", which is no id of a text in the drawing'
            yield Problem.at(where, "X111", sentence, nearest(name, drawing.ids))
    if not names and not top.attributes.get("aria-label"):
        hint = f'add aria-labelledby="{figure.id}-title {figure.id}-desc" to <svg …>'
        yield Problem.at(where, "X111", "the drawing does not name its title and description", hint)
    if "viewBox" not in top.attributes:
        yield Problem.at(
            where, "X111", "the drawing has no viewBox, so it cannot be enlarged", 'add viewBox="0 0 360 …"'
        )


def _still(where: Where, shape: Shape) -> Iterator[Problem]:
    """That an element draws and does nothing else."""
    if shape.name not in SHAPES:
        name = shape.name.split(" ")[-1]
        hint = "" if " " in shape.name else nearest(name, SHAPES)
        yield Problem.at(where, "X112", f"<{name}> may not stand in a drawing", hint if hint.startswith("did") else "")
        return
    for name, value in shape.attributes.items():
        short = name.split(" ")[-1]
        if re.match(r"on[a-z]+$", short, re.IGNORECASE):
            yield Problem.at(where, "X112", f'"{short}" on <{shape.name}> would run a script', "delete it")
        elif short == "style":
            hint = "write fill, stroke, font-size and the like as attributes"
            yield Problem.at(where, "X112", f'<{shape.name}> has "style", which the site forbids', hint)
        elif name in _LINK and not value.strip().startswith("#"):
            yield Problem.at(where, "X112", f"<{shape.name}> loads {value[:60]}", "draw it in the file itself")
        elif ("(" in value or ":" in value or "@" in value) and _LOADS.search(value):
            yield Problem.at(where, "X112", f'"{short}" on <{shape.name}> loads something from elsewhere')


def _words(figure: Figure) -> Iterator[Problem]:
    path = figure.path.removesuffix(".svg") + ".md"
    if not figure.alt:
        yield Problem(path, 1, 1, "X114", "the first line, the alternative text, is empty")
    if len(figure.alt) > LONGEST_ALT:
        sentence = f"the alternative text has {len(figure.alt)} characters; {LONGEST_ALT} is the most"
        yield Problem(path, 1, 1, "X114", sentence, "say the gist, and the rest below")
    if match := _MARKED.search(figure.alt):
        column = match.start() + 1 + len(figure.words) - len(figure.words.lstrip())
        yield Problem(path, 1, column, "X114", "the alternative text is plain words", f'leave out "{match[0].strip()}"')
    if not figure.equivalent:
        hint = "leave a line empty, then say what the drawing says"
        yield Problem(path, 1, 1, "X114", "nothing but the alternative text stands here", hint)
    elif figure.words.lstrip("\n").split("\n")[1].strip():
        line = len(figure.words) - len(figure.words.lstrip("\n")) + 2
        yield Problem(path, line, 1, "X114", "the alternative text is one line, and an empty line follows")
