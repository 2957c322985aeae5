"""Handouts as PDF: the paper form of each worksheet through pandoc to Typst, in its accessible mode."""

from __future__ import annotations

import json
import re
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pypandoc
import typst

from build_tools.course import Course, Module
from build_tools.markdown import to_html
from build_tools.pages import Document
from build_tools.pdf import page_count
from build_tools.texts import Rendered


class DocumentError(Exception):
    """A document that Typst refuses or warns about."""


def build(course: Course, rendered: Rendered, into: Path) -> dict[str, Document]:
    """One handout for each module that has a worksheet, by module id. Raises DocumentError and OSError."""
    into.mkdir(parents=True, exist_ok=True)
    made = {}
    for module in course.modules.values():
        if module.worksheet:
            made[module.id] = _handout(course, module, rendered.pieces[f"paper:{module.id}"].markdown, into)
    return made


def _handout(course: Course, module: Module, markdown: str, into: Path) -> Document:
    assert module.worksheet
    name = f"{module.id}-handout.pdf"
    with tempfile.TemporaryDirectory() as folder, as_file(files("build_tools") / "outputs" / "paper") as paper:
        work = Path(folder)
        for figure in course.figures.values():
            (work / f"{figure.id}.svg").write_bytes(figure.svg)
        (work / "paper.typ").write_bytes((paper / "paper.typ").read_bytes())
        body = _body(markdown, paper)
        meta = {
            "title": _set(module.worksheet.head.title),
            "module": _set(module.head.title),
            "course": _set(course.plan.title),
            "question": _set(module.head.question),
            "minutes": module.worksheet.head.minutes,
        }
        (work / "meta.json").write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")
        source = work / "handout.typ"
        source.write_text(
            f'#import "paper.typ": *\n#show: handout.with(..json("meta.json"))\n\n{body}', encoding="utf-8"
        )
        content = _compile(source, module.worksheet.path)
    (into / name).write_bytes(content)
    return Document(name, page_count(content), len(content))


def _set(text: str) -> str:
    """With apostrophes as printers set them; the text's own are set by Markdown."""
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def _body(markdown: str, paper: Path) -> str:
    """Paper Markdown as Typst markup. Our filter turns writing space, tables and figures into calls of `paper.typ`."""
    html = to_html(markdown)
    filters = [f"--lua-filter={paper / 'paper.lua'}", "--wrap=none"]
    return str(pypandoc.convert_text(html, "typst", format="html-auto_identifiers", extra_args=filters))


def _compile(source: Path, owner: str) -> bytes:
    fonts = _fonts()
    try:
        result: Any = typst.compile_with_warnings(
            str(source), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        raise DocumentError(f"{owner}: {error}") from None
    content, warnings = result
    if warnings:
        raise DocumentError("\n".join(f"{owner}: {getattr(one, 'message', one)}" for one in warnings))
    return bytes(content)


def _fonts() -> list[str]:
    import font_source_sans_pro

    return [str(Path(font_source_sans_pro.__file__).parent)]
