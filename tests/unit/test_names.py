"""Names that some machine refuses are told, names that all take are not; a renamed module keeps its id."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from build_tools.checks.site import made_pages
from build_tools.checks.twins import published
from build_tools.load import load
from build_tools.names import name_problems
from build_tools.pages import deliver
from build_tools.texts import render_course
from tests.conftest import SMALL

REFUSED = {
    "con.md": "reserves",
    "LPT1": "reserves",
    "a?.md": "'?'",
    "a:b": "':'",
    'a"b': "'\"'",
    "dot.": "drops",
    "blank ": "drops",
    unicodedata.normalize("NFD", "é.md"): "accents",
}
TAKEN = ["console.md", "lpt10.md", "a b.md", "é.md", "Ωμέγα.md", "a.b.c", "a-b_c", "~a", "a'b", ".keep"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_some_machine_refuses(tmp_path: Path, name: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_text("x", encoding="utf-8")
    (problem,) = name_problems(tmp_path, tmp_path / "docs")
    assert problem.rule == "S102" and REFUSED[name] in problem.sentence and problem.path == f"docs/{name}"


def test_names_that_every_machine_takes(tmp_path: Path) -> None:
    for name in TAKEN:
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert name_problems(tmp_path, tmp_path) == []


def test_links_are_told_and_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "con.md").write_text("x", encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "folder").symlink_to(outside)
    (docs / "gone").symlink_to(tmp_path / "nowhere")
    found = {(one.path, one.rule) for one in name_problems(tmp_path, docs)}
    assert found == {("docs/folder", "R005"), ("docs/gone", "R005")}


def test_a_renamed_module_keeps_its_id(small: Path) -> None:
    (small / "modules/bridges").rename(small / "modules/spans")
    for name, old, new in (
        ("course.yml", "- id: bridges", "- id: spans"),
        ("course.yml", "[bridges/span,", "[spans/span,"),
        ("spans/module.md", "status: pilot", "aliases: [bridges]\nstatus: pilot"),
    ):
        path = small / "modules" / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert not [one for one in load(small).problems if one.rule in ("S103", "S216")]


def test_every_page_that_is_made_is_known_beforehand() -> None:
    course = load(SMALL).course
    assert course
    rendered = render_course(course, "generic")
    assert made_pages(course, rendered) == {page.path for page in deliver(course, rendered, "generic").pages}


def test_hand_written_pages_with_one_address() -> None:
    assert {published(name) for name in ("m.md", "m/index.md", "m/README.md", "m/index.html")} == {"m/index.html"}
    assert len({published(name) for name in ("index.md", "m.md", "m/n.md", "m.png", "m/index.htm")}) == 5
