"""What is remembered from one run to the next, and what a damaged memory does: nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_tools.external.answer import Answer
from build_tools.external.memory import Memory

A, B = "https://a.example/", "https://b.example/"
DAY = date(2026, 11, 2)
FINE, LOST = Answer("fine", "it answers 200"), Answer("unreachable", "nobody knows its host")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "build" / "external.jsonl"


def on(path: Path, days: int, **answers: Answer) -> Memory:
    """The memory after one more run, on a day counted from the first."""
    with Memory(path, DAY + timedelta(days)) as memory:
        for name, answer in answers.items():
            memory.keep(f"https://{name}.example/", answer)
    return memory


@pytest.mark.parametrize("kind", ["fine", "moved", "gone", "refused"])
def test_an_answer_stands_for_a_week(path: Path, kind: str) -> None:
    on(path, 0, a=Answer(kind, "it says so", B))  # type: ignore[arg-type]
    assert [on(path, days).stands(A) for days in (0, 6, 7)] == [True, True, False]
    assert on(path, 7).known[A].at == B and not on(path, 0).stands(B)


def test_what_did_not_answer_is_asked_again_the_same_day(path: Path) -> None:
    on(path, 0, a=LOST, b=Answer("unfit", "leads into a private network"))
    assert not on(path, 0).stands(A) and not on(path, 0).stands(B)


def test_days_without_an_answer_are_counted_once_and_forgotten_by_an_answer(path: Path) -> None:
    def failed(days: int, answer: Answer) -> list[int]:
        return [(day - DAY).days for day in on(path, days, a=answer).known[A].failed]

    assert failed(0, LOST) == [0] and failed(0, LOST) == [0]
    assert failed(7, LOST) == [0, 7] and failed(8, LOST) == [0, 7, 8] and failed(20, LOST) == [7, 8, 20]
    assert failed(21, FINE) == [] and failed(22, LOST) == [22]


def test_an_answer_from_tomorrow_is_no_answer(path: Path) -> None:
    on(path, 5, a=FINE)
    assert on(path, 0).known == {}


def test_what_nobody_asked_for_two_months_is_forgotten(path: Path) -> None:
    on(path, 0, a=LOST)
    assert A in on(path, 60).known and A not in on(path, 61).known
    assert A not in path.read_text(encoding="utf-8")


def test_the_file_does_not_grow_with_each_run(path: Path) -> None:
    for _ in range(5):
        on(path, 0, a=LOST, b=FINE)
    on(path, 0)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
    assert [one.name for one in path.parent.iterdir()] == [path.name]


DAMAGED = {
    "empty": lambda text: "",
    "another format": lambda text: text.replace('"format": 1', '"format": 2'),
    "no format": lambda text: text.partition("\n")[2],
    "not JSON": lambda text: "\0" * 100,
    "not text": lambda text: "\udcff\udcfe" + text,
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_begun_again(path: Path, damage: str) -> None:
    on(path, 0, a=FINE)
    text = DAMAGED[damage](path.read_text(encoding="utf-8"))
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert on(path, 0, b=FINE).known.keys() == {B}
    assert on(path, 0).known.keys() == {B}


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "1", '{"address": "https://b.example/"}', '{"address":"https://b.example/","kind":"fine","detail":"",'
     '"at":"","on":"2026-13-45"}', '{"a":' * 3000, "\0", "\ud800"],
)  # fmt: skip
def test_a_damaged_line_is_left_out(path: Path, line: str) -> None:
    on(path, 0, a=FINE)
    with path.open("ab") as file:
        file.write(line.encode("utf-8", "surrogatepass"))
    assert on(path, 0).known.keys() == {A}
    assert on(path, 0, b=FINE).known.keys() == {A, B}


def test_stopped_at_any_time_it_loses_nothing(tmp_path: Path, path: Path) -> None:
    program = f"""
        import os, signal
        from datetime import date
        from pathlib import Path
        from build_tools.external.answer import Answer
        from build_tools.external.memory import Memory
        with Memory(Path({str(path)!r}), date(2026, 11, 2)) as memory:
            memory.keep({A!r}, Answer("fine", "it answers 200"))
            os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=os.getcwd(), timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert on(path, 0).known.keys() == {A}


@settings(
    max_examples=100,
    database=None,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=200), st.integers(0, 300))
def test_any_bytes_may_stand_in_it(path: Path, extra: bytes, place: int) -> None:
    path.unlink(missing_ok=True)
    on(path, 0, a=FINE)
    before = path.read_bytes()
    path.write_bytes(before[:place] + extra + before[place:])
    assert on(path, 0, b=FINE).known[B].kind == "fine"
