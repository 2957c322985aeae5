"""The boundaries of the design: who may import whom, and how large a file and a function may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_tools"
FILES = sorted(PACKAGE.rglob("*.py"))
ENGINE = {"mkdocs_plugin.py", "outputs/site.py"}
"""Files that may import MkDocs: the plugin and the site's output."""

PURE = ("course.py", "authored.py", "questions.py", "located.py", "problems.py", "alignment.py", "verbs.py",
        "readability.py", "report.py", "sentences.py", "speech.py", "passages.py", "personal.py",
        "pictures.py")  # fmt: skip
FORBIDDEN_IN_PURE = {"yaml", "jinja2", "mkdocs", "pathlib", "os", "click", "markdown"}


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_the_adapter_knows_the_engine(path: Path) -> None:
    if name(path) not in ENGINE:
        assert not {one for one in imports(path) if one.split(".")[0] == "mkdocs"}


@pytest.mark.parametrize("file", PURE)
def test_the_nouns_know_no_disk_and_no_format(file: str) -> None:
    assert not {one.split(".")[0] for one in imports(PACKAGE / file)} & FORBIDDEN_IN_PURE


def test_charts_know_nothing_of_the_course() -> None:
    for path in (PACKAGE / "charts").glob("*.py"):
        known = {one for one in imports(path) if one.startswith("build_tools")}
        assert not {one for one in known if not one.startswith("build_tools.charts")}, path
        assert not {one.split(".")[0] for one in imports(path)} & FORBIDDEN_IN_PURE, path


def test_numbers_become_pictures_without_knowing_a_page() -> None:
    may = ("build_tools.charts", "build_tools.exhibits", "build_tools.report")
    for path in (PACKAGE / "exhibits").glob("*.py"):
        known = {one for one in imports(path) if one.startswith("build_tools")}
        assert not {one for one in known if not one.startswith(may)}, path


def test_outputs_never_import_each_other() -> None:
    for path in (PACKAGE / "outputs").glob("*.py"):
        assert not [one for one in imports(path) if one.startswith("build_tools.outputs")], path


def test_the_checks_of_a_built_folder_read_no_disk() -> None:
    for path in (PACKAGE / "built").glob("*.py"):
        if path.name not in ("folder.py", "check.py"):
            assert not {one.split(".")[0] for one in imports(path)} & FORBIDDEN_IN_PURE, path


def test_core_never_imports_the_edges() -> None:
    edges = ("build_tools.outputs", "build_tools.mkdocs_plugin", "build_tools.commands", "build_tools.__main__")
    for path in FILES:
        if name(path).split("/")[0] not in ("outputs", "mkdocs_plugin.py", "checking.py", "commands.py", "__main__.py"):
            assert not [one for one in imports(path) if one.startswith(edges)], path


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_keep_their_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            doc = ast.get_docstring(node, clean=False)
            length = (node.end_lineno or 0) - node.lineno - (doc.count("\n") + 1 if doc else 0)
            assert length <= 40, f"{node.name} has {length} lines"


def test_a_check_starts_without_what_only_a_build_needs() -> None:
    """Every import is paid for at each `course check`; what draws, prints or serves is imported where it is used."""
    needless = ("mkdocs", "typst", "urllib.request", "build_tools.charts", "build_tools.built", "build_tools.outputs")
    code = f"import sys, build_tools.__main__; print(*[name for name in {needless} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
