"""What every page of the real site must hold for somebody who hears it read out or moves by headings."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from build_tools.course import Course
from tests.site.conftest import ROOT, Served

pytestmark = pytest.mark.xdist_group("site")


def test_each_page_has_a_title_of_its_own(served: Served) -> None:
    titles = {at: page.css_first("head > title").text().strip() for at, page in served.pages.items()}
    assert all(titles.values())
    twice = {title for title, count in Counter(titles.values()).items() if count > 1}
    assert not {at: title for at, title in titles.items() if title in twice}


def test_no_mark_of_the_source_is_left(served: Served) -> None:
    for at, page in served.pages.items():
        for node in page.css("main pre, main code"):
            node.decompose(recursive=True)
        text = page.css_first("main").text()
        assert not [mark for mark in ("](", "{{", "{%", "{##", "{#", "markdown=", "**") if mark in text], at


def test_each_page_can_be_mended_where_it_was_written(served: Served) -> None:
    seen = 0
    for at, page in served.pages.items():
        for link in page.css("a[rel=edit]"):
            address = str(link.attributes["href"])
            assert (ROOT / address.removeprefix("https://github.com/example/common-ground/edit/main/")).is_file(), at
            seen += 1
    assert seen > 20


def test_each_page_is_british_english(served: Served) -> None:
    assert {page.css_first("html").attributes.get("lang") for page in served.pages.values()} == {"en-GB"}


def test_each_page_has_one_h1_and_skips_no_level(served: Served) -> None:
    for at, page in served.pages.items():
        levels = [int(node.tag[1]) for node in page.css("main :is(h1,h2,h3,h4,h5,h6)")]
        assert len(page.css("h1")) == 1 and levels[0] == 1, (at, levels)
        assert not [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1], (at, levels)


def test_ids_are_unique(served: Served) -> None:
    for at, page in served.pages.items():
        counts = Counter(node.attributes["id"] for node in page.css("[id]"))
        assert not {one for one, count in counts.items() if count > 1}, at


def test_ids_that_are_referred_to_exist(served: Served) -> None:
    names = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "headers")
    for at, page in served.pages.items():
        ids = {node.attributes["id"] for node in page.css("[id]")}
        for node in page.css(", ".join(f"[{name}]" for name in names)):
            wanted = {one for name in names for one in (node.attributes.get(name) or "").split()}
            assert wanted <= ids, (at, wanted - ids)


def test_every_image_has_alt_text_and_content(served: Served) -> None:
    seen = 0
    for at, page in served.pages.items():
        for image in page.css("img"):
            seen += 1
            assert image.attributes.get("alt") is not None, (at, image.html)
            assert "style" not in image.attributes, (at, image.html)
        for figure in page.css("main figure"):
            named = figure.css_first("img[alt]:not([alt='']), svg[role=img][aria-labelledby]")
            assert named, (at, figure.html)
    assert seen


def test_every_table_has_headers(served: Served) -> None:
    for at, page in served.pages.items():
        for table in page.css("main table"):
            assert table.css("th"), (at, table.html)


def links(served: Served, name: str) -> set[str]:
    """Paths below the site that the navigation of the page `name` leads to."""
    at = served.prefix + name
    found = [served.own(at, node.attributes.get("href") or "") for node in served.pages[at].css("nav a[href]")]
    return {target[0].removeprefix(served.prefix) for target in found if target}


def test_every_written_module_is_whole_and_in_the_navigation(served: Served, course: Course) -> None:
    assert course.modules
    for module in course.modules.values():
        pages = [f"modules/{module.id}/", *(f"modules/{lesson.key}/" for lesson in module.lessons)]
        pages += [f"modules/{module.id}/{name}/" for name in ("questions", "worksheet")]
        session = f"facilitators/{module.id}/"
        for name in (*pages, session):
            assert served.prefix + name in served.pages, name
        assert pages[0] in links(served, "modules/") and session in links(served, "facilitators/")
        for name in pages:
            assert set(pages) <= links(served, name), name
        handout = served.get(f"{served.prefix}documents/{module.id}-handout.pdf")
        assert handout.status == 200 and handout.body.startswith(b"%PDF-"), module.id


def test_a_planned_module_is_named_and_never_linked(served: Served, course: Course) -> None:
    planned = [entry for entry in (*course.plan.entries(), *course.plan.labs) if entry.planned]
    home = " ".join(served.pages[served.prefix].css_first("main").text().split())
    for entry in planned:
        assert entry.planned and entry.planned.title in home, entry.id
        for at, page in served.pages.items():
            linked = [node.attributes["href"] or "" for node in page.css("a[href]")]
            assert not [href for href in linked if entry.id in href.split("/")], (at, entry.id)


def test_the_folder_is_ready_for_pages(served: Served) -> None:
    assert (served.site / ".nojekyll").is_file() and (served.site / "404.html").is_file()


def test_no_file_tells_of_the_machine_that_built_it(served: Served) -> None:
    here = (str(served.site.parent), str(served.site.parent.parent))
    for file in served.site.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not [one for one in here if one.encode() in content], file


def test_charts_bring_their_styles_and_nothing_else_does(served: Served) -> None:
    with_charts = {at for at, page in served.pages.items() if page.css("svg.cg-chart")}
    assert with_charts == {at for at, page in served.pages.items() if page.css('link[href$="assets/css/charts.css"]')}
    assert served.prefix + "contributing/report/" in with_charts


def test_each_picture_of_the_report_stands_above_its_table(served: Served) -> None:
    page = served.pages[served.prefix + "contributing/report/"]
    figures = page.css("main figure")
    assert len(figures) == len(page.css("main table")) == 10
    for figure in figures:
        after = figure.next
        while after is not None and after.tag != "table":
            assert after.tag == "-text", figure.html
            after = after.next
        assert after and after.css_first("caption") and after.css("tbody th[scope=row]"), figure.html
        for svg in figure.css("svg"):
            assert svg.css_first("title").text() and svg.css_first("desc").text()


def test_learners_do_not_find_the_report_when_they_search(served: Served) -> None:
    found = served.get(served.prefix + "search/search_index.json").body.decode()
    assert "contributing/format/" in found and "contributing/report/" not in found
