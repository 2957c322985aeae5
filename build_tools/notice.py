"""The text of the one issue that the weekly look at dates and links keeps. Knows the form of a report, not where it
goes; what a report quotes was written by strangers, so it stands in code spans and nothing in it is obeyed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pydantic import BaseModel

from build_tools.rules import RULES, Level
from build_tools.rules.external import RULES as EXTERNAL

AGES = {"F101", *(rule.code for rule in EXTERNAL)}
"""Rules whose findings come with time alone. A warning of any other rule is the authors' business."""

LONGEST = 60_000
"""Characters of the text at most; GitHub takes 65,536."""

_LONGEST_QUOTE = 400
_FINE = "Every date and every address is fine. `course check --external` found nothing that needs a look."


class Finding(BaseModel):
    """One entry of `course check --format json`."""

    path: str
    line: int
    column: int
    rule: str
    sentence: str
    hint: str
    level: Level


@dataclass(frozen=True)
class Notice:
    """What to say."""

    urgent: bool
    """Whether there is anything to do. Notes alone are not."""
    body: str
    """Markdown."""


def notice(findings: Sequence[Finding]) -> Notice:
    """Errors, and what came with time; notes of the same kind are folded away below them."""
    wanted = sorted((one for one in findings if one.level == "error" or one.rule in AGES), key=_order)
    urgent = [one for one in wanted if one.level != "note"]
    notes = [one for one in wanted if one.level == "note"]
    if not wanted:
        return Notice(False, _FINE + "\n")
    many = "1 thing needs" if len(urgent) == 1 else f"{len(urgent)} things need"
    parts = [f"**{many} a look.** Dates pass and pages vanish by themselves." if urgent else _FINE, *_sections(urgent)]
    if notes:
        parts += [
            "<details><summary>Notes, where there may be nothing to mend</summary>",
            *_sections(notes),
            "</details>",
        ]
    if urgent:
        parts.append("This text is written anew each week. The issue closes by itself when nothing is left of it.")
    return Notice(bool(urgent), _within(parts))


def _order(one: Finding) -> tuple[str, str, int, int]:
    return one.rule, one.path, one.line, one.column


def _sections(findings: Sequence[Finding]) -> list[str]:
    parts = []
    for code, group in groupby(findings, key=lambda one: one.rule):
        rule = RULES.get(code)
        parts.append(f"### {_plain(code)}: {rule.title}\n\nWhat to do: {rule.mend}." if rule else f"### {_plain(code)}")
        parts.append("\n".join(_entry(one) for one in group))
    return parts


def _entry(one: Finding) -> str:
    hint = f"\n  - {quoted(one.hint)}" if one.hint else ""
    return f"- {quoted(f'{one.path}:{one.line}:{one.column}')} {quoted(one.sentence)}{hint}"


def _plain(code: str) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", code)[:10]


def quoted(text: str) -> str:
    """A code span on one line that shows the text as it is, whatever backticks it holds."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTE:
        text = text[:_LONGEST_QUOTE] + "…"
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _within(parts: list[str]) -> str:
    """The parts as one text, cut between two lines if it grows too long."""
    text = "\n\n".join(parts) + "\n"
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition("\n")[0] + "\n\n… and more: `course check --external` lists everything.\n"
