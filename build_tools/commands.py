"""What each command does; each gives its exit code."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from build_tools.prepare import Prepared, prepare
from build_tools.problems import Problem, as_github, as_json, as_text, failing, total
from build_tools.swap import fresh
from build_tools.today import today


def report(prepared: Prepared, problems: list[Problem], form: str = "text") -> None:
    """Print problems in one form, with a total below the text form."""
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        click.echo(as_github(problems))
    else:
        text = as_text(problems, prepared.texts)
        click.echo("\n".join(part for part in (text, total(problems)) if part))


def check_course(
    root: Path, place: str, paths: tuple[Path, ...], form: str, strict: bool, fix: bool, given: date | None = None
) -> int:
    """Check the whole course; report what lies below `paths`, or everything. Raises NoDay."""
    if missing := [path for path in paths if not path.exists()]:
        click.echo(f"{missing[0]}: there is no such file or folder", err=True)
        return 2
    day = today(root, given, os.environ)
    prepared = prepare(root, place, day)
    if fix and _append_ids(root, prepared):
        prepared = prepare(root, place, day)
    problems = prepared.problems
    if paths:
        wanted = [path.resolve() for path in paths]
        problems = [one for one in problems if _below((root / one.path).resolve(), wanted)]
    report(prepared, problems, form)
    return 1 if failing(problems, strict) else 0


def _below(path: Path, wanted: list[Path]) -> bool:
    return any(path == one or one in path.parents for one in wanted)


def _append_ids(root: Path, prepared: Prepared) -> bool:
    """Append new ids and new wordings to `ids.lock`; says what it added. Whether anything was."""
    from build_tools.checks.lock import storable
    from build_tools.lock import missing_lines

    if not prepared.course or not prepared.rendered:
        return False
    path = root / "modules" / "ids.lock"
    wanted = [(key, digest) for key, digest, _ in storable(prepared.course, prepared.rendered)]
    lines = missing_lines(prepared.course.lock, wanted)
    if not lines:
        return False
    before = path.read_text(encoding="utf-8") if path.exists() else "# Written by `course check --fix`; append-only.\n"
    new = path.with_suffix(".lock.new")
    new.write_text(before + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    os.replace(new, path)
    click.echo("\n".join(f"+ {line}" for line in lines))
    return True


@contextmanager
def step(what: str) -> Iterator[list[str]]:
    """One line for one step: what it did, what it adds to the line, and its seconds."""
    start, more = time.monotonic(), list[str]()
    yield more
    click.echo(f"{what:<12}{' '.join(more):<44}{time.monotonic() - start:6.1f} s")


def build_all(root: Path, into: Path, place: str, documents: bool, site_url: str | None) -> int:
    """Check → documents → site, each into a fresh folder; the last good build stays until the new one is whole."""
    from build_tools.outputs import documents as paper
    from build_tools.outputs import site

    with step("check") as more:
        prepared = prepare(root, place, today(root, None, os.environ))
        more.append(total(prepared.problems))
    if prepared.failing:
        report(prepared, prepared.problems)
        return 1
    if prepared.problems:
        click.echo(as_text(prepared.problems))
    assert prepared.course and prepared.rendered
    made = {}
    try:
        if documents:
            with step("documents") as more, fresh(into / "documents") as folder:
                made = paper.build(prepared.course, prepared.rendered, folder)
                more.append(f"{len(made)} in {into / 'documents'}")
        files = tuple(into / "documents" / one.name for one in made.values())
        with step("site") as more, fresh(into / "site") as folder:
            delivery = prepared.delivery(made)
            site.build(delivery, folder, root, files, site_url)
            more.append(f"{len(delivery.pages)} pages of the course in {into / 'site'}")
    except (paper.DocumentError, site.SiteError) as error:
        click.echo(str(error))
        return 1
    return 0


def write_documents(root: Path, place: str) -> int:
    """The PDFs only."""
    from build_tools.outputs import documents as paper

    prepared = prepare(root, place)
    if prepared.failing:
        report(prepared, prepared.problems)
        return 1
    assert prepared.course and prepared.rendered
    with step("documents") as more, fresh(root / "build" / "documents") as folder:
        more.append(str(len(paper.build(prepared.course, prepared.rendered, folder))))
    return 0


def write_pages(root: Path, place: str, folder: Path) -> int:
    """The plain Markdown project. A folder that holds something already is refused."""
    from build_tools.outputs import pages

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        click.echo(f"{folder}: the folder is not empty; name a new one", err=True)
        return 2
    prepared = prepare(root, place)
    if prepared.failing:
        report(prepared, prepared.problems)
        return 1
    with step("pages") as more:
        more.append(f"{pages.build(prepared.delivery(), folder)} in {folder}")
    return 0


def serve_course(root: Path, place: str, port: int) -> int:
    """Preview on this machine, without the security policy, rebuilt at each change."""
    from build_tools.outputs import site
    from build_tools.preview import preview

    os.environ["CG_LIVE"] = "1"
    into = root / "build" / "preview"

    def again() -> str:
        prepared = prepare(root, place)
        unready = [one for one in prepared.problems if one.rule != "S108"]  # recorded when the author has finished
        if failing(unready):
            report(prepared, unready)
            return as_text(unready, prepared.texts)
        try:
            with step("site"), fresh(into) as folder:
                site.build(prepared.delivery(), folder, root, site_url="http://127.0.0.1/")
        except site.SiteError as error:
            click.echo(str(error))
            return str(error)
        return ""

    watched = [folder for name in ("modules", "docs", "build_tools") if (folder := root / name).is_dir()]
    preview(into, [*watched], port, again, click.echo)
    return 0


def write_schema(root: Path) -> int:
    """JSON Schemas of every authored data file, for completion in editors."""
    from build_tools.schema import schemas

    folder = root / "build" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        click.echo(folder / f"{name}.json")
    return 0
