"""Questions and writing in a real browser: by keyboard, kept when asked, whole on paper and whatever is stored."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from tests.browser.conftest import SCHEMES, TYPES, WIDTHS, Open
from tests.browser.learning import HOMES, KINDS, QUIZ, answer, question, tab_to
from tests.browser.test_axe import audit
from tests.browser.test_complete import OVERFLOW, squeezed
from tests.browser.test_store import FULL

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HOSTILE = "<img src=x onerror=alert(1)> {{ 7 }} `x` | \u202e 🜚\n\nand more"
FACTS = "() => cg.store.all().map(({module, kind, id, v}) => [`${module}/${kind}/${id}`, v])"
SHIFT = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()
    .filter(one => !one.hadRecentInput && one.value > 0.0005)
    .map(one => [one.value, ...one.sources.map(({node}) => node?.outerHTML?.slice(0, 120))])))
    .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done([]), 300))"""
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


def facts(page: Page) -> dict[str, Any]:
    return dict(page.evaluate(FACTS))


def solve(page: Page, kind: str) -> None:
    """Set the right answer, as the page itself knows it."""
    one = question(page, kind)
    code = [int(n) for n in (one.get_attribute("data-right") or one.get_attribute("data-shown") or "").split()]
    if kind in ("single", "multiple"):
        for at in code:
            one.locator("input").nth(at).check()
    elif kind == "match":
        for pair in range(len(code)):
            one.locator("select").nth(pair).select_option(str(code.index(pair)))
    else:
        texts = [one.locator(".cg-question__options > li").nth(at).locator("select") for at in range(len(code))]
        names = [text.get_attribute("aria-label") or "" for text in texts]
        for place in range(len(code)):
            one.get_by_label(names[code.index(place)], exact=True).select_option(str(place))


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_explained_whole_and_can_be_tried_again(visit: Open, kind: str) -> None:
    page = visit().go(QUIZ)
    one = answer(page, kind)
    button = one.get_by_role("button", name="Try again")
    expect(button).to_be_focused()
    reasons = one.locator(".cg-question__because")
    expect(reasons).to_have_count(one.locator(".cg-question__answers li").count())
    told = set(one.locator(".cg-question__answers li > span").all_text_contents())
    for because in told:
        assert any(text.endswith(because) for text in reasons.all_text_contents()), because
    verdict = one.locator(".cg-question__verdict").inner_text()
    expect(page.locator(".cg-heard")).to_contain_text(verdict.split(".")[0])
    page.keyboard.press("Enter")
    expect(reasons).to_have_count(0)
    expect(one.locator(".cg-question__verdict")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('cg-question')?.id") == one.get_attribute("id")
    solve(page, kind)
    one.get_by_role("button", name="Check").click()
    expect(one.locator(".cg-question__verdict")).to_contain_text("Right")
    (tries,) = [value for key, value in facts(page).items() if "/question/" in key]
    assert len(tries) == 2 and tries[1]["ok"] is True and len(tries[1]["a"]) >= 1


def test_nothing_chosen_is_no_try(visit: Open) -> None:
    page = visit().go(QUIZ)
    for kind, words in {"single": "Choose one first.", "multiple": "at least one", "match": "at least one"}.items():
        question(page, kind).get_by_role("button", name="Check").click()
        expect(question(page, kind).locator(".cg-question__verdict")).to_contain_text(words)
    assert not facts(page)


def test_what_is_chosen_is_explained_first_to_those_who_listen(visit: Open) -> None:
    page = visit().go(QUIZ)
    one = question(page, "single")
    one.locator("input").first.check()
    own = one.locator(".cg-question__answers li > span").first.text_content() or "?"
    one.get_by_role("button", name="Check").click()
    expect(page.locator(".cg-heard")).to_contain_text(own)


def test_moving_keeps_the_focus_and_is_said(visit: Open) -> None:
    page = visit().go(QUIZ)
    one = question(page, "order")
    first = one.locator("li").first
    name = first.get_by_role("combobox").get_attribute("aria-label") or ""
    first.get_by_role("button", name="Down:").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Down: ")
    assert one.locator("li").nth(1).get_by_role("combobox").get_attribute("aria-label") == name
    expect(page.locator(".cg-heard")).to_contain_text(f"Now 2 of {one.locator('.cg-question__options > li').count()}:")
    for _ in range(9):
        page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_attribute("aria-disabled", "true")


def test_confidence_is_one_setting_and_never_forced(visit: Open) -> None:
    page = visit().go(QUIZ)
    page.get_by_label("Ask me each time how sure I am").check()
    assert page.get_by_role("group", name="How sure are you?").count() == page.locator("cg-question").count()
    first, second = page.locator(".cg-question--single").nth(0), page.locator(".cg-question--single").nth(1)
    wrong = next(at for at in range(4) if str(at) != first.get_attribute("data-right"))
    first.locator(".cg-question__options input").nth(wrong).check()
    first.get_by_label("Sure", exact=True).check()
    first.get_by_role("button", name="Check").click()
    second.locator(".cg-question__options input").nth(0).check()
    second.get_by_role("button", name="Check").click()
    given = [value[0].get("c") for value in facts(page).values()]
    assert sorted(given, key=str) == [3, None]
    page.get_by_label("Ask me each time how sure I am").uncheck()
    assert page.get_by_role("group", name="How sure are you?").count() == 0


def test_results_by_outcome_compare_and_lead_back(visit: Open) -> None:
    page = visit().go(QUIZ)
    assert page.locator(".cg-results__row").count() == 0
    for one in page.locator("cg-question").all():
        if one.locator(".cg-question__options input").count():
            one.locator(".cg-question__options input").first.check()
        elif one.get_attribute("data-kind") == "match":
            one.locator("select").first.select_option("0")
        one.get_by_role("button", name="Check").click()
    expect(page.locator(".cg-results__state")).to_contain_text("are answered")
    rows = page.locator(".cg-results [data-outcome]")
    assert page.locator(".cg-results__row").count() == rows.count() >= 2
    text = page.locator(".cg-results").inner_text()
    assert "Before you started: " in text and "The others: " in text and "%" not in text
    for at in range(rows.count()):
        assert rows.nth(at).locator("a[href*='../']").count() >= 1
    link = page.locator(".cg-results__row a").first
    link.click()
    assert page.evaluate("document.querySelector(':target').matches('cg-question')")


def test_a_journey_without_a_mouse(visit: Open, tmp_path: Path) -> None:
    one = visit()
    page = one.go(QUIZ)
    answer(page, "single")
    tab_to(page, ".cg-strip button")
    page.keyboard.press("Enter")
    expect(page.locator(".cg-heard")).to_contain_text("Saved on this device from now on.")
    for kind in KINDS[1:]:
        page.reload()
        answer(page, kind)
    page = one.go(HOMES["reflection"])
    tab_to(page, "cg-reflection textarea")
    page.keyboard.type("What I think, in my own words.")
    page.keyboard.press("Tab")
    expect(page.locator(".cg-saved span")).to_be_visible()
    page.reload()
    expect(page.locator("cg-reflection textarea").first).to_have_value("What I think, in my own words.")
    before = facts(page)
    assert len([key for key in before if "/question/" in key]) == 4
    page = one.go("keep/")
    tab_to(page, "[data-keep=download]")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    copy = tmp_path / "work.json"
    download.value.save_as(copy)
    tab_to(page, "[data-keep=clear]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-keep=yes]")
    page.keyboard.press("Enter")
    assert not facts(page)
    page.keyboard.press("Control+Home")
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "[data-keep=file]")
    page.locator(":focus").set_input_files(copy)  # the system's own dialogue, which opens here, is no part of the page
    tab_to(page, "[data-keep=merge]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-keep=found]")).to_contain_text("now part of your work")
    assert facts(page) == before
    page = one.go(HOMES["reflection"])
    expect(page.locator("cg-reflection textarea").first).to_have_value("What I think, in my own words.")
    assert not one.complaints() and not one.elsewhere()


