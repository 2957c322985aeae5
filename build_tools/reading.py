"""The files of a course one by one: what each holds, and every way in which one cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from build_tools.authored import Fact, Source, Term
from build_tools.comments import find
from build_tools.course import Course, Text
from build_tools.ignores import Ignore
from build_tools.located import Located, Where
from build_tools.problems import Problem
from build_tools.source import decode, read_list, read_one, read_text
from build_tools.tidy import untidy

LARGEST = 1_000_000
"""Bytes of one authored file at most."""

HeadT = TypeVar("HeadT", bound=Located)
EntryT = TypeVar("EntryT", Source, Term, Fact)


@dataclass
class Loaded:
    """What was read: the course (None without a readable `course.yml`), every problem, every text by path."""

    course: Course | None = None
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    ignores: list[Ignore] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Paths that could not be read whole; nothing is said of what refers into them."""


class Reader:
    """Reads files below `root`; everything that is wrong with one is put into `out`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = Loaded()

    def problem(self, where: Where, rule: str, sentence: str, hint: str = "") -> None:
        self.out.problems.append(Problem.at(where, rule, sentence, hint))

    def text(self, path: str) -> str | None:
        """One file as text; every way it cannot be read is a problem."""
        file = self.root / path
        if file.is_symlink():
            self.problem(Where(path, 1, 1), "R005", "the file is a symbolic link")
        elif file.exists() and not (file.is_file() or file.is_dir()):  # a pipe would be waited for, for ever
            self.problem(Where(path, 1, 1), "R001", "this is not a file but a pipe or a device")
        else:
            try:
                raw = file.read_bytes()
            except OSError as error:
                reason = error.strerror or type(error).__name__
                self.problem(Where(path, 1, 1), "R001", f"the file cannot be read: {reason.lower()}")
            else:
                return self.decoded(path, raw)
        self.out.broken.add(path)
        return None

    def decoded(self, path: str, raw: bytes) -> str | None:
        if len(raw) > LARGEST:
            self.problem(Where(path, 1, 1), "R006", f"the file has {len(raw):,} bytes")
            self.out.broken.add(path)
            return None
        text, problems = decode(raw, path)
        self.out.problems += problems
        if text is None:
            self.out.broken.add(path)
            return None
        self.out.texts[path] = text
        self.out.problems += untidy(text, path)
        text, ignores = find(text, path)
        self.out.ignores += ignores
        return text

    def keep(self, path: str, problems: list[Problem]) -> None:
        self.out.problems += problems
        if problems:
            self.out.broken.add(path)

    def one(self, path: str, model: type[HeadT]) -> HeadT | None:
        text = self.text(path)
        if text is None:
            return None
        made, problems = read_one(text, path, model)
        self.keep(path, problems)
        return made

    def optional_text(self, path: str) -> str:
        return (self.text(path) or "") if (self.root / path).exists() else ""

    def optional(self, path: str, model: type[HeadT]) -> HeadT | None:
        return self.one(path, model) if (self.root / path).exists() else None

    def listed(self, path: str, model: type[EntryT]) -> dict[str, EntryT]:
        text = self.text(path)
        if text is None:
            return {}
        made, problems = read_list(text, path, model)
        self.keep(path, problems)
        return self.by_id(made, "id")

    def by_id(self, entries: tuple[Any, ...], what: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in entries:
            first = found.setdefault(entry.id, entry)
            if first is not entry:
                line = first.where("id").line
                self.problem(
                    entry.where("id"), "S104", f'the {what} "{entry.id}" stands twice', f"first in line {line}"
                )
        return found

    def markdown(self, path: str, model: type[HeadT]) -> Text[HeadT] | None:
        text = self.text(path)
        if text is None:
            return None
        head, body, problems = read_text(text, path, model)
        self.keep(path, problems)
        return Text(path, head, body) if head else None
