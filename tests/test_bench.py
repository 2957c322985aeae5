"""The benchmarks measure what they say: made-up courses are whole, faults are told apart, pages show them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench import faults, first_view
from bench.scale import Row, Run, missed
from bench.synthetic import write_course
from build_tools.prepare import prepare
from build_tools.problems import as_text, level

DOCS = Path(__file__).parent.parent / "docs" / "contributing"
CASES, TITLES = faults.load()


def test_a_made_up_course_has_no_fault_but_new_ids(tmp_path: Path) -> None:
    write_course(tmp_path, 3)
    prepared = prepare(tmp_path)
    errors = [one for one in prepared.problems if level(one) == "error" and one.rule != "S108"]
    assert not errors, as_text(errors)
    assert prepared.course and len(prepared.course.modules) == 3


def test_a_made_up_course_is_always_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_course(tmp_path / name, 2)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / name).rglob("*.*")} for name in ("one", "two"))
    assert one == two and one["1-lesson-1.md"] != one["2-lesson-2.md"]


def test_missed_targets_are_said() -> None:
    rows = [Row(14, Run(1.5, 2, 50), 0.5), Row(100, Run(4, 10.5, 90), 0.5), Row(1000, Run(50, 150.5, 1200), 0.5)]
    assert [sentence.split(";")[0] for sentence in missed(rows)] == [
        "14 modules took 1.50 s",
        "a module among 1,000 costs 1.50 times one among 100",
        "1,000 modules needed 1200 MB",
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_each_fault_stands_on_the_page(case: dict[str, object]) -> None:
    assert case["want"] in faults.WANT and (case["ours"] or "run" in case)
    line = rf"^\| {case['id']} \| {re.escape(faults.cell(str(case['fault'])))} \|"
    assert re.search(line, (DOCS / "faults.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_no_number_stands_for_two_faults() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (17, ("error", "R004 modules/bridges/1-span.md:1 the file is empty")),
        (64, ("accepted", "")),
        (82, ("warning", "S109 modules/bridges/questions.yml:17 bridges/question/pick-1 has changed since it was ")),
    ],
)
def test_an_answer_is_that_of_the_real_program(number: int, answer: tuple[str, str]) -> None:
    kind, detail = faults.ask_ours(next(case for case in CASES if case["id"] == number))
    assert kind == answer[0] and detail.startswith(answer[1])


@pytest.mark.parametrize(
    ("want", "ours", "worse"),
    [
        ("E", "error", False),
        ("E", "warning", True),
        ("W", "error", False),
        ("W", "traceback", True),
        ("N", "silent", True),
        ("OK", "accepted", False),
        ("OK", "note", False),
        ("OK", "error", True),
    ],
)
def test_worse_than_wished(want: str, ours: str, worse: bool) -> None:
    assert faults.Row({"want": want}, "", ours, "").worse == worse


def test_a_heavy_or_slow_first_view_is_said() -> None:
    fine = first_view.View("Fine", 8, 85_000, 30_000, 0, 2500, 200)
    heavy = first_view.View("Heavy", 9, 85_001, 30_001, 0.01, 2501, 0)
    slow = [first_view.Answer(50, 9)]
    assert first_view.missed([fine], [fine], [first_view.Answer(49, 49)]) == []
    assert [sentence.split(";")[0] for sentence in first_view.missed([heavy], [fine, heavy], slow)] == [
        "Heavy weighs 85,001 bytes",
        "Heavy has 30,001 bytes of ours",
        "Heavy shifts by 0.0100",
        "Heavy shifts by 0.0100",
        "Heavy is slow on a phone: 2501 ms to paint, 0 ms blocked",
        "an explanation takes 50 ms",
    ]
