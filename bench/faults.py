"""What MkDocs says to each fault, and what `course` says: real processes on fresh projects, written as a table.

    python -m bench.faults --on 2026-11-24 --write docs/contributing/faults.md

The faults are data in `bench/faults/*.yml`. Exit code 1 if we answer one worse than it says we should.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Template

from bench.trial import PROJECT, SIDE, SMALL, Found, Outcome, change, ended, fresh, run, start, tree

CASES = Path(__file__).parent / "faults"
RANK = {"error": 3, "warning": 2, "note": 1, "accepted": 0}
WANT = {"E": "error", "W": "warning", "N": "note", "OK": "accepted"}
SHOWN = 110
"""Characters of a sentence in the table."""


@dataclass(frozen=True)
class Row:
    """One fault and both answers. `theirs` is empty where MkDocs has nothing like it."""

    case: dict[str, Any]
    theirs: str
    ours: str
    """error, warning, note, accepted, silent, traceback or hang"""
    detail: str

    @property
    def worse(self) -> bool:
        """Whether our answer is worse than the one the case asks for."""
        wanted = WANT[self.case["want"]]
        if wanted == "accepted":
            return self.ours in ("error", "traceback", "hang")
        return RANK.get(self.ours, -1) < RANK[wanted]


def ask_mkdocs(case: dict[str, Any]) -> str:
    if "mkdocs" not in case:
        return ""
    with fresh(PROJECT) as root:
        change(root, case["mkdocs"])
        done = run(["mkdocs", "build", "--strict"], root)
    if done.hung or done.broke:
        return "hangs" if done.hung else "traceback"
    return "caught" if done.code else "accepted" if case["want"] in ("OK", "N") else "silent"


@cache
def usual(command: str) -> frozenset[Found]:
    """What the small course without any fault is told."""
    with fresh(SMALL) as root:
        return frozenset(run(["build_tools", *command.split()], root).found())


def ask_ours(case: dict[str, Any]) -> tuple[str, str]:
    commands = [line.replace("check", "check --format json", 1) for line in case.get("run", ["check"])]
    with fresh(SMALL) as root:
        change(root, case["ours"])
        if case.get("together"):
            both = [start(["build_tools", *line.split()], root) for line in commands]
            return _together([judge(case, commands[0], ended(one)) for one in both])
        answers = []
        for number, line in enumerate(commands):
            done = run(["build_tools", *line.split()], root, seed=str(number))
            answers.append(judge(case, line, done))
            change(root, case.get("then", ()) if number == 0 else ())
        if case.get("same"):
            one, two = (tree(root / line.split()[-1]) for line in commands)
            return ("accepted", "the same bytes") if one and one == two else ("silent", "not the same bytes")
        if "kept" in case and answers[-1][0] == "accepted":
            kept = any(case["kept"].encode() == content for content in tree(root).values())
            return ("accepted", "nothing is lost") if kept else ("silent", "the file is lost")
        return answers[-1]


def _together(answers: list[tuple[str, str]]) -> tuple[str, str]:
    """Of two at once each may do its work or refuse, but not both refuse."""
    refused = [words for kind, words in answers if kind == "error"]
    if any(kind not in ("accepted", "error") for kind, _ in answers) or len(refused) == len(answers):
        return "silent", "; ".join(words for _, words in answers)
    return "accepted", refused[0] if refused else "both are built"


def judge(case: dict[str, Any], command: str, done: Outcome) -> tuple[str, str]:
    """The kind of our answer and its words."""
    if done.hung or done.broke or done.code < 0:
        return "hang" if done.hung else "traceback", ""
    counts = [one for one in done.found() - usual(command) if _answers(case, one)]
    if counts:
        changed = {step["file"] for step in (*case["ours"], *case.get("then", ()))}
        best = min(counts, key=lambda one: (-RANK[one.level], one.path not in changed, one))
        return best.level, f"{best.rule} {best.path}:{best.line} {best.sentence}"
    if done.code == 2 and "No such option" in done.said:
        return "silent", "there is no such option yet"
    if done.code and not any(one.level == "error" for one in done.found()):
        return "error", done.said.strip().splitlines()[-1]
    return ("accepted" if case["want"] in ("OK", "N") else "silent"), ""


def _answers(case: dict[str, Any], found: Found) -> bool:
    if "rule" in case:
        return found.rule.startswith(str(case["rule"]))
    return not SIDE.match(found.rule)


def ask(case: dict[str, Any]) -> Row:
    row = Row(case, ask_mkdocs(case), *ask_ours(case))
    mark = "WORSE" if row.worse else "fine"
    print(f"{mark:6}{case['id']!s:>5}  {case['fault']}: {row.theirs or '–'} | {row.ours} {row.detail}", flush=True)
    return row


def cell(text: str) -> str:
    """Text that Markdown and HTML leave alone inside a table."""
    marks = {ord(mark): f"\\{mark}" for mark in "\\`*_{}[]|"}
    return text.translate(marks | {ord("<"): "&lt;", ord("&"): "&amp;"})


def quoted(text: str) -> str:
    """Words of a report as code, so that the tags in them stay as they are."""
    if not text:
        return ""
    cut = " ".join((text if len(text) <= SHOWN else f"{text[:SHOWN]}…").split())
    return f"`` {cut} ``" if "`" in cut else f"`{cut}`"


def page(rows: list[Row], titles: dict[str, str], on: str) -> str:
    template = Template((CASES.parent / "faults.md.j2").read_text(encoding="utf-8"), keep_trailing_newline=True)
    theirs = Counter(row.theirs for row in rows if row.theirs)
    ours = Counter(row.ours for row in rows)
    groups = {title: [row for row in rows if row.case["group"] == name] for name, title in titles.items()}
    names = {"MkDocs": "mkdocs", "Material for MkDocs": "mkdocs-material", "Common Ground": "common-ground"}
    versions = [f"Python {platform.python_version()}", *(f"{name} {version(key)}" for name, key in names.items())]
    worse = [row for row in rows if row.worse]
    made: str = template.render(
        rows=rows,
        groups=groups,
        theirs=theirs,
        ours=ours,
        on=on,
        versions=versions,
        worse=worse,
        cell=cell,
        quoted=quoted,
        want=WANT,
    )
    return made.rstrip() + "\n"


def load() -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Every case, with its group, and the title of each group, in the order of the files."""
    cases, titles = [], {}
    for file in sorted(CASES.glob("*.yml")):
        group = yaml.safe_load(file.read_text(encoding="utf-8"))
        titles[file.stem] = group["title"]
        cases += [{**case, "group": file.stem} for case in group["faults"]]
    return cases, titles


def main() -> int:
    parser = argparse.ArgumentParser(description="Try every fault on MkDocs and on `course`.")
    parser.add_argument("--on", required=True, help="the date to print, such as 2026-11-24")
    parser.add_argument("--only", nargs="+", default=[], help="numbers of faults")
    parser.add_argument("--write", type=Path, help="the page to write")
    given = parser.parse_args()
    cases, titles = load()
    chosen = [case for case in cases if not given.only or str(case["id"]) in given.only]
    with ThreadPoolExecutor(2) as two:
        rows = list(two.map(ask, chosen))
    if given.write:
        given.write.write_text(page(rows, titles, given.on), encoding="utf-8", newline="\n")
    worse = [str(row.case["id"]) for row in rows if row.worse]
    print(f"{len(rows)} faults; answered worse than wished: {', '.join(worse) or 'none'}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
