"""The commands as a person runs them: exit codes, what is printed, and that the last good build is never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "build_tools", *args]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120)


def breaks(root: Path) -> None:
    path = root / "modules/bridges/1-span.md"
    path.write_text(path.read_text(encoding="utf-8").replace("{% endactivity %}", ""), encoding="utf-8")


def test_check_is_fine_and_says_so(small: Path) -> None:
    done = run(small, "check")
    assert (
        done.returncode == 0
        and done.stderr == ""
        and done.stdout.splitlines()[-2:]
        == [
            "3 warnings",
            "`course check --explain S206` tells why",
        ]
    )


def test_strict_lets_warnings_fail(small: Path) -> None:
    assert run(small, "check", "--strict").returncode == 1


def test_an_error_is_one_line_with_its_source_and_nothing_else(small: Path) -> None:
    breaks(small)
    done = run(small, "check", "modules/bridges/1-span.md")
    assert done.returncode == 1 and done.stderr == ""
    assert done.stdout.splitlines() == [
        "modules/bridges/1-span.md:12:1: R202 {% activity %} is never closed",
        '    | {% activity "Pace it out", id="pace", minutes=25, group="alone", kind="practise", outcomes=["choose-',
        "    | ^",
        "    add {% endactivity %} after the block",
        "1 error",
        "`course check --explain R202` tells why",
    ]


def test_formats_for_machines(small: Path) -> None:
    breaks(small)
    found = json.loads(run(small, "check", "--format", "json").stdout)
    one = next(entry for entry in found if entry["rule"] == "R202")
    assert (one["path"], one["line"], one["level"]) == ("modules/bridges/1-span.md", 12, "error")
    assert (
        "::error file=modules/bridges/1-span.md,line=12,col=1,title=R202::"
        in run(small, "check", "--format", "github").stdout
    )


def test_wrong_usage_is_2(small: Path) -> None:
    assert run(small, "check", "--fromat", "json").returncode == 2
    assert run(small, "check", "no-such-folder").returncode == 2
    assert run(small, "pages", "modules").returncode == 2


def test_a_machine_that_fails_is_3_in_one_line(small: Path) -> None:
    (small / "build").write_text("a file where the folder belongs", encoding="utf-8")
    done = run(small, "schema")
    assert done.returncode == 3 and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


def test_a_failed_build_leaves_the_last_good_one(small: Path) -> None:
    assert run(small, "build").returncode == 0
    before = (small / "build/site/index.html").read_bytes()
    breaks(small)
    done = run(small, "build")
    assert done.returncode == 1 and "R202" in done.stdout and "Traceback" not in done.stdout + done.stderr
    assert (small / "build/site/index.html").read_bytes() == before


def test_the_engine_alone_stops_with_the_same_lines(small: Path) -> None:
    breaks(small)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=small, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1 and "1-span.md:12:1: R202" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_pages_are_a_project_of_their_own(small: Path) -> None:
    assert run(small, "pages", "out").returncode == 0
    lesson = small / "out/modules/bridges/span.md"
    source = (small / "modules/bridges/1-span.md").read_text(encoding="utf-8").splitlines()
    made = lesson.read_text(encoding="utf-8").splitlines()
    assert source.index("## The width") == made.index("## The width")
    assert source.index("## On Monday") == made.index("## On Monday")


def test_the_same_input_gives_the_same_bytes(small: Path) -> None:
    outputs = []
    for seed, into in (("1", "one"), ("2", "two")):
        command = [sys.executable, "-m", "build_tools", "build", "--into", into]
        env = {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "0", "PATH": "/usr/bin:/bin"}
        subprocess.run(command, cwd=small, check=True, capture_output=True, env=env, timeout=120)
        files = sorted(path for path in (small / into).rglob("*") if path.is_file())
        outputs.append({path.relative_to(small / into).as_posix(): path.read_bytes() for path in files})
    different = [name for name in outputs[0] if outputs[0][name] != outputs[1].get(name)]
    assert outputs[0].keys() == outputs[1].keys() and not different


def test_the_day_is_an_input_and_its_findings_are_warnings(small: Path) -> None:
    late = run(small, "check", "--today", "2031-01-01", "modules/facts.yml")
    assert late.returncode == 0 and "F101" in late.stdout
    assert "F101" not in run(small, "check", "--today", "2025-01-01").stdout
    assert run(small, "check", "--today", "2031-01-01", "--strict", "modules/facts.yml").returncode == 1
    assert run(small, "check", "--today", "tomorrow").returncode == 2


def test_a_build_date_that_is_none_is_2_in_one_line(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    done = run(small, "check")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "soon" in done.stderr


def test_no_name_and_no_terminal_stops_the_report(small: Path) -> None:
    name = os.fsencode(small / "modules" / "bridges") + b"/caf\xe9\n::error::.md"
    Path(os.fsdecode(name)).write_bytes(b"x \n")
    for form in ("text", "github", "json"):
        command = [sys.executable, "-m", "build_tools", "check", "--fix", "--format", form]
        env = {**os.environ, "PYTHONIOENCODING": "ascii"}
        done = subprocess.run(command, cwd=small, capture_output=True, env=env, timeout=120)
        assert done.returncode == 1 and b"S101" in done.stdout and b"Traceback" not in done.stderr
        assert not [line for line in done.stdout.split(b"\n") if line.startswith(b"::error::")]
        if form == "json":
            assert any("caf" in one["path"] for one in json.loads(done.stdout))
