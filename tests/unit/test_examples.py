"""The examples of the rules of form, access and links: each bad one breaks its rule, each good one keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.addresses import Addresses
from build_tools.checks.access import access
from build_tools.checks.figures import drawn
from build_tools.checks.form import form
from build_tools.checks.leftover import unfilled
from build_tools.checks.markup import markup
from build_tools.checks.targets import Targets
from build_tools.course import Figure
from build_tools.located import Where
from build_tools.prepare import prepare
from build_tools.problems import Problem
from build_tools.prose import read
from build_tools.rules import access as access_rules
from build_tools.rules import addresses
from build_tools.rules import form as form_rules
from build_tools.scripts import Script

ROOT = Path(__file__).parent.parent.parent
RULES = {rule.code: rule for family in (form_rules, access_rules, addresses) for rule in family.RULES}
WHOLE = RULES["X111"].good.replace("…", "")
SHORTENED = ("T113", "T114", "T115")
"""Rules about quantity, whose bad example is cut short."""
DRAWINGS = ("X111", "X112", "X113")
ON_HAND_WRITTEN = ("T101", "X115")
ON_A_COURSE_PAGE = ("L201", "L209", "L210", "L208")


@pytest.fixture(scope="module")
def targets() -> Targets:
    prepared = prepare(ROOT)
    assert prepared.course and prepared.rendered
    return Targets(Addresses(prepared.course, prepared.rendered), prepared.course.site_url, frozenset())


def codes(code: str, text: str, targets: Targets) -> set[str]:
    return {problem.rule for problem in problems(code, text, targets)}


def problems(code: str, text: str, targets: Targets) -> Iterator[Problem]:
    if code in DRAWINGS or code == "X114":
        yield from drawn(figure(code, text))
        return
    kind, page = "module", "modules/when-to-collaborate/how-deep.md"
    if code in ON_HAND_WRITTEN:
        kind, page = "docs", "hosting.md"
    if code in ON_A_COURSE_PAGE:
        kind, page = "page", "about.md"
    script = Script("a.md", kind, page, "", read(text), rendered=kind != "docs")  # type: ignore[arg-type]
    if code == "T117":
        script = Script("a.md", "value", "", "", read(text), Where("a.md", 1, 1), rendered=False)
    for check in (form, access, markup, targets.problems, unfilled):
        yield from check(script)


def figure(code: str, text: str) -> Figure:
    if code == "X114":
        alt, _, rest = text.partition("\n")
        return Figure("a", "a.svg", WHOLE.encode(), alt, rest.strip(), text)
    drawing = text.replace("…", "")
    if "<svg" not in drawing:
        drawing = WHOLE.removesuffix("</svg>") + drawing + "</svg>"
    return Figure("a", "a.svg", drawing.encode(), "An arch.", "It rises.", "An arch.\n\nIt rises.")


@pytest.mark.parametrize("code", sorted(set(RULES) - set(SHORTENED)))
def test_the_bad_example_breaks_its_rule(code: str, targets: Targets) -> None:
    assert code in codes(code, RULES[code].bad, targets)


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_good_example_keeps_its_rule(code: str, targets: Targets) -> None:
    assert RULES[code].bad and code not in codes(code, RULES[code].good, targets)
