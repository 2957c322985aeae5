"""How a reader likes the text: chosen at the foot, there before the next page is painted, gone when undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCHEMES, TYPES, Open, Visit
from tests.browser.test_axe import audit
from tests.browser.test_layout import SHIFTS, UNFOLD, WRONG
from tests.browser.test_store import DENIED, FULL

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LESSON = TYPES["lesson"]
MOST = "localStorage.setItem('cg1:reading', 'largest wide plain')"
SET = """() => {
    const text = getComputedStyle(document.querySelector("article > p"));
    const size = getComputedStyle(document.documentElement).fontSize;
    return [size, parseFloat(text.lineHeight) / parseFloat(text.fontSize)];
}"""
GROUNDS = """() => [...new Set([...document.querySelectorAll("article *")].filter(one => one.tagName !== "BUTTON")
    .map(one => getComputedStyle(one).backgroundColor).filter(one => one !== "rgba(0, 0, 0, 0)"))]"""


def choose(page: Page, size: str, lines: str, plain: bool) -> None:
    page.get_by_label("Text size").select_option(size)
    page.get_by_label("Line spacing").select_option(lines)
    page.get_by_label("Plain background").set_checked(plain)


def test_choices_hold_on_the_next_page_and_leave_nothing_when_undone(visit: Open) -> None:
    one = visit()
    page = one.go(LESSON)
    size, lines = page.evaluate(SET)
    assert size == "16px" and not one.stored()
    choose(page, "Larger", "More", True)
    assert one.stored() == ["cg1:reading"]
    page = one.go(LESSON)
    assert page.evaluate(SET) == ["20.8px", pytest.approx(1.9, abs=0.01)]
    expect(page.get_by_label("Text size")).to_have_value("larger")
    expect(page.get_by_label("Line spacing")).to_have_value("open")
    expect(page.get_by_label("Plain background")).to_be_checked()
    choose(page, "Standard", "Standard", False)
    assert one.stored() == [] and page.evaluate(SET) == [size, lines]
    assert not one.complaints()


def test_every_step_enlarges_the_text_or_its_lines(visit: Open) -> None:
    page = visit().go(LESSON)
    sizes, lines = [], []
    for step in ("Standard", "Large", "Larger", "Largest"):
        page.get_by_label("Text size").select_option(step)
        sizes.append(float(page.evaluate(SET)[0].removesuffix("px")))
    for step in ("Standard", "More", "Most"):
        page.get_by_label("Line spacing").select_option(step)
        lines.append(page.evaluate(SET)[1])
    assert sizes == sorted(set(sizes)) and lines == sorted(set(lines))


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_plain_background_is_one(visit: Open, scheme: str) -> None:
    page = visit(scheme=scheme).go(LESSON)
    assert len(page.evaluate(GROUNDS)) > 1
    page.get_by_label("Plain background").check()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(GROUNDS) == [ground]


@pytest.mark.parametrize("width", [320, 1280])
def test_with_the_most_of_all_nothing_is_cut_shifts_or_breaks_a_rule(visit: Open, width: int) -> None:
    one, wrong = visit(width, script=f"{SHIFTS};{MOST}"), {}
    for kind, path in TYPES.items():
        page = one.go(path)
        assert page.evaluate("document.documentElement.dataset.cgText") == "largest wide plain"
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        shifted = sum(page.evaluate("window.__shifts"))
        page.evaluate(UNFOLD)
        found = page.evaluate(WRONG) + ([f"shifts by {shifted}"] if shifted > 0.001 else [])
        if kind in ("lesson", "keep"):
            found += audit(page)
        if found:
            wrong[kind] = found
    assert not wrong


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_used_stays_where_it_is(visit: Open, width: int) -> None:
    page = visit(width).go(LESSON)
    for label, value in (("Text size", "Largest"), ("Line spacing", "Most"), ("Text size", "Standard")):
        control = page.get_by_label(label)
        control.scroll_into_view_if_needed()
        control.focus()
        page.evaluate("document.activeElement.scrollIntoView({block: 'center'})")
        top = "document.activeElement.getBoundingClientRect().top"
        before = page.evaluate(top)
        control.select_option(value)
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        end = page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
        assert end or abs(page.evaluate(top) - before) < 2


def test_other_tabs_follow_and_a_stranger_s_words_do_nothing(visit: Open) -> None:
    one: Visit = visit()
    page = one.go(LESSON)
    other = page.context.new_page()
    other.goto(one.address)
    other.get_by_label("Text size").select_option("Large")
    expect(page.locator("html")).to_have_attribute("data-cg-text", "large")
    other.evaluate("localStorage.setItem('cg1:reading', 'huge <b> __proto__')")
    expect(page.locator("html")).not_to_have_attribute("data-cg-text", "large")
    assert one.go("").evaluate("getComputedStyle(document.documentElement).fontSize") == "16px"
    assert not one.complaints()


def test_a_full_or_denied_storage_sets_this_page_only(visit: Open) -> None:
    for broken in ("full", "denied"):
        one = visit(script=DENIED if broken == "denied" else "")
        page = one.go(LESSON)
        if broken == "full":
            page.evaluate(FULL)
        choose(page, "Largest", "Most", True)
        assert page.evaluate(SET)[0] == "24px"
        assert not one.complaints()


def test_forced_colours_leave_it_readable(visit: Open) -> None:
    one = visit(script=MOST, forced_colors="active")
    page = one.go(LESSON)
    assert page.evaluate(SET)[0] == "24px" and not page.evaluate(WRONG)
