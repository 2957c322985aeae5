"""Courses damaged at random: never a traceback, and every problem stands at a line that is there.

A twentieth of the cases runs in `make test`, all of them in `make deep` (CG_DEEP=1).
"""

from __future__ import annotations

import os
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from build_tools.prepare import prepare
from build_tools.problems import as_github, as_json, as_text
from tests.conftest import SMALL

CASES = 20_000 if os.environ.get("CG_DEEP") else 1_000
FILES = {path.relative_to(SMALL).as_posix(): path.read_bytes() for path in SMALL.rglob("*") if path.is_file()}
AUTHORED = sorted(name for name in FILES if name.startswith("modules/") or name == "mkdocs.yml")

SHARDS = 8
PIECES = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r\n",
    b"\t",
    b"---\n",
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"!!python/name:os.x ",
    b"<<: ",
    b"{{",
    b"}}",
    b"{%",
    b"%}",
    b"{##",
    b"{% raw %}",
    b"{% endactivity %}",
    b"{% if x %}",
    b"{% for a in b %}",
    b"{{ question('x') }}",
    b"{{ ''.__class__ }}",
    b"{{ 9**9**9 }}",
    b"```",
    b"[",
    b"](",
    b"<div markdown>",
    b"<!--",
    b"| a | b |\n|---|\n",
    b"# ",
    b"\xe2\x80\x9c",
    b"'",
    b'"',
    b"null",
    b"12:30",
    b"1.10",
    b"yes",
    b"[]",
    b"{}",
    b"\n\n",
    b" \n",
    b"# course: ignore S206 because it is so\n",
    b"\n<!-- course: ignore L101 because it is so -->\n",
]


@st.composite
def damages(draw: st.DrawFn) -> dict[str, bytes | None]:
    """One to three files with cut, doubled, moved or foreign bytes; None for a file that is gone."""
    out: dict[str, bytes | None] = {}
    for name in draw(st.lists(st.sampled_from(AUTHORED), min_size=1, max_size=3, unique=True)):
        content = FILES[name]
        for _ in range(draw(st.integers(1, 4))):
            start = draw(st.integers(0, len(content)))
            end = min(len(content), start + draw(st.integers(0, 40)))
            kind = draw(st.sampled_from(["cut", "double", "insert", "replace", "end"]))
            piece = draw(st.sampled_from(PIECES) | st.binary(max_size=6))
            content = {
                "cut": content[:start] + content[end:],
                "double": content[:end] + content[start:],
                "insert": content[:start] + piece + content[start:],
                "replace": content[:start] + piece + content[end:],
                "end": content[:start],
            }[kind]
        out[name] = None if draw(st.integers(0, 30)) == 0 else content
    return out


def written(root: Path, damage: dict[str, bytes | None]) -> None:
    for name, whole in FILES.items():
        content = damage.get(name, whole)
        if content is not None:
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_damaged_course_gives_problems_and_no_traceback(shard: int) -> None:
    @seed(shard)
    @settings(
        max_examples=CASES // SHARDS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(damages())
    def holds(damage: dict[str, bytes | None]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            written(root, damage)
            prepared = prepare(root, today=date(2026, 11, 24))
            for problem in prepared.problems:
                assert problem.column >= 1 and problem.sentence, problem
                content = damage.get(problem.path, FILES.get(problem.path)) or b""
                assert 1 <= problem.line <= len(content.splitlines()) + 1, problem
            as_text(prepared.problems, prepared.texts), as_github(prepared.problems), as_json(prepared.problems)

    holds()
