"""The day for dates: what is given, else SOURCE_DATE_EPOCH, else the last commit, else none."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from build_tools.today import NoDay, today

GIVEN = date(2027, 3, 1)
EPOCH = {"SOURCE_DATE_EPOCH": "1767225599"}  # the last second of 2025


def test_what_is_given_comes_first(tmp_path: Path) -> None:
    assert today(tmp_path, GIVEN, EPOCH) == GIVEN


def test_the_build_date_comes_next_in_universal_time(tmp_path: Path) -> None:
    assert today(tmp_path, None, EPOCH) == date(2025, 12, 31)


@pytest.mark.parametrize("seconds", ["yesterday", "1.5", "9" * 30, "2025-12-31"])
def test_a_build_date_that_is_none_is_wrong_usage(tmp_path: Path, seconds: str) -> None:
    with pytest.raises(NoDay, match="SOURCE_DATE_EPOCH"):
        today(tmp_path, None, {"SOURCE_DATE_EPOCH": seconds})


def test_the_last_commit_comes_last(tmp_path: Path) -> None:
    assert today(tmp_path, None, {}) is None
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    when = {"GIT_COMMITTER_DATE": "2024-02-29T12:00:00+0000", "GIT_AUTHOR_DATE": "2020-01-01T12:00:00+0000"}
    path = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    for command in (["init", "-q"], [*who, "commit", "-q", "--allow-empty", "-m", "First"]):
        subprocess.run(["git", *command], cwd=tmp_path, env=path | when, check=True)
    assert today(tmp_path, None, {}) == date(2024, 2, 29)


def test_without_git_there_is_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert today(tmp_path, None, {}) is None
