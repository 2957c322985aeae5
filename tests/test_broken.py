"""Broken courses as data: each file under `tests/broken` changes the small course and holds the exact report.

A case: `file <path>`, then lines `- old` and `+ new` (`+ new` alone appends; `repeat <n> <new>` is `+` with the text
n times; `delete` deletes), `expect`, the report.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from build_tools.prepare import prepare
from build_tools.problems import as_text
from build_tools.rules import RULES
from tests.conftest import SMALL

CASES = sorted((Path(__file__).parent / "broken").glob("*.txt"))


def apply(case: str, root: Path) -> str:
    """Change the course as a case says; gives the report that it expects."""
    changes, _, expected = case.partition("expect\n")
    path, old = root, ""
    for line in changes.splitlines():
        if line.startswith("file "):
            path = root / line.removeprefix("file ")
        elif line == "delete":
            path.unlink()
        elif line.startswith("- "):
            old = line[2:].encode().decode("unicode_escape").encode("latin-1").decode()
        elif line.startswith("+ "):
            replace(path, old, unescaped(line[2:]))
            old = ""
        elif line.startswith("repeat "):
            times, new = line.removeprefix("repeat ").split(" ", 1)
            replace(path, old, unescaped(new) * int(times))
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
        path.write_bytes(before + new.encode())


def report(root: Path) -> str:
    """What the change added to the small course's own report."""
    own = set(prepare(SMALL).problems)
    return as_text(set(prepare(root).problems) - own) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_report_is_exact(case: Path, small: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = apply(text, small)
    got = report(small)
    if os.environ.get("CG_RENEW"):
        case.write_text(text.partition("expect\n")[0] + "expect\n" + got, encoding="utf-8")
        return
    assert got == expected


def test_every_rule_has_a_broken_course() -> None:
    shown = "\n".join(case.read_text(encoding="utf-8") for case in CASES)
    missing = sorted(code for code in RULES if f": {code} " not in shown)
    assert missing == [code for code in ("R001", "R005", "R006", "R209") if code in missing], missing