def test_every_place_to_write_keeps_what_it_holds(visit: Open) -> None:
    one = visit()
    for kind in ("reflection", "field", "plan", "grid", "scale", "checklist"):
        page = one.go(HOMES[kind])
        page.evaluate("cg.keepAll()")
        place = page.locator(f"cg-{kind}[data-cg-key]").first
        if kind == "scale":
            place.locator("input").nth(1).check()
        elif kind == "checklist":
            place.locator("input").last.check()
        else:
            place.locator("textarea").last.fill(HOSTILE)
            place.locator("textarea").last.blur()
        expect(page.locator(".cg-saved")).to_have_text("Saved on this device")
        page.reload()
        place = page.locator(f"cg-{kind}[data-cg-key]").first
        if kind in ("scale", "checklist"):
            assert place.locator("input:checked").count() == 1
        else:
            expect(place.locator("textarea").last).to_have_value(HOSTILE)
    assert not one.complaints()


def test_what_was_typed_last_is_kept_when_the_page_goes(visit: Open) -> None:
    one = visit()
    page = one.go(HOMES["field"])
    page.evaluate("cg.keepAll()")
    page.locator("cg-field textarea").first.press_sequentially("unfinish")
    page = one.go(HOMES["field"])
    expect(page.locator("cg-field textarea").first).to_have_value("unfinish")


