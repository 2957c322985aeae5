"""The Markdown dialect is one: what `mkdocs.yml` names is what the core uses."""

from __future__ import annotations

from pathlib import Path

import yaml

from build_tools.markdown import CONFIGS, EXTENSIONS, to_html

ROOT = Path(__file__).parent.parent


def test_mkdocs_and_the_core_speak_one_dialect() -> None:
    named = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    options = {name: given for one in named if isinstance(one, dict) for name, given in one.items()}
    assert sorted(next(iter(one)) if isinstance(one, dict) else one for one in named) == sorted(EXTENSIONS)
    assert options == CONFIGS


def test_our_elements_hold_lists() -> None:
    html = to_html('<cg-activity markdown="1">\n- one\n- two\n</cg-activity>\n')
    assert html.replace("\n", "") == "<cg-activity><ul><li>one</li><li>two</li></ul></cg-activity>"


def test_an_exhibit_is_kept_as_it_is() -> None:
    line = '<div class="cg-exhibit"><svg viewBox="0 0 1 1"><title>*a* & b</title></svg><table><tr><td>1</table></div>'
    assert to_html(f"Before *it*.\n\n{line}\n\nAfter.") == f"<p>Before <em>it</em>.</p>\n{line}\n<p>After.</p>"


def test_only_a_whole_exhibit_is() -> None:
    assert "<em>" in to_html('<div class="cg-exhibit" markdown="1">*a*</div>\n')
    assert to_html('    <div class="cg-exhibit"></div>\n').startswith("<pre><code>&lt;div")
