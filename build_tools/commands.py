"""What each command that builds does; each gives its exit code."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from build_tools.checking import report
from build_tools.paper.document import Shelf
from build_tools.prepare import Prepared, prepare
from build_tools.problems import as_text, failing, nearest, total
from build_tools.swap import fresh
from build_tools.target import refuse
from build_tools.today import today


@contextmanager
def step(what: str) -> Iterator[list[str]]:
    """One line for one step: what it did, what it adds to the line, and its seconds."""
    start, more = time.monotonic(), list[str]()
    yield more
    click.echo(f"{what:<12}{' '.join(more):<44}{time.monotonic() - start:6.1f} s")


def build_all(root: Path, into: Path, place: str, documents: bool, site_url: str | None) -> int:
    """Check → documents → site → read it back, in fresh folders; the last good ones stay until the new are whole."""
    from build_tools.built.check import BuiltError, folded, read_back
    from build_tools.outputs import cards, site
    from build_tools.outputs import documents as paper

    refuse(into, root)
    day = today(root, None, os.environ)
    prepared = _checked(root, place, day)
    if prepared.failing:
        return 1
    assert prepared.course and prepared.rendered
    if site_url:
        prepared.course = replace(prepared.course, site_url=site_url)
    made = Shelf()
    try:
        with ExitStack() as swaps:
            papers = swaps.enter_context(fresh(into / "documents", root, click.echo)) if documents else into
            if documents:
                with step("documents") as more:
                    made = paper.build(prepared.course, paper.Wish(place, day=day), papers, into / "cache")
                    more.append(f"{len(made.documents)} in {into / 'documents'}")
            pictures = swaps.enter_context(fresh(into / "cards", root, click.echo))
            names = [card.stem for card in cards.build(prepared.course, pictures)]
            extra = {f"documents/{one.name}": papers / one.name for one in made.documents}
            extra |= {f"cards/{name}.png": pictures / f"{name}.png" for name in names}
            folder = swaps.enter_context(fresh(into / "site", root, click.echo))
            with step("site") as more:
                delivery = prepared.delivery(made, names)
                site.build(delivery, folder, root, extra, site_url)
                count = sum(page.listed for page in delivery.pages)
                more.append(f"{count} pages of the course in {into / 'site'}")
            with step("read back") as more:
                found = read_back(folder, (into / "site").as_posix(), prepared, delivery.pages)
                more.append(total(found))
            if found:
                click.echo(as_text(folded(found)))
    except (paper.DocumentError, site.SiteError, BuiltError) as error:
        click.echo(str(error))
        return 1
    return 0


def _checked(root: Path, place: str, day: date | None) -> Prepared:
    with step("check") as more:
        prepared = prepare(root, place, day)
        more.append(total(prepared.problems, len(prepared.ignored)))
    if prepared.failing:
        report(prepared, prepared.problems, len(prepared.ignored))
    elif prepared.problems:
        click.echo(as_text(prepared.problems))
    return prepared


def write_documents(root: Path, place: str, only: tuple[str, ...]) -> int:
    """The documents only: all of them, or those of some modules, beside what is there of the others."""
    from build_tools.outputs import documents as paper

    target, day = root / "build" / "documents", today(root, None, os.environ)
    prepared = prepare(root, place)
    if prepared.failing:
        report(prepared, prepared.problems, len(prepared.ignored))
        return 1
    assert prepared.course and prepared.rendered
    for name in only:
        if name not in prepared.course.modules:
            click.echo(f'there is no module "{name}"; {nearest(name, prepared.course.modules)}', err=True)
            return 2
    try:
        with step("documents") as more, fresh(target, root, click.echo) as folder:
            if only and target.is_dir():
                shutil.copytree(target, folder, dirs_exist_ok=True)
            made = paper.build(prepared.course, paper.Wish(place, only, day), folder, root / "build" / "cache")
            more.append(f"{len(made.documents)} in {target}")
    except paper.DocumentError as error:
        click.echo(str(error))
        return 1
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
        report(prepared, prepared.problems, len(prepared.ignored))
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
            report(prepared, unready, len(prepared.ignored))
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
