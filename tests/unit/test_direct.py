"""Texts that run straight from their tree give what Jinja gives: the same page, blocks, references and problems."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.course import Course
from build_tools.direct import Direct
from build_tools.load import load
from build_tools.refer import Scene
from build_tools.render import Piece, Renderer
from tests.conftest import SMALL

PIECES = (
    'A mayor asks {{ cite("gauge-1999", "p. 3") }}.\n',
    '{{ cite("gauge-1999", part="p. 4") }} and {{- term("abutment") -}} both\n',
    '{{ cite("gauge-1999", "p. 3", 4) }}\n',
    '{{ cite("gauge-1999", part="a", part="b") }}\n',
    '{{ cite("gauge-1999", pat="a") }}\n',
    '{{ cite(["gauge-1999"]) }} {{ cite({"a": 1}) }} {{ cite({[1]: 1}) }}\n',
    '{{ module("tunnels") }}, {{ lesson("bridges/ferry") }}, {{ fact("spans") }}, {{ term("no-such") }}\n',
    "{{ place.name }} {{ place() }} {{ caller() }}\n",
    "{% set x = 'gauge-1999' %}{{ cite(x) }}\n",
    "{% if 1 %}yes{% endif %}{% for n in [1, 2] %}{{ n }}{% endfor %}\n",
    '{% if 1 %}{{ cite("gauge-1999") }}{% endif %}\n',
    "{{ 'a'|upper }} {{ 'a' ~ 'b' }} {{ 1 / 0 }}\n",
    '{{ question("widest") }}\n',
    '{{ question("many") }}\n\n{{ figure("arch") }}\n',
    '{% activity "Pace", id="pace", minutes=25, group="alone", kind="practise", outcomes=["choose-span"] %}\n',
    "{% endactivity %}\n",
    '{% reflection "banks", lines=3 %}Which {{ term("abutment") }}?{% endreflection %}\n',
    '{% reflection "banks", lines="3" %}Which?{% endreflection %}\n',
    '{% perspectives "wait" %}\n{% perspective "Commuter" %}Minutes.{% endperspective %}\n{% endperspectives %}\n',
    '{% facilitator "wet" %}\n{{ cite("gauge-1999", 1, 2) }}\n{% endfacilitator %}\n',
    "{% raw %}{{ left }}{% endraw %} {## a remark ##}\n",
    "\n",
    "## A heading\n",
    "{{ total('written') }} {{ total('nothing') }}\n",
)


@pytest.fixture(scope="module")
def course() -> Course:
    found = load(SMALL).course
    assert found
    return found


def render(course: Course, text: str, wide: bool) -> Piece:
    scene = Scene("modules/bridges/span.md", "modules/bridges/1-span.md", "bridges", wide=wide)
    return Renderer(course, "generic").render(text, scene)


@settings(max_examples=150, database=None, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join), st.booleans())
def test_a_text_reads_the_same_whoever_runs_it(course: Course, text: str, wide: bool) -> None:
    straight = render(course, text, wide)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Direct, "run", lambda self, tree: None)
        assert render(course, text, wide) == straight


@pytest.mark.parametrize(("text", "plain"), [(text, "{%" not in text) for text in PIECES[:2]] + [(PIECES[9], False)])
def test_plain_texts_are_not_compiled(course: Course, text: str, plain: bool) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "_line_of", None, raising=False)
        patch.setattr("build_tools.sandbox.Sandbox.from_string", lambda self, tree: pytest.fail("compiled"))
        if plain:
            assert not render(course, text, wide=False).problems
        else:
            with pytest.raises(pytest.fail.Exception):
                render(course, text, wide=False)
