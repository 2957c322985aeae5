"""Learners' work in a real browser: kept only when asked for, in step between tabs, and whole whatever goes wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from build_tools.commands import build_all
from tests.browser.conftest import ROOT, TYPES, Open, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WORK = TYPES["worksheet"]  # a page with room to write
KEEP = "keep/"
DENIED = (
    """Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no", "SecurityError"); }});"""
)
NO_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined});"
FULL = """() => {
    let block = "x".repeat(1 << 20);
    while (block) {
        try { localStorage.setItem("other" + Math.random(), block); }
        catch { block = block.slice(block.length / 2 + 1); }
    }
}"""
PUT = "([id, text]) => cg.store.put('m', 'plan', id, text, 'aabbccddeeff')"
KEYS = "() => Object.keys(localStorage).filter(key => key.startsWith('cg1:')).map(key => key.split(':')[2]).sort()"
# Playwright waits by eval(), so a test that waits for a function goes without the policy.
VALUES = "() => Object.fromEntries(cg.store.all().map(({id, v}) => [id, v]))"


def put(page: Page, name: str, text: str = "words") -> str:
    answer: str = page.evaluate(PUT, [name, text])
    return answer


def strip(page: Page) -> Any:
    return page.locator(".cg-strip")


def another(one: Visit, path: str = WORK) -> Page:
    """A second tab of the same browser."""
    page = one.page.context.new_page()
    page.on("pageerror", lambda error: one.said.append(str(error)))
    page.goto(one.address + path)
    return page


