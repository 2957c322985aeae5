"""The twelve worst files that we could think of, each in a real process that may use 10 seconds of processor time and
1 GB: a report with the right rule, and neither a traceback nor more problems than anybody would read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from build_tools.problems import MOST

resource = pytest.importorskip("resource", reason="Windows cannot limit a process")

SIZE = 990_000
HEAD = "---\ntitle: How wide?\nminutes: 30\nteaches: [choose-span]\n---\n"
SOURCES, BANK, LESSON = "sources.yml", "bridges/questions.yml", "bridges/1-span.md"
CASES = {
    "brackets in yaml": (SOURCES, "- " + "[" * SIZE, "R104"),
    "entries without keys": (SOURCES, "- {}\n" * (SIZE // 5), "R106"),
    "unknown keys": (SOURCES, "- {" + ", ".join(f"k{n}: 1" for n in range(80_000)) + "}", "R105"),
    "anchors": (SOURCES, "- &a b\n" * (SIZE // 7), "R103"),
    "questions": (BANK, "- {id: q, kind: single, stem: s, use: [pre], outcomes: [x], options: []}\n" * 12_000, "R107"),
    "tags": (LESSON, HEAD + "{{" * (SIZE // 2), "R209"),
    "less than": (LESSON, HEAD + "<" * SIZE, "S206"),
    "brackets and backticks": (LESSON, HEAD + "[" * (SIZE // 2) + "` " * (SIZE // 4), "S206"),
    "loops in loops": (LESSON, HEAD + "{% for a in '1234567890' %}" * 9 + "x" + "{% endfor %}" * 9, "R209"),
    "doubled text": (LESSON, HEAD + "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}", "R209"),
    "nots": (LESSON, HEAD + "{{ " + "not " * 100_000 + "1 }}", "R201 R209"),
    "digits": (LESSON, HEAD + "{{ " + "9" * 900_000 + " }}", "R201 R209"),
}
"""What is written, where, and the rules of which one answers it: on a slow machine a limit may come before a parser."""


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_a_file_cannot_stop_the_check(name: str, small: Path) -> None:
    file, text, rule = CASES[name]
    (small / "modules" / file).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "build_tools", "check", "--format", "json"]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, preexec_fn=limit, timeout=120)
    assert done.returncode == 1 and not done.stderr, done.stderr
    found = [one for one in json.loads(done.stdout) if one["path"] == f"modules/{file}"]
    assert {one["rule"] for one in found} & set(rule.split())
    assert max(Counter(one["rule"] for one in found).values()) <= MOST + 1


@pytest.mark.slow
def test_a_pipe_is_not_waited_for(small: Path) -> None:
    os.mkfifo(small / "modules/pages/pipe.md")
    command = [sys.executable, "-m", "build_tools", "check", "modules/pages/pipe.md"]
    done = subprocess.run(command, cwd=small, capture_output=True, text=True, timeout=120)
    assert done.stdout.startswith("modules/pages/pipe.md:1:1: R001 this is not a file but a pipe or a device\n")
