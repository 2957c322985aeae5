"""Pages are cut into tags and words as a browser cuts them, whatever they hold, and in linear time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_tools.built.check import check_built
from build_tools.built.folder import Folder
from build_tools.built.lines import Lines
from build_tools.built.reading import read
from build_tools.built.tokens import tokens
from build_tools.prepare import Prepared, prepare
from tests.conftest import SMALL

IMPLIED = {"html", "head", "body", "tbody", "colgroup"}
"""Elements that a browser adds where they are not written."""

PIECES = [
    *(
        "<p>",
        "</p>",
        "<b ",
        "<a href='",
        '<img src="a.png" srcset="b 2x, c" alt>',
        "<svg>",
        "<svg/>",
        "</svg>",
        "<main>",
    ),
    *(
        "<!--",
        "-->",
        "--!>",
        "<!",
        "<?x",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script>",
        "<style>url(",
        "</style>",
        "<h3>",
    ),
    *(
        "<title>",
        "</title>",
        "&amp;",
        "&#xD800;",
        "&#99999999999;",
        "&nbsp",
        "é",
        "\0",
        "\r\n",
        "\n",
        '"',
        "'",
        ">",
        "<",
    ),
    *("</", "{{ x }}", "TODO", 'id="a"', "href=http://[", "style=", "onclick=", " ", "/", "=", "\x1b[31m", "\ud800"),
]
MARKS = (
    "<!--",
    "<a ",
    "<a b='",
    "&",
    "<![",
    "</",
    "<?",
    "<svg><![CDATA[",
    "<title>",
    "</script",
    "<script></scrip",
    "{{",
)


def tags(text: str) -> list[str]:
    return [one.value for one in tokens(text) if one.kind == "start" and one.closed]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<b>c</b>", ["p", "b"]),
        ("a < b <3 <> </>", []),
        ("<!-- <p> --><b>", ["b"]),
        ("<!--> <p> --><b>", ["p", "b"]),
        ("<!-- a --!><p>", ["p"]),
        ("<script>if (a < b) '</p>' && '<b>'</script><i>", ["script", "i"]),
        ("<script>a</scripty></script ><i>", ["script", "i"]),
        ("<title><p></title><textarea><b></TEXTAREA><i>", ["title", "textarea", "i"]),
        ("<svg><title><b></title><![CDATA[<p>]]></svg><i>", ["svg", "title", "b", "i"]),
        ("<![CDATA[ > <p>]]>", ["p"]),
        ("<script/>x<p></script><i>", ["script", "i"]),
        ("<p a='>' b=\">\" c=> d><i>", ["p", "i"]),
        ('<p a="1><b><i>', []),
        ("<P><Cg-Case>", ["p", "cg-case"]),
    ],
)
def test_tags_are_those_that_a_browser_sees(text: str, expected: list[str]) -> None:
    assert tags(text) == expected


def test_attributes_are_read_as_a_browser_reads_them() -> None:
    [one] = tokens("<a HREF=x?a=1&amp;b b c='&quot;' d = \"e\nf\" href=y =g /h>")
    assert one.attributes == {"href": "x?a=1&b", "b": "", "c": '"', "d": "e\nf", "=g": "", "h": ""}


_TEMPLATE = re.compile(r"(?<=<)(/?)template\b")
"""The other parser keeps what a template holds in a tree of its own."""


def test_a_whole_site_is_cut_as_an_independent_parser_cuts_it(built: Path) -> None:
    files = [*(built / "site").rglob("*.html"), *(built / "site").rglob("*.svg")]
    assert len(files) > 15
    for file in files:
        text = file.read_text(encoding="utf-8")
        ours = Counter(
            (one.tag.replace("template", "template-as-read"), *sorted(one.attributes.items()))
            for one in read(text).elements
        )
        theirs = Counter(
            (node.tag.lower(), *sorted((name.lower(), value or "") for name, value in node.attributes.items()))
            for node in LexborHTMLParser(_TEMPLATE.sub(r"\1template-as-read", text)).root.traverse()
            if node.tag not in IMPLIED
        )
        assert Counter({key: n for key, n in ours.items() if key[0] not in IMPLIED}) == theirs, file


def test_each_word_knows_where_it_stands() -> None:
    source = '<p title="of all">Fish &amp;\n chips <b>and</b> pe<i>as</i></p><pre>{{ x }}</pre>'
    page = read(source)
    lines = Lines(source)
    for word, place in (("Fish", (1, 19)), ("&", (1, 24)), ("chips", (2, 2)), ("and", (2, 11)), ("peas", (2, 19))):
        assert lines.place(page.flow.source(page.flow.text.index(word))) == place
    assert lines.place(page.flow.source(page.flow.text.index("all"))) == (1, 1)
    assert "{{ x }}" in page.flow.text and "{{" not in page.flow.prose
    assert len(page.flow.prose) == len(page.flow.text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ul><li>a<li>b</ul><p>c<div>d</div>", []),
        ("<p>a<cg-case>b</cg-case>", []),
        ("<table><tr><td>a<td>b<tr><th>c</table>", []),
        ("<svg><path/><g><path/></g></svg>", []),
        ("<div><span></div>", [(5, "<span> is never closed")]),
        ("<b><i></b></i>", [(3, "<i> is never closed"), (10, "</i> closes nothing")]),
        ("<div><!-- a", [(5, "the comment never ends, so the rest of the page is lost")]),
        ("<div/>a", [(0, "<div> is never closed")]),
    ],
)
def test_tags_without_their_counterpart(text: str, expected: list[tuple[int, str]]) -> None:
    assert read(text).faults == expected


@pytest.fixture(scope="module")
def nothing() -> Prepared:
    return prepare(SMALL)


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(
    st.one_of(
        st.lists(st.sampled_from(PIECES)).map("".join), st.text(), st.binary().map(lambda raw: raw.decode("latin-1"))
    )
)
@example("<div><svg></div><![CDATA[x]]>")
def test_nothing_raises_and_every_problem_has_a_place(nothing: Prepared, text: str) -> None:
    folder = Folder("b", {"index.html": 1, "a.svg": 1, "a.css": 1, "a.js": 1, "a.json": 1}, {
        "index.html": text, "a.svg": text, "a.css": text, "a.js": text, "a.json": text, "sitemap.xml": text
    })  # fmt: skip
    lines = text.split("\n")
    for one in check_built(folder, nothing, ()):
        assert 1 <= one.line <= len(lines) and 1 <= one.column <= len(lines[one.line - 1]) + 1
        assert "\n" not in one.sentence and "\x1b" not in one.sentence


@pytest.mark.parametrize("mark", MARKS)
def test_marks_that_never_end_take_linear_time(mark: str) -> None:
    text = mark * 50_000
    assert sum(1 for _ in tokens(text)) and read(text).source == text
