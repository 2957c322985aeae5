"""Authored Markdown is read as Python-Markdown reads it, at the right places; and where it is not read as meant."""

from __future__ import annotations

import random
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.addresses import Addresses
from build_tools.markdown import CONFIGS, EXTENSIONS
from build_tools.marks import Spot
from build_tools.prose import Prose, read
from build_tools.tables import cells
from tests.conftest import SMALL

ROOT = Path(__file__).parent.parent.parent


def html(text: str) -> str:
    """As the site makes it: MkDocs adds fenced code to the dialect."""
    return markdown.markdown(text, extensions=[*EXTENSIONS, "fenced_code"], extension_configs=CONFIGS)


def shown(prose: Prose) -> list[str]:
    """Everything found, a line each, in the order of the text."""
    lines = [(one, f"h{one.level} {one.text!r} {one.id}".rstrip()) for one in prose.headings]
    lines += [(one, f"{one.form} {one.text!r} → {one.target} {one.attributes}".rstrip()) for one in prose.links]
    lines += [(one, f"<{'/' * one.closing}{one.name}{'/' * one.empty}>") for one in prose.elements]
    lines += [(one, f"@{one.name}={one.value}") for element in prose.elements for one in element.attributes]
    lines += [(one, f"{{{one.name}={one.value}}}") for one in prose.attributes]
    lines += [(one, f"table {[len(row.cells) for row in (one.header, *one.rows)]}") for one in prose.tables]
    lines += [(one, f"note {one.id}{':' * one.definition}") for one in prose.notes]
    lines += [(one, f"slip {one.kind} {one.shown}".rstrip()) for one in prose.slips]
    return [f"{one.line}:{one.column} {what}" for one, what in sorted(lines, key=lambda pair: (pair[0].at, pair[1]))]


