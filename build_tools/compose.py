"""YAML events to plain values with places. Strict: no anchors, aliases, tags, merge keys or repeated keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from build_tools.located import MarkedDict, Where
from build_tools.problems import MOST, Problem, capped

Value = Any
"""Text, whole number, bool, None, date, a tuple of values, or a `MarkedDict`."""

DEPTH = 12
"""How deep mappings and lists may nest."""

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Stop(Exception):
    """Reading cannot go on after this problem."""


def compose(text: str, path: str) -> tuple[Value, list[Problem]]:
    """The one document of a YAML text, and everything wrong with its form. The value is None if nothing could be read.

    Only `true`, `false`, `null`, whole numbers and ISO dates are anything but text: `12:30` and `1.10` stay as written.
    """
    reader = _Reader(path)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        value = reader.document(iter(events))
    except yaml.YAMLError as error:
        value = None
        reader.problems.append(_syntax(error, path))
    except _Stop:
        value = None
    return value, list(capped(reader.problems))


def _syntax(error: yaml.YAMLError, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return Problem(path, line, column, "R101", f"this is not YAML: {what}")


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Value:
        for event in events:
            if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
                continue
            if isinstance(event, yaml.StreamEndEvent):
                return None
            value = self.value(event, events, 0)
            next(events)
            after = next(events)
            if not isinstance(after, yaml.StreamEndEvent):
                self.problem(after, "R101", "a second document starts here", "a file holds one; delete the line ---")
            return value
        return None

    def value(self, event: Any, events: Iterator[Any], depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent):
            self.problem(event, "R103", f"alias *{event.anchor}")
            return None
        if event.anchor:
            self.problem(event, "R103", f"anchor &{event.anchor}")
        if event.tag and event.tag != "!":
            self.problem(event, "R103", f"tag {event.tag}")
        if depth > DEPTH:
            self.problem(event, "R104", f"nested more than {DEPTH} deep")
            raise _Stop
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, depth)
        return self.mapping(event, events, depth)

    def sequence(self, events: Iterator[Any], depth: int) -> Value:
        entries = _Entries()
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            entries.places.append(self.where(event))
            entries.values.append(self.value(event, events, depth + 1))
        return _MarkedTuple(entries)

    def mapping(self, start: Any, events: Iterator[Any], depth: int) -> MarkedDict:
        made = MarkedDict()
        marks: dict[tuple[str | int, ...], Where] = {(): self.where(start)}
        keys: dict[str, Where] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.key(event, events, depth)
            after = next(events)
            value = self.value(after, events, depth + 1)
            if key in made:
                self.problem(event, "R102", f'the key "{key}" stands twice', f"first in line {keys[key].line}")
                continue
            made[key] = value
            keys[key] = self.where(event)
            plain = isinstance(after, yaml.ScalarEvent) and after.value
            marks[(key,)] = self.where(after) if plain else keys[key]
            marks.update({(key, *rest): place for rest, place in _below(value)})
        made.marks, made.keys_at = marks, keys
        return made

    def key(self, event: Any, events: Iterator[Any], depth: int) -> str:
        if isinstance(event, yaml.ScalarEvent):
            if event.value == "<<":
                self.problem(event, "R103", "merge key <<")
            if event.anchor or event.tag:
                self.value(event, events, depth)
            return str(event.value)
        self.value(event, events, depth + 1)
        self.problem(event, "R101", "a key must be plain text", "put text that starts with [ or { between quotes")
        return "?"

    def problem(self, event: Any, rule: str, sentence: str, hint: str = "") -> None:
        self.problems.append(Problem.at(self.where(event), rule, sentence, hint))
        if len(self.problems) > MOST:
            raise _Stop

    def where(self, event: Any) -> Where:
        return Where(self.path, event.start_mark.line + 1, event.start_mark.column + 1)


class _Entries:
    def __init__(self) -> None:
        self.values: list[Value] = []
        self.places: list[Where] = []


class _MarkedTuple(tuple[Value, ...]):
    """A list read from YAML, with the place of each entry."""

    places: list[Where]

    def __new__(cls, entries: _Entries) -> _MarkedTuple:
        made = super().__new__(cls, entries.values)
        made.places = entries.places
        return made


def _below(value: Value) -> Iterator[tuple[tuple[str | int, ...], Where]]:
    """Key paths and places inside a value; mappings below keep their own as well."""
    if isinstance(value, _MarkedTuple):
        for number, (entry, place) in enumerate(zip(value, value.places, strict=True)):
            yield (number,), place
            yield from (((number, *rest), where) for rest, where in _below(entry))
    elif isinstance(value, MarkedDict):
        yield from ((rest, where) for rest, where in value.marks.items() if rest)


def _scalar(event: Any) -> Value:
    text: str = event.value
    if event.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text) and len(text) < 16:
        return int(text)
    if _DATE.match(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
