"""Broken courses as data: each file under `tests/broken` changes the small course and holds the exact report.

A case: `file <path>`, then lines `- old` and `+ new` (`+ new` alone appends, `repeat <n> <text>` n times, `bytes <hex>`
what is no text; `delete` deletes; `size N` makes the file that large without using the disk; `link <target>` puts a
symbolic link in its place), `expect`, the report. `today <date>` sets the day, `place <name>` the place. Lines
`answers <address> <steps>` let its addresses be asked as well, on as many `days` a week apart as it says.
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest

from build_tools.prepare import DEFAULT_PLACE, prepare
from build_tools.problems import as_text
from build_tools.rules import RULES
from tests.answering import asked
from tests.conftest import SMALL

CASES = sorted((Path(__file__).parent / "broken").glob("*.txt"))
BUILT = sorted((Path(__file__).parent / "broken-built").glob("*.txt"))
"""The same for built folders; tests/test_built.py runs them."""
PAPERS = sorted((Path(__file__).parent / "broken-papers").glob("*.txt"))
"""The same for documents; tests/test_papers.py runs them."""


def settle(case: Path, got: str, expected: str) -> None:
    """Hold a report against the case's own, or write it there when the cases are renewed."""
    if os.environ.get("CG_RENEW"):
        text = case.read_text(encoding="utf-8")
        case.write_text(text.partition("expect\n")[0] + "expect\n" + got, encoding="utf-8")
    else:
        assert got == expected


_LINE = re.compile(r"(?m)^(\S+\.(?:html|xml)):\d+:")


def unnumbered(report: str) -> str:
    """A report on built pages with `N` for the line, which moves with each change of the frame; its text says where."""
    return re.sub(r"in \d+ other files", "in N other files", _LINE.sub(r"\1:N:", report))


def apply(case: str, root: Path) -> str:
    """Change the course as a case says; gives the report that it expects."""
    changes, _, expected = case.partition("expect\n")
    path, old = root, ""
    for line in changes.splitlines():
        if line.startswith("file "):
            path = root / line.removeprefix("file ")
        elif line == "delete":
            path.unlink()
        elif line.startswith("size "):
            path.touch()
            os.truncate(path, int(line.removeprefix("size ")))
        elif line.startswith("bytes "):
            replace(path, "", "")
            path.write_bytes(path.read_bytes() + bytes.fromhex(line.removeprefix("bytes ")))
        elif line.startswith("link "):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.symlink_to(line.removeprefix("link "))
        elif line.startswith("repeat "):
            _, times, text = line.split(" ", 2)
            replace(path, "", unescaped(text) * int(times))
        elif line.startswith("- "):
            old = line[2:].encode().decode("unicode_escape").encode("latin-1").decode()
        elif line.startswith("+ "):
            replace(path, old, unescaped(line[2:]))
            old = ""
    return expected


def unescaped(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


def replace(path: Path, old: str, new: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else b""
    if old:
        assert old.encode() in before, f"{path.name} does not hold {old!r}"
        path.write_bytes(before.replace(old.encode(), new.encode(), 1))
    else:
        path.write_bytes(before + new.encode("utf-8", "surrogateescape"))  # \\udce9 is the byte E9


def report(root: Path, case: str) -> str:
    """What the change added to the small course's own report."""
    said = dict(re.findall(r"^(today|place) (\S+)$", case.partition("expect\n")[0], re.MULTILINE))
    day = date.fromisoformat(said["today"]) if "today" in said else None
    own = set(prepare(SMALL).problems)
    found = prepare(root, said.get("place", DEFAULT_PLACE), day).problems
    return as_text({*found, *asked(case, root)} - own) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_report_is_exact(case: Path, small: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = apply(text, small)
    settle(case, report(small, text), expected)


def test_every_rule_has_a_broken_course() -> None:
    shown = "\n".join(case.read_text(encoding="utf-8") for case in (*CASES, *BUILT, *PAPERS))
    missing = sorted(code for code in RULES if f": {code} " not in shown)
    assert not missing
