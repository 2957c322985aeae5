"""The one Markdown dialect of the course. A test holds it equal to `mkdocs.yml`."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.extensions.toc import unique as unique
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.comments import find

ELEMENTS = (
    "cg-activity",
    "cg-case",
    "cg-checklist",
    "cg-done",
    "cg-facilitator",
    "cg-field",
    "cg-figure",
    "cg-grid",
    "cg-perspective",
    "cg-perspectives",
    "cg-plan",
    "cg-question",
    "cg-reflection",
    "cg-scale",
    "template",
)
"""Our elements, and the one that holds some for later. Python-Markdown crosses unknown elements with lists unless they
are block-level."""

EXTENSIONS: tuple[str, ...] = (
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "smarty",
    "tables",
    "toc",
    "build_tools.markdown",
)
CONFIGS: dict[str, dict[str, Any]] = {
    "smarty": {"smart_dashes": False, "smart_ellipses": False},
    "toc": {"permalink": False},
}

_EXHIBIT = re.compile(r'<div class="cg-exhibit">.*</div>')
_LINK = re.compile(r"(!?)\[([^\[\]]*+)\](?:\([^()]*+\)|\[[^\[\]]*+\])")
_MARKS = re.compile(r"<[^<>]*+>|\*|`|(?<![^\W_])_+(?=[^\W_])|(?<=[^\W_])_+(?![^\W_])")

_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")


class _Alignment(Treeprocessor):
    """Table alignment as a class: a strict security policy blocks inline styles."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in ("td", "th") and (match := _ALIGN.fullmatch(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", f"cg-align-{match[1]}")
            if cell.tag == "th" and not cell.get("scope"):
                cell.set("scope", "col")


class _Exhibits(Preprocessor):
    """Keeps a line that is one whole picture with its table as it is.

    The engine and Python-Markdown would each parse its thousand tags, and neither changes any of them.
    """

    def run(self, lines: list[str]) -> list[str]:
        return [self.md.htmlStash.store(line) if _EXHIBIT.fullmatch(line) else line for line in lines]


class _Ignores(Preprocessor):
    """Takes comments to the checker out of hand-written pages, which nothing of ours renders before."""

    def run(self, lines: list[str]) -> list[str]:
        return find("\n".join(lines), ".md")[0].split("\n")


class CourseMarkdown(Extension):
    """Registers our elements as block-level, turns table alignment into classes, takes out comments to the checker,
    and keeps exhibits whole.
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.block_level_elements = [*md.block_level_elements, *ELEMENTS]
        md.preprocessors.register(_Ignores(md), "cg_ignores", 35)  # before anything looks for code or HTML
        md.preprocessors.register(_Exhibits(md), "cg_exhibits", 22)  # before MkDocs (21) and Python-Markdown (20) parse
        md.treeprocessors.register(_Alignment(md), "cg_alignment", 1)


def makeExtension(**_: Any) -> CourseMarkdown:
    return CourseMarkdown()


def spoken(text: str, images: bool = True) -> str:
    """The words of inline Markdown without its marks, as a screen reader says them; `images` with their alt texts."""
    words = _LINK.sub(lambda match: match[2] if images or not match[1] else "", text)
    return " ".join(html.unescape(_MARKS.sub("", words).replace("\\", "")).split())


def typeset(text: str) -> str:
    """Plain words with quotation marks and apostrophes as printers set them, as `smarty` does on a page."""
    text = re.sub(r"(?<![\w.,!?;:’”)])\"|^\"", "“", text).replace('"', "”")
    return re.sub(r"(?<![\w.,!?;:”)])'(?=\w)", "‘", text).replace("'", "’")


def slug(heading: str) -> str:
    """The id that a heading gets from its words."""
    return slugify(spoken(heading, images=False), "-")


def to_html(text: str) -> str:
    """Markdown to HTML in the dialect that every output shares."""
    return markdown.markdown(text, extensions=list(EXTENSIONS), extension_configs=CONFIGS)
