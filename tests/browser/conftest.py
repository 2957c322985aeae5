"""The real course behind a server, a Chromium, and contexts that remember all that the browser asked for and said."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from build_tools.commands import build_all
from build_tools.load import load
from tests.serving import serving

ROOT = Path(__file__).parent.parent.parent
PREFIX = "/somewhere/"
WIDTHS = [320, 1280]
SCHEMES = ["light", "dark"]


def page_types() -> dict[str, str]:
    """One page of each type, by the type's name."""
    course = load(ROOT).course
    assert course
    module = next(iter(course.modules.values()))
    return {
        "home": "",
        "modules": "modules/",
        "module": f"modules/{module.id}/",
        "lesson": f"modules/{module.lessons[0].key}/",
        "questions": f"modules/{module.id}/questions/",
        "worksheet": f"modules/{module.id}/worksheet/",
        "looking-back": f"modules/{module.id}/looking-back/",
        "session": f"facilitators/{module.id}/",
        "glossary": "glossary/",
        "sources": "sources/",
        "map": "map/",
        "pathways": "pathways/",
        "keep": "keep/",
        "my-course": "my-course/",
        "review": "review/",
        "self-assessment": "self-assessment/",
        "journal": "journal/",
        "record": "record/",
        "page": "about/",
        "document": "contributing/format/",
        "report": "contributing/report/",
        "rules": "contributing/rules/",
        "rule": "contributing/rules/s203/",
        "missing": "no/such/page/",
    }


TYPES = page_types()


class Visit:
    """A page that keeps what was asked for, what was said on the console, and what failed."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))

    def go(self, path: str) -> Page:
        """Load a path below the site and wait until its scripts have come and run."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page

    def elsewhere(self) -> list[str]:
        """What was asked of another host."""
        origin = self.address.removesuffix(PREFIX) + "/"
        return [url for url in self.asked if not url.startswith((origin, "data:"))]

    def complaints(self) -> list[str]:
        """What was said, but for the browser's own word on the page that is missing on purpose."""
        return [one for one in self.said if "status of 404" not in one]

    def stored(self) -> list[str]:
        """The keys in both storages and the cookies."""
        keys: list[str] = self.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        return keys + [cookie.get("name", "") for cookie in self.page.context.cookies()]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built afresh for a sub-path."""
    into = tmp_path_factory.mktemp("real")
    assert build_all(ROOT, into, "generic", True, "https://course.example" + PREFIX) == 0
    return into / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with serving(site, PREFIX) as base:
        yield base


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium: what CG_CHROMIUM names, else the machine's own, else Playwright's."""
    names = (os.environ.get("CG_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page in a fresh context: `visit(width=…, scheme=…)` and whatever else Playwright's contexts take."""
    contexts: list[BrowserContext] = []

    def open_one(width: int = 1280, scheme: Any = "light", script: str = "", **options: Any) -> Visit:
        options |= {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "reduced_motion": "reduce"}
        context = browser.new_context(**options)
        contexts.append(context)
        if script:
            context.add_init_script(script)
        return Visit(context.new_page(), address)

    yield open_one
    for context in contexts:
        context.close()
