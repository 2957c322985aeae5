"""A problem as a value, and ways to print it. Never decides when to stop the program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from difflib import get_close_matches

from build_tools.located import Where
from build_tools.rules import RULES, Level
from build_tools.terminal import shown, underlined

ANNOTATIONS = 10
"""Of each level GitHub shows so many for one step of a workflow, and drops the rest (docs of actions/toolkit)."""


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


def total(problems: Iterable[Problem], ignored: int = 0) -> str:
    """One line such as `2 errors, 1 warning; 3 ignored`."""
    counts = Counter(level(problem) for problem in problems)
    parts = [f"{n} {name}{'' if n == 1 else 's'}" for name in ("error", "warning", "note") if (n := counts[name])]
    return (", ".join(parts) or "no problems") + (f"; {ignored} ignored" if ignored else "")


def advice(problems: Iterable[Problem]) -> str:
    """The line below the total that says where to read more; nothing without problems."""
    first = min(problems, default=None)
    return f"`course check --explain {first.rule}` tells why" if first else ""


def as_text(problems: Iterable[Problem], sources: Mapping[str, str] | None = None) -> str:
    """One line a problem with its source below, then its hint; the advice of a rule is given once."""
    lines: list[str] = []
    advised: set[str] = set()
    texts: dict[str, list[str]] = {}
    for problem in sorted(set(problems)):
        if problem.path not in texts:
            texts[problem.path] = (sources or {}).get(problem.path, "").split("\n")
        mark = {"error": "", "warning": "warning: ", "note": "note: "}[level(problem)]
        place = f"{problem.path}:{problem.line}:{problem.column}"
        lines.append(shown(f"{place}: {problem.rule} {mark}{problem.sentence}"))
        lines += underlined(texts[problem.path], problem.line, problem.column)
        hint = problem.hint
        if not hint and problem.rule not in advised:
            hint = RULES[problem.rule].mend
            advised.add(problem.rule)
        lines += [f"    {shown(hint)}"] if hint else []
    return "\n".join(lines)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the line: the first few of each level, then the others as text."""
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    lines: list[str] = []
    others: list[Problem] = []
    counts: Counter[Level] = Counter()
    for problem in sorted(set(problems)):
        counts[level(problem)] += 1
        if counts[level(problem)] > ANNOTATIONS:
            others.append(problem)
            continue
        message = f"{shown(problem.sentence)} ({shown(problem.hint or RULES[problem.rule].mend)})"
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column},title={problem.rule}"
        lines.append(f"::{kinds[level(problem)]} {place}::{_message(message)}")
    if others:
        lines += [f"GitHub shows {ANNOTATIONS} of each kind beside their lines. The others:", as_text(others)]
    return "\n".join(lines)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with the fields of `Problem` and its `level`."""
    return json.dumps([asdict(p) | {"level": level(p)} for p in sorted(set(problems))], ensure_ascii=False, indent=2)
