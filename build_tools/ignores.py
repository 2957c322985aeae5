"""What `course: ignore` comments leave of the problems, and what is wrong with the comments. Never reads a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from build_tools.located import Where
from build_tools.problems import Problem, nearest
from build_tools.rules import LETTERS, RULES, Rule

LEAST = 3
"""Words of a reason."""

SHARES = "shares its line with something else"
INSIDE = "stands inside a paragraph, a list or a table"
AS_YAML = "is written as in YAML"
AS_MARKDOWN = "is written as in Markdown"
"""What may be wrong with a comment's place or marks."""

_PLACES = {
    SHARES: "put it on a line of its own, above this one",
    AS_YAML: "in Markdown it is <!-- course: ignore … because … -->",
    AS_MARKDOWN: "in YAML it is # course: ignore … because …",
}

_SLIPS = str.maketrans("OIL", "011")


class Code(NamedTuple):
    """A rule's code as a comment names it, in capitals."""

    name: str
    where: Where


@dataclass(frozen=True)
class Ignore:
    """One comment."""

    where: Where
    codes: tuple[Code, ...]
    reason: str
    lines: range
    """The 1-based lines that it covers; the same for comments that stand below one another, else apart."""
    misplaced: str
    """What is wrong with its place or marks, if anything; it covers nothing then."""
    whole: bool
    """Whether it covers what is said of the whole file, in line 1, as well."""


@dataclass
class Left:
    """Problems after the comments have spoken, in order."""

    problems: list[Problem] = field(default_factory=list)
    ignored: list[Problem] = field(default_factory=list)


def ignorable(rule: Rule) -> bool:
    """Not what stops a file from being read, what protects people, or what is found in what was built."""
    return rule.level == "note" or rule.code[0] not in "RYBD"


def apply(problems: Iterable[Problem], ignores: Sequence[Ignore], sure: bool = True) -> Left:
    """Part the problems that a comment covers from the others, and add what is wrong with the comments.

    Without `sure`, because a file could not be read and some checks were not made, no comment is called needless.
    """
    covers = _Covers(ignores)
    left = Left()
    for problem in sorted(set(problems)):
        (left.ignored if covers.take(problem) else left.problems).append(problem)
    first: dict[tuple[str, str], int] = {}
    for problem in left.problems:
        first.setdefault((problem.path, problem.rule), problem.line)
    wrong = [problem for one in ignores for problem in _wrong(one)]
    needless = [problem for one in ignores for problem in _needless(one, covers, first)] if sure else []
    left.problems = sorted({*left.problems, *wrong, *needless})
    return left


class _Covers:
    """Which code is ignored on which line, and which of them was needed."""

    def __init__(self, ignores: Iterable[Ignore]) -> None:
        self.codes: dict[tuple[str, int], set[str]] = {}
        self.group: dict[tuple[str, int], int] = {}
        self.needed: set[tuple[str, int, str]] = set()
        for one in ignores:
            if one.misplaced:
                continue
            names = {code.name for code in one.codes if code.name in RULES and ignorable(RULES[code.name])}
            path, start = one.where.path, one.lines.start
            if (path, start) not in self.codes:
                self.codes[path, start] = set()
                self.group |= {(path, line): start for line in one.lines}
            self.codes[path, start] |= names
            if one.whole:
                self.codes.setdefault((path, 0), set()).update(names)

    def take(self, problem: Problem) -> bool:
        """Whether a comment covers the problem; remembers that it was needed."""
        groups = [self.group.get((problem.path, problem.line), -1), *([0] if problem.line == 1 else [])]
        found = [group for group in groups if problem.rule in self.codes.get((problem.path, group), ())]
        self.needed |= {(problem.path, group, problem.rule) for group in found}
        return bool(found)

    def needs(self, ignore: Ignore, name: str) -> bool:
        path = ignore.where.path
        return (path, ignore.lines.start, name) in self.needed or (ignore.whole and (path, 0, name) in self.needed)


def _wrong(ignore: Ignore) -> Iterator[Problem]:
    """What can be said of one comment by itself."""
    if len(re.findall(r"\w+", ignore.reason)) < LEAST:
        sentence = "the ignore does not say why" if not ignore.reason else "the reason has fewer than three words"
        yield Problem.at(ignore.where, "R301", sentence)
    if not ignore.codes:
        yield Problem.at(ignore.where, "R303", "the ignore names no rule", "write the code that the report shows")
    for code in ignore.codes:
        if code.name not in RULES:
            yield Problem.at(code.where, "R303", f'there is no rule "{code.name}"', nearest_code(code.name))
        elif not ignorable(RULES[code.name]):
            yield Problem.at(code.where, "R304", f"{code.name} cannot be ignored")
    if ignore.misplaced:
        yield Problem.at(ignore.where, "R305", f"the ignore {ignore.misplaced}", _PLACES.get(ignore.misplaced, ""))


def _needless(ignore: Ignore, covers: _Covers, first: dict[tuple[str, str], int]) -> Iterator[Problem]:
    for name, where in () if ignore.misplaced else ignore.codes:
        rule = RULES.get(name)
        if rule is None or not ignorable(rule) or rule.sometimes or covers.needs(ignore, name):
            continue
        line = first.get((where.path, name))
        hint = f"the report has {name} in line {line}: put the comment on the line above it" if line else ""
        if line == 1:
            top = "2, below the three dashes" if where.path.endswith(".md") else "1"
            hint = f"the report has {name} for the whole file: put the comment in line {top}"
        yield Problem.at(where, "R302", f"{name} is not found here, so there is nothing to ignore", hint)


def nearest_code(wrong: str) -> str:
    """The hint for a code that does not exist: the nearest of its family, or the families there are."""
    wrong = wrong.upper()
    meant = wrong[:1] + wrong[1:].translate(_SLIPS)
    family = [code for code in RULES if code[0] == wrong[:1]]
    if meant in family:
        return f'did you mean "{meant}"?'
    if not family:
        return f"codes begin with {', '.join(LETTERS)}"
    return nearest(wrong, family) or f"codes of this family: {family[0]} to {family[-1]}"
