"""Every component's examples, on screen and on paper: complete HTML whose controls have names."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from build_tools.components import COMPONENTS
from build_tools.load import load
from build_tools.markdown import to_html
from build_tools.patterns import Example, apart, examples
from build_tools.refer import Scene
from build_tools.render import Renderer

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "build_tools" / "components"
MODULE = "when-to-collaborate"
LEFT_OVER = ("{{", "{%", "{#", "markdown=", "<cg-cg")


EXAMPLES = examples()


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    course = load(ROOT).course
    assert course
    return Renderer(course, "generic")


def rendered(renderer: Renderer, example: Example, paper: bool) -> HTMLParser:
    page = f"facilitators/{MODULE}.md" if example.component == "facilitator" else f"modules/{MODULE}/worksheet.md"
    piece = renderer.render(example.source, Scene(page, "examples.yml", MODULE, paper))
    assert not piece.problems
    return HTMLParser(to_html(piece.markdown))


@pytest.mark.parametrize("paper", [False, True], ids=["screen", "paper"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.component}: {one.name}")
def test_an_example_is_complete_html(renderer: Renderer, example: Example, paper: bool) -> None:
    html = rendered(renderer, example, paper)
    assert html.body and html.css_first(f"cg-{example.component}.cg-{example.component}")
    assert not [mark for mark in LEFT_OVER if mark in (html.body.html or "")]
    ids = [node.attributes["id"] for node in html.css("[id]")]
    assert len(ids) == len(set(ids))
    if paper:
        assert not html.css("textarea, input, select, button, details")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.component}: {one.name}")
def test_every_control_has_a_name(renderer: Renderer, example: Example) -> None:
    html = rendered(renderer, example, paper=False)
    for control in html.css("textarea, input, select, fieldset"):
        by = control.attributes.get("aria-labelledby")
        named = html.css_first(f'[id="{by}"]') if by else None
        within = control.parent if control.parent and control.parent.tag == "label" else None
        text = named.text() if named else within.text() if within else control.attributes.get("aria-label") or ""
        assert text.strip(), control.html


def test_every_access_note_is_given_once_at_least() -> None:
    assert {one.component for one in EXAMPLES if one.access} == set(COMPONENTS)


def test_two_copies_share_no_names() -> None:
    made = apart('<p id="a b"><label for="a"><input name="n" aria-labelledby="a c" value="a"></label>', "x")
    assert (
        made == '<p id="a--x b--x"><label for="a--x"><input name="n--x" aria-labelledby="a--x c--x" value="a"></label>'
    )
