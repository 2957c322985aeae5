"""What tells a browser of every file of a site: the same bytes for the same site, other ones for any other."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from build_tools import offline


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "a/é (1) #?.svg", offline.DATA, ".nojekyll", ".git/x", "x.css", "x.css.map",
                 "sitemap.xml.gz", "cards/course.png"):  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    return tmp_path


def listed(site: Path) -> dict[str, list[object]]:
    return {path: rest for path, *rest in json.loads((site / offline.LIST).read_bytes())}


def test_the_list_has_each_file_that_a_page_may_ask_for(site: Path) -> None:
    offline.write(site)
    assert list(listed(site)) == ["a/é (1) #?.svg", offline.DATA, "index.html", "x.css"]
    for path, (size, digest) in listed(site).items():
        content = (site / path).read_bytes()
        assert (size, digest) == (len(content), hashlib.sha256(content).hexdigest())


def test_the_worker_names_exactly_this_list(site: Path) -> None:
    release = offline.write(site)
    first, _, code = (site / offline.WORKER).read_text("utf-8").partition("\n")
    told = json.loads(first[first.index("{") : first.rindex("}") + 1])
    assert told == {"release": release, "list": hashlib.sha256((site / offline.LIST).read_bytes()).hexdigest()}
    assert code.startswith("(function (worker) {")


def test_a_second_run_changes_nothing(site: Path) -> None:
    offline.write(site)
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    offline.write(site)
    assert before == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_any_byte_of_a_listed_file_or_of_the_worker_makes_another_release(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = [offline.write(site)]
    (site / "x.css").write_bytes(b"y.css")
    seen.append(offline.write(site))
    (site / "x.css").rename(site / "y.css")
    seen.append(offline.write(site))
    monkeypatch.setattr("build_tools.script.worker", lambda: "other")
    seen.append(offline.write(site))
    assert len(set(seen)) == 4
    (site / "x.css.map").write_bytes(b"")
    assert offline.write(site) == seen[-1]


def test_the_size_is_that_of_the_files(site: Path) -> None:
    offline.write(site)
    others = sum(size for path, (size, _) in listed(site).items() if path != offline.DATA and isinstance(size, int))
    assert (site / offline.DATA).read_text("utf-8") == offline.data(others)
    assert offline.data(None).endswith("= null;\n")
