"""The whole site by keyboard alone: nothing traps, hides or loses the focus, and every target is large enough."""

from __future__ import annotations

import os
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TYPES, WIDTHS, Open

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
DEEP = bool(os.environ.get("CG_DEEP"))
MANY = 60
"""Targets at the head and at the foot of a page with very many."""

EXPECTED = """() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
    const able = all.filter(one => !one.disabled && one.tabIndex >= 0
        && one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false}));
    const groups = new Set();
    window.stops = able.filter(one => {
        if (one.type !== "radio") return true;
        const first = !groups.has(one.name);
        groups.add(one.name);
        return first;  // Tab goes to one button of a group
    });
    return window.stops.map(one => one.outerHTML.slice(0, 120));
}"""

PROBE = """() => {
    const at = document.activeElement;
    if (!at || at === document.body || at === document.documentElement) return null;
    const same = one => one === at || (one.type === "radio" && one.name && one.name === at.name);
    const stop = window.stops.findIndex(same);
    const box = [...at.getClientRects()].find(one => one.width && one.height) ?? at.getBoundingClientRect();
    const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]]
        .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
    const label = at.closest("label");
    const seen = points.some(one => one && (at.contains(one) || one.contains(at) && one.matches("label, summary, li")
        || label?.contains(one)));
    const style = getComputedStyle(at);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
        && style.outlineColor !== "rgba(0, 0, 0, 0)" || style.boxShadow !== "none";
    return {stop, seen, ring, html: at.outerHTML.slice(0, 120),
            inside: box.left >= -1 && box.right <= innerWidth + 1 && box.bottom > 0 && box.top < innerHeight};
}"""

SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && one.tabIndex >= 0)
    .filter(one => !(one.tagName === "A" && getComputedStyle(one).display === "inline"))
    .map(one => {
        const boxes = [one, one.closest("label")].filter(Boolean).map(each => each.getBoundingClientRect());
        const wide = Math.max(...boxes.map(box => box.width)), high = Math.max(...boxes.map(box => box.height));
        return [Math.round(wide), Math.round(high), one.outerHTML.slice(0, 120)];
    })
    .filter(([wide, high]) => wide < 24 || high < 24)"""


def walk(page: Page) -> tuple[list[int], list[dict[str, Any]]]:
    """Which targets Tab should reach, and each stop it made before it left the page. Of a long list, the middle is left
    out: one link of the sources is as good as the next."""
    count = len(page.evaluate(EXPECTED))
    first, last = (MANY, count - MANY) if count > 3 * MANY and not DEEP else (count, count)
    made: list[dict[str, Any]] = []
    for step in range(count + 5):
        if step == first:
            page.evaluate("at => window.stops[at].focus()", last - 1)
        page.keyboard.press("Tab")
        stop = page.evaluate(PROBE)
        if stop is None:
            break
        made.append(stop)
    return [*range(first), *range(last, count)], made


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", TYPES)
def test_tab_goes_through_the_page(visit: Open, width: int, kind: str) -> None:
    page = visit(width).go(TYPES[kind])
    expected, made = walk(page)
    assert len(expected) > 5
    assert [one["stop"] for one in made] == expected, "not each target once and in order"
    assert not [one["html"] for one in made if not one["ring"]], "no visible mark of focus"
    assert not [one["html"] for one in made if not one["inside"]], "focus off screen"
    assert not [one["html"] for one in made if not one["seen"]], "focus covered by something else"


@pytest.mark.parametrize("width", WIDTHS)
def test_targets_are_large_enough(visit: Open, width: int) -> None:
    one = visit(width)
    assert not {path: small for path in TYPES.values() if (small := one.go(path).evaluate(SMALL))}


@pytest.mark.parametrize("kind", TYPES)
def test_the_skip_link_is_first_and_leads_into_the_text(visit: Open, kind: str) -> None:
    page = visit(320).go(TYPES[kind])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_visible()
    expect(skip).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    where = page.evaluate(
        """() => { const main = document.querySelector("main"), at = document.activeElement;
        return main.contains(at) || !!(main.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING); }"""
    )
    assert where, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_the_menu_opens_and_closes_by_keyboard(visit: Open) -> None:
    page = visit(320).go(TYPES["lesson"])
    button = page.get_by_role("button", name="Menu")
    link = page.locator(".cg-menu a").first
    expect(link).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    reached = False
    for _ in range(5):
        page.keyboard.press("Tab")
        reached = reached or page.evaluate("!!document.activeElement.closest('.cg-menu a')")
    assert reached
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_search_by_keyboard_leads_to_a_page(visit: Open, width: int) -> None:
    one = visit(width)
    page = one.go("")
    button = page.get_by_role("button", name="Search").first
    button.focus()
    page.keyboard.press("Enter")
    box = page.get_by_label("Search the course").last
    expect(box).to_be_focused()
    page.keyboard.type("inertia")
    page.locator(".md-search-result__list a").first.wait_for(state="visible")
    for _ in range(6):
        if page.evaluate("!!document.activeElement.closest('.md-search-result__list a')"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("?")[0].split("#")[0] != one.address)
    assert "inertia" in page.locator("main").inner_text().lower()


def test_escape_closes_search_and_gives_the_focus_back(visit: Open) -> None:
    page = visit().go(TYPES["module"])
    button = page.get_by_role("button", name="Search").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Search the course").last).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_single_letters_do_nothing(visit: Open) -> None:
    page = visit().go(TYPES["lesson"])
    for key in "fsnp/,.?":
        page.keyboard.press(key)
    assert page.url.endswith(TYPES["lesson"])
    expect(page.get_by_label("Search the course").last).to_be_hidden()