def test_a_full_storage_takes_back_that_it_was_saved(visit: Open) -> None:
    page = visit().go(HOMES["field"])
    page.evaluate("cg.keepAll()")
    box = page.locator("cg-field textarea").first
    box.fill("short")
    box.blur()
    expect(page.locator(".cg-saved span")).to_be_visible()
    page.evaluate(FULL)
    box.fill("long " * 1000)
    box.blur()
    expect(page.locator(".cg-strip")).to_contain_text("storage is full")
    expect(page.locator(".cg-saved")).to_have_count(0)


def test_the_explanation_comes_at_once(visit: Open) -> None:
    """Under 50 ms from click to explanation, layout included; the bench has the figures."""
    page = visit().go(QUIZ)
    took = page.evaluate(
        """() => Array.from(document.querySelectorAll(".cg-question--single"), one => {
            one.querySelector("input").click();
            const start = performance.now();
            one.querySelector(".cg-question__acts button").click();
            one.querySelector(".cg-question__because").getBoundingClientRect();
            return performance.now() - start;
        })"""
    )
    assert len(took) > 5 and sorted(took)[len(took) // 2] < 50


def test_another_tab_shows_it_and_cannot_lose_it(visit: Open) -> None:
    one = visit()
    first = one.go(HOMES["field"])
    first.evaluate("cg.keepAll()")
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("cg-field textarea").first.fill("from the first")
    first.locator("cg-field textarea").first.blur()
    expect(second.locator("cg-field textarea").first).to_have_value("from the first")
    second.evaluate("cg.clearAll()")
    expect(second.locator("cg-field textarea").first).to_have_value("")
    expect(first.locator("cg-field textarea").first).to_have_value("")


def test_words_typed_before_the_script_came_join_those_kept(visit: Open) -> None:
    one = visit()
    page = one.go(HOMES["field"])
    page.evaluate("cg.keepAll()")
    page.locator("cg-field textarea").first.fill("kept")
    page.locator("cg-field textarea").first.blur()
    held: list[Route] = []
    page.route("**/course.js", lambda route: held.append(route))
    page.goto(one.address + HOMES["field"], wait_until="commit")
    box = page.locator("cg-field textarea").first
    box.press_sequentially("early")
    cell = page.locator("cg-grid textarea").first
    cell.press_sequentially("early")
    tick = page.locator("cg-checklist input, cg-scale input").first
    tick.check()
    held[0].continue_()
    expect(box).to_have_value("kept\nearly")
    page.unroute("**/course.js")
    page = one.go(HOMES["field"])
    expect(page.locator("cg-field textarea").first).to_have_value("kept\nearly")
    expect(page.locator("cg-grid textarea").first).to_have_value("early")
    expect(page.locator("cg-checklist input, cg-scale input").first).to_be_checked()


def test_a_lesson_is_marked_and_the_place_is_kept_only_once_asked(visit: Open) -> None:
    one = visit()
    page = one.go(TYPES["lesson"])
    assert not facts(page)
    button = page.get_by_role("button", name="Mark this lesson as done")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("cg-done button")).to_have_text("Done – take it back")
    expect(page.locator("cg-done button")).to_be_focused()
    assert [value for key, value in facts(page).items()] == [{"done": True}] and not one.stored()
    page.locator(".cg-strip").get_by_role("button", name="Yes, save it here").click()
    path = TYPES["lesson"].rstrip("/") + ".md"
    expect(page.locator(".cg-heard")).to_contain_text("Saved on this device from now on.")
    page.reload()
    assert facts(page)["course/place/last"] == {"path": path}
    page.get_by_role("button", name="take it back").click()
    page.reload()
    expect(page.get_by_role("button", name="Mark this lesson as done")).to_be_visible()


