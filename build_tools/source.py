"""One text to typed values with places. Knows YAML and pydantic; never what a module is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from build_tools.compose import Value, compose
from build_tools.front_matter import split_front_matter
from build_tools.located import Located, MarkedDict, Where
from build_tools.problems import Problem, capped, nearest

T = TypeVar("T")
HeadT = TypeVar("HeadT", bound=Located)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date such as 2026-11-23",
    "tuple_type": "a list",
    "model_type": "keys and values",
    "dict_type": "keys and values",
    "model_attributes_type": "keys and values",
}


def decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Bytes of a file as text with LF line ends; None and one problem if they are not fit to read."""
    notes: list[Problem] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        notes.append(Problem(path, 1, 1, "R003", "the file starts with a byte order mark; it is read without"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return None, [Problem(path, line, column, "R002", f"byte {error.start} is not UTF-8 text")]
    if "\0" in text:
        place = text.index("\0")
        column = place - text.rfind("\n", 0, place)
        return None, [Problem(path, text.count("\n", 0, place) + 1, column, "R002", "there is a NUL character here")]
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        notes.append(Problem(path, line, 1, "R003", "lines end in CR; they are read as LF"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return None, [*notes, Problem(path, 1, 1, "R004", "the file is empty")]
    if line := _two_versions(text):
        return None, [
            *notes,
            Problem(path, line, 1, "R007", "two versions of the text stand here, one under the other"),
        ]
    return text, notes


def _two_versions(text: str) -> int:
    """The line where Git left two versions that it could not join, or 0."""
    first = place = -1
    for mark in ("\n<<<<<<< ", "\n=======\n", "\n>>>>>>> "):
        place = f"\n{text}".find(mark, place + 1)
        first = place if first < 0 else first
        if place < 0:
            return 0
    return text.count("\n", 0, first) + 1


def read_one(text: str, path: str, model: type[HeadT]) -> tuple[HeadT | None, list[Problem]]:
    """A YAML mapping as one model; None if anything is wrong with it, and every problem."""
    value, problems = compose(text, path)
    if problems:
        return None, problems
    made: list[HeadT] = []
    problems = list(capped(_validate(value, _adapter(model), Where(path, 1, 1), made)))
    return made[0] if made else None, problems


def read_list(text: str, path: str, model: Any) -> tuple[tuple[Any, ...], list[Problem]]:
    """A YAML list, each entry as a model on its own, so that one wrong entry does not hide the others."""
    value, problems = compose(text, path)
    if problems:
        return (), problems
    if not isinstance(value, tuple):
        return (), [Problem(path, 1, 1, "R107", "this file holds a list: each entry starts with a dash", "- id: …")]
    adapter = _adapter(model)
    made: list[Any] = []
    found = (problem for entry in value for problem in _validate(entry, adapter, _top(entry, path), made))
    problems = list(capped(found))
    return tuple(made), problems


def read_text(text: str, path: str, model: type[HeadT]) -> tuple[HeadT | None, str, list[Problem]]:
    """A Markdown file with front matter: the head as a model, and the body on its own lines."""
    head, body, problems = split_front_matter(text, path)
    if problems:
        return None, body, problems
    made, problems = read_one(head, path, model)
    return made, body, problems


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _top(entry: Value, path: str) -> Where:
    return entry.marks[()] if isinstance(entry, MarkedDict) else Where(path, 1, 1)


def _validate(value: Value, adapter: TypeAdapter[T], top: Where, made: list[T]) -> Iterator[Problem]:
    """Adds what the value makes to `made`, or gives everything that is wrong with it."""
    context: dict[str, dict[int, Sequence[str]]] = {"keys": {}}
    try:
        made.append(adapter.validate_python(value, context=context))
        return
    except ValidationError as error:
        details = error.errors(include_url=False)
    yield from (_problem(detail, value, top, context["keys"]) for detail in details if not _echo(detail))


def _echo(detail: ErrorDetails) -> bool:
    """Whether a list only counts as too short because its wrong entries, reported themselves, were left out."""
    least = detail.get("ctx", {}).get("min_length", 0)
    return detail["type"] == "too_short" and isinstance(detail["input"], tuple) and len(detail["input"]) >= least


def _problem(detail: ErrorDetails, value: Value, top: Where, keys: dict[int, Sequence[str]]) -> Problem:
    """One pydantic error as a sentence for people, at the nearest place that is known."""
    owner, where, name = _walk(value, detail["loc"], top)
    kind = detail["type"]
    known = keys.get(id(owner), ())
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        return Problem.at(_key_place(owner, name, where), "R105", f'unknown key "{name}"', nearest(name, known))
    if kind == "missing":
        hint = f"add a line {name}: …"
        return Problem.at(where, "R106", f'the key "{name}" is missing', hint)
    if kind.startswith("union_tag"):
        wrong = str(owner.get("kind", "")) if isinstance(owner, dict) else ""
        if kind == "union_tag_not_found":
            return Problem.at(where, "R106", 'the key "kind" is missing', "kinds: single, multiple, order, match")
        place = _walk(value, (*detail["loc"], "kind"), top)[1]
        return Problem.at(
            place, "R107", f'unknown kind "{wrong}"', nearest(wrong, ("single", "multiple", "order", "match"))
        )
    if kind == "literal_error":
        expected = str(context.get("expected", ""))
        options = [part.strip("' ") for part in expected.replace(" or ", ", ").split(",")]
        hint = nearest(str(detail["input"]), options) or f"one of: {', '.join(options)}"
        return Problem.at(where, "R107", f'"{name}" cannot be "{detail["input"]}"', hint)
    if kind in _EXPECTED:
        return Problem.at(where, "R107", f'"{name}" must be {_EXPECTED[kind]}', _type_hint(kind, detail["input"]))
    return Problem.at(where, "R107", f'"{name}": {_bounds(kind, context, detail)}')


def _type_hint(kind: str, given: Any) -> str:
    if kind == "string_type" and given is not None and not isinstance(given, (dict, tuple)):
        return "put the value between quotes"
    return (
        "text that starts with [ or { or holds a colon and a space stands between quotes"
        if kind == "string_type"
        else ""
    )


def _bounds(kind: str, context: dict[str, Any], detail: ErrorDetails) -> str:
    blank = not str(detail["input"]).strip()
    sentences = {
        "string_pattern_mismatch": "must not be empty"
        if blank
        else f'"{detail["input"]}" is not an id: use a-z, 0-9 and single hyphens',
        "string_too_short": "must not be empty",
        "string_too_long": f"is longer than {context.get('max_length')} characters",
        "too_short": f"needs at least {context.get('min_length')}",
        "too_long": f"may have at most {context.get('max_length')}",
        "greater_than_equal": f"must be {context.get('ge')} or more",
        "less_than_equal": f"must be {context.get('le')} or less",
    }
    return sentences.get(kind, detail["msg"][:1].lower() + detail["msg"][1:])


def _walk(value: Value, loc: tuple[int | str, ...], top: Where) -> tuple[Value, Where, str]:
    """Follow an error's location: the mapping that holds the key, its place, and the key's name for people."""
    owner: Value = value
    where, name = top, ""
    rest: tuple[str | int, ...] = ()
    if isinstance(value, MarkedDict):
        where = value.marks.get((), top)
    here: Value = value
    for part in loc:
        if isinstance(here, MarkedDict) and isinstance(part, str):
            owner, rest, name = here, (part,), part
            if part not in here:
                continue
            here = here[part]
        elif isinstance(here, tuple) and isinstance(part, int) and part < len(here):
            rest, here = (*rest, part), here[part]
        else:
            continue
        if isinstance(here, MarkedDict):
            where = here.marks.get((), where)
        elif isinstance(owner, MarkedDict):
            where = owner.marks.get(rest, where)
    return owner, where, name


def _key_place(owner: Value, name: str, where: Where) -> Where:
    return owner.keys_at.get(name, where) if isinstance(owner, MarkedDict) else where
