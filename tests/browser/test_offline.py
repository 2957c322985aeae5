"""The offline copy in a real browser: made when asked for, whole, of one release, and gone when removed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from build_tools import offline
from tests.browser.conftest import PREFIX, TYPES, Open, Visit
from tests.browser.test_axe import audit
from tests.serving import serving

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

KEEP = "keep/"
STATE = "[data-offline=state]"
READY = "The whole course is on this device."
SERVED = "!!navigator.serviceWorker.controller"
PLACES = "() => navigator.serviceWorker.getRegistrations().then(all => all.length)"
COPIES = "() => caches.keys()"
RELEASES = """() => [document.documentElement.dataset.release, cg.release,
    getComputedStyle(document.documentElement).getPropertyValue("--release")].map(String)"""


class Host:
    """A copy of the site on a server that can stop, start again, and change what it serves."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.stack = folder, ExitStack()
        self.address = self.stack.enter_context(serving(folder, PREFIX))

    def stop(self) -> None:
        self.stack.close()

    def start(self) -> None:
        port = urlsplit(self.address).port or 0
        self.stack.enter_context(serving(self.folder, PREFIX, port))

    def release(self, number: int, into: Path | None = None) -> str:
        """Mark a page, the style sheet and the script of every page with a number, as a new release would differ."""
        folder = into or self.folder
        for page in folder.rglob("*.html"):
            text = re.sub(
                r"<html( data-release=\d)?", f'<html data-release="{number}"', page.read_text("utf-8"), count=1
            )
            page.write_text(text, encoding="utf-8")
        for name, mark in (("css/course.css", ":root{{--release:{}}}"), ("js/course.js", "\ncg.release = {};\n")):
            file = folder / "assets" / name
            old = file.read_text("utf-8").removesuffix(mark.format(number - 1))
            file.write_text(old + mark.format(number), encoding="utf-8")
        return offline.write(folder)


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(site, tmp_path / "site")
    made = Host(tmp_path / "site")
    made.release(1)
    yield made
    made.stop()


Start = Callable[..., Visit]


@pytest.fixture
def start(visit: Open, host: Host) -> Start:
    """A visit to the host."""

    def begin(**options: object) -> Visit:
        one = visit(**options)
        one.address = host.address
        return one

    return begin


def make(one: Visit) -> Page:
    page = one.go(KEEP)
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text(READY, timeout=30_000)
    return page


def tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def look(page: Page, tries: int = 9) -> bool:
    """Have the browser look for a newer release, as it does at each page; whether one stands ready at last."""
    ready: bool = page.evaluate(
        """async tries => {
            const copy = await navigator.serviceWorker.ready;
            while (!copy.waiting && tries--) {  // a look that is under way answers for the next one too
                await copy.update().catch(() => {});
                const coming = copy.installing;
                if (coming) await new Promise(done => coming.addEventListener("statechange", done, {once: true}));
            }
            return Boolean(copy.waiting);
        }""",
        tries,
    )
    return ready


def test_without_being_asked_nothing_is_registered(start: Start) -> None:
    one = start()
    for path in ("", TYPES["lesson"], KEEP):
        page = one.go(path)
        assert page.evaluate(PLACES) == 0 and page.evaluate(COPIES) == []
    expect(page.get_by_role("button", name=re.compile(r"^Make available offline \(\d+ MB\)$"))).to_be_visible()
    expect(page.locator(STATE)).to_contain_text(re.compile(r"not on this device yet. It takes \d+ MB"))
    assert not [url for url in one.asked if "offline-worker" in url or "offline-files" in url]


def test_with_the_server_gone_every_page_and_the_search_are_there(start: Start, host: Host) -> None:
    one = start()
    page = make(one)
    assert not page.evaluate(SERVED)  # this page came from the network, and so does all it asks for
    host.stop()
    for name, path in TYPES.items():
        page = one.go(path)
        expected = "This page is not here" if name == "missing" else None
        expect(page.locator("h1").first).to_have_text(expected or re.compile("."))
        assert page.evaluate(SERVED) and page.evaluate(RELEASES) == ["1", "1", "1"], path
        pictures = "() => [...document.images].every(one => one.loading === 'lazy' || one.complete && one.naturalWidth)"
        assert page.evaluate(pictures), path
    page = one.go("about")  # without its slash, as people type it
    assert page.url == one.address + "about/"
    page = one.go(TYPES["lesson"] + "?h=trust")
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Search the course").last.press_sequentially("inertia")
    page.locator(".md-search-result__list a", has_text="Advantage and inertia").first.click()
    expect(page.locator("h1")).to_contain_text("Advantage and inertia")
    with pytest.raises(Exception, match="ERR_"):
        page.goto(one.address.replace(PREFIX, "/elsewhere/"))  # nothing but the course is kept
    assert not one.elsewhere() and not one.complaints()


