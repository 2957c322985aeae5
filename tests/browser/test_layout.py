"""Nothing overlaps, overflows, is cut or shifts: at any width, in any colours, on paper, with text twice as large."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import SCHEMES, TYPES, Open

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
WRONG = Path(__file__).with_name("layout.js").read_text(encoding="utf-8").rstrip().rstrip(";")
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
SETTLED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""A page answers a change of size in its next frame: wide tables stack then."""
SHIFTS = """window.__shifts = [];
new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.__shifts.push(one.value);
}).observe({ type: "layout-shift", buffered: true });"""
WIDTHS = [320, 768, 1280, 1920]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overlaps_overflows_or_is_cut(visit: Open, width: int, scheme: str) -> None:
    one, wrong = visit(width, scheme), {}
    for kind, path in TYPES.items():
        page = one.go(path)
        page.evaluate(UNFOLD)
        if found := page.evaluate(WRONG):
            wrong[kind] = found
    assert not wrong


@pytest.mark.parametrize("width", [320, 1280])
def test_text_at_twice_its_size_is_whole(visit: Open, width: int) -> None:
    """Browsers' own setting for larger text (WCAG 1.4.4), which enlarges `rem`."""
    one, wrong = visit(width), {}
    for kind, path in TYPES.items():
        page = one.go(path)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
        page.evaluate(UNFOLD)
        page.evaluate(SETTLED)
        if found := page.evaluate(WRONG):
            wrong[kind] = found
    assert not wrong


def test_on_paper_nothing_overlaps_or_is_cut(visit: Open) -> None:
    one, wrong = visit(680), {}  # the width of the text on A4
    for kind, path in TYPES.items():
        page = one.go(path)
        page.emulate_media(media="print")
        if found := page.evaluate(WRONG):
            wrong[kind] = found
        page.emulate_media(media="screen")
    assert not wrong


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_shifts_while_a_page_loads(visit: Open, width: int) -> None:
    one, wrong = visit(width, script=SHIFTS), {}
    for kind, path in TYPES.items():
        page = one.go(path)
        page.evaluate(SETTLED)
        total = sum(page.evaluate("window.__shifts"))
        if total > 0.001:
            wrong[kind] = total
    assert not wrong
