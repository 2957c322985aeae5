"""The pages about a learner's own course, over real work in a real browser: what they show, print and hand out."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Download, Page, expect
from pypdf import PdfReader

from build_tools.load import load
from tests.browser.conftest import ROOT, SCHEMES, WIDTHS, Open, Visit
from tests.browser.test_axe import audit
from tests.browser.test_complete import DENIED, OVERFLOW, squeezed
from tests.browser.test_keyboard import walk
from tests.browser.test_layout import WRONG
from tests.test_downloads import Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ["my-course/", "review/", "self-assessment/", "journal/", "record/"]
COURSE = load(ROOT).course
assert COURSE
FIRST, SECOND = list(COURSE.modules.values())[:2]
REVIEWED = [(module.id, one.id) for module in (FIRST, SECOND) for one in module.questions if "review" in one.use]
HOSTILE = "Hours | `cost` <img src=x onerror=alert(1)>\n\n  # not *bold* \\ שלום עולם 🙂"
# Work as the components keep it, through the store; but for tries of earlier days, which the store would date today.
WORK = """([first, lessons, second, hostile, sheet]) => {
    cg.keepAll();
    for (const id of lessons) cg.store.put(first, "lesson", id, {done: true}, "");
    for (const {kind, id} of sheet) {
        if (kind === "field") cg.store.put(first, kind, id, hostile, "000000000000");
        if (kind === "grid") cg.store.put(first, kind, id, [[hostile, "b"], ["", "c"]], "");
        if (kind === "scale") cg.store.put(first, kind, id, 3, "");
        if (kind === "checklist") cg.store.put(first, kind, id, {"no-longer-asked": true}, "");
    }
    cg.store.put(first, "plan", "was-asked-once", "If it is gone, then it is still mine.", "");
    cg.store.put("course", "place", "last", {path: `modules/${second}/index.md`}, "");
}"""
TRIES = """([pairs, ago, ok]) => {
    const at = `${new Date(Date.now() - ago * 86400000).toISOString().slice(0, 16)}Z`;
    pairs.forEach(([module, id], n) => {
        const one = {n: n + 1, by: "0000000a", at, r: ""};
        const fact = {s: 1, ...one, v: [{...one, a: [0], ok}]};
        localStorage.setItem(`cg1:${cg.about.id}:${module}/question/${id}`, JSON.stringify(fact));
    });
    cg.store.refresh(null);
}"""
ROUNDS = """rounds => rounds.forEach((value, at) => {
    const answers = {};
    cg.course().practices.forEach(({statements}, place) => statements.forEach(id => { answers[id] = value(place); }));
    cg.store.put("course", "assessment", `round-${at + 1}`, {round: at + 1, answers}, "");
})"""


def work(one: Visit, tries: int = 3, ago: int = 3) -> Page:
    """A learner who has done the first module, begun the second, and answered some questions days ago."""
    page = one.go("my-course/")
    sheet = page.evaluate("id => cg.course().modules[id].work", FIRST.id)
    page.evaluate(WORK, [FIRST.id, [lesson.id for lesson in FIRST.lessons], SECOND.id, HOSTILE, sheet])
    mixed = [pair for at in range(tries) for pair in REVIEWED[at :: len(REVIEWED)]] if tries else []
    page.evaluate(TRIES, [mixed[:tries], ago, True])
    return page


def rounds(page: Page, *values: int) -> None:
    page.evaluate(ROUNDS.replace("value(place)", "(value + place) % 5 + 1"), list(values))


def part(page: Page, name: str) -> Any:
    return page.locator(f'[data-part="{name}"]')


def words(download: Download) -> str:
    return Path(download.path()).read_bytes().decode()


@pytest.mark.parametrize("path", PAGES)
def test_before_any_work_a_page_says_how_to_begin(visit: Open, path: str) -> None:
    one = visit()
    page = one.go(path)
    assert not part(page, "own").or_(part(page, "list")).or_(part(page, "result")).first.is_visible()
    state = part(page, "state")
    expect(state).to_be_visible()
    assert state.get_attribute("role") == "status" and len(state.inner_text()) > 10
    expect(page.locator(".cg-without-script").first).to_be_hidden()
    assert page.locator("article a").count() > 1
    assert not one.stored() and not one.complaints() and not one.elsewhere()


@pytest.mark.parametrize("path", PAGES)
def test_without_script_a_page_says_how_to_do_it_by_hand(visit: Open, path: str) -> None:
    page = visit(320, java_script_enabled=False).go(path)
    expect(page.locator(".cg-without-script")).to_be_visible()
    assert not page.locator("article :is(button, textarea, input:not([type=radio]))").filter(visible=True).count()
    links = page.locator("article a").filter(visible=True).evaluate_all("all => all.map(one => one.href)")
    if path != "record/":
        assert sum("/modules/" in link for link in links) >= len(COURSE.modules)  # type: ignore[union-attr]


@pytest.mark.parametrize("path", PAGES)
def test_where_storage_is_denied_a_page_says_so_and_works(visit: Open, path: str) -> None:
    one = visit(script=DENIED)
    page = one.go(path)
    if path == "self-assessment/":
        page.get_by_label("Often").first.check()
        expect(part(page, "state")).to_contain_text("1 of 24")
        expect(page.locator(".cg-strip")).to_contain_text("does not let the course save")
    else:
        expect(part(page, "state")).to_contain_text("does not let the course save")
    assert not one.complaints()


def test_my_course_shows_what_is_done_what_is_due_and_what_comes_next(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("my-course/")
    own = part(page, "own")
    expect(part(page, "plain")).to_be_hidden()
    expect(own.get_by_role("link", name=f"Go on where you were: {SECOND.head.title}")).to_have_attribute(
        "href", re.compile(f"/modules/{SECOND.id}/$")
    )
    expect(own.get_by_role("link", name="3 questions are due for review")).to_be_visible()
    minutes, total = FIRST.minutes, sum(module.minutes for module in COURSE.modules.values())  # type: ignore[union-attr]
    left = total - minutes
    expect(own).to_contain_text(f"About {left // 60} hours {left % 60} minute" if left % 60 else f"{left // 60} hours")
    expect(own).to_contain_text(f"all {len(FIRST.lessons)} lessons done")
    picture = own.get_by_role("img")
    expect(picture).to_have_count(1)
    says = picture.locator("desc").text_content() or ""
    for strand in COURSE.plan.strands:  # type: ignore[union-attr]
        assert strand.title in says and own.get_by_role("heading", name=strand.title).count() == 1
    assert picture.locator(".cg-drawn__tick").count() == 1
    own.get_by_role("link", name=re.compile("Go on")).click()
    expect(page.locator("h1")).to_have_text(SECOND.head.title.replace("'", "’"))
    assert not one.complaints()


def test_my_course_follows_another_tab_and_keeps_the_focus(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("my-course/")
    due = page.get_by_role("link", name="3 questions are due for review")
    due.focus()
    other = page.context.new_page()
    other.goto(one.address + "my-course/")
    other.evaluate(
        "([module, id]) => cg.store.put(module, 'lesson', id, {done: true}, '')", SECOND.lessons[0].key.split("/")
    )
    expect(part(page, "own")).to_contain_text(f"1 of {len(SECOND.lessons)} lessons done")
    expect(due).to_be_focused()


def test_home_leads_back_to_what_was_begun(visit: Open) -> None:
    one = visit()
    expect(one.go("").get_by_role("link", name="Go on with my course")).to_have_count(0)
    work(one)
    page = one.go("")
    page.get_by_role("link", name="Go on with my course").click()
    expect(page.locator("h1")).to_have_text("My course")


def test_review_asks_what_is_due_and_each_answer_moves_its_question_on(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("review/")
    expect(part(page, "state")).to_have_text("3 questions are due today.")
    asked = page.locator("article cg-question")
    assert asked.count() == 3
    keys = asked.evaluate_all("all => all.map(one => one.dataset.cgKey)")
    assert page.locator("template").count() == len(COURSE.modules)  # type: ignore[union-attr]
    for at, key in enumerate(keys):
        module, _, name = key.split("/")
        page.evaluate("([m, id, ok]) => cg.store.add(m, 'question', id, {a: [0], ok}, '')", [module, name, at != 1])
        expect(page.locator("section [role=status]").nth(at)).to_contain_text("This one comes back on")
    days = page.locator("section [role=status]").all_inner_texts()
    assert days[0] == days[2] != days[1]
    expect(part(page, "over")).to_contain_text("That is all for today. Next: 1 question on")
    assert asked.count() == 3, "nothing goes away under one's hands"
    page = one.go("review/")
    expect(part(page, "state")).to_contain_text("Nothing is due today. Next: 1 question on")
    expect(asked).to_have_count(0)
    assert not one.complaints()


def test_review_brings_ten_at_most_from_modules_in_turn_with_ids_of_their_own(visit: Open) -> None:
    one = visit()
    assert len(REVIEWED) > 12
    work(one, tries=len(REVIEWED), ago=40)
    page = one.go("review/")
    expect(part(page, "state")).to_contain_text(f"{len(REVIEWED)} questions are due today. Here are 10")
    asked = page.locator("article cg-question")
    keys = asked.evaluate_all("all => all.map(one => one.dataset.cgKey)")
    assert len(set(keys)) == 10 and {key.split("/")[0] for key in keys} == {FIRST.id, SECOND.id}
    assert page.evaluate("new Set([...document.querySelectorAll('[id]')].map(one => one.id)).size") == page.evaluate(
        "document.querySelectorAll('[id]').length"
    )
    links = asked.locator("a").evaluate_all("all => all.map(one => one.href)")
    for link in set(links):
        assert page.context.request.get(link.split("#")[0]).ok, link


def test_the_days_go_into_a_calendar(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("review/")
    with page.expect_download() as got:
        page.get_by_role("button", name="Put the dates in my calendar").click()
    assert got.value.suggested_filename == "common-ground-review.ics"
    text = words(got.value)
    assert "\n" not in text.replace("\r\n", "") and all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT") == 3 and "Review 3 questions" in text
    assert f"URL:{one.address}review/" in text.replace("\r\n ", "")
    expect(part(page, "filed")).to_contain_text("with 3 dates")


def test_a_round_of_the_assessment_by_keyboard(visit: Open) -> None:
    one = visit()
    page = one.go("self-assessment/")
    inputs = page.locator("article input[type=radio]")
    groups = list(dict.fromkeys(inputs.evaluate_all("all => all.map(one => one.name)")))
    assert len(groups) == 24
    inputs.first.focus()
    for at in range(24):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        expect(part(page, "state")).to_contain_text(f"{at + 1} of 24" if at < 23 else "all answered")
        if at == 0:  # the strip stands next in the order of the Tab key
            page.get_by_role("button", name="Yes, save it here").press("Enter")
            expect(page.locator(".cg-strip")).to_have_count(0)
            page.locator(f'input[name="{groups[0]}"]:checked').focus()
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.type !== 'radio'") and at < 23:
            page.keyboard.press("Tab")
    expect(page.get_by_role("img")).to_be_visible()
    expect(page.locator("article table tbody tr")).to_have_count(6)
    expect(page.locator("article table")).to_contain_text("8 of 20")
    page.get_by_role("button", name="Begin round 2").press("Enter")
    expect(inputs.first).to_be_focused()
    expect(part(page, "state")).to_have_text("Round 2: 0 of 24 answered.")
    expect(page.get_by_role("img")).to_be_hidden()
    expect(page.get_by_text("Your earlier rounds")).to_be_visible()
    assert page.locator("article input:checked").count() == 0
    page = one.go("self-assessment/")
    expect(part(page, "state")).to_have_text("Round 2: 0 of 24 answered.")
    assert not one.complaints()


def test_two_rounds_and_more_are_compared(visit: Open) -> None:
    one = visit()
    page = one.go("self-assessment/")
    page.evaluate("cg.keepAll()")
    rounds(page, 0, 1)
    table = page.locator("article table")
    expect(table.locator("thead")).to_contain_text("Round 2")
    row = table.locator("tbody tr").first
    assert row.locator("td").all_inner_texts()[:3] == ["4 of 20", "8 of 20", "+4"]
    assert row.locator("td").nth(3).locator("a").count() > 0
    assert "Collaborate on purpose: 4 → 8" in (page.get_by_role("img").locator("desc").text_content() or "")
    rounds(page, 0, 1, 2)
    select = page.get_by_label("Compare with")
    assert row.locator("td").all_inner_texts()[:3] == ["4 of 20", "12 of 20", "+8"]
    select.focus()
    select.select_option("2")
    assert row.locator("td").all_inner_texts()[:3] == ["8 of 20", "12 of 20", "+4"]
    expect(select).to_be_focused()


def test_the_journal_shows_words_as_words_and_both_downloads_hold_them(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("journal/")
    fields = len(page.evaluate("id => cg.course().modules[id].work.filter(({kind}) => kind === 'field')", FIRST.id))
    shown = page.locator("p.cg-yours__own").all_text_contents()
    assert shown.count(HOSTILE) == fields > 0
    assert page.locator("[data-part=own] img").count() == 0
    expect(part(page, "own")).to_contain_text("If it is gone, then it is still mine.")
    expect(part(page, "own")).to_contain_text("Ticked: no-longer-asked")
    expect(part(page, "own").get_by_text("The question has changed").first).to_be_visible()
    with page.expect_download() as got:
        page.get_by_role("button", name="Download for a word processor").click()
    assert re.fullmatch(r"common-ground-journal-\d{4}-\d\d-\d\d\.html", got.value.suggested_filename)
    reader = Reader()
    reader.feed(words(got.value))
    assert reader.works.count(HOSTILE) == fields and [[HOSTILE, "b"], ["", "c"]] in [
        one[1:] for one in reader.works if isinstance(one, list)
    ]
    opened = page.context.new_page()
    opened.goto(f"file://{got.value.path()}")
    assert opened.locator("img, script").count() == 0
    opened.close()
    with page.expect_download() as got:
        page.get_by_role("button", name="Download as Markdown").click()
    assert got.value.suggested_filename.endswith(".md")
    assert "\\<img src=x onerror=alert(1)\\>" in words(got.value)
    expect(part(page, "saved")).to_contain_text("Anyone who has it can read")
    link = page.get_by_role("link", name="Change it").first
    link.click()
    page.wait_for_url("**/worksheet/#*")
    assert page.evaluate("!!document.getElementById(location.hash.slice(1))")
    assert not one.complaints()


def test_the_record_adds_up_and_keeps_the_learners_words(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("record/")
    expect(page.locator("article")).to_contain_text("This is your own statement. Nobody has checked it.")
    hours = page.evaluate("minutes => cg.words.yours.minutes(minutes)", FIRST.minutes)
    expect(part(page, "state")).to_contain_text(f"{hours} of learning, in {len(FIRST.lessons)} lessons")
    expect(part(page, "own").locator("tbody tr")).to_have_count(len(FIRST.lessons))
    for outcome in FIRST.head.outcomes:
        expect(part(page, "own")).to_contain_text(outcome.text.replace("'", "’"))
    page.get_by_label("What I do differently").fill(HOSTILE)
    page.get_by_label("Your name").fill("A. Learner")
    page.get_by_label("What I do differently").blur()
    assert page.evaluate("cg.store.get('course', 'reflection', 'record').v") == HOSTILE
    assert "Learner" not in json.dumps(page.evaluate("({...localStorage, ...sessionStorage})"))
    printed = squeezed("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages))
    for text in ("A. Learner", "Nobody has checked it", "onerror=alert(1)", FIRST.lessons[0].text.head.title):
        assert squeezed(text) in printed, text
    for text in ("it is not saved", "Don’t name people"):
        assert squeezed(text) not in printed, text
    page = one.go("record/")
    expect(page.get_by_label("What I do differently")).to_have_value(HOSTILE)
    expect(page.get_by_label("Your name")).to_have_value("")
    expect(one.go("journal/").locator("[data-part=own]")).to_contain_text("In my own words")
    assert not one.complaints()


def test_what_is_written_on_the_record_is_not_lost_when_the_page_goes(visit: Open) -> None:
    one = visit()
    work(one)
    page = one.go("record/")
    page.get_by_label("What I do differently").press_sequentially("half a")
    page = one.go("journal/")
    expect(part(page, "own")).to_contain_text("half a")


def test_a_hostile_store_does_no_harm(visit: Open) -> None:
    one = visit()
    page = work(one)
    page.evaluate("""() => {
        const put = (key, v, more = {}) => localStorage.setItem(
            `cg1:${cg.about.id}:${key}`,
            JSON.stringify({s: 1, n: 9, by: "0000000b", at: "2026-01-01T00:00Z", r: "", v, ...more}));
        put("constructor/field/x", "<b>a</b>");
        put("course/assessment/round-1", {round: 1, answers: {constructor: 3, gone: 9}});
        put("course/assessment/round-9x", {round: 9, answers: {}});
        put("course/place/last", {path: "constructor"});
        put("m/lesson/x", {done: true}, {at: "9999-12-31T23:59Z"});
        put("m/question/x", [{n: 1, by: "0000000b", at: "", r: "", a: [], ok: true}]);
        put("m/checklist/x", {prototype: true, "a-b": true});
    }""")
    for path in PAGES:
        page = one.go(path)
        expect(part(page, "state").or_(part(page, "own")).first).to_be_attached()
        assert page.locator("article :is(b, img)").filter(visible=True).count() == 0
    assert not one.complaints()


def full(visit: Open, width: int, scheme: str = "light", **options: Any) -> Visit:
    """A visit in which every page has something to show."""
    one = visit(width, scheme, **options)
    page = work(one)
    rounds(page, 0, 2, 1)
    return one


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_full_pages_pass_axe_and_hold_their_layout(visit: Open, width: int, scheme: str) -> None:
    one, wrong = full(visit, width, scheme), []
    for path in PAGES:
        page = one.go(path)
        wrong += audit(page) + [f"{path} {found}" for found in page.evaluate(WRONG)]
        if page.evaluate(OVERFLOW) > 0:
            wrong.append(f"{path} scrolls sideways")
    assert not wrong and not one.complaints()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_full_pages_are_gone_through_by_tab(visit: Open, width: int, path: str) -> None:
    page = full(visit, width).go(path)
    expected, made = walk(page)
    assert [one["stop"] for one in made] == list(range(len(expected)))
    assert not [one["html"] for one in made if not (one["ring"] and one["inside"] and one["seen"])]


def test_full_pages_hold_with_text_twice_as_large(visit: Open) -> None:
    one, wrong = full(visit, 320), {}
    for path in PAGES:
        page = one.go(path)
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
        if found := page.evaluate(WRONG):
            wrong[path] = found
    assert not wrong


@pytest.mark.parametrize("path", PAGES)
def test_full_pages_print_what_they_show(visit: Open, path: str) -> None:
    page = full(visit, 680).go(path)
    page.emulate_media(media="print")
    assert not page.evaluate(WRONG)
    assert not page.locator("article button").filter(visible=True).count()
    sheets = PdfReader(io.BytesIO(page.pdf())).pages
    printed = squeezed("".join(sheet.extract_text() for sheet in sheets))
    for heading in page.locator("article :is(h1, h2, h3)").filter(visible=True).all_inner_texts():
        assert squeezed(heading) in printed, heading
    assert "http://127" not in printed


def test_pictures_are_seen_in_forced_colours(visit: Open) -> None:
    one = full(visit, 320, forced_colors="active")
    for path in ("my-course/", "self-assessment/"):
        page = one.go(path)
        for shape in page.locator("article svg circle").all()[:3]:
            assert shape.evaluate("one => getComputedStyle(one).stroke") not in ("none", "rgb(255, 255, 255)")