def test_every_page_of_the_site_is_in_the_copy(start: Start, host: Host) -> None:
    one = start()
    page = make(one)
    host.stop()
    page = one.go("")
    paths = [file.relative_to(host.folder).as_posix() for file in host.folder.rglob("*.html")]
    paths += [f"documents/{file.name}" for file in (host.folder / "documents").glob("*")]
    missing = page.evaluate(
        """async ([base, paths]) => {
        const answers = await Promise.all(paths.map(path => fetch(base + path).then(one => one.ok, () => false)));
        return paths.filter((path, at) => !answers[at]);
    }""",
        [one.address, paths],
    )
    assert len(paths) > 200 and not missing


def test_a_release_deployed_half_way_leaves_the_old_one_whole(start: Start, host: Host, tmp_path: Path) -> None:
    one = start()
    page = make(one)
    second = tmp_path / "second"
    shutil.copytree(host.folder, second)
    host.release(2, second)
    new = [offline.WORKER, offline.LIST, "assets/css/course.css", "index.html"]
    for name in new:
        shutil.copy(second / name, host.folder / name)
    page = one.go("")
    assert not look(page, 2)
    for path in ("", "about/", TYPES["lesson"]):
        assert one.go(path).evaluate(RELEASES) == ["1", "1", "1"]
    assert page.locator(".cg-strip").count() == 0

    shutil.copytree(second, host.folder, dirs_exist_ok=True)  # the deployment ends
    page = one.go("about/")
    assert look(page)
    expect(page.locator(".cg-strip")).to_contain_text("A new version of the course is here.")
    assert one.go(TYPES["lesson"]).evaluate(RELEASES) == ["1", "1", "1"]
    expect(page.locator(".cg-strip")).to_be_visible()
    assert not audit(page)
    page.get_by_role("button", name="Reload").click()
    expect(page.locator("html")).to_have_attribute("data-release", "2")
    host.stop()
    for path in ("", "about/", TYPES["lesson"]):
        assert one.go(path).evaluate(RELEASES) == ["2", "2", "2"]
    assert len(page.evaluate(COPIES)) == 1
    assert not one.elsewhere()


def test_a_first_copy_is_not_made_of_two_releases(start: Start, host: Host, tmp_path: Path) -> None:
    second = tmp_path / "second"
    shutil.copytree(host.folder, second)
    host.release(2, second)
    shutil.copy(second / "index.html", host.folder / "index.html")
    page = start().go(KEEP)
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text("the course is being renewed at this moment", timeout=30_000)
    assert page.evaluate(PLACES) == 0 and page.evaluate(COPIES) == []
    expect(page.get_by_role("button", name="Make available offline")).to_be_visible()


def test_the_old_release_stays_while_another_tab_shows_it(start: Start, host: Host) -> None:
    one = start()
    make(one)
    page, other = one.go("about/"), tab(one.page.context, one.address)
    host.release(2)
    assert look(page)
    page.get_by_role("button", name="Reload").click()
    expect(page.locator(".cg-strip")).to_contain_text("open in another tab in the older version. Close it first")
    assert other.evaluate("fetch('').then(one => one.text())").count('data-release="1"') == 1
    other.close()
    page.get_by_role("button", name="Reload").click()
    expect(page.locator("html")).to_have_attribute("data-release", "2")
    assert page.evaluate(RELEASES) == ["2", "2", "2"]


def test_closing_all_tabs_moves_to_the_new_release(start: Start, host: Host) -> None:
    one = start()
    page = make(one)
    page = one.go("about/")
    host.release(2)
    assert look(page)
    context = page.context
    page.close()
    page = tab(context, one.address)
    page.wait_for_load_state("load")
    assert page.evaluate(RELEASES) == ["2", "2", "2"]


def test_an_unchanged_file_is_not_fetched_again(start: Start, host: Host) -> None:
    one = start()
    make(one)
    page = one.go("about/")
    with (host.folder / "about/index.html").open("a") as file:
        file.write("<!-- new -->")
    offline.write(host.folder)
    next(host.folder.glob("figures/*.svg")).unlink()  # on the list of the second release, and not to be had
    assert look(page)
    expect(page.locator(".cg-strip")).to_contain_text("A new version")


