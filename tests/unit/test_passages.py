"""Every text that an author wrote is found once, and its place is exact."""

from __future__ import annotations

from pathlib import Path

from build_tools.load import load
from build_tools.passages import Lines, passages
from tests.conftest import SMALL


def test_lines_are_found_from_offsets_and_back() -> None:
    lines = Lines("a", "ab\n\nc\n")
    assert [tuple(lines.where(n))[1:] for n in range(7)] == [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (4, 1)]
    assert all(lines.offset(lines.where(n)) == n for n in range(7))


def test_texts_of_every_kind_are_there_and_point_home() -> None:
    course = load(SMALL).course
    assert course
    found = {passage.text: passage for passage in passages(course)}
    for text, path in (
        ("Bridges", "bridges/module.md"),
        ("Choose a span for a river.", "bridges/module.md"),
        ("How wide?", "bridges/1-span.md"),
        ("Iron carries load well when it is kept from rust.", "bridges/questions.yml"),
        ("Ferry", "bridges/questions.yml"),
        ("Rail, B.", "sources.yml"),
        ("what a bridge leans on", "glossary.yml"),
        ("the number of spans of an invented bridge", "facts.yml"),
        ("the bridge keeper", "places/generic/place.yml"),
        ("For the tests only.", "course.yml"),
        ("Whom to turn to.", "pages/if-this-raises-something.md"),
    ):
        passage = found[text]
        where = passage.where(0, len(text))
        line = (SMALL / where.path).read_text(encoding="utf-8").splitlines()[where.line - 1]
        assert where.path.endswith(path) and line[where.column - 1 :].startswith(text)
    bodies = {passage.path for passage in passages(course) if passage.start is None}
    assert {Path(path).name for path in bodies} >= {"1-span.md", "session.md", "worksheet.md", "about.md", "arch.md"}


def test_a_place_inside_a_value_is_exact_where_its_line_is_kept(small: Path) -> None:
    glossary = small / "modules/glossary.yml"
    glossary.write_text(
        "- id: abutment\n  term: abutment\n  short: >-\n    what a bridge\n    leans on\n"
        "- id: pier\n  term: pier\n  short: 'stands in the water'\n",
        encoding="utf-8",
    )
    course = load(small).course
    assert course
    for text, words, place in (
        ("what a bridge leans on", "leans", (5, 5)),
        ("what a bridge leans on", "bridge leans", (3, 10)),  # folded: the value's own place
        ("stands in the water", "water", (8, 25)),
    ):
        passage = next(one for one in passages(course) if one.text == text)
        begin = text.index(words)
        assert tuple(passage.where(begin, begin + len(words)))[1:] == place