def test_nothing_is_kept_until_the_learner_says_yes(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    assert put(page, "x") == "memory"
    assert not one.stored()
    page.evaluate("cg.ask(document.querySelector('textarea'), 'memory')")
    strip(page).get_by_role("button", name="Not now").click()
    expect(strip(page)).to_have_count(0)
    page.evaluate("cg.ask(document.querySelector('textarea'), 'memory')")
    expect(strip(page)).to_have_count(0)
    assert not one.stored()
    page.reload()
    put(page, "x")
    page.evaluate("cg.ask(document.querySelector('textarea'), 'memory')")
    strip(page).get_by_role("button", name="Yes, save it here").click()
    assert page.evaluate(KEYS) == ["about", "m/plan/x"]
    expect(page.locator(".cg-heard")).to_contain_text("Saved on this device from now on.")
    page.reload()
    assert page.evaluate(VALUES) == {"x": "words"}
    assert not one.complaints() and not one.elsewhere()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_strip_comes_next_at_tab_moves_nothing_and_covers_no_focus(visit: Open, width: int) -> None:
    one = visit(width, bypass_csp=True)
    page = one.go(WORK)
    field = page.locator("textarea").first
    field.focus()
    page.evaluate("scrollBy(0, document.activeElement.getBoundingClientRect().bottom - innerHeight + 10)")
    before = page.evaluate("document.documentElement.scrollHeight")
    top = page.evaluate("document.activeElement.offsetTop")
    page.evaluate("cg.ask(document.activeElement, 'memory')")
    assert page.evaluate("document.activeElement.offsetTop") == top
    assert page.evaluate("document.documentElement.scrollHeight") >= before
    expect(field).to_be_focused()
    seen = (
        "() => document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.cg-strip').offsetTop"
    )
    assert page.evaluate(seen)
    page.keyboard.press("Tab")
    for name in ("Yes, save it here", "Not now"):
        while not page.evaluate("document.activeElement.closest('.cg-strip')"):
            page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(name)
        page.keyboard.press("Tab")
    page.locator("a").last.focus()
    page.wait_for_function(seen)
    page.get_by_role("button", name="Not now").focus()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()


def test_in_a_low_window_the_strip_stands_in_the_text(visit: Open) -> None:
    page = visit(320).go(WORK)
    page.set_viewport_size({"width": 320, "height": 256})
    page.evaluate("cg.ask(document.querySelector('textarea'), 'memory')")
    assert page.evaluate("getComputedStyle(document.querySelector('.cg-strip')).position") == "static"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("script", [DENIED, "Object.defineProperty(window, 'localStorage', {value: null})"])
def test_denied_storage_is_said_once_and_only_when_it_matters(visit: Open, script: str) -> None:
    one = visit(script=script)
    for path in (KEEP, WORK):
        page = one.go(path)
        expect(strip(page)).to_have_count(0)
    assert put(page, "x") == "denied"
    assert page.evaluate(VALUES) == {"x": "words"}
    page.evaluate("cg.ask(document.querySelector('textarea'), 'denied')")
    expect(strip(page)).to_contain_text("does not let the course save anything")
    with page.expect_download() as download:
        strip(page).get_by_role("button", name="Download my work").click()
    assert '"words"' in Path(download.value.path()).read_text(encoding="utf-8")
    strip(page).get_by_role("button", name="Close").click()
    page.evaluate("cg.ask(document.querySelector('textarea'), 'denied')")
    expect(strip(page)).to_have_count(0)
    assert not one.complaints()


def test_a_full_storage_is_said_and_the_change_follows_when_there_is_room(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "before")
    page.evaluate(FULL)
    answer = put(page, "x", "y" * 5000)
    assert answer == "full" and page.evaluate("cg.store.unsaved()") == 1
    page.evaluate("cg.ask(null, 'full')")
    expect(strip(page)).to_contain_text("storage is full")
    page.evaluate("Object.keys(localStorage).forEach(key => key.startsWith('other') && localStorage.removeItem(key))")
    assert put(page, "z") == "kept" and page.evaluate("cg.store.unsaved()") == 0
    assert another(one).evaluate(VALUES) == {"before": "words", "x": "y" * 5000, "z": "words"}


def test_hostile_storage_does_no_harm(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "fine", "<img src=x onerror=alert(1)>")
    page.evaluate("""() => {
        const prefix = `cg1:${cg.about.id}:`;
        localStorage.setItem(prefix + "m/plan/torn", '{"s":1,"n":3,"by"');
        localStorage.setItem(prefix + "__proto__", '{"s":1}');
        localStorage.setItem(prefix + "m/checklist/x", '{"s":1,"n":1,"by":"00000001","v":{"__proto__":true,"a":true}}');
        localStorage.setItem(prefix, "null");
        localStorage.setItem(prefix + "about", "[]");
    }""")
    page = one.go(KEEP)
    assert page.evaluate(VALUES) == {"fine": "<img src=x onerror=alert(1)>", "x": {"a": True}}
    assert page.evaluate("({}).s === undefined && ({}).a === undefined")
    assert '"s\\":1,\\"n\\":3,\\"by\\"' in page.evaluate("cg.store.export()").replace('{\\"', '"')
    assert not one.complaints()


def test_two_tabs_keep_four_hundred_of_four_hundred(visit: Open) -> None:
    one = visit(bypass_csp=True)
    first = one.go(WORK)
    first.evaluate("cg.keepAll()")
    second = another(one)
    start = """name => { window.done = (async () => {
        for (let at = 0; at < 200; at++) {
            cg.store.put("m", "plan", name + at, name, "");
            if (at % 10 === 5) cg.store.add("m", "question", "shared", {a: [at % 4], ok: true}, "");
            if (at % 10 === 0) await new Promise(go => setTimeout(go));
        }
    })(); }"""
    for page, name in ((first, "a"), (second, "b")):
        page.evaluate(start, name)
    for page in (first, second):
        page.evaluate("done")
    assert another(one).evaluate("cg.store.all(({kind}) => kind === 'plan').length") == 400
    for page in (first, second):
        page.wait_for_function(
            "cg.store.all().length === 401 && cg.store.get('m', 'question', 'shared').v.length === 40"
        )
    assert another(one).evaluate("cg.store.get('m', 'question', 'shared').v.length") == 40
    assert not one.complaints()


def test_a_thousand_events_are_heard_as_few(visit: Open) -> None:
    one = visit(bypass_csp=True)
    first = one.go(WORK)
    first.evaluate("cg.keepAll()")
    second = another(one)
    second.evaluate("() => { window.heard = 0; cg.store.on(() => heard++); }")
    first.evaluate("for (let at = 0; at < 1000; at++) cg.store.put('m', 'plan', `x${at}`, 'y', '')")
    second.wait_for_function("cg.store.all().length === 1000")
    assert 0 < second.evaluate("heard") <= 40


def test_a_sibling_that_empties_the_storage_takes_nothing_away(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "x")
    another(one, "about/").evaluate("localStorage.clear()")
    expect(strip(page)).to_contain_text("has emptied this browser’s storage")
    strip(page).get_by_role("button", name="Put it back").click()
    assert page.evaluate(KEYS) == ["about", "m/plan/x"]
    page.evaluate("localStorage.clear()")  # in this very tab, which hears no event
    assert put(page, "y") == "lost"
    expect(strip(page)).to_contain_text("has emptied")
    assert page.evaluate(KEYS) == []


def test_clearing_reaches_every_tab_and_the_page_behind_the_back_button(visit: Open) -> None:
    one = visit(bypass_csp=True)
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "x")
    second = another(one)
    page.locator("textarea").first.fill("something private")
    page.goto(one.address + KEEP)
    expect(page.get_by_text("2 things are saved on this device.")).to_be_visible()
    page.get_by_role("button", name="Clear everything").click()
    expect(page.get_by_role("group", name="Delete all your work")).to_be_focused()
    page.get_by_role("button", name="No, keep it").click()
    expect(page.get_by_role("button", name="Clear everything")).to_be_focused()
    page.get_by_role("button", name="Clear everything").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator("[data-keep=gone]")).to_have_text(
        "Everything that the course had saved in this browser is deleted."
    )
    assert page.evaluate(KEYS) == []
    second.wait_for_function("cg.store.all().length === 0 && cg.store.state() === 'memory'")
    assert put(second, "late") == "memory"
    page.go_back()
    page.wait_for_function("window.cg?.store?.all().length === 0")
    expect(page.locator("textarea").first).to_have_value("")
    assert not one.complaints()


