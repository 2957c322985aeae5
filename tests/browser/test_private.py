"""The real site in a real browser: it asks no other host, stores nothing, breaks no policy and fits a phone."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from build_tools.commands import build_all

ROOT = Path(__file__).parent.parent.parent
TYPES = {
    "home": "",
    "module": "modules/when-to-collaborate/",
    "lesson": "modules/when-to-collaborate/before-you-say-yes/",
    "questions": "modules/when-to-collaborate/questions/",
    "worksheet": "modules/when-to-collaborate/worksheet/",
    "session": "facilitators/when-to-collaborate/",
    "glossary": "glossary/",
    "sources": "sources/",
    "map": "map/",
    "pathways": "pathways/",
    "about": "about/",
}

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: pytest reports what matters."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real course, built afresh and served from a free port under a sub-path."""
    into = tmp_path_factory.mktemp("real")
    assert build_all(ROOT, into / "somewhere", "generic", True, "http://127.0.0.1/somewhere/site/") == 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(into)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/somewhere/site/"
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_type_is_private_quiet_and_fits(address: str, browser: Browser, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name, path in TYPES.items():
        response = page.goto(address + path)
        assert response and response.ok, name
        stored = page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length")
        assert (stored, page.evaluate("document.cookie")) == (0, ""), name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert not said
    origin = "/".join(address.split("/")[:3])
    assert asked and all(url.startswith((origin, "data:")) for url in asked)
    context.close()


def test_everything_is_there_without_script(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + TYPES["questions"])
    page.get_by_text("Answer and reasons").first.click()
    assert page.get_by_text("It asks for the advantage before anybody builds a structure").is_visible()
    page.goto(address + TYPES["lesson"])
    assert page.get_by_text("eight minutes to five").is_visible()
    context.close()


def test_search_finds_a_word_under_the_policy(address: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    assert "default-src 'none'" in (
        page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    )
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Search the course").last.press_sequentially("inertia")
    page.locator(".md-search-result__list a", has_text="Advantage and inertia").first.wait_for(state="visible")
    assert not said
    page.close()


AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """() => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    .then(found => found.violations.map(one => one.id + ": " + one.nodes[0].html.slice(0, 160)))"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_page_type(address: str, browser: Browser, width: int, scheme: str) -> None:
    viewport = {"width": width, "height": 900}
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for name, path in TYPES.items():
        page.goto(address + path)
        page.add_script_tag(path=AXE)
        if violations := page.evaluate(RUN):
            found[name] = violations
    context.close()
    assert not found
