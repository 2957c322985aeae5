"""The real site in a real browser: it asks no other host, stores nothing, and breaks no policy."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PREFIX, SCHEMES, TYPES, WIDTHS, Open

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_type_is_private_and_quiet(visit: Open, width: int, scheme: str) -> None:
    one = visit(width, scheme)
    for path in TYPES.values():
        one.go(path)
        assert not one.stored(), path
    assert one.asked and not one.elsewhere()
    assert not one.complaints()


def test_a_lesson_is_light_and_search_comes_when_it_is_asked_for(visit: Open, site: Path) -> None:
    """What a first view of a lesson weighs, each file compressed as GitHub Pages does it: 85 kB at most."""
    one = visit()
    page = one.go(TYPES["lesson"])
    files = [site / urlsplit(url).path.removeprefix(PREFIX) for url in one.asked]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    sizes = {str(file): len(gzip.compress(file.read_bytes())) for file in files}
    assert len(sizes) > 3 and 30_000 < sum(sizes.values()) <= 85_000, sizes
    assert not [url for url in one.asked if "search" in url or "bundle" in url]
    page.get_by_role("button", name="Search").first.click()
    page.locator(".md-search-result__meta", has_text="Type a word or two").wait_for()
    assert [url for url in one.asked if "search_index" in url]


def test_search_works_under_the_policy_and_keeps_nothing(visit: Open) -> None:
    one = visit()
    page = one.go("")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy and "default-src 'none'" in policy and "unsafe-inline" not in policy
    page.get_by_role("button", name="Search").first.click()
    page.get_by_label("Search the course").last.press_sequentially("inertia")
    page.locator(".md-search-result__list a", has_text="Advantage and inertia").first.wait_for(state="visible")
    assert not one.elsewhere() and not one.complaints() and not one.stored()