def test_the_back_button_shows_what_was_done_since(visit: Open) -> None:
    one = visit(bypass_csp=True)
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "x", "old")
    page.goto(one.address + "about/")
    put(page, "x", "new")
    page.go_back()
    page.wait_for_function("window.cg?.store?.get('m', 'plan', 'x')?.v === 'new'")


def test_a_newer_release_in_another_tab_makes_this_one_read_only(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    put(page, "x", "old")
    newer = """() => {
        localStorage.setItem(`cg1:${cg.about.id}:m/plan/x`, '{"s":2,"new":"form"}');
        localStorage.setItem(`cg1:${cg.about.id}:about`, '{"s":2}');
    }"""
    other = another(one, "about/")
    other.evaluate(newer)
    assert put(page, "x", "mine") == "older"
    expect(strip(page)).to_contain_text("newer version of this course")
    assert page.evaluate("localStorage.getItem(`cg1:${cg.about.id}:m/plan/x`)") == '{"s":2,"new":"form"}'
    page.reload()  # as after a step back to the older release
    assert put(page, "y") == "older"
    assert page.evaluate(KEYS) == ["about", "m/plan/x"]
    page.goto(one.address + KEEP)
    expect(page.locator("[data-keep=state]")).to_contain_text("newer version")
    expect(page.get_by_role("button", name="Reload this page")).to_be_visible()


def test_a_page_that_is_killed_has_kept_what_it_said_it_kept(visit: Open) -> None:
    one = visit()
    page = one.go(WORK)
    page.evaluate("cg.keepAll()")
    assert put(page, "x") == "kept"
    page.close(run_before_unload=False)
    assert another(one).evaluate(VALUES) == {"x": "words"}


def saved(page: Page, change: str = "file => file") -> str:
    """The text of a file, altered by `change`, with a right checksum."""
    text: str = page.evaluate(
        """change => {
            const file = eval(change)(JSON.parse(cg.store.export()));
            const {format, schema, course, facts, unreadable} = file;
            const sha256 = cg.sha256(cg.canonical({format, schema, course, facts, unreadable}));
            return JSON.stringify({...file, sha256});
        }""",
        change,
    )
    return text


def choose(page: Page, content: bytes, name: str = "work.json") -> None:
    page.get_by_label("A file that you downloaded").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )


