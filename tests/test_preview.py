"""`course serve` as an author runs it: a page, a change, a mistake, and the way back."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PAGE = "/modules/bridges/span/"


class Author:
    """The running preview, a browser's ear on its events, and a text to change."""

    def __init__(self, root: Path) -> None:
        self.lesson = root / "modules/bridges/1-span.md"
        command = [sys.executable, "-u", "-m", "build_tools", "serve", "--port", "0"]
        self.process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        for line in self.process.stdout:
            if found := re.match(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break

    def get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path)
        return connection.getresponse()

    def read(self, path: str = PAGE) -> str:
        return self.get(path).read().decode()

    def change(self, old: str, new: str) -> str:
        """Change the lesson; what the next event says."""
        with self.get("/__changes") as events:
            assert events.readline().startswith(b": listening") and events.readline() == b"\n"
            text = self.lesson.read_text(encoding="utf-8")
            assert old in text
            self.lesson.write_text(text.replace(old, new, 1), encoding="utf-8")
            lines = []
            while (line := events.readline().decode().rstrip("\n")) != "":
                lines.append(line.removeprefix("data: "))
        return "\n".join(lines)


@pytest.fixture
def author(small: Path) -> Iterator[Author]:
    running = Author(small)
    yield running
    running.process.kill()
    running.process.wait()


def test_a_change_is_shown_and_a_mistake_is_told(author: Author) -> None:
    assert "EventSource" in author.read() and "A wider sentence." not in author.read()
    assert author.change("## The width", "A wider sentence.\n\n## The width") == ""
    assert "A wider sentence." in author.read()
    told = author.change("{% endactivity %}", "")
    assert "1-span.md:14:1: R202 {% activity %} is never closed" in told
    page = author.read()
    assert "A wider sentence." in page and "R202" in page  # the last good page, with what is wrong below it
    assert author.change("{% facilitator", "{% endactivity %}\n\n{% facilitator") == ""
    assert 'cg-preview" role' not in author.read()
    assert author.get("/no/such/page/").status == 404


def test_a_broken_course_can_be_mended_while_watched(small: Path) -> None:
    lesson = small / "modules/bridges/1-span.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("{% endactivity %}", ""), encoding="utf-8")
    author = Author(small)
    try:
        assert "R202" in author.read("/")
        author.change("{% facilitator", "{% endactivity %}\n\n{% facilitator")
        assert 'cg-preview" role' not in author.read("/")
    finally:
        os.kill(author.process.pid, signal.SIGINT)
    assert author.process.wait(timeout=60) == 0
