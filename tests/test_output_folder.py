"""Where the commands write: never over what people wrote, one at a time, and whole even if killed at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.swap import MARK, fresh
from build_tools.target import TargetError, refuse
from tests.test_program import run

HOLD = """
import sys
from pathlib import Path
from build_tools.swap import fresh
with fresh(Path(sys.argv[1]), Path(sys.argv[2]), print):
    print("in", flush=True)
    sys.stdin.read()
"""

DIE = """
import os, signal, sys
from pathlib import Path
from build_tools.swap import fresh
left = int(sys.argv[3])
def hook(event, args):
    global left
    if event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "open", "shutil.rmtree"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
with fresh(Path(sys.argv[1]), Path(sys.argv[2]), print) as folder:
    sys.addaudithook(hook)
    for name in ("one", "two/three"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("second")
"""


def child(script: str, *args: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, args)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def fill(folder: Path, text: str) -> None:
    for name in ("one", "two/three"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def content(folder: Path) -> dict[str, str]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != MARK]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("/", "this is the root of the disk"),
        ("../home", "this is your home folder"),
        ("../home/..", "lies in it"),
        ("modules/..", "this is the folder of the project"),
        (".", "this is the folder of the project"),
        ("..", "lies in it"),
        ("modules", "this is the folder modules"),
        ("modules/bridges/out", "this lies in modules"),
        ("docs", "this is the folder docs"),
        ("docs/../docs/out", "this lies in docs"),
        ("way", "this is the folder modules"),
        ("way/out", "this lies in modules"),
        ("round/a/b", "lead nowhere"),
        ("other", "this belongs to Git"),
        ("other/.git/out", "this belongs to Git"),
        ("tree", "this belongs to Git"),
    ],
)
def test_some_folders_are_never_written_to(
    small: Path, monkeypatch: pytest.MonkeyPatch, target: str, reason: str
) -> None:
    monkeypatch.chdir(small)
    monkeypatch.setenv("HOME", str(small.parent / "home"))
    for name in ("../home", "other/.git", "tree"):
        Path(name).mkdir(parents=True)
    Path("tree/.git").write_text("gitdir: /somewhere", encoding="utf-8")
    for name, there in (("way", "modules"), ("round", "round")):
        Path(name).symlink_to(there)
    with pytest.raises(TargetError) as refused:
        refuse(Path(target), Path("."))
    assert reason in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "target", ["build", "out/deep", "../next", "elsewhere", "elsewhere/out", "modules-of-ours", "../home/out"]
)
def test_any_other_folder_is_fine(small: Path, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.chdir(small)
    monkeypatch.setenv("HOME", str(small.parent / "home"))
    Path("real").mkdir()
    Path("elsewhere").symlink_to("real")
    refuse(Path(target), Path("."))


def test_a_link_in_the_place_of_the_folder_is_not_replaced(tmp_path: Path) -> None:
    fill(tmp_path / "real", "mine")
    (tmp_path / "out").symlink_to("real")
    with pytest.raises(TargetError, match="this is a symbolic link"), fresh(tmp_path / "out", tmp_path / "p", print):
        raise AssertionError("the block must not run")
    assert (tmp_path / "out").is_symlink() and content(tmp_path / "real")["one"] == "mine"


@pytest.mark.slow
def test_each_command_refuses_with_one_line_and_2(small: Path) -> None:
    (small / "build").symlink_to("modules")
    before = sorted(small.rglob("*"))
    for args in (["build"], ["build", "--into", "docs"], ["documents"], ["schema"], ["pages", "modules/out"]):
        done = run(small, *args)
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, (args, done.stderr)
        assert "the folder modules" in done.stderr or "lies in modules" in done.stderr or "docs" in done.stderr, args
    assert sorted(small.rglob("*")) == before


def test_the_engine_alone_refuses_too(small: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "modules"]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1 and "modules: this is the folder modules" in done.stdout + done.stderr
    assert (small / "modules/course.yml").is_file()


@pytest.mark.slow
def test_a_folder_of_somebody_else_is_kept(small: Path) -> None:
    fill(small / "build/site", "mine")
    done = run(small, "build", "--no-documents")
    assert done.returncode == 0
    assert "build/site: course did not make this; it is now build/site.kept" in done.stdout
    assert content(small / "build/site.kept") == {"one": "mine", "two/three": "mine"}
    assert (small / "build/site/index.html").is_file()
    assert "kept" not in run(small, "build", "--no-documents").stdout
    assert sorted(path.name for path in (small / "build").iterdir()) == ["cards", "site", "site.kept"]


def test_leftovers_that_are_not_ours_are_kept_as_well(tmp_path: Path) -> None:
    for name in (".out.old", ".out.new", "out.kept"):
        fill(tmp_path / name, name)
    told: list[str] = []
    with fresh(tmp_path / "out", tmp_path / "project", told.append) as folder:
        fill(folder, "made")
    assert len(told) == 2 and content(tmp_path / "out")["one"] == "made"
    kept = [content(tmp_path / f"out.kept{end}")["one"] for end in ("", "-2", "-3")]
    assert kept == ["out.kept", ".out.old", ".out.new"]


@pytest.mark.slow
def test_a_second_build_refuses_while_the_first_is_writing_and_not_after_it_was_killed(small: Path) -> None:
    first = child(HOLD, small / "build/site", small)
    try:
        assert first.stdout and first.stdout.readline() == "in\n"
        done = run(small, "build", "--no-documents")
        assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
        assert "another build is writing here" in done.stderr
    finally:
        first.kill()
        first.wait()
    assert run(small, "build", "--no-documents").returncode == 0
    assert sorted(path.name for path in (small / "build").iterdir()) == ["cards", "site"]


@pytest.mark.slow
def test_of_builds_at_once_each_ends_well_or_refuses(small: Path) -> None:
    command = [sys.executable, "-m", "build_tools", "build"]
    both = [subprocess.Popen(command, cwd=small, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    for one in both:
        out, err = one.communicate(timeout=120)
        assert b"Traceback" not in out + err
    assert sorted(one.returncode for one in both) in ([0, 0], [0, 2])
    assert run(small, "check", "--built", "build/site").returncode == 0


def test_killed_at_any_moment_a_whole_folder_is_there_after_the_next_start(tmp_path: Path) -> None:
    target, project = tmp_path / "out" / "site", tmp_path / "project"
    seen = set()
    for moment in range(1, 200):
        with fresh(target, project, print) as folder:
            fill(folder, "first")
        running = child(DIE, target, project, moment)
        running.communicate()
        with pytest.raises(KeyError), fresh(target, project, print):
            raise KeyError  # a start that makes nothing: it only puts right what the killed one left
        found = content(target)
        assert found in ({"one": "first", "two/three": "first"}, {"one": "second", "two/three": "second"}), moment
        assert [path.name for path in target.parent.iterdir()] == ["site"], moment
        seen.add((running.returncode, found["one"]))
        if running.returncode == 0:
            break
    assert seen == {(-signal.SIGKILL, "first"), (-signal.SIGKILL, "second"), (0, "second")}


def test_a_symbolic_link_in_docs_is_not_published(small: Path) -> None:
    (small / "docs/deep").mkdir()
    (small / "docs/secret.txt").symlink_to("/etc/passwd")
    (small / "docs/deep/gone.md").symlink_to("nowhere.md")
    (small / "docs/all").symlink_to("/etc")
    done = run(small, "build", "--no-documents")
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    for name in ("docs/all", "docs/deep/gone.md", "docs/secret.txt"):
        assert f"{name}:1:1: R005 the " in done.stdout
    assert not (small / "build/site").exists()


def test_no_page_is_lost_to_another(small: Path) -> None:
    for name in ("m.md", "m/index.md", "glossary.md", "figures/arch.svg"):
        (small / "docs" / name).parent.mkdir(exist_ok=True)
        (small / "docs" / name).write_text("# A page\n", encoding="utf-8")
    done = run(small, "build", "--no-documents")
    assert done.returncode == 1 and "Traceback" not in done.stdout + done.stderr
    own = "and so would a page that the course makes itself"
    assert f'docs/glossary.md:1:1: B128 this would become "glossary/index.html", {own}' in done.stdout
    assert f'docs/figures/arch.svg:1:1: B128 this would become "figures/arch.svg", {own}' in done.stdout
    assert 'B128 this would become "m/index.html", and so would docs/m' in done.stdout
    assert "4 errors" in done.stdout and not (small / "build/site").exists()


def test_a_place_that_cannot_be_written_to_is_a_failure_of_the_machine(small: Path) -> None:
    if os.geteuid() == 0:
        (small / "build").write_text("a file", encoding="utf-8")  # permissions do not stop root
    else:
        (small / "build").mkdir(mode=0o500)
    done = run(small, "build", "--no-documents")
    assert done.returncode == 3 and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr
