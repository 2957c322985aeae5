"""One page as the checks need it: its elements, its words, and which of its tags do not match. Judges nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from build_tools.built.elements import CODE, ENDS_PARAGRAPH, INLINE, OPTIONAL, VOID
from build_tools.built.flow import Flow
from build_tools.built.tokens import FOREIGN, Token, tokens
from build_tools.policy import is_run

READ_OUT = ("alt", "aria-label", "title", "placeholder", "aria-description", "label", "summary")
"""Attributes that people see or hear."""


class Element(NamedTuple):
    """One start tag and what it holds."""

    tag: str
    attributes: Mapping[str, str]
    at: int
    """0-based character of its `<`."""
    start: int
    """Where its words begin in the flow, its own attributes included."""
    end: int
    """Where they end."""
    inside: bool
    """Whether it stands in `<main>` or `<article>`."""
    hidden: bool
    """Whether it is kept from people who listen."""


class Inline(NamedTuple):
    """The text of a script or style that stands in the page, and its 0-based character."""

    text: str
    at: int


@dataclass
class Reading:
    """One page, read once."""

    source: str
    elements: list[Element] = field(default_factory=list)
    """In the order of their start tags."""
    flow: Flow = field(default_factory=Flow)
    scripts: list[Inline] = field(default_factory=list)
    """Inline scripts that a browser would run."""
    styles: list[Inline] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    """Tags without their counterpart: the 0-based character and a sentence."""

    @cached_property
    def ids(self) -> dict[str, int]:
        """Each id, and each name of an old-fashioned anchor, with the character at which it first stands."""
        found: dict[str, int] = {}
        for element in self.elements:
            if name := element.attributes.get("id"):
                found.setdefault(name, element.at)
            if element.tag == "a" and (name := element.attributes.get("name")):
                found.setdefault(name, element.at)
        return found

    def words(self, element: Element) -> str:
        """What it says, spaces as one."""
        return " ".join(self.flow.text[element.start : element.end].split())


def read(source: str) -> Reading:
    """A page's text, read. Never raises: what no browser could make sense of becomes a fault."""
    reader = _Reader(source)
    for token in tokens(source):
        reader.take(token)
    return reader.finish()


@dataclass
class _Reader:
    source: str
    out: Reading = field(init=False)
    stack: list[tuple[str, int, bool]] = field(default_factory=list)
    """Open elements: tag, number, and whether they hide what they hold."""
    opened: Counter[str] = field(default_factory=Counter)
    hidden: int = 0
    """How many open elements hide what they hold."""
    code: int = 0
    """How many open elements show what is typed."""
    cut: bool = False
    """Whether something swallowed the rest, so that nothing more can be said of what is open."""
    made: list[tuple[str, Mapping[str, str], int, int, bool, bool]] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.out = Reading(self.source)

    def take(self, token: Token) -> None:
        if not token.closed and token.kind != "text":
            what = "comment" if token.kind == "comment" else f"<{'/' * (token.kind == 'end')}{token.value[:30]}> tag"
            self.cut = True
            self.out.faults.append((token.at, f"the {what} never ends, so the rest of the page is lost"))
        elif token.kind == "start":
            self.start(token)
        elif token.kind == "end":
            self.end(token)
        elif token.kind == "text":
            self.text(token)
        elif token.kind == "script":
            self.script(token)
        else:
            self.out.flow.add_hidden(token.value, token.at + 4)

    def start(self, token: Token) -> None:
        tag, attributes = token.value, token.attributes
        if tag not in INLINE:
            self.out.flow.gap()
            if tag in ENDS_PARAGRAPH and self.stack and self.stack[-1][0] == "p":
                self.pop()
        hides = attributes.get("aria-hidden") == "true" or "hidden" in attributes
        hidden = hides or self.hidden > 0
        inside = self.opened["main"] > 0 or self.opened["article"] > 0
        self.made.append((tag, attributes, token.at, self.out.flow.length, inside, hidden))
        self.ends.append(-1)
        self.attributes(token, hidden)
        if tag in VOID or (token.empty and self.foreign()):
            self.ends[-1] = self.out.flow.length
            return
        self.stack.append((tag, len(self.made) - 1, hides))
        self.opened[tag] += 1
        self.hidden += hides
        self.code += tag in CODE

    def foreign(self) -> bool:
        """Whether a drawing or formula is open, where `/>` ends an element."""
        return any(self.opened[name] for name in FOREIGN)

    def attributes(self, token: Token, hidden: bool) -> None:
        for name in READ_OUT:
            if value := token.attributes.get(name):
                self.out.flow.add_value(value, token.at, naming=not hidden)
        if token.value == "meta" and (content := token.attributes.get("content")):
            self.out.flow.add_value(content, token.at, naming=False)
        if token.value == "input" and token.attributes.get("type") in ("button", "submit", "reset"):
            self.out.flow.add_value(token.attributes.get("value", ""), token.at, naming=not hidden)

    def end(self, token: Token) -> None:
        tag = token.value
        if tag not in INLINE:
            self.out.flow.gap()
        if not self.opened[tag]:
            if tag not in OPTIONAL and tag not in VOID:
                self.out.faults.append((token.at, f"</{tag[:30]}> closes nothing"))
            return
        while self.stack[-1][0] != tag:
            self.lost()
        self.pop()

    def lost(self) -> None:
        """Close the innermost element without its end tag."""
        tag, at = self.stack[-1][0], self.made[self.stack[-1][1]][2]
        self.pop()
        if tag not in OPTIONAL:
            self.out.faults.append((at, f"<{tag[:30]}> is never closed"))

    def pop(self) -> None:
        """Close the innermost element."""
        tag, number, hides = self.stack.pop()
        self.opened[tag] -= 1
        self.hidden -= hides
        self.code -= tag in CODE
        self.ends[number] = self.out.flow.length

    def text(self, token: Token) -> None:
        if self.stack and self.stack[-1][0] in ("script", "style"):  # inside a drawing, where nothing is raw
            return self.script(token)
        self.out.flow.add(token.value, token.at, code=self.code > 0, naming=not self.hidden)

    def script(self, token: Token) -> None:
        tag, number, _ = self.stack[-1] if self.stack else ("", -1, False)
        if tag == "style":
            self.out.styles.append(Inline(token.value, token.at))
        elif is_run(tag, self.made[number][1]):
            self.out.scripts.append(Inline(token.value, token.at))
        else:
            self.out.flow.add_hidden(token.value, token.at)

    def finish(self) -> Reading:
        while self.stack:
            self.pop() if self.cut else self.lost()
        self.out.elements = [Element(*one[:4], end, *one[4:]) for one, end in zip(self.made, self.ends, strict=True)]
        return self.out
