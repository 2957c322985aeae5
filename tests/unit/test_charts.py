"""Charts as data: each `tests/charts/*.yml` is drawn, read back, and held equal to the picture beside it.

`CG_RENEW=1` draws the pictures again; look at them in a browser before you commit them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.charts import (
    Bar,
    BarRow,
    Cell,
    Column,
    DotRow,
    Event,
    Frame,
    MatrixRow,
    Measure,
    bars,
    dots,
    matrix,
    timeline,
)  # fmt: skip
from build_tools.charts.frame import WIDTH
from build_tools.charts.labels import fit, room, wrap

CASES = sorted((Path(__file__).parents[1] / "charts").glob("*.yml"))
STYLE = Path(__file__).parents[2] / "build_tools/charts/style.css"
SVG = "{http://www.w3.org/2000/svg}"


def of_matrix(frame: Frame, case: dict[str, Any]) -> str:
    rows = [MatrixRow(row["label"], tuple(Cell(**cell) for cell in row["cells"])) for row in case["rows"]]
    return matrix(frame, case["columns"], rows)


def of_bars(frame: Frame, case: dict[str, Any]) -> str:
    measures = [Measure(**{**one, "limits": tuple(one.get("limits", ()))}) for one in case["measures"]]
    return bars(
        frame, measures, [BarRow(row["label"], tuple(Bar(**one) for one in row["bars"])) for row in case["rows"]]
    )


def of_dots(frame: Frame, case: dict[str, Any]) -> str:
    rows = [DotRow(row["label"], tuple(row["counts"]), row.get("gap", False)) for row in case["rows"]]
    return dots(frame, [Column(**one) for one in case["columns"]], rows)


def of_timeline(frame: Frame, case: dict[str, Any]) -> str:
    return timeline(frame, case["lanes"], [Event(**one) for one in case["events"]])


FORMS: dict[str, Callable[[Frame, dict[str, Any]], str]] = {
    "matrix": of_matrix,
    "bars": of_bars,
    "dots": of_dots,
    "timeline": of_timeline,
}


def drawn(path: Path) -> str:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    frame = Frame(path.stem, case["title"], case["says"], case.get("heading", ""))
    return FORMS[case["form"]](frame, case)


def inside(svg: str) -> None:
    """Well-formed, named, and every mark within the picture."""
    root = ElementTree.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert root.attrib["role"] == "img" and "\n" not in svg and " style=" not in svg
    ids = {node.attrib["id"]: node for node in root.iter() if "id" in node.attrib}
    assert ids[root.attrib["aria-labelledby"]].tag == f"{SVG}title"
    assert ids[root.attrib["aria-describedby"]].tag == f"{SVG}desc"
    for node in root.iter():
        get = {key: float(value) for key, value in node.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
        x, y, reach = get.get("x", get.get("cx", 0)), get.get("y", get.get("cy", 0)), get.get("r", 0)
        assert x - reach >= -0.1 and x + reach + get.get("width" if node is not root else "", 0) <= width + 0.1, (
            node.attrib
        )
        assert y - reach >= 0 and y + reach <= height, node.attrib
        for place in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", node.attrib.get("d", "")):
            assert 0 <= float(place[0]) <= width and 0 <= float(place[1]) <= height, node.attrib


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_picture_is_exact(path: Path) -> None:
    svg = drawn(path)
    beside = path.with_suffix(".svg")
    if os.environ.get("CG_RENEW"):
        beside.write_text(svg + "\n", encoding="utf-8")
    assert svg + "\n" == beside.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_picture_is_whole(path: Path) -> None:
    inside(drawn(path))


def test_each_form_has_a_case() -> None:
    assert {yaml.safe_load(path.read_text(encoding="utf-8"))["form"] for path in CASES} == set(FORMS)


def test_each_class_is_drawn_and_each_is_coloured() -> None:
    used = {name for path in CASES for name in re.findall(r'class="(cg-chart__[a-z]+)"', drawn(path))}
    assert used == set(re.findall(r"cg-chart__[a-z]+", STYLE.read_text(encoding="utf-8")))


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_gap_is_seen_without_colour() -> None:
    case = next(path for path in CASES if path.stem == "matrix-beside")
    root = ElementTree.fromstring(drawn(case))
    (dashed,) = [node for node in root.iter(f"{SVG}g") if node.attrib.get("stroke-dasharray")]
    assert len(dashed) == 1
    strong = [node.text for node in root.iter(f"{SVG}text") if node.attrib.get("font-weight")]
    assert strong[-1] == "0"


def test_dates_that_are_close_share_a_ring() -> None:
    case = next(path for path in CASES if path.stem == "timeline-years")
    found = texts(drawn(case))
    assert found[:4] == ["2027", "2028", "2029", "2030"]
    assert {"3", "1", "Nov 2027 – Jan 2028", "31 Dec 2029", "none"} <= set(found)


@pytest.mark.parametrize(
    ("text", "most", "lines", "expected"),
    [
        ("short", 100, 2, ["short"]),
        ("two words", 50, 2, ["two", "words"]),
        ("spread-or-works", 80, 2, ["spread-or-", "works"]),
        ("   many   spaces   ", 200, 2, ["many spaces"]),
        ("incomprehensibilities", 60, 2, ["incom…"]),
        ("one two three four", 44, 2, ["one", "two…"]),
        ("", 40, 2, [""]),
    ],
)
def test_labels_wrap_and_are_cut(text: str, most: float, lines: int, expected: list[str]) -> None:
    assert wrap(text, most, lines) == expected


WORDS = st.text(max_size=60)
NUMBERS = st.floats(0, 1e9)


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(WORDS, st.floats(10, 400))
def test_what_fits_is_no_wider_than_it_may_be(text: str, most: float) -> None:
    assert room(fit(text, most)) <= most + 0.01


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(WORDS, WORDS, st.lists(st.tuples(WORDS, NUMBERS, NUMBERS, st.booleans()), max_size=5), st.integers(1, 20))
def test_any_words_and_numbers_make_a_picture(title: str, says: str, given: list[Any], count: int) -> None:
    frame = Frame("any", title, says, heading=title)
    columns = [title] * count
    inside(matrix(frame, columns, [MatrixRow(label, (Cell(says, one, gap),) * count) for label, one, _, gap in given]))
    made = [BarRow(label, (Bar(one, says[:8], two, gap),) * count) for label, one, two, gap in given]
    inside(bars(frame, [Measure(title, 1 + count, (count / 2,))] * count, made))
    few = min(count, 6)
    counted = [DotRow(label, (int(one) % 12,) * few, gap) for label, one, _, gap in given]
    inside(dots(frame, [Column(title)] * few, counted))


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(st.lists(st.tuples(st.dates(), st.sampled_from(["one", "two", "<&>"])), min_size=1, max_size=30))
def test_any_dates_make_a_timeline(given: list[Any]) -> None:
    svg = timeline(Frame("any", "Dates", "…"), ["one", "two", "<&>"], [Event(*one) for one in given])
    inside(svg)
    rings = [node for node in ElementTree.fromstring(svg).iter(f"{SVG}circle")]
    assert 1 <= len(rings) <= len(given) and len(rings) <= 3 * WIDTH / 20
