"""The page "What may have changed": every fact once, under its nation, the first to look at on top."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.prepare import prepare
from build_tools.refer import day
from build_tools.wholes import CHANGES

ROOT = Path(__file__).parents[2]


def test_every_fact_stands_under_its_nation_in_the_order_of_review() -> None:
    prepared = prepare(ROOT)
    assert prepared.course
    page = next(page for page in prepared.delivery().pages if page.path == CHANGES)
    parts = re.split(r"(?m)^## (.+?) \{ #", page.markdown)
    shown = dict(zip(parts[1::2], parts[2::2], strict=True))
    facts = prepared.course.facts.values()
    assert set(shown) == {fact.nation for fact in facts}
    for nation, text in shown.items():
        mine = sorted((fact.review_by, fact.id) for fact in facts if fact.nation == nation)
        rows = [line for line in text.splitlines() if line.startswith("| ") and "](" in line]
        assert len(rows) == len(mine)
        for row, (review, name) in zip(rows, mine, strict=True):
            fact = prepared.course.facts[name]
            assert fact.value in row and f"| {day(fact.as_of)} | {day(review)} |" in row
            assert "](modules/" in row, "a module that uses it is linked"
