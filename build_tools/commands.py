"""What each command does; each gives its exit code."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import click

from build_tools.built.check import BuiltError, check_built, folded, read_back
from build_tools.built.folder import read_folder
from build_tools.pages import Document
from build_tools.prepare import Prepared, prepare
from build_tools.problems import Problem, as_github, as_json, as_text, failing, level, total
from build_tools.swap import fresh
from build_tools.target import refuse
from build_tools.today import today


def report(prepared: Prepared, problems: list[Problem], form: str = "text", told: list[Problem] | None = None) -> None:
    """Print problems in one form, with a total below the text form, which shows `told` in their place."""
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        click.echo(as_github(problems))
    else:
        text = as_text(problems if told is None else told, prepared.texts)
        click.echo("\n".join(part for part in (text, total(problems)) if part))


def check_folder(root: Path, place: str, built: Path, paths: tuple[Path, ...], form: str, strict: bool) -> int:
    """Check a built folder against the course; report what lies below `paths`, or everything."""
    prepared = prepare(root, place)
    around = built.parent if built.name not in ("", "..") else built.resolve().parent
    folder = read_folder(built, built.as_posix(), around / "documents")
    pages = () if prepared.failing else prepared.delivery().pages
    found = [*check_built(folder, prepared, pages), *(one for one in prepared.problems if level(one) == "error")]
    if paths:
        wanted = [path.resolve() for path in paths]
        found = [one for one in found if _below(Path(one.path).resolve(), wanted)]
    prepared.texts |= {folder.at(path): text for path, text in folder.texts.items()}
    report(prepared, found, form, folded(found))
    return 1 if failing(found, strict) else 0


def check_course(
    root: Path,
    place: str,
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    fix: bool,
    external: bool = False,
    given: date | None = None,
) -> int:
    """Check the whole course; report what lies below `paths`, or everything. `external` asks its addresses too."""
    day = today(root, given, os.environ)
    prepared = prepare(root, place, day)
    if fix and _append_ids(root, prepared):
        prepared = prepare(root, place, day)
    problems = prepared.problems
    wanted = [path.resolve() for path in paths]
    if paths:
        problems = [one for one in problems if _below((root / one.path).resolve(), wanted)]
    if external:
        problems = [*problems, *_ask_addresses(root, prepared, wanted, given or date.today())]
    report(prepared, problems, form)
    return 1 if failing(problems, strict) else 0


def _ask_addresses(root: Path, prepared: Prepared, wanted: list[Path], today: date) -> list[Problem]:
    """What the addresses below `wanted` (or all) answer. Adds the texts of the guides to those that were read."""
    from build_tools.external import run
    from build_tools.external.found import addresses
    from build_tools.external.memory import Memory

    prepared.texts |= run.guides(root)
    found = addresses(prepared.course, prepared.texts)
    if wanted:
        found = [one for one in found if _below((root / one.where.path).resolve(), wanted)]
    with Memory(root / "build" / "external.jsonl", today) as memory:
        return run.outside(found, memory, run.guest(root))


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
    """Check → documents → site → read it back, in fresh folders; the last good ones stay until the new are whole."""
    from build_tools.outputs import cards, site
    from build_tools.outputs import documents as paper

    refuse(into, root)
    with step("check") as more:
        prepared = prepare(root, place, today(root, None, os.environ))
        more.append(total(prepared.problems))
    if prepared.failing:
        report(prepared, prepared.problems)
        return 1
    if prepared.problems:
        click.echo(as_text(prepared.problems))
    assert prepared.course and prepared.rendered
    made: dict[str, Document] = {}
    try:
        with ExitStack() as swaps:
            papers = swaps.enter_context(fresh(into / "documents", root, click.echo)) if documents else into
            if documents:
                with step("documents") as more:
                    made = paper.build(prepared.course, prepared.rendered, papers)
                    more.append(f"{len(made)} in {into / 'documents'}")
            pictures = swaps.enter_context(fresh(into / "cards", root, click.echo))
            names = [card.stem for card in cards.build(prepared.course, pictures)]
            extra = {f"documents/{one.name}": papers / one.name for one in made.values()}
            extra |= {f"cards/{name}.png": pictures / f"{name}.png" for name in names}
            folder = swaps.enter_context(fresh(into / "site", root, click.echo))
            with step("site") as more:
                delivery = prepared.delivery(made, names)
                site.build(delivery, folder, root, extra, site_url)
                more.append(f"{len(delivery.pages)} pages of the course in {into / 'site'}")
            with step("read back") as more:
                found = read_back(folder, (into / "site").as_posix(), prepared, delivery.pages)
                more.append(total(found))
            if found:
                click.echo(as_text(folded(found)))
    except (paper.DocumentError, site.SiteError, BuiltError) as error:
        click.echo(str(error))
        return 1
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


def write_documents(root: Path, place: str) -> int:
    """The PDFs only."""
    from build_tools.outputs import documents as paper

    prepared = prepare(root, place)
    if prepared.failing:
        report(prepared, prepared.problems)
        return 1
    assert prepared.course and prepared.rendered
    with step("documents") as more, fresh(root / "build" / "documents", root, click.echo) as folder:
        more.append(str(len(paper.build(prepared.course, prepared.rendered, folder))))
    return 0


def write_pages(root: Path, place: str, folder: Path) -> int:
    """The plain Markdown project. A folder that holds something already is refused."""
    from build_tools.outputs import pages

    refuse(folder, root)
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
            with step("site"), fresh(into, root, click.echo) as folder:
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
    refuse(folder, root)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        (folder / f"{name}.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        click.echo(folder / f"{name}.json")
    return 0
