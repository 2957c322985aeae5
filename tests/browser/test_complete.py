"""The page is whole without script, where storage is denied, on paper, on a phone and with letters spread wide."""

from __future__ import annotations

import io
import unicodedata

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.browser.conftest import TYPES, Open

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
DENIED = """for (const name of ["localStorage", "sessionStorage"])
    Object.defineProperty(window, name, {configurable: true,
        get() { throw new DOMException("The request is denied.", "SecurityError"); }});"""
WIDE = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
# What scripts add for learners carries a class, and what they fold away stays in the page.
AS_WRITTEN = """() => {
    for (const made of document.querySelectorAll(".cg-made")) made.remove();
    for (const state of document.querySelectorAll(".cg-results__state")) state.textContent = "";
    for (const live of document.querySelectorAll(".cg-question--live")) live.classList.remove("cg-question--live");
}"""
# A page answers a change of size in its next frame.
OVERFLOW = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
    () => done(document.documentElement.scrollWidth - innerWidth))))"""


def squeezed(text: str) -> str:
    """Without spaces, soft hyphens and ligatures: a PDF breaks lines and joins letters as it likes."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\xad", "").split())


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind != "keep"])  # it says what needs script
def test_without_script_the_text_is_the_same(visit: Open, kind: str) -> None:
    page = visit(320).go(TYPES[kind])
    page.evaluate(AS_WRITTEN)
    with_script = page.locator("main").inner_text()
    page = visit(320, java_script_enabled=False).go(TYPES[kind])
    without = page.locator("main").inner_text()
    assert len(without) > 100
    said, written = squeezed(with_script), squeezed(without)
    for buttons in page.locator("main .cg-needs-script").all_text_contents():
        said = said.replace(squeezed(buttons), "", 1)
    for instead in page.locator("main .cg-without-script").all_inner_texts():
        written = written.replace(squeezed(instead), "", 1)
    assert written == said


def test_without_script_every_answer_can_be_read(visit: Open) -> None:
    page = visit(320, java_script_enabled=False).go(TYPES["questions"])
    answers = page.locator("main details")
    assert answers.count() >= 12
    for at in range(answers.count()):
        hidden = answers.nth(at).locator("li").first
        assert not hidden.is_visible()
        answers.nth(at).locator("summary").click()
        assert hidden.is_visible()


def test_where_storage_is_denied_nothing_fails(visit: Open) -> None:
    one = visit(script=DENIED)
    for path in TYPES.values():
        one.go(path)
    page = one.go("")
    page.get_by_label("Dark").check()
    assert page.evaluate("document.documentElement.dataset.cgColours") == "dark"
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Search the course").last.press_sequentially("inertia")
    page.locator(".md-search-result__list a").first.wait_for(state="visible")
    assert not one.complaints()


@pytest.mark.parametrize("kind", TYPES)
def test_on_paper_everything_is_unfolded(visit: Open, kind: str) -> None:
    page = visit().go(TYPES[kind])
    printed = squeezed("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages))
    parsed = HTMLParser(page.content())
    assert squeezed(parsed.css_first("h1").text()) in printed
    for item in parsed.css("main details :is(p, li)"):
        words = item.text().split()[:6]
        assert squeezed("".join(words)) in printed, words
    if kind == "questions":
        assert len(parsed.css("main details")) >= 12


def test_a_phone_never_scrolls_sideways(visit: Open) -> None:
    one, wrong = visit(320), {}
    for path in TYPES.values():
        page = one.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        plain = page.evaluate(OVERFLOW)
        page.evaluate(WIDE)
        wide = page.evaluate(OVERFLOW)
        if plain > 0 or wide > 0:
            wrong[path] = (plain, wide)
    assert not wrong


def test_colours_hold_on_the_next_page_and_are_all_that_is_kept(visit: Open) -> None:
    one = visit()
    page = one.go("")
    page.get_by_label("Dark").check()
    page = one.go(TYPES["lesson"])
    assert page.evaluate("document.documentElement.dataset.cgColours") == "dark"
    assert one.stored() == ["cg1:colours"]
    page.get_by_label("As this device").check()
    assert one.stored() == []