def test_work_moves_to_another_device_by_keyboard(visit: Open) -> None:
    one = visit(script=NO_SUBTLE)
    page = one.go(KEEP)
    expect(page.locator("[data-keep=state]")).to_contain_text("Nothing is saved in this browser.")
    save = page.get_by_role("button", name="Save my work on this device")
    save.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-keep=saved]")).to_be_focused()
    expect(page.locator("[data-keep=saved]")).to_contain_text("seven days")
    put(page, "x", "<b>“Ünicode”</b>")
    page.get_by_role("button", name="Download my work").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert re.fullmatch(r"common-ground-my-work-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    content = Path(download.value.path()).read_bytes()

    other = visit()
    page = other.go(KEEP)
    choose(page, content)
    expect(page.locator("[data-keep=found]")).to_contain_text("Not here yet: 1. Changed since: 0. The same: 0.")
    assert not other.stored()
    page.get_by_role("button", name="Leave it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("A file that you downloaded")).to_be_focused()
    assert not other.stored()
    choose(page, content)
    page.get_by_role("button", name="Add it to my work").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-keep=found]")).to_have_text("The file is now part of your work on this device.")
    assert page.evaluate(VALUES) == {"x": "<b>“Ünicode”</b>"}
    choose(page, content)
    expect(page.locator("[data-keep=found]")).to_have_text("Everything in this file is here already.")
    assert another(other).evaluate(VALUES) == {"x": "<b>“Ünicode”</b>"}
    assert not one.complaints() and not other.complaints() and not other.elsewhere()


def test_a_bad_file_gets_one_sentence_and_changes_nothing(browser: Browser, visit: Open) -> None:
    one = visit(bypass_csp=True)  # for eval() in saved(), which makes the files
    page = one.go(KEEP)
    page.evaluate("cg.keepAll()")
    put(page, "x")
    text = page.evaluate("cg.store.export()")
    files: dict[str, tuple[bytes, str]] = {
        "empty": (b"", "This file is empty."),
        "foreign": (b"<p>Hello</p>", "not saved work from this course"),
        "zip": (b"PK\x03\x04" + b"\0" * 99, "zip file"),
        "binary": (b"\x89PNG\r\n\x1a\n\xff\xfe", "cannot be read as text"),
        "altered": (text.replace("words", "other").encode(), "has been changed or damaged"),
        "torn": (text[:-30].encode(), "not saved work"),
        "another course": (saved(page, "file => ({...file, course: 'x'})").encode(), "another course"),
        "newer": (saved(page, "file => ({...file, schema: 2})").encode(), "newer version"),
        "huge": (b" " * (13 * 1024 * 1024), "too large"),
    }
    before = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    for name, (content, sentence) in files.items():
        choose(page, content, name)
        expect(page.locator("[data-keep=found]"), name).to_contain_text(sentence)
        expect(page.locator("[data-keep=found]"), name).to_contain_text("Nothing has changed.")
        expect(page.get_by_role("button", name="Add it")).to_have_count(0)
        assert page.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before
    for form in ("\ufeff" + text, text.replace("\n", "\r\n")):
        for encoding in ("utf-8", "utf-16"):
            choose(page, form.encode(encoding))
            expect(page.locator("[data-keep=found]")).to_have_text("Everything in this file is here already.")
            choose(page, b"")
            expect(page.locator("[data-keep=found]")).to_contain_text("empty")


def test_after_the_browser_deleted_everything_the_page_points_to_the_file(visit: Open) -> None:
    page = visit().go(KEEP)
    expect(page.locator("[data-keep=state]")).to_contain_text("restore it from a file below")
    expect(page.get_by_role("button", name="Download my work")).to_be_disabled()


def test_without_script_the_page_says_so(visit: Open) -> None:
    page = visit(java_script_enabled=False).go(KEEP)
    expect(page.get_by_text("need scripts")).to_be_visible()
    expect(page.get_by_text("Print a page from your browser")).to_be_visible()
    assert page.locator("article button:visible, article input:visible").count() == 0


def test_the_footer_leads_to_it(visit: Open) -> None:
    page = visit().go(WORK)
    page.get_by_role("contentinfo").get_by_role("link", name="Keep my work").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep my work")


@pytest.fixture(scope="session")
def memory_stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as files, whose pages link to files."""
    root = tmp_path_factory.mktemp("stick")
    for name in ("modules", "docs", "build_tools"):
        shutil.copytree(ROOT / name, root / name)
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(text + "\nuse_directory_urls: false\n", encoding="utf-8")
    assert build_all(root, root / "build", "generic", False, "https://course.example/") == 0
    return root / "build/site"


def test_from_a_memory_stick_it_works_and_warns(browser: Browser, memory_stick: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(memory_stick, tmp_path / "site")
    context = browser.new_context()
    for site in (memory_stick, elsewhere):
        one = Visit(context.new_page(), f"file://{site}/")
        page = one.go("keep.html")
        expect(page.locator("[data-keep=state]")).to_contain_text("opened the course from a file")
        page.evaluate("cg.keepAll()")
        assert put(page, "x") == "kept"
        assert page.evaluate("cg.link('modules/index.md#a')") == f"file://{site}/modules/index.html#a"
        assert page.evaluate("cg.link('keep.md')") == f"file://{site}/keep.html"
    context.close()


ADDRESSES: dict[str, Callable[[str], str]] = {
    "index.md": lambda base: base,
    "keep.md#restore": lambda base: f"{base}keep/#restore",
    "modules/index.md": lambda base: f"{base}modules/",
    "modules/x/how-deep.md": lambda base: f"{base}modules/x/how-deep/",
}


def test_paths_become_addresses_on_every_page(visit: Open) -> None:
    one = visit()
    for path in (WORK, "no/such/page/"):
        page = one.go(path)
        for given, expected in ADDRESSES.items():
            assert page.evaluate("path => cg.link(path)", given) == expected(one.address)
