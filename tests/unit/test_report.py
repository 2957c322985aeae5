"""The course report's numbers on the small course, exact; held equal to what the checks say; and shown twice alike."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_tools.exhibits import exhibits
from build_tools.exhibits.exhibit import GAP, Exhibit, listed
from build_tools.prepare import Prepared, prepare
from build_tools.readability import Readability
from build_tools.report import (
    LessonLoad,
    ModuleCount,
    OutcomeCount,
    QuestionCount,
    Report,
    report,
)
from tests.conftest import SMALL
from tests.test_broken import apply

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def counted(root: Path) -> tuple[Prepared, Report]:
    prepared = prepare(root)
    assert prepared.course and prepared.rendered
    return prepared, report(prepared.course, prepared.rendered)


@pytest.fixture(scope="module")
def small_report() -> Report:
    return counted(SMALL)[1]


@pytest.fixture(scope="module")
def real_report() -> Report:
    return counted(ROOT)[1]


def test_the_small_course_in_numbers(small_report: Report) -> None:
    (module,) = small_report.modules
    assert module == ModuleCount(
        id="bridges",
        number=1,
        title="Bridges",
        folder="modules/bridges",
        outcomes=(
            OutcomeCount("choose-span", "Choose a span for a river.", taught=2, practised=2, checked=7),
            OutcomeCount("justify-ferry", "Justify a ferry instead of a bridge.", taught=1, practised=1, checked=6),
        ),
        voices=frozenset({"local government", "resident", "health"}),
        sectors=frozenset({"local government"}),
        facts={"England": 0, "Scotland": 0, "Wales": 0, "Northern Ireland": 0, "UK": 1},
        composite=0,
        strengths={1: 0, 2: 1, 3: 0},
        lessons=module.lessons,
        questions=QuestionCount(
            total=13,
            scenarios=10,
            kinds={"single": 10, "multiple": 1, "order": 1, "match": 1},
            uses={"pre": 2, "lesson": 1, "module": 12, "review": 7},
            right=(4, 3, 3),
        ),
        sources={"yes": 0, "abstract": 5, "secondhand": 1},
    )


def test_the_small_lessons_in_numbers(small_report: Report) -> None:
    span, ferry, keeping = small_report.modules[0].lessons
    path = "modules/bridges/1-span.md"
    prose = Readability(sentences=8, longest=9, lix=10)  # 36 words; "carries" and "Measure" are long
    assert span == LessonLoad("bridges/span", 1, "How wide?", path, span.words, 30, 25, prose)
    assert (ferry.words, ferry.stated, ferry.needed, ferry.prose.sentences) == (35, 30, 25, 7)
    assert (keeping.stated, keeping.needed, keeping.off_length, keeping.off_time) == (30, 28, True, False)


def test_facts_are_in_the_order_in_which_they_fall_due(small_report: Report) -> None:
    (fact,) = small_report.facts
    assert (fact.id, fact.nation, fact.review_by) == ("spans", "UK", date(2030, 1, 1))
    assert small_report.mentions == {"spans": ("bridges",)}


GAPS = {
    "A101": lambda one: not one.taught,
    "A102": lambda one: one.checked < 2,
    "A103": lambda one: not one.practised,
}


def said(found: Prepared, code: str) -> set[tuple[str, int]]:
    return {(problem.path, problem.line) for problem in found.problems if problem.rule == code}


@pytest.mark.parametrize("case", ["A101-not-taught", "A102-not-checked", "S206-long", "S207-minutes", "Q107-scenarios"])
def test_a_gap_is_where_a_check_complains(case: str, small: Path) -> None:
    apply((ROOT / "tests/broken" / f"{case}.txt").read_text(encoding="utf-8"), small)
    found, made = counted(small)
    assert said(found, case[:4])
    for module in made.modules:
        lines = {one.id: one.where("id").line for one in found.course.modules[module.id].head.outcomes}  # type: ignore[union-attr]
        for code, gap in GAPS.items():
            at = {(f"{module.folder}/module.md", lines[one.id]) for one in module.outcomes if gap(one)}
            assert at == said(found, code)
        assert {one.path for one in module.lessons if one.off_length} == {path for path, _ in said(found, "S206")}
        assert {one.path for one in module.lessons if one.off_time} == {path for path, _ in said(found, "S207")}
        assert (module.questions.scenarios * 2 < module.questions.total) == bool(said(found, "Q107"))


def empty(module: ModuleCount) -> ModuleCount:
    """The same module with nothing in it."""
    none = OutcomeCount("none", "Build nothing.", 0, 0, 0)
    lesson = replace(module.lessons[0], words=1200, stated=5, prose=Readability(2, 60, 71), title="<b> & more")
    bank = QuestionCount(13, 2, module.questions.kinds, dict.fromkeys(module.questions.uses, 0), (9, 1, 0))
    return replace(
        module,
        id="empty",
        number=2,
        title="Empty | *of* everything",
        outcomes=(none,),
        voices=frozenset(),
        sectors=frozenset(),
        facts=dict.fromkeys(module.facts, 0),
        strengths=dict.fromkeys(module.strengths, 0),
        lessons=(lesson,),
        questions=bank,
        sources=dict.fromkeys(module.sources, 0),
    )


@pytest.fixture(scope="module", params=["small", "real", "with gaps"])
def shown(request: pytest.FixtureRequest, small_report: Report, real_report: Report) -> dict[str, Exhibit]:
    (module,) = small_report.modules
    made = {"small": small_report, "real": real_report, "with gaps": Report((module, empty(module)), (), {})}
    return exhibits(made[request.param])


def pictured(exhibit: Exhibit) -> list[str]:
    """The words in the pictures, but for what stands above a column or on an axis."""
    found = []
    for svg in exhibit.pictures:
        root = ElementTree.fromstring(svg)
        above = {text for group in root.iter(f"{SVG}g") if group.attrib.get("font-size") == "12" for text in group}
        found += [node.text or "" for node in root.iter(f"{SVG}text") if node not in above]
    return found


def figures(text: str) -> set[str]:
    return set(re.findall(r"[\d,]*\d", text))


def test_the_table_holds_each_number_of_the_pictures(shown: dict[str, Exhibit]) -> None:
    for name, one in shown.items():
        table = " ".join(text for row in one.table.rows for text in (row.head, *row.cells, row.path))
        drawn = {number for text in pictured(one) for number in figures(text)}
        if name == "dates":  # how many share a lane and a ring; the table has a row for each
            drawn -= {str(number) for number in range(len(one.table.rows) + 1)}
        if name in ("reading", "outcomes"):  # the picture has numbers of modules
            drawn -= {str(number) for number in range(1, 15)}
        assert drawn <= figures(table), name


def test_each_row_has_a_cell_for_each_heading(shown: dict[str, Exhibit]) -> None:
    for name, one in shown.items():
        assert {len(row.cells) for row in one.table.rows} <= {len(one.table.columns) - 1}, name


def test_a_gap_is_dashed_in_the_picture_and_named_in_the_table(shown: dict[str, Exhibit]) -> None:
    for name, one in shown.items():
        named = any(GAP in cell for row in one.table.rows for cell in row.cells)
        dashed = any("stroke-dasharray" in svg for svg in one.pictures)
        assert named == dashed or name == "dates", name


def test_every_gap_of_an_empty_module_is_found(small_report: Report) -> None:
    (module,) = small_report.modules
    made = exhibits(Report((module, empty(module)), (), {}))
    rows = {name: one.table.rows for name, one in made.items()}
    assert rows["outcomes"][-1].cells == ("0 (gap)", "0 (gap)", "0 (gap)")
    assert rows["cases"][-1].cells == ("0 (gap)", "0", "0", "0")
    assert rows["sources"][-1].cells == ("0", "0", "0", "0 (gap)")
    assert rows["reading"][-1].cells == ("1,200 (gap)", "5", "25 (gap)", "2", "60 (gap)", "71 (gap)")
    assert rows["kinds"][-1].cells == ("10", "1", "1", "1", "2 (gap)", "13")
    assert rows["uses"][-1].cells == ("0 (gap)", "0", "0", "0 (gap)")
    assert rows["places"][-1].cells == ("9 (gap)", "1", "0")
    assert ("justice", ("none (gap)", "none (gap)")) in [(row.head, row.cells) for row in rows["voices"]]
    assert made["outcomes"].says == "1 of 3 outcomes with a gap: none."
    assert made["dates"].pictures == () and made["dates"].says == "No facts to look at again."


def test_right_answers_far_down_are_counted_together(small_report: Report) -> None:
    (module,) = small_report.modules
    far = replace(module, id="far", questions=replace(module.questions, right=(1, 0, 0, 0, 2, 1, 1, 4)))
    shown = exhibits(Report((module, far), (), {}))["places"]
    assert shown.table.columns == ("Module", "First", "Second", "Third", "Fourth", "Fifth", "Later")
    assert [row.cells for row in shown.table.rows] == [
        ("4", "3", "3", "0", "0", "0"),
        ("1", "0", "0", "0", "2", "6 (gap)"),
    ]


def test_a_large_course_keeps_its_sentences_short(real_report: Report) -> None:
    many = [replace(one, id=f"{one.id}-{n}") for n in range(300) for one in real_report.modules]
    made = exhibits(Report(tuple(many), real_report.facts, dict.fromkeys(real_report.mentions, ())))
    assert all(len(one.says) < 600 for one in made.values())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (list("abcd"), "a, b, c and d"),
        (list("abcdefghijk"), "a, b, c, d, e, f, g, h and 3 more"),
    ],
)
def test_names_are_listed(names: list[str], expected: str) -> None:
    assert listed(names) == expected
