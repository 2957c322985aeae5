"""What `course check` does in each of its forms; each gives its exit code."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from build_tools.prepare import Prepared, prepare
from build_tools.problems import Problem, advice, as_github, as_json, as_text, failing, level, total
from build_tools.today import today as day_of


@dataclass(frozen=True)
class Manner:
    """How to report: `paths` narrows it, `form` is text, github or json, `strict` lets warnings and notes fail."""

    paths: tuple[Path, ...] = ()
    form: str = "text"
    strict: bool = False


def report(
    prepared: Prepared,
    problems: Sequence[Problem],
    ignored: int = 0,
    form: str = "text",
    told: list[Problem] | None = None,
) -> None:
    """Print problems in one form. The text form shows `told` in their place, the total and how many are ignored."""
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        click.echo(as_github(problems))
    else:
        text = as_text(problems if told is None else told, prepared.texts)
        click.echo("\n".join(part for part in (text, total(problems, ignored), advice(problems)) if part))


def check_course(root: Path, place: str, manner: Manner, fix: bool, external: bool, today: date | None) -> int:
    """Check the whole course; report what lies below the paths, or everything. `external` asks its addresses too."""
    failed = _mend(root, place, manner) if fix else []
    prepared = prepare(root, place, day_of(root, today, os.environ))
    problems = [one for one in prepared.problems if _below(root / one.path, manner.paths)]
    ignored = [one for one in prepared.ignored if _below(root / one.path, manner.paths)]
    if external:
        asked = _ask_addresses(root, prepared, manner.paths, today or date.today())
        problems += asked
    report(prepared, problems, len(ignored), manner.form)
    if failed:
        return 3
    return 1 if failing(problems, manner.strict) else 0


def check_folder(root: Path, place: str, built: Path, manner: Manner) -> int:
    """Check a built folder against the course; report what lies below the paths, or everything."""
    from build_tools.built.check import check_built, folded
    from build_tools.built.folder import read_folder

    prepared = prepare(root, place)
    around = built.parent if built.name not in ("", "..") else built.resolve().parent
    folder = read_folder(built, built.as_posix(), around / "documents")
    pages = () if prepared.failing else prepared.delivery().pages
    found = [*check_built(folder, prepared, pages), *(one for one in prepared.problems if level(one) == "error")]
    found = [one for one in found if _below(Path(one.path), manner.paths)]
    prepared.texts |= {folder.at(path): text for path, text in folder.texts.items()}
    report(prepared, found, 0, manner.form, folded(found))
    return 1 if failing(found, manner.strict) else 0


def _ask_addresses(root: Path, prepared: Prepared, paths: tuple[Path, ...], today: date) -> list[Problem]:
    """What the addresses below `paths` (or all) answer. Adds the texts of the guides to those that were read."""
    from build_tools.external import run
    from build_tools.external.found import addresses
    from build_tools.external.memory import Memory

    prepared.texts |= run.guides(root)
    found = [one for one in addresses(prepared.course, prepared.texts) if _below(root / one.where.path, paths)]
    with Memory(root / "build" / "external.jsonl", today) as memory:
        return run.outside(found, memory, run.guest(root))


def _below(path: Path, paths: tuple[Path, ...]) -> bool:
    """Whether a path is one of `paths`, or below one, or there are none to ask about."""
    here = path.resolve()
    return not paths or any(here == one or one in here.parents for one in (path.resolve() for path in paths))


def _mend(root: Path, place: str, manner: Manner) -> list[OSError]:
    """Mend bytes, then record ids; says what failed. Forms for machines keep the diff out of what a program reads."""
    from build_tools.fix import fix
    from build_tools.record import record

    def say(diff: bytes) -> None:
        click.echo(diff, nl=False, err=manner.form != "text")

    failed = fix(root, lambda path: _below(path, manner.paths), say)
    try:
        record(root, prepare(root, place), say)
    except OSError as error:
        failed.append(error)
    for one in failed:
        click.echo(failure(one), err=True)
    return failed


def failure(error: OSError) -> str:
    """A failure of the machine in one line."""
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{(error.strerror or str(error)).lower()}"


def explain_rule(root: Path, code: str) -> int:
    """What a rule asks, why, and how to keep it."""
    from build_tools.explain import address, explained
    from build_tools.ignores import nearest_code
    from build_tools.rules import RULES
    from build_tools.terminal import shown

    rule = RULES.get(code.upper())
    if rule is None:
        click.echo(shown(f'there is no rule "{code}"; {nearest_code(code)}'), err=True)
        return 2
    click.echo(explained(rule, address(root, rule)))
    return 0


def write_notice(report: Path) -> int:
    """The text of the weekly issue, from a report as JSON: 1 if it asks for anything, 0 if all is well."""
    from pydantic import TypeAdapter, ValidationError

    from build_tools.notice import Finding, notice

    try:
        findings = TypeAdapter(list[Finding]).validate_json(report.read_bytes())
    except ValidationError:
        click.echo(f"{report}: this is no report of `course check --format json`", err=True)
        return 2
    made = notice(findings)
    click.echo(made.body, nl=False)
    return 1 if made.urgent else 0