def test_removing_it_leaves_nothing_and_it_can_be_made_again(start: Start, host: Host) -> None:
    one = start()
    make(one)
    page = one.go(KEEP)
    assert page.evaluate(SERVED)
    expect(page.locator(STATE)).to_contain_text(READY)
    page.get_by_role("button", name="Remove the offline copy").click()
    expect(page.locator(STATE)).to_contain_text("The offline copy is deleted.")
    expect(page.locator(STATE)).to_be_focused()
    assert page.evaluate(PLACES) == 0 and page.evaluate(COPIES) == [] and not one.stored()
    assert page.evaluate("fetch('../about/').then(one => one.ok)")  # the page at hand goes on over the network
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text(READY, timeout=30_000)
    host.stop()
    assert one.go("about/").evaluate(SERVED)


def test_what_the_browser_has_lost_of_a_copy_makes_it_no_copy(start: Start) -> None:
    one = start()
    make(one)
    page = one.go("")
    page.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    page = one.go(KEEP)
    expect(page.locator(STATE)).to_contain_text("not on this device yet")
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text(READY, timeout=30_000)


NO = "throw new DOMException('', 'SecurityError')"
REFUSED = {
    "no workers": ("Object.defineProperty(Navigator.prototype, 'serviceWorker', {value: undefined})", "does not let"),
    "workers throw": (
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', {get() { " + NO + " }})",
        "does not let",
    ),
    "registering denied": (
        "ServiceWorkerContainer.prototype.register = async () => { " + NO + " }",
        "does not let",
    ),
    "caches denied": (
        "CacheStorage.prototype.keys = async () => { " + NO + " }",
        "does not let",
    ),
    "little room": ("StorageManager.prototype.estimate = async () => ({quota: 9e6, usage: 8e6})", "not enough room"),
    "no https": ("Object.defineProperty(window, 'isSecureContext', {value: false})", "begins with https"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_where_it_cannot_work_one_plain_sentence_says_so(start: Start, name: str) -> None:
    script, said = REFUSED[name]
    one = start(script=script)
    page = one.go(KEEP)
    button = page.get_by_role("button", name="Make available offline")
    expect(page.locator(STATE)).not_to_be_empty()
    if button.is_visible():
        button.click()
    expect(page.locator(STATE)).to_contain_text(said)
    assert not one.complaints() and not one.stored()
    assert one.go("").locator("h1").count() == 1


def test_a_quota_that_runs_out_half_way_keeps_nothing(start: Start, browser_quota: Callable[[Page, int], None]) -> None:
    one = start()
    page = one.go(KEEP)
    page.evaluate("StorageManager.prototype.estimate = async () => ({quota: 1e12, usage: 0})")
    browser_quota(page, 2_000_000)
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text("not enough room", timeout=30_000)
    assert page.evaluate(PLACES) == 0 and page.evaluate(COPIES) == []


@pytest.fixture
def browser_quota() -> Callable[[Page, int], None]:
    """Give an origin so many bytes and no more."""

    def limit(page: Page, size: int) -> None:
        session = page.context.new_cdp_session(page)
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(page.url))
        session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": size})

    return limit


def test_a_connection_that_breaks_off_keeps_nothing(start: Start, host: Host) -> None:
    page = start().go(KEEP)
    host.stop()
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text("could not be fetched whole")
    assert page.evaluate(PLACES) == 0 and page.evaluate(COPIES) == []
    host.start()
    page.get_by_role("button", name="Make available offline").click()
    expect(page.locator(STATE)).to_contain_text(READY, timeout=30_000)


def test_from_a_file_it_says_that_there_is_nothing_to_fetch(visit: Open, site: Path) -> None:
    page = visit().page
    page.goto((site / "keep/index.html").as_uri())
    expect(page.locator(STATE)).to_contain_text("You have opened the course from a file")


def test_the_course_can_be_installed_as_an_app(start: Start) -> None:
    page = start().go("")
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in found} <= {"in-incognito"}  # as every context of a test is


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_by_keyboard_and_with_every_state_accessible(start: Start, width: int, scheme: str) -> None:
    page = start(width=width, scheme=scheme).go(KEEP)
    wrong = audit(page)
    page.get_by_role("button", name="Make available offline").focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATE)).to_be_focused()
    wrong += audit(page)
    expect(page.locator(STATE)).to_contain_text(READY, timeout=30_000)
    page.get_by_role("button", name="Remove the offline copy").focus()
    wrong += audit(page)
    page.keyboard.press("Enter")
    expect(page.locator(STATE)).to_contain_text("deleted")
    assert not wrong + audit(page)
