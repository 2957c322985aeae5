"""Every rule can be understood: what it asks, why, and how to keep it, in the terminal and on a page."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from build_tools.authored import LessonHead
from build_tools.checking import explain_rule
from build_tools.comments import find
from build_tools.compose import compose
from build_tools.course import Page
from build_tools.explain import explained, fenced, ignoring, prose
from build_tools.front_matter import split_front_matter
from build_tools.ignores import apply
from build_tools.load import load
from build_tools.markdown import to_html
from build_tools.prepare import prepare
from build_tools.problems import ANNOTATIONS, Problem, advice, as_github, as_json, as_text, total
from build_tools.refer import Scene
from build_tools.render import Renderer
from build_tools.rules import FAMILIES, LETTERS, RULES
from build_tools.rules.rule import Rule
from build_tools.source import read_one
from build_tools.tidy import untidy
from tests.conftest import SMALL
from tests.test_program import run

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_is_whole(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code) and rule.code[0] in LETTERS
    assert rule.title[0].isupper() or rule.title.startswith("ids.lock")
    assert rule.title.endswith(".") and rule.why.endswith((".", "?")) and not rule.mend.endswith(".")
    assert not set("`*{}<>") & set(rule.title), "the title is a page's name: plain words"
    assert rule.bad.strip() and rule.good.strip() and rule.bad != rule.good
    assert not re.search(r"[{}<>]", re.sub("`[^`]*`", "", rule.why + rule.mend)), "what is typed stands in backticks"
    for text in (rule.bad, rule.good):
        assert max(map(len, text.split("\n"))) <= 100


def found(code: str, text: str) -> set[str]:
    """The rules that a few lines break, read as what they are: tags, data, the head of a page, or whole."""
    if code.startswith("R2"):
        course = load(SMALL).course
        assert course
        piece = Renderer(course, "generic").render(text, Scene("modules/bridges/x.md", "x.md", "bridges"))
        return {problem.rule for problem in piece.problems}
    path = "x.md" if text.startswith("<!--") or "\n<!--" in text or code == "R108" else "x.yml"
    problems = [*untidy(text + "\n", path), *apply([], find(text, path)[1]).problems]
    if code == "R108":
        problems += split_front_matter(text, path)[2]
    elif code in ("R106", "R107", "R105"):
        problems += read_one(text.strip("-"), path, LessonHead)[1]
    elif path == "x.yml":
        problems += compose(text, path)[1]
    return {problem.rule for problem in problems}


READ = [code for code in RULES if code[0] == "R" and code[1] != "0" and code != "R209"]


@pytest.mark.parametrize("code", READ)
def test_an_example_does_what_it_says(code: str) -> None:
    assert code in found(code, RULES[code].bad)
    assert code not in found(code, RULES[code].good)


def test_no_code_is_given_twice() -> None:
    assert len(RULES) == sum(len(family.RULES) for family in FAMILIES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_has_its_page_and_its_line(rule: Rule) -> None:
    pages = small_pages()
    page = pages[f"contributing/rules/{rule.code.lower()}.md"]
    assert f"({rule.code.lower()}.md)" in pages["contributing/rules/index.md"].markdown
    for part in (prose(rule.why), prose(rule.mend), fenced(rule.bad), fenced(rule.good), *ignoring(rule)):
        assert part in page.markdown
    assert not page.listed


@cache
def small_pages() -> dict[str, Page]:
    return {page.path: page for page in prepare(SMALL).delivery().pages}


def test_the_terminal_tells_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    for code, rule in RULES.items():
        assert explain_rule(ROOT, code.lower()) == 0
        told = capsys.readouterr().out
        for part in (rule.title, rule.why, rule.mend, *rule.bad.split("\n"), *rule.good.split("\n"), *ignoring(rule)):
            assert part in told
        assert f"/contributing/rules/{code.lower()}/" in told
        assert ("cannot be ignored" in told) == (code[0] in "RYBD" and rule.level != "note")
    assert "Looked for now and then." in explained(Rule("L399", "note", "T", "W", "m", "b", "g", "now and then"), "")


def test_the_address_of_a_page_is_on_the_hosts_own_site(small: Path) -> None:
    assert run(small, "check", "--explain", "s206").stdout.endswith(
        "More: https://example.org/small/contributing/rules/s206/\n"
    )
    (small / "mkdocs.yml").write_text("plugins: [course\n", encoding="utf-8")
    assert run(small, "check", "--explain", "S206").stdout.endswith("More: contributing/rules/s206/\n")


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("S2O6", 'did you mean "S206"?'),
        ("A1002", 'did you mean "A102"?'),
        ("", "codes begin with"),
        ("%", "codes begin"),
    ],
)
def test_a_code_that_does_not_exist(small: Path, code: str, hint: str) -> None:
    done = run(small, "check", "--explain", code)
    assert done.returncode == 2 and done.stdout == "" and hint in done.stderr and done.stderr.count("\n") == 1


def test_prose_shows_each_character_as_it_is() -> None:
    text = 'a `b "c" *d*` [e](f) <g> *h* _i_ "j" {k} \\l | & &lt;'
    assert to_html(prose(text)) == (
        '<p>a <code>b "c" *d*</code> [e](f) &lt;g&gt; *h* _i_ "j" {k} \\l | &amp; &amp;lt;</p>'
    )
    assert fenced("a\n```\nb").startswith("````text\n")


def problem(number: int, rule: str = "A101", sentence: str = "is not there") -> Problem:
    return Problem("modules/a.md", number, 1, rule, sentence)


def test_every_documented_key_is_written_and_no_other() -> None:
    written = (ROOT / "docs/contributing/checking.md").read_text(encoding="utf-8").partition("## For machines")[2]
    documented = re.findall(r"^\| `(\w+)` \|", written, re.MULTILINE)
    (made,) = json.loads(as_json([problem(1)]))
    assert sorted(made) == sorted(documented)
    assert {field.name for field in fields(Problem)} | {"level"} == set(documented)


def test_what_github_would_drop_follows_as_text() -> None:
    many = [problem(number) for number in range(1, ANNOTATIONS + 3)] + [problem(1, "S206")]
    lines = as_github(many).split("\n")
    assert sum(line.startswith("::error ") for line in lines) == ANNOTATIONS
    assert sum(line.startswith("::warning ") for line in lines) == 1
    rest = lines[lines.index("GitHub shows 10 of each kind beside their lines. The others:") + 1 :]
    assert [line.split(" ")[0] for line in rest if not line.startswith(" ")] == [
        "modules/a.md:11:1:",
        "modules/a.md:12:1:",
    ]


def test_github_reads_what_was_meant() -> None:
    one = Problem("a,b:c%.md", 1, 2, "A101", "100 %::warning::\nnew\rline", "do")
    assert as_github([one]) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,col=2,title=A101::100 %25::warning:: new line (do)"
    )
    assert (
        "\n" not in as_github([problem(1, sentence="x" * 10_000)])
        and len(as_github([problem(1, sentence="x" * 10_000)])) < 4_096
    )


def test_a_total_says_how_many_are_ignored() -> None:
    assert total([problem(1), problem(2), problem(1, "S206")], 3) == "2 errors, 1 warning; 3 ignored"
    assert total([], 1) == "no problems; 1 ignored" and advice([]) == ""


def test_the_general_advice_is_given_once_and_not_lost() -> None:
    hinted = Problem("a.md", 1, 1, "A101", "is not there", "do this")
    text = as_text([hinted, problem(1), problem(2)])
    assert text.count(RULES["A101"].mend) == 1 and "do this" in text


def test_ignored_problems_are_left_out_of_every_form(small: Path) -> None:
    lesson = small / "modules/bridges/1-span.md"
    text = lesson.read_text(encoding="utf-8").replace(
        "---\n", "---\n# course: ignore S206 because it is for tests\n", 1
    )
    lesson.write_text(text, encoding="utf-8")
    assert run(small, "check").stdout.splitlines()[-2] == "2 warnings; 1 ignored"
    assert run(small, "check", "modules/bridges/2-ferry.md").stdout.splitlines()[-2] == "1 warning"
    assert (
        "1-span"
        not in run(small, "check", "--format", "json").stdout + run(small, "check", "--format", "github").stdout
    )
