"""Reads authored Markdown: headings, links, HTML, tables, notes, each with its exact place. Never whether it is right.

The dialect is Python-Markdown's with the extensions of `markdown.py`; Jinja tags are stepped over. Takes time linear in
the length of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.blocks import FILLER, Blocks
from build_tools.components import BLOCKS
from build_tools.dialects import within
from build_tools.elements import BLOCK, NONE_PAIRED, Pairing, attribute_lists, elements, pairing, statements
from build_tools.inline import Inline
from build_tools.marks import Attribute, Element, Heading, Lines, Link, Note, Slip, Spot, Table, Tag
from build_tools.mask import Span, blanked, spans


@dataclass(frozen=True)
class Prose:
    """Everything found in one text, each list in the text's order."""

    text: str
    blank: str
    """The text with code, comments, HTML and tags as spaces."""
    spans: tuple[Span, ...]
    places: Lines
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    elements: tuple[Element, ...] = ()
    pairing: Pairing = NONE_PAIRED
    raw: tuple[tuple[Element, Element], ...] = ()
    """Block elements whose inside Markdown leaves alone: first tag and last."""
    attributes: tuple[Attribute, ...] = ()
    """Of attribute lists, such as `{ #name .class key=value }`."""
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[Tag, ...] = ()
    slips: tuple[Slip, ...] = ()

    def spot(self, at: int) -> Spot:
        """The place of an offset."""
        return Spot(*self.places.at(at))


def read(text: str) -> Prose:
    """The body of a Markdown file whose front matter is blanked, or a value of a YAML file."""
    found = spans(text)
    blank = blanked(text, found)
    places = Lines(text)
    tags = tuple(statements(text, found, places))
    made = tuple(elements(text, found, blank, places))
    paired = pairing(made, tags, frozenset(BLOCKS))
    raw = tuple(_raw(paired))
    blocks = _blocks(text, found, places, tags, raw)
    blank = _without_lines(blank, blocks.code, places)
    inline = Inline(text, blank, places)
    inline.run()
    slips = [*blocks.slips, *inline.slips, *(Slip(*places.at(at), kind, mark) for at, kind, mark in within(blank))]
    return Prose(
        text,
        blank,
        tuple(found),
        places,
        tuple(blocks.headings),
        tuple(inline.links),
        made,
        paired,
        raw,
        tuple(attribute_lists(blank, places)),
        blocks.tables.made(),
        tuple(inline.notes),
        tags,
        tuple(sorted(slips, key=lambda slip: slip.at)),
    )


def _raw(paired: Pairing) -> list[tuple[Element, Element]]:
    """Pairs of block elements at the start of a line without `markdown`, outside other such pairs."""
    made: list[tuple[Element, Element]] = []
    for pair in sorted(paired.pairs, key=lambda pair: pair[0].at):
        inside = bool(made) and pair[0].at < made[-1][1].at
        if not inside and pair[0].first and pair[0].name in BLOCK and pair[0].value("markdown") is None:
            made.append(pair)
    return made


def _blocks(
    text: str, found: Sequence[Span], places: Lines, tags: Sequence[Tag], raw: Sequence[tuple[Element, Element]]
) -> Blocks:
    hidden = [span for span in found if span.kind != "html" and not _filled(text, span)]
    tabled = blanked(text, hidden)
    shown = blanked(tabled, [span for span in found if _filled(text, span)], FILLER)
    tabled = blanked(tabled, [span for span in found if span.kind == "tag" and _filled(text, span)], FILLER)
    skip = {number for first, last in raw for number in range(first.line, last.line + 1)}
    alone = {places.at(span.start)[0] for span in found if span.kind == "tag" and _alone(text, span)}
    before = {tag.line for tag in tags if tag.column == 1}
    after = {tag.line for tag in tags if tag.closing}
    blocks = Blocks(text, shown, tabled, skip | alone, before, after)
    blocks.run()
    return blocks


def _filled(text: str, span: Span) -> bool:
    """Whether something is printed where the span stands: inline code, or the value of a reference."""
    return span.kind == "code" or (span.kind == "tag" and text[span.start + 1] == "{")


def _alone(text: str, span: Span) -> bool:
    """Whether a reference fills its line; it may bring anything."""
    starts = span.start == 0 or text[span.start - 1] == "\n"
    return starts and (span.end == len(text) or text[span.end] == "\n")


def _without_lines(text: str, numbers: Sequence[int], places: Lines) -> str:
    whole = len(text)
    return blanked(text, [Span("fence", places.starts[n - 1], min(whole, places.starts[n] - 1)) for n in numbers])
