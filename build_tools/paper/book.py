"""Orders to EPUB 3: the whole course as one book, its pages linked to each other. Two are the same byte by byte."""

from __future__ import annotations

import json
import posixpath
import re
import tempfile
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from build_tools.paper.markup import html, pandoc
from build_tools.paper.order import Order
from build_tools.paper.packed import packed, unpacked
from build_tools.paper.typeset import fonts

ACCESS = {
    "accessModes": ["textual", "visual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeatures": ["alternativeText", "longDescription", "structuralNavigation", "tableOfContents"],
    "accessibilityHazards": ["none"],
    "accessibilitySummary": "Every drawing has an alternative text, and the same in words below it.",
}

_ID = re.compile(r'\bid="([^"]+)"')
_HREF = re.compile(r'<a\b([^>]*?)\bhref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-6])\b")


def epub(order: Order) -> bytes:
    """One book; `meta["pages"]` has each part's path and level. Raises Refused, MarkupError and OSError."""
    pages = [(path, level) for path, level in order.meta["pages"]]
    texts = [html(part, order.drawings) for part in order.parts]
    known = {path: set(_ID.findall(text)) for (path, _), text in zip(pages, texts, strict=True)}
    for path, text in zip(known, texts, strict=True):
        known[path] -= set(re.findall(r'<h1 id="([^"]*)"', text)[:1])
    site = order.meta["site"]
    whole = "\n".join(_page(text, path, level, known, site) for (path, level), text in zip(pages, texts, strict=True))
    with tempfile.TemporaryDirectory() as folder, as_file(files("build_tools")) as package:
        work, paper = Path(folder), package / "outputs/paper"
        for name, drawing in order.drawings.items():
            (work / name).write_bytes(drawing)
        (work / "meta.json").write_text(json.dumps(_about(order)), encoding="utf-8")
        _cover(order, work, package)
        arguments = ["--to=epub3", "--output=-", "--metadata-file=meta.json", "--toc-depth=2", "--split-level=2"]
        arguments += [f"--lua-filter={paper / 'book.lua'}", f"--css={paper / 'book.css'}"]
        made = pandoc(whole, *arguments, "--epub-cover-image=cover.png", cwd=work, epoch=order.meta["epoch"])
    inside = unpacked(made)
    cover = inside["EPUB/text/cover.xhtml"]
    named = f'<svg role="img" aria-label="{escape(order.title)}: {escape(order.meta["strapline"])}" '
    inside["EPUB/text/cover.xhtml"] = cover.replace(b"<svg ", named.encode(), 1)
    return packed(inside, plain="mimetype")


def _about(order: Order) -> dict[str, Any]:
    return {
        "title": order.title,
        "lang": "en-GB",
        "creator": [{"role": "author", "text": order.meta["course"]}],
        "identifier": [{"scheme": "UUID", "text": f"urn:uuid:{order.meta['id']}"}],
        "description": order.meta["strapline"],
        "rights": "CC BY 4.0",
        **ACCESS,
    }


def _cover(order: Order, work: Path, package: Path) -> None:
    (work / "cover.typ").write_bytes((package / "outputs/paper/cover.typ").read_bytes())
    (work / "ground.svg").write_bytes((package / "look/ground.svg").read_bytes())
    words = {"title": order.title, "strapline": order.meta["strapline"], "kicker": "The whole course"}
    (work / "cover.json").write_text(json.dumps(words), encoding="utf-8")
    image = typst.compile(str(work / "cover.typ"), format="png", ppi=144, font_paths=fonts())
    (work / "cover.png").write_bytes(bytes(image))


def name(path: str) -> str:
    """The id of a page in the book."""
    return re.sub(r"[^a-z0-9]+", "-", path.removesuffix(".md").lower()).strip("-")


def _page(text: str, path: str, level: int, known: dict[str, set[str]], site: str) -> str:
    """A page's HTML with ids of its own, headings from its level on, and links into the book if they can."""
    text = _ID.sub(lambda match: f'id="{name(path)}--{match[1]}"', text)
    text = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + level - 1)}", text)
    text = _HREF.sub(lambda match: _link(match, path, known, site), text)
    return re.sub(r'(<h\d)( id="[^"]*")?', rf'\1 id="{name(path)}"', text, count=1)  # its title is the page


def _link(match: re.Match[str], path: str, known: dict[str, set[str]], site: str) -> str:
    target, _, anchor = match[2].partition("#")
    if re.match(r"[a-z]+:", match[2]):
        return match[0]
    page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
    if page in known:
        where = f"#{name(page)}--{anchor}" if anchor in known[page] else f"#{name(page)}"
    elif site and page.endswith(".md"):
        where = f"{site.rstrip('/')}/{page.removesuffix('.md').removesuffix('index')}".rstrip("/") + "/"
    else:
        return match[4]
    return f'<a href="{where}">{match[4]}</a>'
