"""HTML tags and attribute lists of a Markdown text, and which tags belong together. Never which are allowed."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.capacity import MOST_NESTED
from build_tools.marks import Attribute, Element, Lines, Spot, Tag
from build_tools.mask import Span

_VOID = "area base br col embed hr img input link meta param source track wbr"
_BLOCK = (
    "address article aside blockquote body center details dialog dd div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul script style iframe object canvas math noscript legend"
)
VOID = frozenset(_VOID.split())
"""Elements that have no end tag."""

BLOCK = frozenset(_BLOCK.split())
"""Elements that end a paragraph when they start a line."""

_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?""")
_OTHER = re.compile(r"<([?!])(?=[A-Za-z\[])[^<>]*>?")
_BRACES = re.compile(r"\{:?[ ]*+([^{}\n]*+)\}")
_TOKEN = re.compile(r"""#([^\s{}"'=#.]++)|([^\s{}"'=#.:][^\s{}"'=]*+)=("[^"]*+"|'[^']*+'|[^\s{}"']++)""")
_STATEMENT = re.compile(r"\{%[-+]?\s*+([a-z_]++)")


def elements(text: str, found: Iterable[Span], blank: str, lines: Lines) -> Iterator[Element]:
    """Every HTML tag; `blank` is the text with all spans blanked."""
    tags = [
        _element(text, span, lines)
        for span in found
        if span.kind == "html" and text[max(0, span.start - 2) : span.start] != "]("  # there it is a link's address
    ]
    if "<?" in blank or "<!" in blank:
        for match in _OTHER.finditer(blank):
            spot = lines.at(match.start())
            tags.append(Element(*spot, match[1], False, True, (), match.end(), _first(text, match.start())))
        tags.sort(key=lambda tag: tag.at)
    yield from tags


def _element(text: str, span: Span, lines: Lines) -> Element:
    closing = text[span.start + 1] == "/"
    start = span.start + 1 + closing
    end = start + 1
    while text[end].isalnum() or text[end] == "-":
        end += 1
    inside = text[end : span.end - 1]
    attributes = tuple(
        Attribute(*lines.at(end + match.start()), match[1].lower(), html.unescape((match[2] or "").strip("\"'")))
        for match in _ATTRIBUTE.finditer(inside)
    )
    empty = inside.rstrip().endswith("/")
    name, first = text[start:end].lower(), _first(text, span.start)
    return Element(*lines.at(span.start), name, closing, empty, attributes, span.end, first)


def _first(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rpartition("\n")
    return not before[2].strip() and bool(before[1] or at < 4)


def attribute_lists(blank: str, lines: Lines) -> Iterator[Attribute]:
    """The ids, keys and values between braces. Classes are left out."""
    if "{" not in blank:
        return
    for braces in _BRACES.finditer(blank):
        for token in _TOKEN.finditer(braces[1]):
            spot = lines.at(braces.start(1) + token.start())
            if token[1]:
                yield Attribute(*spot, "id", token[1])
            else:
                yield Attribute(*spot, token[2].lower(), html.unescape(token[3].strip("\"'")))


def attributed(heading: str) -> tuple[str, str]:
    """A heading's text without its attribute list, and the id in that."""
    brace = heading.rfind("{")
    if brace <= 0 or heading[brace - 1] != " " or not heading.endswith("}") or heading.endswith("}}"):
        return heading, ""
    names = [token[1] for token in _TOKEN.finditer(heading, brace + 1) if token[1]]
    return heading[:brace].rstrip(), names[-1] if names else ""


def statements(text: str, found: Iterable[Span], lines: Lines) -> Iterator[Tag]:
    """Every `{% name … %}`."""
    for span in found:
        match = _STATEMENT.match(text, span.start, span.end) if span.kind == "tag" else None
        if match:
            name = match[1]
            yield Tag(*lines.at(span.start), name.removeprefix("end"), name.startswith("end"))


@dataclass(frozen=True)
class Pairing:
    """Which tags belong together."""

    pairs: tuple[tuple[Element, Element], ...] = ()
    """Opening and closing."""
    open: tuple[tuple[Element, Spot | None], ...] = ()
    """Each with the tag before which it should have been closed; None at the end of the text."""
    stray: tuple[Element, ...] = ()
    """Closing tags that close nothing where they stand."""
    deepest: Element | None = None
    """The first element that stands in more than `MOST_NESTED` others."""


NONE_PAIRED = Pairing()


def pairing(found: Sequence[Element], tags: Sequence[Tag], blocks: frozenset[str]) -> Pairing:
    """Pair the tags; an element that is opened inside a block tag (one of `blocks`) is closed inside it."""
    pairer = _Pairer()
    marks = [tag for tag in tags if tag.name in blocks]
    events: list[Element | Tag] = [*found, *marks]
    for event in sorted(events, key=lambda event: event.at):
        if isinstance(event, Tag):
            pairer.tag(event)
        elif event.closing:
            pairer.close(event)
        elif not (event.empty or event.name in VOID or event.name in "?!"):
            pairer.open(event)
    pairer.leave(None)
    opened = sorted(pairer.opened, key=lambda pair: pair[0].at)
    return Pairing(tuple(pairer.pairs), tuple(opened), tuple(pairer.stray), pairer.deepest)


class _Frame:
    """What is open inside one block tag."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.stack: list[Element] = []
        self.held: Counter[str] = Counter()


class _Pairer:
    def __init__(self) -> None:
        self.frames = [_Frame("")]
        self.depth = 0
        self.pairs: list[tuple[Element, Element]] = []
        self.opened: list[tuple[Element, Spot | None]] = []
        self.stray: list[Element] = []
        self.deepest: Element | None = None

    def open(self, element: Element) -> None:
        self.frames[-1].stack.append(element)
        self.frames[-1].held[element.name] += 1
        self.depth += 1
        if self.depth > MOST_NESTED and not self.deepest:
            self.deepest = element

    def close(self, element: Element) -> None:
        frame = self.frames[-1]
        if not frame.held[element.name]:
            self.stray.append(element)
            return
        while (top := self.pop(frame)).name != element.name:
            self.opened.append((top, element))
        self.pairs.append((top, element))

    def pop(self, frame: _Frame) -> Element:
        top = frame.stack.pop()
        frame.held[top.name] -= 1
        self.depth -= 1
        return top

    def tag(self, tag: Tag) -> None:
        if not tag.closing:
            self.frames.append(_Frame(tag.name))
        elif self.frames[-1].name == tag.name:
            self.leave(tag)
            self.frames.pop()

    def leave(self, at: Spot | None) -> None:
        """Nothing may stay open where a block tag, or the text, ends."""
        for frame in self.frames if at is None else self.frames[-1:]:
            while frame.stack:
                self.opened.append((self.pop(frame), at))
