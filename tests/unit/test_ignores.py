"""Comments that ignore a problem: what they cover, and that nothing of them is left anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.checks.lock import storable
from build_tools.checks.standard import count_words
from build_tools.comments import GONE, find
from build_tools.ignores import apply, ignorable
from build_tools.markdown import to_html
from build_tools.prepare import Prepared, prepare
from build_tools.problems import Problem
from build_tools.rules import RULES
from build_tools.rules.rule import Rule

WHY = "because we have tried both"

COVERED = {
    "the line below": (f"---\na: b\n---\n<!-- course: ignore L101 {WHY} -->\nHere.", 5),
    "the end of the paragraph": (f"---\na: b\n---\n<!-- course: ignore L101 {WHY} -->\nHere\nand\nhere.", 7),
    "several codes": (f"---\na: b\n---\n<!-- course: ignore S109, L101 {WHY} -->\nHere.", 5),
    "and between codes": (f"---\na: b\n---\n<!-- course: ignore S109 and L101 {WHY} -->\nHere.", 5),
    "small letters": (f"---\na: b\n---\n<!-- Course: Ignore l101 {WHY.upper()} -->\nHere.", 5),
    "two comments": (
        f"---\na: b\n---\n<!-- course: ignore L101 {WHY} -->\n<!-- course: ignore S109 {WHY} -->\nHere.",
        6,
    ),
    "a comment of two lines": (f"---\na: b\n---\n<!-- course: ignore L101\n{WHY} -->\nHere.", 6),
    "the whole file": (f"---\n# course: ignore L101 {WHY}\na: b\n---\nHere.", 1),
    "the whole file, below another comment": (f"---\n# by hand\n# course: ignore L101 {WHY}\na: b\n---\nHere.", 1),
    "a key in front matter": (f"---\na: b\n# course: ignore L101 {WHY}\nc: d\n---\nHere.", 4),
    "a key below two comments": (f"---\na: b\n# course: ignore L101 {WHY}\n# and more\nc: d\n---\nHere.", 5),
    "after a tag": (f'---\na: b\n---\n{{% plan "x" %}}\n<!-- course: ignore L101 {WHY} -->\nHere.\n{{% endplan %}}', 6),
    "after a heading": (f"---\na: b\n---\n## Title\n<!-- course: ignore L101 {WHY} -->\nHere.", 6),
    "above a tag": (f'---\na: b\n---\nText\n<!-- course: ignore L101 {WHY} -->\n{{% plan "x" %}}', 6),
}

NOT_COVERED = {
    "past the paragraph": (f"---\na: b\n---\n<!-- course: ignore L101 {WHY} -->\nHere.\n\nThere.", 7),
    "past an empty line": (f"---\na: b\n---\n<!-- course: ignore L101 {WHY} -->\n\nHere.", 6),
    "another code": (f"---\na: b\n---\n<!-- course: ignore L102 {WHY} -->\nHere.", 5),
    "the whole file, from below": (f"---\na: b\n# course: ignore L101 {WHY}\nc: d\n---\nHere.", 1),
    "in a fence": (f"---\na: b\n---\n```\n<!-- course: ignore L101 {WHY} -->\nHere.\n```", 6),
    "in code": (f"---\na: b\n---\n`<!-- course: ignore L101 {WHY} -->`\nHere.", 5),
    "in a value": (f"---\na: |\n  # course: ignore L101 {WHY}\nc: d\n---\nHere.", 4),
    "in quotation marks": (f"---\na: 'x\n  # course: ignore L101 {WHY}'\nc: d\n---\nHere.", 4),
    "beside a key": (f"---\na: b # course: ignore L101 {WHY}\nc: d\n---\nHere.", 3),
    "in a paragraph": (f"---\na: b\n---\nText\n<!-- course: ignore L101 {WHY} -->\nHere.", 6),
    "Markdown's way in YAML": (f"---\n<!-- course: ignore L101 {WHY} -->\na: b\n---\nHere.", 3),
    "YAML's way in Markdown": (f"---\na: b\n---\n# course: ignore L101 {WHY}\nHere.", 5),
}


def ignored(text: str, line: int, path: str = "modules/x/1-y.md") -> bool:
    """Whether a problem L101 in this line is ignored."""
    left = apply([Problem(path, line, 1, "L101", "is not there")], find(text, path)[1])
    return bool(left.ignored)


@pytest.mark.parametrize("name", COVERED)
def test_a_comment_covers(name: str) -> None:
    assert ignored(*COVERED[name])


@pytest.mark.parametrize("name", NOT_COVERED)
def test_a_comment_does_not_cover(name: str) -> None:
    assert not ignored(*NOT_COVERED[name])


def test_yaml_files() -> None:
    text = f"# course: ignore L101 {WHY}\n- id: a\n  # course: ignore L101 {WHY}\n  b: c\n  d: e\n"
    assert [ignored(text, line, "modules/x.yml") for line in range(1, 6)] == [True, True, False, True, False]
    drawing = f"<!-- course: ignore L101 {WHY} -->\n<svg>\n\n</svg>"
    assert [ignored(drawing, line, "modules/x.svg") for line in range(1, 5)] == [True, True, False, False]


def test_nothing_is_called_needless_while_a_file_is_unread() -> None:
    ignores = find(f"# course: ignore L101 {WHY}\na: b", "x.yml")[1]
    assert [one.rule for one in apply([], ignores).problems] == ["R302"]
    assert not apply([], ignores, sure=False).problems


def test_a_rule_that_is_looked_for_sometimes_may_be_ignored_all_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = Rule("L399", "warning", "T", "W", "m", "b", "g", sometimes="with `--external`")
    monkeypatch.setitem(RULES, "L399", rule)
    ignores = find(f"# course: ignore L399 {WHY}\na: b", "x.yml")[1]
    assert not apply([], ignores).problems


def test_what_cannot_be_ignored() -> None:
    kept = {code for code, rule in RULES.items() if not ignorable(rule)}
    assert all(code[0] in "RYBD" for code in kept) and {"R101", "R301"} <= kept
    assert all(ignorable(RULES[code]) for code in ("R003", "R311", "S206", "A101"))


@pytest.fixture
def with_comments(small: Path) -> Path:
    """The small course with a comment in every text and before every tag that stands below an empty line."""
    comment = f"<!-- course: ignore S109 {WHY} -->\n"
    for path in (small / "modules").rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        above = comment if path.parent.name == "figures" else ""
        text = above + re.sub(r"(?<=\n\n)(?=\{% (?!end))", comment, text)
        path.write_text(text.replace("---\n## ", f"---\n{comment}## "), encoding="utf-8")
    for path in (small / "modules").rglob("*.svg"):
        path.write_text(comment + path.read_text(encoding="utf-8"), encoding="utf-8")
    return small


def everything(prepared: Prepared) -> list[str]:
    assert prepared.course and prepared.rendered
    delivery = prepared.delivery()
    texts = [page.markdown for page in delivery.pages if page.kind not in ("rule", "rules")]
    return texts + [piece.markdown for piece in prepared.rendered.pieces.values()]


def test_nothing_of_a_comment_reaches_an_output(small: Path, with_comments: Path) -> None:
    prepared = prepare(with_comments)
    comments = sum(path.read_text(encoding="utf-8").count("course: ignore") for path in small.rglob("*.[ms][dv]*"))
    found = [one for one in prepared.problems if one.rule == "R302"]
    assert comments > 12 and len(found) == comments
    assert not [one for one in prepared.problems if one.rule not in ("R302", "S206")]
    delivery = prepared.delivery()
    drawn = [asset.content.decode() for asset in delivery.assets]
    for text in everything(prepared) + drawn:
        assert "course: ignore" not in text and "tried both" not in text and GONE not in text


def test_a_comment_changes_neither_words_nor_what_is_recorded(small: Path, with_comments: Path) -> None:
    from tests.conftest import SMALL

    plain, said = prepare(SMALL), prepare(with_comments)
    assert plain.course and plain.rendered and said.course and said.rendered
    one, other = storable(plain.course, plain.rendered), storable(said.course, said.rendered)
    assert [entry[:2] for entry in one] == [entry[:2] for entry in other]
    for name, module in plain.course.modules.items():
        for before, after in zip(module.texts(), said.course.modules[name].texts(), strict=True):
            assert count_words(before.body) == count_words(after.body)
    for before, after in zip(everything(plain), everything(said), strict=True):
        assert re.sub(r"\s*\n\s*", "\n", before) == re.sub(r"\s*\n\s*", "\n", after)


def test_hand_written_pages_lose_them_too() -> None:
    comment = f"<!-- course: ignore X101 {WHY} -->"
    assert to_html(f"One\n\n{comment}\nTwo") == "<p>One</p>\n<p>Two</p>"
    assert "course: ignore" in to_html(f"Write `{comment}` above it.")


PIECES = [
    "---\n",
    "a: |\n",
    "  ",
    "# course: ignore L101 because a b c\n",
    "<!-- course: ignore L101 because a b c -->",
]
PIECES += [
    "\n",
    "<!--",
    "-->",
    "```\n",
    "'",
    '"',
    "x",
    "# course: ignore",
    "\u2028",
    "\x1f",
    ": ",
    "- ",
    "{% plan %}\n",
]


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES)), st.sampled_from(["x.md", "x.yml", "x.svg"]))
def test_lines_stay_and_only_comments_go(pieces: list[str], path: str) -> None:
    text = "".join(pieces)
    left, ignores = find(text, path)
    before, after = text.split("\n"), left.split("\n")
    assert len(before) == len(after)
    assert all(one == other or other in ("", GONE) for one, other in zip(before, after, strict=True))
    for problem in apply([], ignores).problems:
        assert problem.column <= len(before[problem.line - 1])
    assert find(left, path)[0] == left


def test_many_comments_take_linear_time() -> None:
    comment = f"<!-- course: ignore L101 {WHY} -->\n"
    for text in (comment * 10_000, f"{comment}x\n" * 10_000, f"{{% x %}}\n{comment}" * 10_000):
        problems = [Problem("x.md", line, 1, "L101", "is not there") for line in range(1, 10_000)]
        assert len(apply(problems, find(f"---\na: b\n---\n{text}", "x.md")[1]).problems) > 1_000
    yaml = f"# course: ignore L1O1 {WHY}\n" * 10_000
    assert len(apply([], find(f"{yaml}a: b", "x.yml")[1]).problems) == 10_000
