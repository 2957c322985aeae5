"""axe-core on every page, on every page type in each scheme and width, and on the states that open by hand."""

from __future__ import annotations

import os
import re
import warnings
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import ROOT, SCHEMES, TYPES, WIDTHS, Open

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
DEEP = bool(os.environ.get("CG_DEEP"))
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MUST = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """([tags, part]) => axe.run(part || document, {
    runOnly: [...tags, "best-practice"],
    rules: {"target-size": {enabled: true}},  // left off by default, though it is WCAG 2.2 AA
    resultTypes: ["violations"],
})"""


def audit(page: Page, part: str = "") -> list[str]:
    """The violations of WCAG A and AA, of the page or of one part; best practice is only reported.

    Evaluated outside the page's policy.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8") + ";0")
    found: dict[str, Any] = page.evaluate(RUN, [MUST, part])
    must = []
    for rule in found["violations"]:
        line = f"{page.url} {rule['id']}: " + " | ".join(node["html"][:160] for node in rule["nodes"][:3])
        if set(rule["tags"]) & set(MUST):
            must.append(line)
        else:
            warnings.warn(f"axe, best practice: {line}", stacklevel=1)
    return must


def test_every_page(visit: Open, site: Path) -> None:
    """The text of each; what stands round it is the same as on the page types. Of the rules' pages, which one template
    makes of plain words, the one among the page types will do; deep, all."""
    one, wrong = visit(), []
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    files = [name for name in files if DEEP or not re.match(r"contributing/rules/\w\d+/", name)]
    assert len(files) > 20
    for name in files:
        wrong += audit(one.go(name.removesuffix("index.html")), "main")
    assert not wrong


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_type_in_each_scheme_and_width(visit: Open, width: int, scheme: str) -> None:
    one, wrong = visit(width, scheme), []
    for path in TYPES.values():
        page = one.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        wrong += audit(page)
    assert not wrong


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_search_with_results(visit: Open, width: int, scheme: str) -> None:
    page = visit(width, scheme).go("")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Search the course").last.press_sequentially("inertia")
    page.locator(".md-search-result__list a").first.wait_for(state="visible")
    assert not audit(page)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_open_menu(visit: Open, scheme: str) -> None:
    page = visit(320, scheme).go(TYPES["lesson"])
    page.get_by_role("button", name="Menu").click()
    page.locator(".cg-menu a").first.wait_for(state="visible")
    assert not audit(page)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_question_whether_to_save_and_what_follows(visit: Open, scheme: str) -> None:
    one = visit(320, scheme)
    page = one.go(TYPES["worksheet"])
    page.evaluate("cg.ask(document.querySelector('textarea'), 'memory')")
    wrong = audit(page)
    page.get_by_role("button", name="Yes, save it here").click()
    page = one.go("keep/")
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_label("A file that you downloaded").set_input_files(
        {"name": "x", "mimeType": "text/plain", "buffer": b"x"}
    )
    page.get_by_text("Nothing has changed.").wait_for()
    assert not wrong + audit(page)
