"""Every link, anchor and resource of the real site, followed over HTTP; and whose addresses they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode

from tests.site.conftest import HOST, Served

pytestmark = pytest.mark.xdist_group("site")
LOADED = ("script", "img", "source", "iframe", "embed", "object", "audio", "video", "track", "image", "use")
"""Elements that make a browser ask for something without a reader's doing."""


def addresses(page: HTMLParser) -> Iterator[tuple[LexborNode, str]]:
    """Each element with each address it names."""
    for node in page.css("[href], [src], [srcset], [data], [poster], [action], [formaction]"):
        for name in ("href", "src", "data", "poster", "action", "formaction", "xlink:href"):
            if value := node.attributes.get(name):
                yield node, value
        for part in (node.attributes.get("srcset") or "").split(","):
            if part.strip():
                yield node, part.split()[0]


def loads(node: LexborNode) -> bool:
    """Whether the element makes the browser fetch its address: all but links to follow and facts about the page."""
    if node.tag == "link":
        return node.attributes.get("rel") not in ("canonical", "prev", "next", "edit", "alternate", "license")
    return node.tag in LOADED


def test_every_link_anchor_and_resource_resolves(served: Served) -> None:
    wrong, followed = [], 0
    for at, page in served.pages.items():
        for _, value in addresses(page):
            target = served.own(at, value)
            if target is None:
                continue
            followed += 1
            answer = served.get(target[0])
            if answer.status != 200:
                wrong.append(f"{at}: {value} gives {answer.status}")
            elif target[1] and answer.kind == "text/html" and not answer.page.css(f'[id="{target[1]}"]'):
                wrong.append(f"{at}: {value} has no such anchor")
    assert not wrong
    assert followed > 500


def test_every_page_can_be_reached_from_the_front_page(served: Served) -> None:
    reached, waiting = set[str](), [served.prefix]
    while waiting:
        at = waiting.pop()
        if at in reached or at not in served.pages:
            continue
        reached.add(at)
        links = (served.own(at, node.attributes.get("href") or "") for node in served.pages[at].css("a[href]"))
        waiting += [target[0] for target in links if target]
    assert set(served.pages) - reached == {served.prefix + "404.html"}


def test_nothing_is_loaded_from_another_host(served: Served) -> None:
    for at, page in served.pages.items():
        for node, value in addresses(page):
            if loads(node) and not value.startswith("data:image/"):
                assert served.own(at, value), (at, node.html)


def test_style_sheets_ask_only_for_what_is_there(served: Served) -> None:
    sheets = [file.relative_to(served.site).as_posix() for file in served.site.rglob("*.css")]
    assert sheets
    for sheet in sheets:
        text = (served.site / sheet).read_text(encoding="utf-8")
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        for value in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text):
            found = value[0] or value[1]
            if found.startswith(("data:", "#")):
                continue
            target = served.own(served.prefix + sheet, found)
            assert target and served.get(target[0]).status == 200, (sheet, found)


def test_no_link_names_our_own_host(served: Served) -> None:
    for at, page in served.pages.items():
        for node, value in addresses(page):
            if value.startswith(HOST):
                assert node.attributes.get("rel") == "canonical", (at, node.html)
            elif value.startswith("/"):
                assert at.endswith("404.html"), (at, node.html)  # only that page cannot know where it will stand


def test_each_page_says_where_it_stands(served: Served) -> None:
    for at, page in served.pages.items():
        canonical = page.css_first("link[rel=canonical]")
        if not at.endswith("404.html"):
            assert canonical and canonical.attributes["href"] == HOST + at, at


def test_the_map_for_search_engines_names_each_page(served: Served) -> None:
    listed = re.findall(r"<loc>(.*?)</loc>", served.get(served.prefix + "sitemap.xml").body.decode())
    assert sorted(listed) == sorted(HOST + at for at in served.pages if not at.endswith("404.html"))


def test_a_missing_page_gets_a_page_that_works_where_it_is_asked_for(served: Served) -> None:
    at = served.prefix + "modules/no-such-module/no-such-lesson/"
    answer = served.get(at)
    assert answer.status == 404
    links = [served.own(at, value) for _, value in addresses(answer.page)]
    targets = [target[0] for target in links if target and target[0] != at]  # the skip link stays where it is
    assert served.prefix in targets and served.prefix + "map/" in targets
    for target in targets:
        assert served.get(target).status == 200, target
