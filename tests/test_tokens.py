"""Colours keep the contrast that the accessibility statement promises, and styles stay small and speak in tokens."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from build_tools import script, stylesheet
from build_tools.charts.bars import SHADE as BAR
from build_tools.charts.matrix import SHADE as CELL

ROOT = Path(__file__).parents[1]
SHEETS = ROOT / "build_tools/look"
TOKENS = (SHEETS / "tokens.css").read_text(encoding="utf-8")
COMPONENTS = sorted((ROOT / "build_tools/components").glob("*/style.css"))
BUDGET = 30_000
"""Bytes of the styles and scripts of ours that every page loads, as they are sent, with gzip."""
CHARTS = ROOT / "build_tools/charts/style.css"
STYLES = 25_000
"""Bytes of the styles that every page loads, before gzip."""
ALONE = 5_000
"""Bytes of a style sheet that only some pages load."""
OWN = ROOT / "build_tools/learner/yours/style.css"
YOURS_BUDGET = 17_000
"""Bytes of those that only the pages about a learner's own course load, with gzip."""

PAIRS = {
    name: (light, dark) for name, light, dark in re.findall(r"--cg-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)
}
GROUNDS = ("paper", "surface", "sunken", "note-ground")
TEXTS = ("ink", "soft", "link", "accent")
SIGNS = ("line", "mark", "focus")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, of `#rrggbb`."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_out_from_every_ground(ground: str, scheme: int) -> None:
    found = {text: contrast(PAIRS[text][scheme], PAIRS[ground][scheme]) for text in TEXTS}
    assert min(found.values()) >= 7, found


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_lines_and_marks_stand_out_from_every_ground(ground: str, scheme: int) -> None:
    found = {sign: contrast(PAIRS[sign][scheme], PAIRS[ground][scheme]) for sign in SIGNS}
    assert min(found.values()) >= 3, found


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_header_can_be_read(scheme: int) -> None:
    (on_brand,) = re.findall(r"--cg-on-brand: (#\w{6});", TOKENS)
    assert contrast(on_brand, PAIRS["brand"][scheme]) >= 7


def test_older_browsers_get_the_light_colours() -> None:
    fallback = dict(re.findall(r"--cg-([\w-]+): (#\w{6});", TOKENS.partition("@supports not")[2]))
    assert fallback == {name: light for name, (light, _) in PAIRS.items()}


def test_all_styles_and_scripts_together_stay_small() -> None:
    frame = (ROOT / "docs/assets/js/frame.js").read_bytes()
    scripts = (script.course("6b1d3c0e-8f57-4a3e-9c1b-52d0a7e4f913", "Common Ground", False).encode(), frame)
    assert sum(len(gzip.compress(one)) for one in (stylesheet.course().encode(), *scripts)) <= BUDGET
    assert len(stylesheet.course().encode()) <= STYLES
    assert max(map(len, stylesheet.alone().values())) <= ALONE
    own = (stylesheet.alone()[stylesheet.YOURS], script.yours().encode())
    assert sum(len(gzip.compress(one)) for one in own) <= YOURS_BUDGET


SMALLER = {
    "a  b{ color : red ; }": "a b{color :red}",
    "/* no */ a > b,\n c { margin: 1px 2px; }\n": "a>b,c{margin:1px 2px}",
    ".x :focus { width: calc(1px + 2px); }": ".x :focus{width:calc(1px + 2px)}",
    'a::after { content: " <" attr(href) ">, ; /* kept */"; }': 'a::after{content:" <" attr(href) ">, ; /* kept */"}',
    "@media (min-width: 64em) and (x) { a { b: c } }": "@media (min-width:64em) and (x){a{b:c}}",
}


@pytest.mark.parametrize("css", SMALLER)
def test_smaller_styles_say_the_same(css: str) -> None:
    assert stylesheet.small(css) == SMALLER[css]


def blend(colour: str, ground: str, share: float) -> str:
    """What is seen where a colour covers a share of its ground."""
    pairs = [(int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(top * share + below * (1 - share)):02x}" for top, below in pairs)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("colour", "shade"), [("link", CELL), ("link", BAR), ("mark", BAR)])
def test_numbers_stand_out_from_what_is_drawn_under_them(colour: str, shade: float, scheme: int) -> None:
    ground = blend(PAIRS[colour][scheme], PAIRS["paper"][scheme], shade)
    assert contrast(PAIRS["ink"][scheme], ground) >= 7


@pytest.mark.parametrize("path", [*COMPONENTS, CHARTS, OWN], ids=lambda path: path.parent.name)
def test_a_component_names_tokens_and_no_colours(path: Path) -> None:
    screen = path.read_text(encoding="utf-8").partition("@media print")[0]
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", screen)
    used = set(re.findall(r"var\(--cg-([\w-]+)\)", screen))
    known = set(re.findall(r"--cg-([\w-]+):", TOKENS))
    assert used <= known


@pytest.mark.parametrize("path", sorted((ROOT / "build_tools/theme").rglob("*.html")), ids=lambda path: path.name)
def test_the_theme_has_nothing_that_the_security_policy_blocks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|javascript:", text)
