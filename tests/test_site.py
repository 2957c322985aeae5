"""The built site of the small course, read back as a browser would: structure, links, anchors, what must be there."""

from __future__ import annotations

import json
import posixpath
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from build_tools.load import load
from tests.conftest import SMALL

BASE = "https://example.org/somewhere/"


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, HTMLParser]:
    """Every HTML page by its path below the site."""
    site = built / "site"
    return {p.relative_to(site).as_posix(): HTMLParser(p.read_text(encoding="utf-8")) for p in site.rglob("*.html")}


def test_each_page_has_title_language_and_one_h1(pages: dict[str, HTMLParser]) -> None:
    for path, page in pages.items():
        assert page.css_first("title").text().strip(), path
        assert page.css_first("html").attributes.get("lang", "").startswith("en"), path
        if path != "404.html":
            assert len(page.css("h1")) == 1, path


def test_headings_skip_no_level(pages: dict[str, HTMLParser]) -> None:
    for path, page in pages.items():
        levels = [int(node.tag[1]) for node in page.css("article :is(h1,h2,h3,h4,h5,h6)")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert not jumps, (path, levels)


def test_ids_are_unique_and_images_have_alt(pages: dict[str, HTMLParser]) -> None:
    for path, page in pages.items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), (path, sorted({one for one in ids if ids.count(one) > 1}))
        assert all(node.attributes.get("alt") is not None for node in page.css("img")), path


def targets(path: str, page: HTMLParser) -> list[tuple[str, str]]:
    """(file below the site, anchor) of every link and resource of a page that stays on the site."""
    found = []
    for node in page.css("[href], [src]"):
        value = node.attributes.get("href") or node.attributes.get("src") or ""
        parts = urlsplit(value)
        if value.startswith(BASE):
            parts = urlsplit(value.removeprefix(BASE) or ".")
            folder = ""
        elif parts.scheme or value.startswith("//"):
            assert node.tag == "a" or node.attributes.get("rel") in ("edit", "canonical"), (path, value)
            continue
        else:
            folder = posixpath.dirname(path)
        if path == "404.html" and parts.path.startswith("/somewhere/"):
            parts, folder = parts._replace(path=parts.path.removeprefix("/somewhere/") or "."), ""
        assert not parts.path.startswith("/"), (path, value)
        target = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else path
        found.append((target, unquote(parts.fragment)))
    return found


def test_every_link_and_anchor_resolves(built: Path, pages: dict[str, HTMLParser]) -> None:
    seen = 0
    for path, page in pages.items():
        for target, anchor in targets(path, page):
            file = built / "site" / target
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), (path, target)
            seen += 1
            if anchor and not anchor.startswith("__"):
                other = pages[file.relative_to(built / "site").as_posix()]
                assert other.css_first(f'[id="{anchor}"]'), (path, target, anchor)
    assert seen > 200


def test_every_module_has_its_pages_its_handout_and_its_place(built: Path, pages: dict[str, HTMLParser]) -> None:
    course = load(SMALL).course
    assert course
    home = pages["index.html"]
    linked = {target for target, _ in targets("index.html", home)}
    for module in course.modules.values():
        base = f"modules/{module.id}"
        wanted = [base, f"{base}/questions", f"{base}/worksheet", f"facilitators/{module.id}"]
        wanted += [f"modules/{lesson.key}" for lesson in module.lessons]
        for page in wanted:
            assert f"{page}/index.html" in pages, page
            assert page in linked, page
        assert (built / "site" / "documents" / f"{module.id}-handout.pdf").is_file()
        overview = pages[f"{base}/index.html"]
        assert (f"documents/{module.id}-handout.pdf", "") in targets(f"{base}/index.html", overview)


def test_planned_modules_are_named_and_never_linked(pages: dict[str, HTMLParser]) -> None:
    assert "Tunnels" in pages["index.html"].body.text()
    for path, page in pages.items():
        assert not [one for one in targets(path, page) if "tunnels" in one[0]], path


def test_facilitators_notes_stay_out_of_the_learners_path(pages: dict[str, HTMLParser]) -> None:
    assert "Take boots" in pages["facilitators/bridges/index.html"].body.text()
    assert "Take boots" not in pages["modules/bridges/span/index.html"].body.text()


def test_a_place_is_text_and_nothing_else(pages: dict[str, HTMLParser]) -> None:
    assert "your *place* <b>" in pages["index.html"].body.text()


def test_the_site_is_ready_for_pages(built: Path) -> None:
    assert (built / "site" / ".nojekyll").is_file()
    assert (built / "site" / "404.html").is_file()


def test_no_tag_is_left_in_any_page(pages: dict[str, HTMLParser]) -> None:
    for path, page in pages.items():
        article = HTMLParser(page.html or "").css_first("article")
        for node in article.css("pre, code") if article else []:
            node.decompose(recursive=True)
        text = article.text() if article else ""
        assert not [mark for mark in ("{{", "{%", "{##", "markdown=") if mark in text], path


def test_rules_can_be_searched_and_their_examples_do_not_crowd_out_the_course(built: Path) -> None:
    index = json.loads((built / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    (rule,) = [one for one in index if one["location"].startswith("contributing/rules/s206/")]
    assert rule["title"].startswith("S206: ") and rule["boost"] < 1
    assert not [one for one in index if one["title"] in ("Instead of this", "Write this", "To ignore it")]


def test_table_alignment_is_a_class(pages: dict[str, HTMLParser]) -> None:
    page = pages["modules/bridges/keeping/index.html"]
    assert page.css_first("td.cg-align-right") and not page.css("article [style]")
