"""What a learner takes away, read back: not a letter of it is lost, changed or run, in HTML or in Markdown."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.test_js import node

ROOT = Path(__file__).parent.parent
TITLE = "My plan <and> journal: *x*"
MODULE = "# <b>Bridges</b> | &amp;"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    done = node(ROOT / "tests/js/downloads.js")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert len(found["expected"]) >= 500
    return found


class Reader(HTMLParser):
    """Every tag of a document, and the text of what carries a learner's words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.works: list[Any] = []
        self.asked: list[str] = []
        self.titles: list[str] = []
        self.into: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags |= {tag, *(name for name, _ in attrs)}
        css = dict(attrs).get("class")
        if tag == "br":
            self.handle_data("\n")
        elif tag == "table":
            self.works.append([])
        elif tag == "tr":
            self.works[-1].append([])
        elif tag in ("td", "th"):
            self.works[-1][-1].append("")
            self.into = "cell"
        elif tag == "p" and css == "own":
            self.works.append("")
            self.into = "own"
        elif tag == "p" and css == "asked":
            self.asked.append("")
            self.into = "asked"
        elif tag in ("h1", "h2", "title"):
            self.titles.append("")
            self.into = "title"

    def handle_endtag(self, tag: str) -> None:
        if tag != "br":
            self.into = ""

    def handle_data(self, data: str) -> None:
        if self.into == "cell":
            self.works[-1][-1][-1] += data
        elif self.into == "own":
            self.works[-1] += data
        elif self.into:
            (self.asked if self.into == "asked" else self.titles)[-1] += data


def test_the_html_reads_back_to_the_letter(made: dict[str, Any]) -> None:
    reader = Reader()
    reader.feed(made["html"])
    assert reader.titles == [TITLE, TITLE, MODULE]
    assert reader.asked == made["asked"]
    works = [one[1:] if isinstance(one, list) else one for one in reader.works]  # the head of a table is ours
    assert works == made["expected"]
    page = {"html", "lang", "head", "meta", "charset", "title", "style", "body", "class", "dir"}
    assert reader.tags <= page | {"h1", "h2", "h3", "p", "br", "table", "tr", "th", "td"}


def words(token: Token) -> str:
    """The text of a line of Markdown; it may hold nothing but text, line breaks and one pair of our own stars."""
    parts = []
    for one in token.children or []:
        assert one.type in ("text", "text_special", "hardbreak", "html_inline", "em_open", "em_close"), one
        if one.type == "html_inline":
            assert one.content == "<br>", one.content
        parts.append("\n" if one.type in ("hardbreak", "html_inline") else one.content)
    return "".join(parts)


def test_the_markdown_reads_back_to_the_letter(made: dict[str, Any]) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made["markdown"])
    assert {one.type.removesuffix("_open") for one in tokens if one.nesting == 1} == {
        "heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    works: list[Any] = []
    asked, titles, inside = [], [], [""]
    for one in tokens:
        if one.nesting == 1:
            inside.append(one.type.removesuffix("_open") + one.tag[1:] if one.type == "heading_open" else one.type)
            if one.type in ("table_open", "tr_open"):
                (works if one.type == "table_open" else works[-1]).append([])
        elif one.nesting == -1:
            inside.pop()
        elif one.type == "inline":
            where = inside[-1]
            if where in ("td_open", "th_open"):
                works[-1][-1].append(words(one))
            elif "blockquote_open" in inside:
                works.append(words(one))
            elif where.startswith("heading"):
                titles.append((where, words(one)))
            else:
                asked.append(words(one))
    assert [text for level, text in titles if level != "heading3"] == [TITLE, MODULE]
    assert asked[0] == "Downloaded." and asked[1::2] == made["asked"]
    assert [one[1:] if isinstance(one, list) else one for one in works] == made["expected"]