CASES = {
    "heading": ("a\n## B `c` ##\n#D", ["2:1 h2 'B `c`'", "3:1 h1 'D'"]),
    "heading with an id": ("## A {#b .c}\n## {#d}", ["1:1 h2 'A' b", "1:7 {id=b}", "2:1 h2 '{#d}'", "2:5 {id=d}"]),
    "underlined": ("A\n===\n\n> B\n> ---", ["1:1 h1 'A'", "4:3 h2 'B'"]),
    "rule, not heading": ("a\n\n---\n\nb\n* * *\nc", []),
    "heading in a list and a quote": ("- ## A\n\n> # B\n\n    ## C", ["1:3 h2 'A'", "3:3 h1 'B'", "5:5 slip code"]),
    "in code": ("```\n# a\n```\n`# b`\n\n    # c\n", ["6:5 slip code"]),
    "in a comment": ("<!--\n# a\n-->\n", []),
    "tags leave columns": (
        '{{ term("x") }} [a](b) {% if c %}[d](e){% endif %}',
        ["1:17 link 'a' → b", "1:34 link 'd' → e"],
    ),
    "link": ('[a *b*](c.md "d (e)"){ .f } [g](<h i>)', ["1:1 link 'a *b*' → c.md { .f }", "1:29 link 'g' → h i"]),
    "link across lines": ("[a\nb](c\n'd')", ["1:1 link 'a\\nb' → c"]),
    "no link": ("[a] (b) \\[c](d) [e`](f)`", []),
    "brackets in links": ("[a [b] c](d(e)f)", ["1:1 link 'a [b] c' → d(e)f"]),
    "image in link": ("[![a](b)](c)", ["1:1 link '![a](b)' → c", "1:2 image 'a' → b"]),
    "reference": (
        "[a][b] [B] [c][d]\n\n[b]: e",
        ["1:1 reference 'a' → e", "1:8 reference 'B' → e", "1:12 reference 'c' →", "3:1 definition"],
    ),
    "auto and bare": ("<https://a.b> https://c.d. www.e.f", ["1:1 auto", "1:15 bare", "1:28 bare"]),
    "tags": ("<a\nhref=\"x>y\" B='c'>d</a><br/>", ["1:1 <a>", "2:1 @href=x>y", "2:12 @b=c", "2:19 </a>", "2:23 <br/>"]),
    "no tag": ("1 < 2 <3 a<b <your@mail.org>", []),
    "tag across an empty line": ("a <b\n\nc>", []),
    "instructions": ("<?php a ?>\n<!DOCTYPE b>", ["1:1 <?/>", "2:1 <!/>"]),
    "table": ("|a|b|\n|-|-|\n|`c|d`|\\||e|\n|f|", ["1:1 table [2, 3, 1]"]),
    "table without borders": ("a | b\n--|--\nc", ["1:1 table [2, 1]"]),
    "notes": ("a[^b] ![^c]\n\n[^b]: d", ["1:2 note b", "3:1 note b:"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_where(name: str) -> None:
    text, expected = CASES[name]
    found = shown(read(text))
    assert [line[: len(start)] for line, start in zip(found, expected, strict=True)] == expected, found


SLIPS = {
    "glued": ("Bring:\n- a pen\n- a tape", "<p>Bring:\n- a pen\n- a tape</p>"),
    "glued numbers": ("First:\n1. ask\n2. tell", "<p>First:\n1. ask\n2. tell</p>"),
    "glued in a quote": ("> a\n> - b", "<p>a\n- b</p>"),
    "glued to an item": ("- a\n\n    b\n- c", "<p>b\n- c</p>"),
    "glued to a meaning": ("T\n:   a\n    - b", "a\n- b"),
    "indent list": ("1. a\n   - b", "<li>b</li>\n</ol>"),
    "indent list too far": ("- a\n        - b", "<li>a\n        - b</li>"),
    "indent text": ("- a\n\n  b", "</ul>\n<p>b</p>"),
    "heading": ("  ## A", "<p>## A</p>"),
    "code": ("a\n\n    b", "<code>b"),
    "table": ("a\n|b|c|\n|-|-|\n|d|e|", "<p>a\n|b|c|"),
    "divider": ("|a|b|\n|-|-|-|", "<p>|a|b|"),
    "admonition": ('!!! note "A"\n    b', "<p>!!! note"),
    "container": ("::: tip\na\n:::", "<p>::: tip"),
    "callout": ("> [!NOTE]\n> a", "<p>[!NOTE]"),
    "tab": ('=== "A"', "<p>==="),
    "task": ("- [ ] a", "<li>[ ] a</li>"),
    "bullet": ("• a\n", "<p>• a"),
    "bracket": ("1) a\n2) b", "<p>1) a"),
    "abbreviation": ("*[AB]: a b\n\nAB", "<p>*[AB]: a b</p>"),
    "struck": ("~~a~~", "~~a~~"),
    "marked": ("==a==", "==a=="),
    "wiki": ("[[a]]", "[[a]]"),
    "apart": ("[a] (b.md)", "[a] (b.md)"),
}


@pytest.mark.parametrize("name", SLIPS)
def test_what_is_not_read_as_meant(name: str) -> None:
    """Both that we say so, and that Python-Markdown still does it: if it learns better, the rule can go."""
    text, wrong = SLIPS[name]
    assert [slip.kind for slip in read(text).slips] == [name.split()[0]]
    assert wrong in html(text)


GOOD = {
    "list": "Bring:\n\n- a pen\n- a tape\n    - of steel\n\n    Its second paragraph.\n\n- a diary",
    "numbers": "It was in\n1998. Then it was\n2009. Nobody knew.",
    "meanings": "Term\n:   what it\n    means\n\n    More.\n\nOther\n:   what",
    "quote": "> a\n>\n> - b\n> - c\n\nd",
    "table in a list": "- a\n\n    | b | c |\n    |---|---|\n    | d | e |",
    "tags in lines": "{% reflection 'a' %}Which?{% endreflection %}\n- a\n\n{{ figure('b') }}\n- c",
    "html": '<div markdown="1">\n- a\n- b\n</div>\n- c',
    "raw html": "<ul>\n    <li>a</li>\n</ul>",
    "footnote": "a[^b]\n\n[^b]: c\n\n    d",
    "dashes": "a\n\n- - -\n\nb – c\n– d",
    "no-break space": "\u00a0\u00a0\u00a0\u00a0a",
    "code": "- a `- b` c\n`- d`",
    "nested emphasis": "***a* b** and _c **d** `e`_ and **f *g* h**",
    "rule below an item": "- a\n\n---\n\nb",
}


@pytest.mark.parametrize("name", GOOD)
def test_no_false_alarm(name: str) -> None:
    assert not read(GOOD[name]).slips


PARTS = [
    "para", "para two", "## H", "#### deep {#id}", "- item", "    - sub", "", "", "", "> q", "> - q", "| a | b |",
    "|---|---|", "| c | d |", "1. x", "2. y", "text `code` a", "[a](b)", "*e* [l](m) x", ":   def", "    code", "***",
    "* * *", "text [x]", "<b>bold</b> z", "  ## no", "   text", "<!-- c -->", "`[a](b)`", "\\[a](b)", "[^1]: note",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_python_markdown_finds_the_same(seed: int) -> None:
    """Levels of headings, tables and links of random texts, against the engine itself."""
    dice = random.Random(seed)
    for _ in range(60):
        lines = dice.choices(PARTS, k=dice.randint(2, 8))
        notes = [number for number, line in enumerate(lines) if line.startswith("[^1]")]
        for number in notes[1:]:
            lines[number] = ""  # of two texts of one footnote the engine drops the first
        text = "\n".join(lines)
        prose, made = read(text), html(text)
        ours = [one.level for one in prose.headings], len(prose.tables), sum(one.form == "link" for one in prose.links)
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", made)]
        assert ours == (levels, made.count("<table"), len(re.findall(r'<a href="[bm]"', made))), text


ROWS = [
    "| a | b |",
    "a | b",
    "|a",
    "a|",
    "\\|a|b\\|",
    "`a|b`|c",
    "``a|b`|c",
    "\\`a|b`|c",
    "a\\\\|b",
    "`a` | `` ` `` | b",
]


@pytest.mark.parametrize("row", ROWS)
def test_cells_are_split_as_the_engine_splits_them(row: str) -> None:
    wide = "|" + "x|" * 6
    made = html(f"{wide}\n{wide.replace('x', '-')}\n{row}")
    texts = [re.sub(r"</?code>", "`", cell) for cell in re.findall(r"<td>(.*?)</td>", made)]
    ours = [cell.replace("\\\\", "\\").replace("\\|", "|").replace("\\`", "`") for cell in cells(row, True)]
    assert len([one for one in ours if one]) == len([one for one in texts if one]), (ours, texts)


MARKS = [
    "[", "](", ")", "[^a]", "![", "]: ", "<", "<div", ">", "</div>", "<b a='", '"', "`", "``", "```\n", "~~~", "|",
    "|-|-|", "\n", "\n\n", "    ", "\t", "# ", "- ", "1. ", "> ", "{#a}", "{: .b }", "{{ x }}", "{% activity %}",
    "{% endactivity %}",
    "{##", "##}", "<!--", "-->", "\\", "a ", "é", "\u2028", "\x0b", "===\n", "---\n", ":   ", "!!! n", "https://a.b ",
]  # fmt: skip


@settings(max_examples=400, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=25))
def test_every_place_is_a_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    prose = read(text)
    spots: list[Spot] = [*prose.headings, *prose.links, *prose.elements, *prose.attributes, *prose.tables, *prose.notes]
    spots += [*prose.tags, *prose.slips, *(one for element in prose.elements for one in element.attributes)]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for spot in spots:
        assert 1 <= spot.line <= len(lines) and 1 <= spot.column <= len(lines[spot.line - 1]) + 1
        assert spot.at == starts[spot.line - 1] + spot.column - 1
    assert len(prose.blank) == len(text)


HOSTILE = [
    "[", "![a](", "[a][", "](", "<a ", '<a "', "<b>", "</b>", "<div>\n", "`", "` `` ", "*a ", "{#a}", "{% activity %}",
    "{{ ", "<!-- ", "> ", "- ", "    - a\n", "|a", "|-", "a|b\n-|-\n", "a\n:   b\n", "[a]: b\n", "[^a] ",
    "https://a.b ", "] (a.md", "# a\n", "a\n===\n", "\\", "\n", "<?", "=== ", "~~a", "==", "[[a", "~",
    "{% activity %}<i><b></i>",
]  # fmt: skip


@pytest.mark.parametrize("mark", HOSTILE)
def test_hostile_text_takes_linear_time(mark: str) -> None:
    """A megabyte; anything quadratic would take minutes, and the run's own limit ends it."""
    read(mark * (1_000_000 // len(mark)))
    read("~" * 500_000 + "`" + " ".join("`" * n for n in range(600)))


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_addresses_are_those_that_are_made(root: Path) -> None:
    """Every page, and every id on each, as the engine makes them from what is delivered."""
    from build_tools.prepare import prepare

    prepared = prepare(root)
    assert prepared.course and prepared.rendered
    addresses = Addresses(prepared.course, prepared.rendered)
    made = {page.path: page.markdown.split("---\n", 2)[2] for page in prepared.delivery().pages}
    made |= {name: text.body for name, text in prepared.course.docs.items()}
    assert set(made) == addresses.pages
    for path, text in made.items():
        if not addresses.known(path):
            continue
        page = re.sub(r"<(code|template)\b.*?</\1>", "", html(text), flags=re.DOTALL)  # nobody can be led into these
        assert set(re.findall(r'\sid="([^"]*)"', page)) == addresses.anchors(path), path
