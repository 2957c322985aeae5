"""The weekly issue's text: what it counts, what it says, and that no stranger's words are obeyed in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.notice import LONGEST, Finding, notice, quoted
from tests.test_program import run


def found(rule: str, level: str, sentence: str = "a sentence", hint: str = "", line: int = 3) -> Finding:
    entry = {"path": "modules/a.md", "line": line, "column": 5, "rule": rule, "sentence": sentence, "hint": hint}
    return Finding.model_validate(entry | {"level": level})


def test_the_whole_text() -> None:
    made = notice(
        [
            found("L303", "note", "https://b.example/ cannot be judged by a program: it answers 403"),
            found("L301", "error", "https://a.example/ is gone: it answers 404", line=20),
            found("L301", "error", "https://c.example/ is gone: it answers 410", "no such DOI is registered"),
            found("Z999", "error", "a rule of tomorrow's program"),
            found("S206", "warning", "the lesson has 50 words"),
        ]
    )
    assert made.urgent
    assert made.body == (Path(__file__).parent / "notice.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("findings", [[], [found("S206", "warning")], [found("S109", "note")]])
def test_all_is_well(findings: list[Finding]) -> None:
    made = notice(findings)
    assert not made.urgent and made.body.startswith("Every date and every address is fine.")
    assert len(made.body.splitlines()) == 1


def test_a_note_alone_is_shown_and_asks_for_nothing() -> None:
    made = notice([found("L303", "note")])
    assert not made.urgent and "<details>" in made.body and "modules/a.md:3:5" in made.body


@pytest.mark.parametrize(
    ("rule", "level"), [("R101", "error"), ("L302", "warning"), ("L304", "warning"), ("F101", "warning")]
)
def test_what_counts(rule: str, level: str) -> None:
    assert notice([found(rule, level)]).body.startswith("**1 thing needs a look.**")


@settings(max_examples=200, database=None, derandomize=True, deadline=None)
@given(st.text(st.sampled_from("`<>@#[]()!*_\\\n |&;ax"), max_size=40))
def test_a_quotation_is_shown_as_it_is(text: str) -> None:
    shown = markdown.markdown(f"x {quoted(text)} y")
    code = re.fullmatch(r"<p>x <code>(.*)</code> y</p>", shown)
    wanted = " ".join(text.split())
    if wanted and "\\`" not in quoted(text):  # a backslash before a backtick is read otherwise by this Markdown only
        assert code and code[1].strip() == wanted.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_a_long_report_fits_into_an_issue() -> None:
    made = notice([found("L301", "error", "https://a.example/" + "x" * 3000, line=line) for line in range(5000)])
    assert len(made.body) < LONGEST + 200 and made.body.startswith("**5000 things need a look.**")
    assert made.body.endswith("… and more: `course check --external` lists everything.\n")


def test_the_command(small: Path) -> None:
    (small / "report.json").write_text(run(small, "check", "--format", "json").stdout, encoding="utf-8")
    done = run(small, "notice", "report.json")
    assert done.returncode == 0 and done.stdout.startswith("Every date")
    (small / "report.json").write_text(json.dumps([found("L301", "error").model_dump()]), encoding="utf-8")
    done = run(small, "notice", "report.json")
    assert done.returncode == 1 and "`modules/a.md:3:5` `a sentence`" in done.stdout


@pytest.mark.parametrize("report", ["", "{}", '[{"path": 1}]', "[" * 5000])
def test_what_is_no_report_is_wrong_usage(small: Path, report: str) -> None:
    (small / "report.json").write_text(report, encoding="utf-8")
    done = run(small, "notice", "report.json")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert run(small, "notice", "no-such-file").returncode == 2
