"""`course check --fix` as a person runs it: what it mends and prints, and what happens where it may not write."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_program import run

LESSON = "modules/bridges/1-span.md"
LOCK = "modules/ids.lock"


def damaged(root: Path) -> None:
    """Line ends, marks and spaces of four files as careless editors leave them."""
    lesson = root / LESSON
    lesson.write_bytes(b"\xef\xbb\xbf" + lesson.read_bytes().replace(b"\n", b"\r\n"))
    terms = root / "modules/glossary.yml"
    terms.write_bytes(terms.read_bytes().replace(b"abutment\n", b"abutment  \n", 1).rstrip(b"\n"))
    (root / "docs/page.md").write_bytes(b"# A page\n\nText \n\n")


def authored(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_it_mends_prints_a_diff_and_does_nothing_the_second_time(small: Path) -> None:
    before = authored(small)
    damaged(small)
    broken = authored(small)
    assert run(small, "check", "--strict").stdout.count("R003 note") == 2
    done = run(small, "check", "--fix")
    assert done.returncode == 0 and done.stderr == ""
    after = authored(small)
    assert after == {**before, "docs/page.md": b"# A page\n\nText\n"}
    diff = done.stdout.partition("modules/bridges/1-span.md:1:1: ")[0]
    for name in ("docs/page.md", LESSON, "modules/glossary.yml"):
        assert f"--- a/{name}\n+++ b/{name}\n@@ -1," in diff
        (small / name).write_bytes(broken[name])
    command = ["git", "apply", "--unsafe-paths", "--whitespace=nowarn", "-"]
    raw = subprocess.run(
        [sys.executable, "-m", "build_tools", "check", "--fix"], cwd=small, capture_output=True, timeout=120
    ).stdout
    for name in ("docs/page.md", LESSON, "modules/glossary.yml"):
        (small / name).write_bytes(broken[name])
    subprocess.run(command, cwd=small, input=raw.partition(b"modules/bridges/1-span.md:1:1: ")[0], check=True)
    assert authored(small) == after
    again = run(small, "check", "--fix")
    assert "---" not in again.stdout.replace("| ---", "") and authored(small) == after


def test_only_the_paths_that_are_named(small: Path) -> None:
    damaged(small)
    run(small, "check", "--fix", "modules/glossary.yml")
    assert (small / "modules/glossary.yml").read_bytes().endswith(b"\n")
    assert b"\r" in (small / LESSON).read_bytes()


def test_links_and_other_files_are_left_alone(small: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"Text \r\n")
    (small / "docs/link.md").symlink_to(outside)
    (small / "docs/folder").symlink_to(tmp_path)
    (small / "modules/bridges/odd.bin").write_bytes(b"\r\n \r\n")
    run(small, "check", "--fix")
    assert outside.read_bytes() == b"Text \r\n" and (small / "docs/link.md").is_symlink()
    assert (small / "modules/bridges/odd.bin").read_bytes() == b"\r\n \r\n"


def test_permissions_stay(small: Path) -> None:
    damaged(small)
    (small / LESSON).chmod(0o640)
    run(small, "check", "--fix")
    assert (small / LESSON).stat().st_mode & 0o777 == 0o640
    assert not [path for path in small.rglob("*") if path.name.endswith(".new")]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_what_cannot_be_written_is_one_line_and_the_others_are_mended(small: Path) -> None:
    damaged(small)
    broken = (small / LESSON).read_bytes()
    limit = (small / LESSON).stat().st_size // 2
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "check", "--fix"],
        cwd=small,
        capture_output=True,
        text=True,
        timeout=120,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 3
    assert done.stderr.splitlines() == [f"{LESSON}: file too large"]
    assert (small / LESSON).read_bytes() == broken
    assert (small / "docs/page.md").read_bytes() == b"# A page\n\nText\n"
    assert not [path for path in small.rglob("*") if path.name.endswith(".new")]


def test_machines_read_their_form_alone(small: Path) -> None:
    damaged(small)
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "check", "--fix", "--format", "json"],
        cwd=small,
        capture_output=True,
        timeout=120,
    )
    assert {one["rule"] for one in json.loads(done.stdout)} == {"S206"}
    assert b"+++ b/docs/page.md" in done.stderr


def test_new_ids_are_appended_once(small: Path) -> None:
    lock = small / LOCK
    lines = lock.read_text(encoding="utf-8").splitlines()
    lock.write_text("\n".join(lines[:-1]), encoding="utf-8")
    assert run(small, "check").returncode == 1
    done = run(small, "check", "--fix", "modules/bridges")
    assert f"\n+{lines[-1]}\n" in done.stdout and done.returncode == 0
    assert lock.read_text(encoding="utf-8").splitlines() == lines
    after = lock.read_bytes()
    assert run(small, "check", "--fix").returncode == 0 and lock.read_bytes() == after


def test_a_lock_is_made_where_there_is_none(small: Path) -> None:
    lock = small / LOCK
    before = lock.read_text(encoding="utf-8")
    lock.unlink()
    assert "@@ -0,0 +1," in run(small, "check", "--fix").stdout
    assert lock.read_text(encoding="utf-8") == before and lock.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("damage", [b"17 <<<<<<< HEAD\n", b"\xff\n", b"\0\n"])
def test_nothing_is_appended_to_a_lock_that_cannot_be_read_whole(small: Path, damage: bytes) -> None:
    lock = small / LOCK
    lines = lock.read_bytes().splitlines(keepends=True)
    lock.write_bytes(b"".join(lines[:-1]) + damage)
    before = lock.read_bytes()
    done = run(small, "check", "--fix")
    assert done.returncode == 1 and lock.read_bytes() == before and "Traceback" not in done.stderr


def test_mending_spaces_changes_no_recorded_wording(small: Path) -> None:
    lesson = small / LESSON
    text = lesson.read_text(encoding="utf-8").replace("Walk along the bank.\n\n", "Walk along the bank. \n\t\n")
    lesson.write_text(text, encoding="utf-8")
    assert "S109" not in run(small, "check").stdout
    before = (small / LOCK).read_bytes()
    assert "S109" not in run(small, "check", "--fix").stdout and (small / LOCK).read_bytes() == before
