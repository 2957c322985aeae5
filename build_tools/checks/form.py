"""T family: Markdown is read as it was meant, and no more of it than the site's engine can take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from build_tools.capacity import DEEPEST, LONGEST_LINE, MOST_HEADINGS, MOST_NESTED, MOST_RUNS, MOST_TERMS
from build_tools.components import BLOCKS
from build_tools.located import Where
from build_tools.marks import Slip
from build_tools.mask import Span
from build_tools.problems import Problem
from build_tools.scripts import Script

_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_ITEM = re.compile(r"[-*] +\S.*\{#[a-z0-9_-]+\}\s*$")
_FENCE = re.compile(r"( *)(`{3,}+|~{3,}+)[ ]*(?:\{[^\n]*\}|[\w#.+-]*)[ ]*$")
_STRONG = re.compile(r"\\\*|(?<!\*)(\*\*)(?!\*)|\n[ \t]*+\n|\n(?=[ \t>]*(?:[-*+]|\d+\.|\|)[ ])")
_LISTED = re.compile(r"\{:?[ ]*[#.:][^{}\n]*\}")

_BOX = "would begin a box in other kinds of Markdown"
_FOREIGN = {
    "admonition": (_BOX, ""),
    "container": (_BOX, ""),
    "callout": (_BOX, ""),
    "tab": ("would begin a tab in other kinds of Markdown", "write headings"),
    "task": ("would be a box to tick elsewhere", "leave it out; a worksheet has {% checklist … %}"),
    "bullet": ("is a word processor's bullet and makes no list", "start the line with - and a space"),
    "bracket": ("makes no list", "write 1. instead of 1)"),
    "abbreviation": ("would explain a word elsewhere", 'use glossary.yml and {{ term("…") }}'),
    "struck": ("would be struck out elsewhere", "use *emphasis* or **strong emphasis**"),
    "marked": ("would be highlighted elsewhere", "use *emphasis* or **strong emphasis**"),
    "wiki": ("would be a link elsewhere", "write [words](page.md)"),
}
"""Marks of other dialects: what they do there, and what to write here."""


def form(script: Script) -> Iterator[Problem]:
    """Everything about the form of one text."""
    for slip in script.prose.slips:
        problem = _slip(script, slip)
        if problem:
            yield problem
    yield from _invisible(script)
    yield from _notes(script)
    if script.kind == "value":
        return
    yield from _swallowed(script)
    yield from _large(script)
    for table in script.prose.tables:
        for row in table.rows:
            if len(row.cells) != len(table.header.cells):
                sentence = f"this row has {_count(len(row.cells), 'cell')}; its table has {len(table.header.cells)}"
                yield Problem.at(script.where(row), "T104", sentence)
    for heading in script.prose.headings:
        if heading.underlined and heading.level == 2:
            sentence = "the line of dashes below makes this text a heading"
            yield Problem.at(script.where(heading), "T121", sentence)
    yield from _unpaired(script)
    yield from _checklists(script)
    yield from _braces(script)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _slip(script: Script, slip: Slip) -> Problem | None:
    """A mark that is not read as it was meant, as a problem."""
    where, kind, shown = script.where(slip), slip.kind, slip.shown
    if kind in _FOREIGN:
        what, hint = _FOREIGN[kind]
        tags = ", ".join(name for name in BLOCKS if "perspective" not in name)
        box = f"use a tag; there are {tags}" if script.rendered else "write a heading, or > before each line"
        return Problem.at(where, "T106", f'"{shown[:40]}" {what}; here it is printed as it stands', hint or box)
    if kind == "divider":
        header, dashes = shown.split()
        sentence = f"the header has {_count(int(header), 'cell')} and the dashes {dashes}, so no table is made"
        return Problem.at(where, "T105", sentence, "give both lines the same number of cells")
    if kind == "indent":
        return _indented(where, shown)
    said = {
        "glued": ("T110", "this list follows a line of text, so it is printed as running text", ""),
        "table": ("T105", "this table follows other text, so it is printed as running text", ""),
        "heading": (
            "T111",
            "this heading does not start its line, so its # is printed",
            "take away the spaces before #",
        ),
        "code": ("T112", "text indented by four spaces is printed as program code", ""),
        "deep": ("T107", f"lists and quotations are nested {shown} deep; {DEEPEST} is the most", ""),
        "terms": (
            "T107",
            f"more than {MOST_TERMS} definitions follow each other without an empty line",
            "add empty lines",
        ),
        "marks": ("T113", f"one paragraph holds more than {shown} marks", "leave an empty line between paragraphs"),
        "open": ("T113", f"{shown} brackets or tags are opened and never closed", "close them, or write \\[ and &lt;"),
    }.get(kind)
    return Problem.at(where, *said) if said else None


def _indented(where: Where, what: str) -> Problem:
    if what == "list":
        sentence = "a list inside a list is indented by four spaces; this one is not read as inside"
        return Problem.at(where, "T111", sentence, "indent the line by four spaces for each level")
    sentence = "text inside a list item is indented by four spaces; this stands outside the list"
    return Problem.at(where, "T111", sentence, "indent it by four spaces, or by none if it does not belong to the item")


def _swallowed(script: Script) -> Iterator[Problem]:
    """Fences and comments."""
    prose = script.prose
    for span in prose.spans:
        where = script.where(prose.spot(span.start))
        if span.kind == "comment" and not span.closed:
            yield Problem.at(where, "T102", "this comment is never closed")
        elif span.kind == "fence":
            if not span.closed:
                yield Problem.at(where, "T101", "this code fence is never closed", "add the same marks after the code")
            elif script.kind != "docs":
                yield Problem.at(where, "T116", "a fenced block stands in the course")
            elif sentence := _fence(prose.text, span):
                yield Problem.at(where, "T101", sentence)


def _fence(text: str, span: Span) -> str:
    """What keeps Python-Markdown from reading a fence; empty if nothing does."""
    lines = text[span.start : span.end].rstrip("\n").split("\n")
    match = _FENCE.match(lines[0])
    if not match:
        return "words follow the fence's language, so it is not read as code"
    if match[1]:
        return "this code fence does not start its line, so it is not read as one"
    if lines[-1].rstrip() != match[2]:
        return f"this code fence ends with other marks than {match[2]}, so it is not read as one"
    return ""


def _large(script: Script) -> Iterator[Problem]:
    text, headings = script.prose.text, len(script.prose.headings)
    starts = script.prose.places.starts if len(text) > LONGEST_LINE else [0]
    for number, (start, end) in enumerate(pairwise(starts), 1):
        if end - start - 1 > LONGEST_LINE:
            yield Problem(script.path, number, 1, "T115", f"this line has {end - start - 1:,} characters")
    runs = len(re.findall("`+", text)) if text.count("`") > MOST_RUNS else 0
    if runs > MOST_RUNS:
        yield Problem(script.path, 1, 1, "T114", f"the text has {runs:,} backticks or runs of them")
    many = headings + sum(span.kind == "fence" for span in script.prose.spans)
    if many > MOST_HEADINGS:
        sentence = f"the text has {many:,} headings or fenced blocks; {MOST_HEADINGS} is the most"
        yield Problem(script.path, 1, 1, "T113", sentence, "make several pages of it")
    if script.prose.pairing.deepest:
        sentence = f"HTML elements are nested more than {MOST_NESTED} deep"
        yield Problem.at(script.where(script.prose.pairing.deepest), "T107", sentence, "write it with fewer elements")


def _invisible(script: Script) -> Iterator[Problem]:
    for match in _INVISIBLE.finditer(script.prose.text):
        name = unicodedata.name(match[0], f"U+{ord(match[0]):04X}").lower()
        where = script.where(script.prose.spot(match.start()))
        yield Problem.at(where, "T120", f"an invisible character stands here: {name} (U+{ord(match[0]):04X})")


def _notes(script: Script) -> Iterator[Problem]:
    texts = {note.id: note for note in reversed(script.prose.notes) if note.definition}
    called = {note.id for note in script.prose.notes if not note.definition}
    for note in script.prose.notes:
        first, name = texts.get(note.id), note.id[:40]
        if not note.definition and not first:
            sentence = f"the footnote [^{name}] has no text"
            yield Problem.at(script.where(note), "T108", sentence, f"add a line [^{name}]: …")
        elif note.definition and first and first is not note:
            sentence = f"the footnote [^{name}] has two texts"
            yield Problem.at(script.where(note), "T108", sentence, f"first in line {first.line}")
        elif note.definition and note.id not in called:
            yield Problem.at(script.where(note), "T109", f"nothing refers to the footnote [^{name}]")


def _unpaired(script: Script) -> Iterator[Problem]:
    """Paragraphs in which ** is opened and not closed."""
    blank = script.prose.blank
    if "**" not in blank:
        return
    marks: list[int] = []
    for match in _STRONG.finditer(blank + "\n\n"):
        if match[1]:
            marks.append(match.start(1))
            continue
        if len(marks) % 2:
            where = script.where(script.prose.spot(marks[-1]))
            yield Problem.at(where, "T124", "this ** has no other in its paragraph, so it is printed")
        marks.clear()


def _checklists(script: Script) -> Iterator[Problem]:
    """Lines of a checklist that its component would leave out."""
    text, places = script.prose.text, script.prose.places
    for start, end in script.regions.get("checklist", ()):
        start = text.find("%}", start) + 2
        for line in range(places.at(start)[0], places.at(end)[0] + 1):
            first = max(start, places.starts[line - 1])
            shown = text[first : min(end, places.starts[line] - 1)]
            if shown.strip() and not _ITEM.match(shown):
                where = script.where(script.prose.spot(first))
                yield Problem.at(where, "T119", "this line is no item with an id, so it is left out")


def _braces(script: Script) -> Iterator[Problem]:
    """Attribute lists that belong to nothing and are printed."""
    prose = script.prose
    if "{" not in prose.blank:
        return
    heads = {heading.line: heading.text for heading in prose.headings}
    for match in _LISTED.finditer(prose.blank):
        line, column, at = prose.places.at(match.start())
        ends_line = not prose.blank[match.end() : match.end() + 3].partition("\n")[0].strip()
        starts_line = column < 9 and not prose.blank[at - column + 1 : at].strip()
        joined = prose.text[at - 1 : at] in tuple(")]*_`>") or (starts_line and ends_line)
        headed = ends_line and line in heads and match[0] not in heads[line]
        if joined or headed or script.within("checklist", at):
            continue
        sentence = f'"{match[0][:60]}" belongs to nothing here, so it is printed'
        yield Problem.at(script.where(prose.spot(at)), "T122", sentence)
