"""A whole course asked: what is collected, what is asked again, and what a machine without a network is told."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from build_tools.external.found import addresses
from build_tools.external.memory import Memory
from build_tools.external.run import guest, guides, outside
from build_tools.prepare import prepare
from tests.answering import FIRST_DAY, World, world
from tests.test_program import run

SURVEY = "https://survey.example/2019"


def links_to(root: Path, *places: str) -> None:
    """Write a page of the course that links to these addresses, one a line."""
    page = root / "modules/pages/about.md"
    head = page.read_text(encoding="utf-8").partition("Nothing to add.")[0]
    page.write_text(head + "".join(f"[x]({one})\n" for one in places), encoding="utf-8")


def asked(root: Path, made: World, day: date = FIRST_DAY) -> list[str]:
    """The rules and lines of what the addresses say."""
    prepared = prepare(root)
    with Memory(root / "build/external.jsonl", day) as memory:
        found = addresses(prepared.course, prepared.texts | guides(root))
        return [f"{one.rule} {one.line}" for one in outside(found, memory, made.guest())]


def test_every_address_of_the_course_is_found_with_its_place(small: Path) -> None:
    links_to(small, SURVEY, f"{SURVEY}#depth")
    sources = small / "modules/sources.yml"
    text = sources.read_text(encoding="utf-8")
    text = text.replace("no_link: it is invented", "doi: 10.1002/(SICI)1097<1::AID#9>3", 1)
    sources.write_text(
        text.replace("no_link: it is invented", f"url: {SURVEY}\n  accessed: 2026-11-02"), encoding="utf-8"
    )
    place = small / "modules/places/generic/place.yml"
    place.write_text(
        place.read_text(encoding="utf-8").replace("keeper}", "keeper, url: 'https://keeper.example/'}")
        + "support:\n  - {name: Help, text: At night., url: 'https://help.example/'}\n",
        encoding="utf-8",
    )
    (small / "README.md").write_text("<http://127.0.0.1:8000/> and <https://readme.example/>\n", encoding="utf-8")
    (small / "docs/deep").mkdir()
    (small / "docs/deep/page.md").write_text("[a](https://deep.example/)\n", encoding="utf-8")
    os.symlink("/etc/hostname", small / "docs/linked.md")
    prepared = prepare(small)
    found = addresses(prepared.course, prepared.texts | guides(small))
    assert [(*one.where, one.address) for one in found] == [
        ("README.md", 1, 2, "http://127.0.0.1:8000/"),
        ("README.md", 1, 31, "https://readme.example/"),
        ("docs/deep/page.md", 1, 5, "https://deep.example/"),
        ("modules/pages/about.md", 5, 5, SURVEY),
        ("modules/pages/about.md", 6, 5, SURVEY),
        ("modules/places/generic/place.yml", 5, 41, "https://keeper.example/"),
        ("modules/places/generic/place.yml", 7, 40, "https://help.example/"),
        ("modules/sources.yml", 6, 8, "https://doi.org/10.1002/(SICI)1097%3C1::AID%239%3E3"),
        ("modules/sources.yml", 13, 8, SURVEY),
    ]


def test_a_guide_may_name_the_reader_s_own_machine_and_a_module_may_not(small: Path) -> None:
    (small / "README.md").write_text(
        "<http://127.0.0.1:8000/> <http://localhost/> <http://[::1]:80>\n", encoding="utf-8"
    )
    links_to(small, "http://127.0.0.1:8000/")
    with world({}) as made:
        assert asked(small, made) == ["L306 5"] and made.asked == []


def test_an_address_is_asked_once_and_told_at_each_place(small: Path) -> None:
    links_to(small, SURVEY, f"{SURVEY}#depth", "https://fine.example/")
    with world({SURVEY: "404"}) as made:
        assert asked(small, made) == ["L301 5", "L301 6"]
        assert len(made.asked) == 3
        assert asked(small, made, FIRST_DAY + timedelta(6)) == ["L301 5", "L301 6"]
        assert len(made.asked) == 3
        asked(small, made, FIRST_DAY + timedelta(7))
        assert len(made.asked) == 6


def test_a_doi_that_leads_elsewhere_is_still_the_doi(small: Path) -> None:
    sources = small / "modules/sources.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("no_link: it is invented", "doi: 10.9999/x", 1), encoding="utf-8")
    with world({"https://doi.org/10.9999/x": "301 https://journal.example/"}) as made:
        assert asked(small, made) == [] and len(made.asked) == 2


def test_three_days_make_an_error(small: Path) -> None:
    links_to(small, SURVEY)
    with world({SURVEY: "closes"}) as made:
        days = [0, 0, 3, 3, 9, 10]
        said = [asked(small, made, FIRST_DAY + timedelta(day)) for day in days]
    assert said == [["L304 5"]] * 4 + [["L305 5"]] * 2


def test_a_machine_without_a_network_blames_no_address(small: Path) -> None:
    links_to(small, *(f"https://{name}.example/" for name in "abc"))
    silent = {f"https://{name}.example/": "closes" for name in "abc"}
    with world(silent) as made, pytest.raises(OSError, match="no host on the internet answers"):
        asked(small, made)
    with Memory(small / "build/external.jsonl", FIRST_DAY) as memory:
        assert memory.known == {}
    with world(silent | {"https://c.example/": "403"}) as made:
        assert asked(small, made) == ["L304 5", "L304 6", "L303 7"]


def test_it_names_the_project_s_repository(small: Path) -> None:
    settings = small / "mkdocs.yml"
    assert guest(small).caller.agent == "common-ground-link-check"
    for written in ("https://git.example/us", '"https://git.example/us"  # ours'):
        settings.write_text(f"site_name: x\nrepo_url: {written}\n", encoding="utf-8")
        assert guest(small).caller.agent == "common-ground-link-check (+https://git.example/us)"
    settings.write_text("repo_url: https://git.example/ü\r\nX: y\n", encoding="utf-8")
    assert guest(small).caller.agent == "common-ground-link-check"


def test_the_command_asks_only_when_told_and_only_below_paths(small: Path) -> None:
    links_to(small, "https://10.0.0.12/plan")
    assert "L306" not in run(small, "check").stdout and not (small / "build").exists()
    done = run(small, "check", "--external", "--today", "2026-11-02")
    assert done.returncode == 1 and done.stderr == ""
    assert "modules/pages/about.md:5:5: L306 https://10.0.0.12/plan leads into a private network" in done.stdout
    lines = (small / "build/external.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0]) == {"format": 1} and json.loads(lines[1])["on"] == "2026-11-02"
    assert run(small, "check", "modules/pages", "--external").returncode == 1
    assert run(small, "check", "modules/bridges", "--external").returncode == 0
    found = json.loads(run(small, "check", "--external", "--format", "json").stdout)
    assert [one["rule"] for one in found if one["level"] == "error"] == ["L306"]


def test_a_wrong_day_is_wrong_usage(small: Path) -> None:
    assert run(small, "check", "--today", "tomorrow").returncode == 2


def test_a_folder_that_cannot_be_written_is_one_line(small: Path) -> None:
    links_to(small, "https://10.0.0.12/plan")
    (small / "build").write_text("a file where the folder belongs", encoding="utf-8")
    done = run(small, "check", "--external")
    assert done.returncode == 3 and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


def test_progress_is_for_terminals_only(small: Path) -> None:
    links_to(small, "https://10.0.0.12/plan")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "build_tools", "check", "--external", "--format", "json"]
    done = subprocess.run(command, cwd=small, stdout=subprocess.PIPE, stderr=theirs, text=True, timeout=60)
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "asking" in shown and json.loads(done.stdout)
