"""The commands. Exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 the machine failed."""

from __future__ import annotations

import gc
import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

import click

from build_tools import limits
from build_tools.checking import Manner, check_course, check_folder, explain_rule, failure, write_notice
from build_tools.commands import (
    build_all,
    serve_course,
    write_documents,
    write_pages,
    write_schema,
)
from build_tools.target import TargetError
from build_tools.today import NoDay

ROOT = click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path("."), hidden=True
)
PLACE = click.option(
    "--place", default="generic", show_default=True, help="Which folder of modules/places to build for."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="common-ground", message="%(version)s")
def course() -> None:
    """Check, build and preview the Common Ground course."""


@course.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let warnings and notes fail too.")
@click.option(
    "--built",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Check this built folder instead, such as build/site.",
)
@click.option("--fix", is_flag=True, help="Mend line ends and spaces, append new ids to ids.lock.")
@click.option("--explain", metavar="CODE", help="Say what a rule asks, and why.")
@click.option("--external", is_flag=True, help="Ask every web address too; answers stand for a week.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day to judge by, if not that of the last commit.",
)
@PLACE
@ROOT
def check(
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    built: Path | None,
    fix: bool,
    explain: str | None,
    external: bool,
    today: datetime | None,
    place: str,
    root: Path,
) -> None:
    """Report every problem of the course, or of PATHS only."""
    if explain is not None:
        sys.exit(explain_rule(root, explain))
    if missing := [path for path in paths if not path.exists()]:
        click.echo(f"{missing[0]}: there is no such file or folder", err=True)
        sys.exit(2)
    if built and fix:
        raise click.UsageError("--fix mends what people write; --built looks at what was made from it")
    manner = Manner(paths, form, strict)
    if built:
        sys.exit(check_folder(root, place, built, manner))
    sys.exit(check_course(root, place, manner, fix, external, today.date() if today else None))


@course.command()
@click.option("--no-documents", is_flag=True, help="Leave the documents out.")
@click.option("--site-url", help="The address it will have, if not the one in mkdocs.yml.")
@click.option("--into", type=click.Path(path_type=Path), default=None, help="The output folder; default build.")
@PLACE
@ROOT
def build(no_documents: bool, site_url: str | None, into: Path | None, place: str, root: Path) -> None:
    """Check everything, then build documents and site."""
    sys.exit(build_all(root, into or root / "build", place, not no_documents, site_url))


@course.command()
@click.option("--port", default=8000, show_default=True)
@PLACE
@ROOT
def serve(port: int, place: str, root: Path) -> None:
    """Preview the site and rebuild it at each change."""
    sys.exit(serve_course(root, place, port))


@course.command()
@click.argument("modules", nargs=-1)
@PLACE
@ROOT
def documents(modules: tuple[str, ...], place: str, root: Path) -> None:
    """Build the documents of MODULES, or all, into build/documents: PDF, Word, and the course as EPUB."""
    sys.exit(write_documents(root, place, modules))


@course.command()
@click.argument("folder", type=click.Path(path_type=Path))
@PLACE
@ROOT
def pages(folder: Path, place: str, root: Path) -> None:
    """Write the course as a plain Markdown project into FOLDER."""
    sys.exit(write_pages(root, place, folder))


@course.command()
@click.argument("report", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def notice(report: Path) -> None:
    """Write the text of the weekly issue from REPORT, made with `check --format json`."""
    sys.exit(write_notice(report))


@course.command()
@ROOT
def schema(root: Path) -> None:
    """Write JSON Schemas for editors into build/schema."""
    sys.exit(write_schema(root))


def main() -> None:
    """Run, turning a failure of the machine into one line and exit code 3."""
    gc.set_threshold(limits.SELDOM)  # a course lives to the end; seeking garbage in it took a quarter of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name, or a narrow terminal, stops no report
    try:
        course()
    except (NoDay, TargetError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except OSError as error:
        click.echo(failure(error), err=True)
        sys.exit(3)


if __name__ == "__main__":
    main()
