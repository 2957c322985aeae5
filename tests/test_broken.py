"""Broken courses as data: each file under `tests/broken` changes the small course and holds the exact report.

A case: `file <path>`, then lines `- old` and `+ new` (`+ new` alone appends; `delete` deletes), `expect`, the report.
`repeat <n> <text>` appends a text many times, `bytes <hex>` appends what is no text, `link <target>` makes the file a
symbolic link, `today <date>` sets the day, and `place <name>` the place to build for.
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
        elif line.startswith("repeat "):
            _, times, text = line.split(" ", 2)
            replace(path, "", text.encode("latin-1", "backslashreplace").decode("unicode_escape") * int(times))
        elif line.startswith("bytes "):
            replace(path, "", "")
            path.write_bytes(path.read_bytes() + bytes.fromhex(line.removeprefix("bytes ")))
        elif line.startswith("link "):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(line.removeprefix("link "))
        elif line.startswith("- "):
            old = line[2:].encode().decode("unicode_escape").encode("latin-1").decode()
        elif line.startswith("+ "):
            new = line[2:].encode("latin-1", "backslashreplace").decode("unicode_escape")
            replace(path, old, new)
            old = ""
    return expected


def replace(path: Path, old: str, new: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else b""
    if old:
        assert old.encode() in before, f"{path.name} does not hold {old!r}"
        path.write_bytes(before.replace(old.encode(), new.encode(), 1))
    else:
        path.write_bytes(before + new.encode())


def report(root: Path, changes: str) -> str:
    """What the change added to the small course's own report."""
    said = dict(re.findall(r"^(today|place) (\S+)$", changes, re.MULTILINE))
    day = date.fromisoformat(said["today"]) if "today" in said else None
    own = set(prepare(SMALL).problems)
    return as_text(set(prepare(root, said.get("place", DEFAULT_PLACE), day).problems) - own) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_report_is_exact(case: Path, small: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = apply(text, small)
    got = report(small, text.partition("expect\n")[0])
    if os.environ.get("CG_RENEW"):
        case.write_text(text.partition("expect\n")[0] + "expect\n" + got, encoding="utf-8")
        return
    assert got == expected


def test_every_rule_has_a_broken_course() -> None:
    shown = "\n".join(case.read_text(encoding="utf-8") for case in CASES)
    missing = sorted(code for code in RULES if f": {code} " not in shown)
    assert missing == [code for code in ("R001", "R005", "R006", "R209") if code in missing], missing
