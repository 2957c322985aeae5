"""The security policy stands first in every page and allows exactly the scripts that the pages hold."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from build_tools.policy import write_policy

PAGE = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">{head}</head><body><h1>é</h1>{body}</body></html>'


def page(folder: Path, name: str, head: str = "", body: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PAGE.format(head=head, body=body).encode())
    return path


def digest(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def policy(path: Path) -> dict[str, set[str]]:
    """Directive to its sources, read from the page as a browser would."""
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', path.read_bytes().decode())
    assert len(found) == 1
    rules = [rule.split() for rule in found[0].split(";")]
    return {name: set(sources) for name, *sources in rules}


def test_every_page_allows_the_inline_scripts_of_all_pages(tmp_path: Path) -> None:
    first = page(tmp_path, "index.html", body="<script>one()</script>")
    second = page(tmp_path, "deep/er/index.html", head="<script>two('é')</script>")
    assert write_policy(tmp_path) == 2
    expected = {"'self'", digest("one()"), digest("two('é')")}
    assert policy(first)["script-src"] == policy(second)["script-src"] == expected


def test_nothing_else_is_allowed(tmp_path: Path) -> None:
    path = page(tmp_path, "index.html")
    write_policy(tmp_path)
    rules = policy(path)
    assert rules["default-src"] == {"'none'"}
    assert rules["style-src"] == rules["connect-src"] == rules["script-src"] == {"'self'"}
    assert rules["base-uri"] == rules["form-action"] == {"'none'"}
    assert not any("unsafe" in source or "http" in source for sources in rules.values() for source in sources)


def test_the_policy_stands_before_everything_but_the_character_set(tmp_path: Path) -> None:
    path = page(tmp_path, "index.html", head='<script src="a.js"></script>')
    write_policy(tmp_path)
    assert '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in path.read_text()


def test_a_character_set_after_a_script_does_not_delay_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text('<html><head><script src="a.js"></script><meta charset="utf-8"></head></html>')
    write_policy(tmp_path)
    assert path.read_text().startswith('<html><head><meta http-equiv="Content-Security-Policy"')


@pytest.mark.parametrize(
    "tag", ['<script src="a.js">', '<script type="application/json">', '<script type="text/plain">']
)
def test_what_no_browser_runs_inline_gets_no_hash(tmp_path: Path, tag: str) -> None:
    path = page(tmp_path, "index.html", body=f"{tag}{{}}</script>")
    write_policy(tmp_path)
    assert policy(path)["script-src"] == {"'self'"}


def test_entities_and_tags_inside_a_script_are_hashed_as_they_stand(tmp_path: Path) -> None:
    script = 'if (a &amp; b < 2) { c("<b>") }'
    path = page(tmp_path, "index.html", body=f"<script>{script}</script>")
    write_policy(tmp_path)
    assert digest(script) in policy(path)["script-src"]


def test_windows_line_ends_are_hashed_as_a_browser_sees_them_and_kept_in_the_file(tmp_path: Path) -> None:
    path = page(tmp_path, "index.html", body="<script>a()\r\nb()</script>")
    write_policy(tmp_path)
    assert digest("a()\nb()") in policy(path)["script-src"]
    assert b"a()\r\nb()" in path.read_bytes()


def test_a_second_run_changes_nothing_and_a_changed_script_replaces_the_policy(tmp_path: Path) -> None:
    path = page(tmp_path, "index.html", body="<script>one()</script>")
    write_policy(tmp_path)
    assert write_policy(tmp_path) == 0
    path.write_text(path.read_text().replace("one()", "two()"))
    assert write_policy(tmp_path) == 1
    assert policy(path)["script-src"] == {"'self'", digest("two()")}


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    names = ["a.html", "b.html", "c/d.html"]
    for folder, order in (("one", names), ("two", names[::-1])):
        for name in order:
            page(tmp_path / folder, name, body=f"<script>{name}</script>")
        write_policy(tmp_path / folder)
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_rare_line_ends_before_the_head_do_not_move_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text("<html><!-- \u2028 \x0b -->\n<head><title>t</title></head></html>")
    write_policy(tmp_path)
    assert '<head><meta http-equiv="Content-Security-Policy"' in path.read_text()


def test_a_page_without_a_head_is_still_under_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "stub.html"
    path.write_text("<p>Moved</p>")
    write_policy(tmp_path)
    assert path.read_text().startswith('<meta http-equiv="Content-Security-Policy"')


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    drawing = tmp_path / "a.svg"
    drawing.write_text("<svg><script>x()</script></svg>")
    assert write_policy(tmp_path) == 0
    assert drawing.read_text() == "<svg><script>x()</script></svg>"
