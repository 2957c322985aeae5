"""The weekly workflow: its steps as a runner's shell runs them, with the real program and a `gh` that takes notes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(__file__).parent.parent / ".github" / "workflows"
WEEKLY: dict[str, Any] = yaml.safe_load((WORKFLOWS / "weekly.yml").read_text(encoding="utf-8"))
GH = """#!/bin/sh
echo "$*" >> gh.log
case "$1 $2" in
  "repo view") echo "$HAS_ISSUES" ;;
  "issue list") echo "$NUMBER" ;;
  "run list") echo "$LAST" ;;
  "run download") case " $* " in *" 404 "*) exit 1 ;; esac ;;
esac
"""


def step(name: str) -> dict[str, Any]:
    steps = [one for job in WEEKLY["jobs"].values() for one in job["steps"]]
    return next(one for one in steps if one.get("id") == name)


def run_step(name: str, root: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script in a folder as a runner would."""
    programs = root / "programs"
    programs.mkdir(exist_ok=True)
    (programs / "gh").write_text(GH, encoding="utf-8")
    (programs / "gh").chmod(0o755)
    python = root / ".venv/bin/python"
    if not python.exists():
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        python.chmod(0o755)
    fixed = {one: value for one, value in step(name).get("env", {}).items() if "${{" not in value}
    outputs = {
        "GITHUB_OUTPUT": str(root / "output"),
        "GITHUB_STEP_SUMMARY": str(root / "summary"),
        "GITHUB_RUN_ID": "7",
    }
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", step(name)["run"]],
        cwd=root,
        env={**os.environ, "GH_REPO": "us/course", **fixed, **outputs, **env, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )


ISSUE = {
    "nothing and no issue": ("0", "", []),
    "nothing any more": ("0", "12", ["issue close 12 --comment All is well."]),
    "something new": ("1", "", ["issue create --title Dates and links that need a look --body-file weekly.md"]),
    "still something": ("1", "12", ["issue edit 12 --body-file weekly.md"]),
}


@pytest.mark.parametrize("name", ISSUE)
def test_there_is_one_issue_at_most(name: str, tmp_path: Path) -> None:
    found, number, expected = ISSUE[name]
    (tmp_path / "weekly.md").write_text("All is well.\n", encoding="utf-8")
    done = run_step("issue", tmp_path, FOUND=found, NUMBER=number, HAS_ISSUES="true")
    assert done.returncode == 0, done.stderr
    calls = (tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()
    assert calls[1] == "run download 7 --name weekly --dir ."
    assert calls[3:] == expected


def test_without_issues_nothing_fails(tmp_path: Path) -> None:
    done = run_step("issue", tmp_path, FOUND="1", NUMBER="", HAS_ISSUES="false")
    assert done.returncode == 0 and "Issues are turned off" in done.stdout
    assert len((tmp_path / "gh.log").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.parametrize(("last", "downloads"), [("", 0), ("11", 1), ("404", 1)])
def test_it_begins_anew_where_nothing_is_remembered(last: str, downloads: int, tmp_path: Path) -> None:
    assert run_step("remember", tmp_path, LAST=last).returncode == 0
    assert (tmp_path / "gh.log").read_text(encoding="utf-8").count("run download") == downloads


def test_from_the_course_to_the_text_of_the_issue(small: Path) -> None:
    page = small / "modules/pages/about.md"
    text = page.read_text(encoding="utf-8")
    for address, found in ("", "0"), ("[x](https://10.0.0.12/plan)", "1"):
        page.write_text(text + address, encoding="utf-8")
        for one in ("output", "summary"):
            (small / one).unlink(missing_ok=True)
        (small / "build").mkdir(exist_ok=True)
        for name in ("check", "notice"):
            done = run_step(name, small)
            assert (done.returncode, done.stderr) == (0, "")
        assert (small / "output").read_text(encoding="utf-8") == f"found={found}\n"
        assert ("L306" in (small / "summary").read_text(encoding="utf-8")) == (found == "1")
    assert (small / "build/external.jsonl").exists()


def test_a_failure_of_the_machine_fails_the_run(small: Path) -> None:
    (small / "build/external.jsonl").mkdir(parents=True)
    assert run_step("check", small).returncode != 0
    (small / "build/weekly.json").write_text("", encoding="utf-8")
    assert run_step("notice", small).returncode != 0 and not (small / "output").exists()


def test_it_may_do_little_and_its_actions_are_those_of_the_other_workflow() -> None:
    assert WEEKLY["permissions"] == {}
    assert WEEKLY["jobs"]["look"]["permissions"] == {"contents": "read", "actions": "read"}
    assert WEEKLY["jobs"]["tell"]["permissions"] == {"actions": "read", "issues": "write"}
    assert not any("uses" in one for one in WEEKLY["jobs"]["tell"]["steps"])
    pages, weekly = (
        dict(re.findall(r"uses: (\S+)@(.*)", (WORKFLOWS / name).read_text(encoding="utf-8")))
        for name in ("pages.yml", "weekly.yml")
    )
    shared = pages.keys() & weekly.keys()
    assert shared == {"actions/checkout", "actions/setup-python"}
    assert all(pages[one] == weekly[one] and re.match("[0-9a-f]{40} # v", weekly[one]) for one in shared)
