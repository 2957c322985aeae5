"""Where a learner finds each kind of work in the real course, and hands without a mouse."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from build_tools.load import load
from build_tools.prepare import prepare
from tests.browser.conftest import ROOT

KINDS = ("single", "multiple", "order", "match")


def quiz() -> str:
    """The questions of a module that has every kind."""
    course = load(ROOT).course
    assert course
    held = (one for one in course.modules.values() if {question.kind for question in one.questions} >= set(KINDS))
    return f"modules/{next(held).id}/questions/"


def homes() -> dict[str, str]:
    """For each kind of block, a page that holds one."""
    prepared = prepare(ROOT, "generic")
    assert prepared.rendered
    found: dict[str, str] = {}
    for path, piece in prepared.rendered.pieces.items():
        for block in piece.blocks:
            if not path.startswith("paper:"):
                found.setdefault(block.kind, path.removesuffix(".md").removesuffix("index") + "/")
    return found


QUIZ = quiz()
HOMES = homes()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what has the focus matches."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def question(page: Page, kind: str) -> Locator:
    return page.locator(f".cg-question--{kind}").first


def answer(page: Page, kind: str) -> Locator:
    """Answer the first question of a kind by keyboard alone, and check it."""
    one = question(page, kind)
    name = "#" + (one.get_attribute("id") or "")
    first = {"single": "input[type=radio]", "multiple": "input[type=checkbox]", "order": "button", "match": "select"}
    tab_to(page, f"{name} .cg-question__set {first[kind]}:not([aria-disabled=true])")
    page.keyboard.press({"single": "Space", "multiple": "Space", "order": "Enter", "match": "ArrowDown"}[kind])
    tab_to(page, f"{name} .cg-question__acts button")
    page.keyboard.press("Enter")
    return one
