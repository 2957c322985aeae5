"""What stands in a drawing, element by element, with its place. Expands no entity and loads nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

NAMESPACE = "http://www.w3.org/2000/svg"


DEEPEST = 50
"""Elements inside one another; readers of drawings keep no promise beyond that."""


class _Refused(Exception):
    """Something in the file for which reading stops."""


@dataclass(frozen=True)
class Shape:
    """One element of a drawing; 1-based line and column of its start."""

    line: int
    column: int
    name: str
    """Without its namespace if that is SVG's; otherwise that, which may be empty, a space, and the name."""
    attributes: Mapping[str, str]
    depth: int
    """0 for the outermost."""


@dataclass
class Drawing:
    """A drawing as read; `error` with its place if it could not be."""

    shapes: list[Shape] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    """Text of the outermost element's own `title` and `desc`."""
    ids: dict[str, str] = field(default_factory=dict)
    """The text of elements that have an id and directly hold any."""
    instructions: list[tuple[int, int, str]] = field(default_factory=list)
    """Processing instructions: line, column, name."""
    error: str = ""
    line: int = 1
    column: int = 1


def read_drawing(content: bytes) -> Drawing:
    """The elements of an SVG file. A document type, which could define entities, is refused unread."""
    drawing, parser = Drawing(), expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.buffer_text = True
    path: list[Shape] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = name.removeprefix(f"{NAMESPACE} ") if " " in name else f" {name}"
        shape = Shape(*_place(parser), name, attributes, len(path))
        if len(path) > DEEPEST:
            raise _Refused(f"its elements are nested more than {DEEPEST} deep")
        drawing.shapes.append(shape)
        path.append(shape)

    def text(data: str) -> None:
        shape = path[-1]
        if shape.name in ("title", "desc") and shape.depth == 1:
            drawing.words[shape.name] = drawing.words.get(shape.name, "") + data
        if name := shape.attributes.get("id"):
            drawing.ids[name] = drawing.ids.get(name, "") + data

    def refuse(*_: object) -> None:
        raise _Refused("it has a document type, which could bring in other files; delete the line <!DOCTYPE …>")

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: path.pop() and None
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ProcessingInstructionHandler = lambda name, _: drawing.instructions.append((*_place(parser), name))
    try:
        parser.Parse(content, True)
    except _Refused as error:
        drawing.error = str(error)
        drawing.line, drawing.column = _place(parser)
    except expat.ExpatError as error:
        drawing.error = expat.errors.messages[error.code]
        drawing.line, drawing.column = error.lineno, error.offset + 1
    return drawing


def _place(parser: expat.XMLParserType) -> tuple[int, int]:
    return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
