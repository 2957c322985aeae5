"""Built folders: the good one is clean, each broken copy gives its exact report, and the command says the same."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from build_tools.authored import Place
from build_tools.built import check
from build_tools.built.check import check_built, folded
from build_tools.built.folder import Folder, read_folder
from build_tools.course import Page
from build_tools.pages import generated
from build_tools.prepare import Prepared, prepare
from build_tools.problems import Problem, as_text
from tests.conftest import SMALL
from tests.test_broken import BUILT, apply, settle, unnumbered
from tests.test_program import run

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def good() -> Prepared:
    """The small course, read and checked."""
    return prepare(SMALL)


@pytest.fixture(scope="session")
def wanted(good: Prepared) -> tuple[Page, ...]:
    """The pages that the good site holds."""
    return good.delivery().pages


@pytest.fixture
def folder(built: Path, small: Path) -> Path:
    """A copy of the small course with its built site and documents, which a test may change."""
    shutil.copytree(built, small / "build", ignore=shutil.ignore_patterns("*.map"))
    return small


ONCE = lru_cache(maxsize=200)(check.read)
"""The cases change one page or two; the others are read once for all."""


def read(root: Path) -> Folder:
    return read_folder(root / "build/site", "build/site", root / "build/documents")


@pytest.mark.parametrize("case", BUILT, ids=lambda path: path.stem)
def test_report_is_exact(
    case: Path, folder: Path, good: Prepared, wanted: tuple[Page, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "read", ONCE)
    text = case.read_text(encoding="utf-8")
    expected = apply(text, folder)
    prepared = prepare(folder) if "file modules/" in text else good
    site = read(folder)
    found = check_built(site, prepared, wanted)
    texts = {site.at(path): text for path, text in site.texts.items()}
    settle(case, unnumbered(as_text(folded(found), texts)) + "\n", expected)


def test_the_good_folder_is_clean(folder: Path, good: Prepared) -> None:
    site = read(folder)
    assert len([path for path in site.texts if path.endswith(".html")]) > 15 and len(site.papers) == 7
    assert check_built(site, good, good.delivery().pages) == []


def test_a_folder_without_the_course_says_so_once(tmp_path: Path, good: Prepared) -> None:
    (tmp_path / "index.html").write_text("<h1>Welcome", encoding="utf-8")
    found = check_built(read_folder(tmp_path, "out"), good, good.delivery().pages)
    missing = [one for one in found if one.rule == "B122"]
    assert len(missing) == len(good.delivery().pages) - 1  # the front page is there, though not ours
    (tmp_path / "index.html").rename(tmp_path / "start.html")
    found = check_built(read_folder(tmp_path, "out"), good, good.delivery().pages)
    assert [one.sentence for one in found if one.rule == "B122"] == [
        f"none of the course's {len(good.delivery().pages)} pages is here"
    ]


def test_the_folder_above_is_told_from_the_site(folder: Path, good: Prepared) -> None:
    found = check_built(read_folder(folder / "build", "build"), good, good.delivery().pages)
    assert [one.hint for one in found if one.rule == "B122"] == ['did you mean "build/site"?']


def test_pages_may_be_files_without_folders(good: Prepared) -> None:
    flat = Folder("out", {page.path.replace(".md", ".html"): 1 for page in good.delivery().pages})
    assert not [one for one in check_built(flat, good, good.delivery().pages) if one.rule == "B122"]


def test_what_the_course_makes_itself_is_known_by_its_paths(good: Prepared) -> None:
    for prepared in (good, prepare(ROOT)):
        assert prepared.course
        made = {page.path for page in prepared.delivery().pages if page.source is None}
        assert made == set(generated(prepared.course))


def strange(folder: Folder, places: dict[str, Place], good: Prepared) -> list[Problem]:
    """Every name of another place."""
    assert good.course
    prepared = replace(good, course=replace(good.course, places=places))
    return [one for one in check_built(folder, prepared, ()) if one.rule == "B121"]


def test_many_hundred_places_cost_no_more_than_one(folder: Path, good: Prepared) -> None:
    assert good.course
    home = good.course.places["generic"]
    others = {f"p{n}": home.model_copy(update={"id": f"p{n}", "name": f"Norbury {n}"}) for n in range(500)}
    site = read_folder(folder / "build/site", "build/site")
    page = site.texts["about/index.html"].replace("Nothing to add.", "Norbury 7 and Norbury 499")
    text = {**site.texts, "about/index.html": page}
    found = strange(Folder("b", site.sizes, text), {"generic": home, **others}, good)
    assert [one.sentence.partition(" is")[0] for one in found] == ['"Norbury 7"', '"Norbury 499"']


@pytest.mark.parametrize(
    ("own", "other", "text", "expected"),
    [
        ("Greater Norbury", "Norbury", "In Greater Norbury all is well.", 0),
        ("Greater Norbury", "Norbury", "In Norbury all is well.", 1),
        ("your place", "your county", "In your county all is well.", 0),
        ("here", "Deal", "Deal is a town. No deal was struck.", 0),
        ("here", "Deal", "Deal is a town. Write to deal@deal.example.", 1),
        ("here", "St Ann's & Co", "Saint St Ann’s\n&amp; Co is here, St Ann’sx & Co is not.", 1),
    ],
)
def test_whose_name_it_is(good: Prepared, own: str, other: str, text: str, expected: int) -> None:
    assert good.course
    home = good.course.places["generic"].model_copy(update={"name": own})
    away = home.model_copy(update={"id": "away", "name": other, "host": "the host"})
    folder = Folder("b", {"index.html": 1}, {"index.html": f"<p>{text}</p>"})
    assert len(strange(folder, {"generic": home, "away": away}, good)) == expected


def test_the_command_says_the_same(folder: Path) -> None:
    done = run(folder, "check", "--built", "build/site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "no problems\n", "")
    page = folder / "build/site/about/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("Nothing to", '<a href="no/">Nothing</a> to'), encoding="utf-8"
    )
    done = run(folder, "check", "--built", "build/site")
    assert done.returncode == 1 and done.stderr == ""
    lines = page.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines, 1) if 'href="no/"' in line)
    assert done.stdout.splitlines() == [
        f'build/site/about/index.html:{at}:4: B101 the link leads to "about/no/", which is not there',
        '    | <p><a href="no/">Nothing</a> to add.</p>',
        "    |    ^",
        "    mend the link, or build the page it names",
        "1 error",
        "`course check --explain B101` tells why",
    ]
    [one] = json.loads(run(folder, "check", "--built", "build/site", "--format", "json").stdout)
    assert (one["path"], one["line"], one["rule"]) == ("build/site/about/index.html", at, "B101")
    assert run(folder, "check", "--built", "build/site", "build/site/glossary").returncode == 0
    assert run(folder, "check", "--built", "build/site", "build/site/about").returncode == 1


def test_wrong_usage_of_the_option_is_2(folder: Path) -> None:
    for args in (["nowhere"], ["mkdocs.yml"], ["build/site", "nowhere"], ["build/site", "--fix"]):
        done = run(folder, "check", "--built", *args)
        assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr, args


def test_a_course_that_is_broken_is_told_too(folder: Path) -> None:
    (folder / "modules/bridges/worksheet.md").write_text("no front matter", encoding="utf-8")
    done = run(folder, "check", "--built", "build/site")
    assert done.returncode == 1 and "modules/bridges/worksheet.md:1:1: R108" in done.stdout


def test_a_site_that_is_broken_never_replaces_the_last_good_one(folder: Path) -> None:
    before = (folder / "build/site/index.html").read_bytes()
    page = '<html lang="en"><title>Extra</title><h1>Extra</h1><p style="color: red">Red</p>'
    (folder / "docs/extra.html").write_text(page, encoding="utf-8")  # a file that no rule for texts reads
    done = run(folder, "build", "--no-documents")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "build/site/extra.html" in done.stdout and "B119 <p style=…>" in done.stdout
    assert done.stdout.splitlines()[-1] == "1 error"
    assert (folder / "build/site/index.html").read_bytes() == before
    assert not (folder / "build/site/extra.html").exists() and not (folder / "build/.site.new").exists()


def test_a_finding_on_every_page_is_told_once(folder: Path, good: Prepared) -> None:
    (folder / "build/site/assets/css/course.css").unlink()
    found = check_built(read(folder), good, good.delivery().pages)
    pages = [path for path in read(folder).texts if path.endswith(".html")]
    assert len(found) == len(pages) > 15 and len(folded(found)) == 1