def test_views_stand_alone_when_asked_and_together_on_paper(visit: Open) -> None:
    page = visit().go(HOMES["perspectives"])
    views = page.locator("cg-perspectives cg-perspective")
    count = views.count()
    assert count >= 2 and page.locator("cg-perspective:visible").count() == count
    button = page.locator(".cg-perspectives__switch button").nth(2)
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("cg-perspective:visible").count() == 1
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(views.nth(1)).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator("cg-perspective:visible").count() == count
    assert page.locator(".cg-perspectives__switch:visible").count() == 0
    page.emulate_media(media="screen")
    page.locator(".cg-perspectives__switch button").first.click()
    assert page.locator("cg-perspective:visible").count() == count


def test_on_paper_stands_all_that_was_written_or_lines_to_write_on(visit: Open) -> None:
    page = visit().go(TYPES["worksheet"])
    long = " ".join(f"word{number}" for number in range(900))
    page.locator("cg-field textarea").first.fill(long)
    printed = squeezed("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages))
    assert squeezed(long) in printed
    for gone in ("Use this sentence", "Saved on this device", "Save my progress"):
        assert squeezed(gone) not in printed
    page.emulate_media(media="print")
    boxes = page.locator(".cg-write:visible")
    assert boxes.count() == page.locator(".cg-write").count() - 1
    for box in boxes.all():
        look = box.evaluate("one => [getComputedStyle(one).backgroundImage, one.offsetHeight / one.rows]")
        assert look[0].startswith("linear-gradient") and look[1] >= 30  # 8 mm


def test_on_paper_questions_stand_as_they_did(visit: Open) -> None:
    page = visit().go(QUIZ)
    answer(page, "single")
    page.emulate_media(media="print")
    assert page.locator(".cg-question__acts:visible, .cg-question__because:visible").count() == 0
    assert page.locator(".cg-question__answers:visible").count() == page.locator("cg-question").count()


def test_whatever_is_stored_shows_as_text_or_not_at_all(visit: Open) -> None:
    one = visit()
    page = one.go(TYPES["worksheet"])
    page.evaluate("cg.keepAll()")
    keys = page.evaluate("Array.from(document.querySelectorAll('[data-cg-key]'), one => one.dataset.cgKey)")
    values: list[Any] = [
        HOSTILE,
        ["x"] * 10000,
        [[HOSTILE] * 20] * 60,
        {"a": {"b": 1}},
        10**9,
        None,
        True,
        [],
        "y" * 50000,
    ]
    for value in values:
        page.evaluate(
            """([keys, v]) => keys.forEach(key => localStorage.setItem(`cg1:${cg.about.id}:${key}`,
                JSON.stringify({s: 1, n: 9, by: "00000001", at: "2026-11-24T21:05Z", r: "", v})))""",
            [keys, value],
        )
        page = one.go(TYPES["worksheet"])
        assert page.locator("article img[src=x]").count() == 0
        if value == HOSTILE:
            expect(page.locator("cg-field textarea").first).to_have_value(HOSTILE)
    quiz = one.go(QUIZ)
    keys = quiz.evaluate("Array.from(document.querySelectorAll('[data-cg-key]'), one => one.dataset.cgKey)")
    tries = [
        {"n": n + 1, "by": "00000001", "at": HOSTILE, "r": HOSTILE, "a": [999, -1], "ok": True} for n in range(10000)
    ]
    fact = json.dumps({"s": 1, "n": 9, "by": "00000001", "at": HOSTILE, "r": "", "v": tries})
    quiz.evaluate("([key, text]) => localStorage.setItem(`cg1:${cg.about.id}:${key}`, text)", [keys[0], fact])
    quiz = one.go(QUIZ)
    expect(quiz.locator("cg-question").first.locator(".cg-question__acts")).to_contain_text(
        "Answered: right (50 tries)"
    )
    assert not one.complaints()


def test_a_smaller_table_loses_nothing_of_a_larger_one(visit: Open) -> None:
    one = visit()
    page = one.go(HOMES["grid"])
    page.evaluate("cg.keepAll()")
    key = page.locator("cg-grid").first.get_attribute("data-cg-key") or ""
    large = [[f"{row}.{column}" for column in range(8)] for row in range(12)]
    page.evaluate("([key, v]) => cg.store.put(...key.split('/'), v, '')", [key, large])
    box = page.locator("cg-grid textarea").first
    expect(box).to_have_value("0.0")
    box.fill("new")
    box.blur()
    large[0][0] = "new"
    assert facts(page)[key] == large


@pytest.mark.parametrize("path", [QUIZ, TYPES["worksheet"], TYPES["lesson"], HOMES["perspectives"]])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_when_the_script_comes(visit: Open, width: int, path: str) -> None:
    one = visit(width)
    page, held = one.page, list[Route]()
    page.set_viewport_size({"width": width, "height": 15000})
    page.route("**/course.js", lambda route: held.append(route))
    page.goto(one.address + path, wait_until="commit")
    page.locator(".cg-foot").wait_for()
    page.evaluate(PAINTED)
    held[0].continue_()
    page.wait_for_load_state("load")
    page.evaluate(PAINTED)
    assert page.evaluate(SHIFT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_after_everything_was_used(visit: Open, scheme: str) -> None:
    one = visit(320, scheme)
    page = one.go(QUIZ)
    page.get_by_label("Ask me each time how sure I am").check()
    for kind in KINDS:
        answer(page, kind)
    wrong = audit(page)
    assert page.evaluate(OVERFLOW) <= 0
    page = one.go(TYPES["worksheet"])
    page.evaluate("cg.keepAll()")
    for kind in ("field", "grid", "plan"):
        page.locator(f"cg-{kind} textarea").first.fill("words")
    page.get_by_role("button", name="Use this sentence").first.click()
    wrong += audit(page)
    assert page.evaluate(OVERFLOW) <= 0
    page = one.go(HOMES["perspectives"])
    page.locator(".cg-perspectives__switch button").nth(1).click()
    page.locator("cg-done button").click()
    assert not wrong + audit(page)
    assert page.evaluate(OVERFLOW) <= 0


def test_a_plan_begins_from_its_own_sentence(visit: Open) -> None:
    page = visit().go(HOMES["plan"])
    plan = page.locator("cg-plan").first
    plan.get_by_role("button", name="Use this sentence").focus()
    page.keyboard.press("Enter")
    box = plan.locator("textarea")
    expect(box).to_be_focused()
    assert box.input_value() == (plan.locator(".cg-plan__body").text_content() or "").strip()
    page.keyboard.type("it is Tuesday")
    assert "it is Tuesday" in box.input_value()
    assert box.input_value().count("…") == (plan.locator(".cg-plan__body").text_content() or "").count("…") - 1


def test_each_page_says_once_what_not_to_write_down(visit: Open) -> None:
    one = visit()
    for kind in ("reflection", "field", "plan", "grid"):
        page = one.go(HOMES[kind])
        expect(page.get_by_text("Don’t name people who use services.")).to_have_count(1)
        first = page.locator("cg-reflection, cg-field, cg-plan, cg-grid").first
        expect(first.get_by_role("link", name="If this raises something")).to_be_visible()


def test_examples_for_authors_keep_nothing(visit: Open) -> None:
    page = visit().go("contributing/patterns/")
    page.locator("cg-field textarea").first.fill("example")
    page.locator("cg-field textarea").first.blur()
    one = page.locator("cg-question").first
    one.locator("input").first.check()
    one.get_by_role("button", name="Check").click()
    expect(one.get_by_role("button", name="Try again")).to_be_visible()
    assert not facts(page) and page.locator(".cg-strip").count() == 0
