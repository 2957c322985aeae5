"""A problem as a value, and ways to print it. Never decides when to stop the program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from difflib import get_close_matches

from build_tools.located import Where
from build_tools.rules import RULES, Level


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. Sorts by place."""

    path: str
    """Relative to the project's root, with `/`."""
    line: int
    """1-based."""
    column: int
    """1-based, in characters."""
    rule: str
    sentence: str
    hint: str = ""

    @classmethod
    def at(cls, where: Where, rule: str, sentence: str, hint: str = "") -> Problem:
        return cls(where.path, where.line, where.column, rule, sentence, hint)


def nearest(wrong: str, known: Iterable[str]) -> str:
    """The hint `did you mean "…"?` for a name that does not exist, or the names there are, or nothing."""
    names = sorted(set(known))
    close = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known: {', '.join(names)}" if 0 < len(names) <= 12 else ""


def level(problem: Problem) -> Level:
    return RULES[problem.rule].level


def failing(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Whether these problems should end a command with exit code 1."""
    return any(strict or level(problem) == "error" for problem in problems)


def total(problems: Iterable[Problem]) -> str:
    """One line such as `2 errors, 1 warning`."""
    counts = Counter(level(problem) for problem in problems)
    parts = [f"{n} {name}{'' if n == 1 else 's'}" for name in ("error", "warning", "note") if (n := counts[name])]
    return ", ".join(parts) or "no problems"


def as_text(problems: Iterable[Problem], sources: Mapping[str, str] | None = None) -> str:
    """One line a problem with its hint indented below; the advice of a rule is given once."""
    lines: list[str] = []
    advised: set[str] = set()
    split: dict[str, list[str]] = {}
    for problem in sorted(set(problems)):
        mark = {"error": "", "warning": "warning: ", "note": "note: "}[level(problem)]
        lines.append(f"{problem.path}:{problem.line}:{problem.column}: {problem.rule} {mark}{problem.sentence}")
        if problem.path not in split:  # once for each file: a long one may have many problems
            split[problem.path] = (sources or {}).get(problem.path, "").split("\n")
        lines.extend(_source_line(problem, split[problem.path]))
        hint = problem.hint or ("" if problem.rule in advised else RULES[problem.rule].mend)
        advised.add(problem.rule)
        if hint:
            lines.append(f"    {hint}")
    return "\n".join(lines)


def _source_line(problem: Problem, text: list[str]) -> list[str]:
    line = text[problem.line - 1] if 1 <= problem.line <= len(text) else ""
    if not line or line.isspace():
        return []
    start = max(0, problem.column - 60)
    shown = "".join(one if one.isprintable() else " " for one in line[start : start + 100])  # no terminal obeys a text
    return [f"    | {shown}", f"    | {' ' * (problem.column - 1 - start)}^"]


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    lines = []
    for problem in sorted(set(problems)):
        message = problem.sentence + (f" ({problem.hint})" if problem.hint else "")
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={problem.rule}"
        lines.append(f"::{kinds[level(problem)]} {place}::{_message(message)}")
    return "\n".join(lines)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with the fields of `Problem` and its `level`."""
    return json.dumps([asdict(p) | {"level": level(p)} for p in sorted(set(problems))], ensure_ascii=False, indent=2)
