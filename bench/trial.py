"""One fault tried on one program: a fresh project, the change, the real process within limits, and what came of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "courses" / "small"
PROJECT = Path(__file__).parent / "faults" / "project"
SECONDS = 40
MEMORY = 2_000_000
"""Kilobytes of address space for each process."""

SIDE = re.compile(r"S108|S109|S20[3567]|Q10[5-9]|A10[123]|L102|L110|R31[12]")
"""Rules that any change of the small course can break; they answer a fault only where it names them."""

_LINE = re.compile(r"^(\S+?):(\d+):(\d+): ([A-Z]\d{3}) (warning: |note: |)(.*)$", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Found:
    """One problem that a program of ours reported."""

    path: str
    line: int
    rule: str
    level: str
    sentence: str


@dataclass(frozen=True)
class Outcome:
    """One process that ended, or that was ended (`hung`)."""

    code: int
    said: str
    hung: bool = False

    @property
    def broke(self) -> bool:
        return "Traceback (most recent call last)" in self.said

    def found(self) -> set[Found]:
        """The problems in its report, which is JSON or text."""
        if self.said.startswith("["):
            entries = json.loads(self.said[: self.said.rindex("]") + 1])
            return {Found(*(one[key] for key in ("path", "line", "rule", "level", "sentence"))) for one in entries}
        return {
            Found(path, int(line), rule, mark.rstrip(": ") or "error", sentence)
            for path, line, _, rule, mark, sentence in _LINE.findall(self.said)
        }


@contextmanager
def fresh(source: Path) -> Iterator[Path]:
    """A copy of a project, with a file outside it."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(source, root, ignore=shutil.ignore_patterns("build", ".keep"))
        (root / "docs").mkdir(exist_ok=True)
        (root.parent / "outside.md").write_text("# Outside\n\nNobody should see this.\n", encoding="utf-8")
        yield root


def change(root: Path, steps: Iterable[dict[str, Any]]) -> None:
    """Put a fault into a project. `times` repeats a text; `bytes` are written as Latin-1; `stairs` is a deep list."""
    for step in steps:
        path, times = root / step["file"], step.get("times", 1)
        path.parent.mkdir(parents=True, exist_ok=True)
        if "swap" in step:
            old, new = step["swap"]
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{step['file']} does not hold {old!r}"
            path.write_text(text.replace(old, new * times, 1), encoding="utf-8", newline="")
        elif "stairs" in step:
            with path.open("a", encoding="utf-8", newline="") as file:
                file.write("\n" + "".join(f"{'    ' * level}- a\n" for level in range(step["stairs"])))
        elif "add" in step:
            with path.open("a", encoding="utf-8", newline="") as file:
                file.write(step["add"] * times)
        elif "text" in step:
            path.write_text(step["text"] * times, encoding="utf-8", newline="")
        elif "bytes" in step:
            path.write_bytes(step["bytes"].encode("latin-1") * times)
        elif "size" in step:
            path.touch()
            os.truncate(path, step["size"])
        elif "link" in step:
            path.symlink_to(step["link"])
        elif "move" in step:
            path.rename(root / step["move"])
        elif "pipe" in step:
            os.mkfifo(path)
        elif path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def start(command: Sequence[str], root: Path, seed: str = "0") -> subprocess.Popen[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    env = kept | {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    limited = ["sh", "-c", f'ulimit -v {MEMORY}; exec "$@"', "sh", sys.executable, "-m", *command]
    return subprocess.Popen(
        limited, cwd=root, env=env, text=True, errors="replace", start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> Outcome:
    try:
        said, _ = process.communicate(timeout=SECONDS)
        return Outcome(process.returncode, said)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # its own group: it was started in a session of its own
        process.communicate()
        return Outcome(-9, "", hung=True)


def run(command: Sequence[str], root: Path, seed: str = "0") -> Outcome:
    return ended(start(command, root, seed))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
