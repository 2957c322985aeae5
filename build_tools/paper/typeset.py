"""Orders to PDF, through Typst in its accessible mode. Every warning is an error: it lets a missing font pass."""

from __future__ import annotations

import json
import re
import tempfile
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from build_tools.paper.markup import html, pandoc
from build_tools.paper.order import Order
from build_tools.pdf import page_count
from build_tools.svg import read_drawing

_SIZE = re.compile(r"[\s,]+")


class TooLong(Exception):
    """A document with more pages than it may have: how many, and the words that stand first on a page too many."""

    def __init__(self, pages: int, words: str) -> None:
        super().__init__(f"{pages} pages")
        self.pages, self.words = pages, words


class Refused(Exception):
    """What Typst says of a document that it does not set, or sets with a warning."""


@cache
def fonts() -> Any:
    """Our font from its Python package; those of the machine are left alone, so that all machines set the same."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(Path(font_source_sans_pro.__file__).parent)],
    )


def pdf(order: Order) -> bytes:
    """One document; one that would run over its pages is set a little closer. Raises TooLong, Refused, MarkupError
    and OSError."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("build_tools")) as package:
        work = Path(folder)
        source = _written(order, work, package)
        content = b""
        for close in (False, True) if order.most else (order.kind == "workbook",):
            _head(order, work, close)
            content = _set(source)
            if not order.most or page_count(content) <= order.most:
                return content
        raise TooLong(page_count(content), _beyond(source, order.most))


def _set(source: Path) -> bytes:
    try:
        result: Any = typst.compile_with_warnings(str(source), font_paths=fonts(), pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise Refused(str(error.message)) from None
    content, warnings = result
    if warnings:
        raise Refused("; ".join(str(one.message) for one in warnings))
    return bytes(content)


@lru_cache(maxsize=64)
def picture(drawing: bytes) -> bytes:
    """A drawing as PNG of 1,080 dots across: sharp at the size of paper. Raises Refused."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "drawing.svg").write_bytes(drawing)
        source = Path(folder) / "drawing.typ"
        source.write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg", width: 360pt)')
        try:
            return bytes(typst.compile(str(source), format="png", ppi=216, font_paths=fonts()))
        except typst.TypstError as error:
            raise Refused(str(error.message)) from None


def drawable(drawing: bytes) -> bool:
    """Whether a drawing can be set at all."""
    try:
        return bool(picture(drawing))
    except Refused:
        return False


def _beyond(source: Path, most: int) -> str:
    """The words of the first heading or label that stands on a page too many, else of the last one before."""
    asked = "query(selector(heading).or(<asked>))"
    place = "(it.location().page(), if it.func() == heading { plain(it.body) } else { it.value })"
    with source.open("a", encoding="utf-8") as file:
        file.write(f"\n\n#context [#metadata({asked}.map(it => {place})) <places>]\n")
    found = json.loads(typst.query(str(source), "<places>", field="value", one=True, font_paths=fonts()))
    beyond = [words for page, words in found if page > most] or [words for _, words in found[-1:]]
    return " ".join(beyond[0].split()) if beyond else ""


def _written(order: Order, work: Path, package: Path) -> Path:
    """Everything that Typst reads, in one folder; gives the file to begin with."""
    for name, drawing in order.drawings.items():
        (work / name).write_bytes(drawing)
    (work / "paper.typ").write_bytes((package / "outputs/paper/paper.typ").read_bytes())
    (work / "ground.svg").write_bytes((package / "look/ground.svg").read_bytes())
    shapes = {name: shape(drawing) for name, drawing in order.drawings.items()}
    (work / "figures.json").write_text(json.dumps(shapes), encoding="utf-8")
    lines = ['#import "paper.typ": *', '#show: sheet.with(..json("sheet.json"))']
    if "cover" in order.meta:
        cover = [printed(order.meta[key]) for key in ("cover", "title", "strapline")]
        (work / "cover.json").write_text(json.dumps(cover), encoding="utf-8")
        lines += ['#cover(..json("cover.json"))', '#contents("What is in it", 1)']
    for number, part in enumerate(order.parts):
        lines += ["#fresh()"] if number or "cover" in order.meta else []
        lines.append(_body(part, tuple(order.drawings), package / "outputs/paper/paper.lua"))
    source = work / "document.typ"
    source.write_text("\n\n".join(lines), encoding="utf-8")
    return source


@lru_cache(maxsize=256)
def _body(part: str, drawings: tuple[str, ...], filters: Path) -> str:
    """Markdown as calls of `paper.typ`; a workbook and the handouts in it share what they say."""
    return pandoc(html(part, drawings), "--to=typst", f"--lua-filter={filters}").decode()


def _head(order: Order, work: Path, close: bool) -> None:
    """What `sheet` takes."""
    words = {key: printed(order.meta[key]) for key in ("course", "running")}
    values = {**words, "title": printed(order.title), "size": order.size, "close": close}
    values["bare"] = order.kind == "cards"  # they fill the sheet to its edges
    (work / "sheet.json").write_text(json.dumps(values), encoding="utf-8")


def printed(text: str) -> str:
    """With apostrophes as printers set them; those of a Markdown text are set with it."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def shape(drawing: bytes) -> tuple[float, float, float]:
    """Width, height and smallest letters of a drawing, in its own units."""
    shapes = read_drawing(drawing).shapes
    box = _SIZE.split(shapes[0].attributes.get("viewBox", "").strip()) if shapes else []
    sized = len(box) == 4 and _number(box[2]) and _number(box[3])
    wide, high = (float(box[2]), float(box[3])) if sized else (360.0, 360.0)
    letters = [float(size) for one in shapes if (size := one.attributes.get("font-size", "")) and _number(size)]
    return wide, high, min(letters, default=15.0)


def _number(text: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?", text) is not None and float(text) > 0
