"""The real course, built for the root of a host and for a sub-path, served, and read over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from build_tools.commands import build_all
from build_tools.course import Course
from build_tools.load import load
from tests.serving import serving

ROOT = Path(__file__).parent.parent.parent
HOST = "https://course.example"


@dataclass
class Answer:
    """What the server said to one address."""

    status: int
    kind: str
    body: bytes

    @cached_property
    def page(self) -> HTMLParser:
        return HTMLParser(self.body.decode("utf-8"))


class Served:
    """A built site behind its server; each address is asked for once."""

    def __init__(self, site: Path, prefix: str, base: str) -> None:
        self.site, self.prefix, self.base = site, prefix, base
        self.origin = "http://" + urlsplit(base).netloc
        self.course_address = HOST + prefix
        """The address the site was built for."""
        self._answers: dict[str, Answer] = {}
        self._connection = HTTPConnection(urlsplit(base).netloc, timeout=10)

    def get(self, path: str) -> Answer:
        """The answer to a path that begins with `/`; the anchor is left out by the caller."""
        if path not in self._answers:
            self._connection.request("GET", path)
            response = self._connection.getresponse()
            kind = response.headers.get_content_type()
            self._answers[path] = Answer(response.status, kind, response.read())
        return self._answers[path]

    def own(self, at: str, value: str) -> tuple[str, str] | None:
        """(path, anchor) of an address found on the page `at`; None if it leads to another host or to none."""
        parts = urlsplit(urljoin(self.origin + at, value))
        if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(self.origin).netloc:
            return None
        return parts.path, unquote(parts.fragment)

    @cached_property
    def pages(self) -> dict[str, HTMLParser]:
        """Every page of the folder by its address, `…/` for an index."""
        files = sorted(file.relative_to(self.site).as_posix() for file in self.site.rglob("*.html"))
        paths = [self.prefix + re.sub(r"(^|/)index\.html$", r"\1", name) for name in files]
        return {path: self.get(path).page for path in paths}


@pytest.fixture(scope="session")
def course() -> Course:
    """The real course."""
    loaded = load(ROOT).course
    assert loaded
    return loaded


@pytest.fixture(scope="session", params=["/", "/common-ground/"], ids=["root", "sub-path"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real site at the root of its host, and below the name of a repository."""
    into = tmp_path_factory.mktemp("site")
    assert build_all(ROOT, into, "generic", True, HOST + request.param) == 0
    with serving(into / "site", request.param) as base:
        yield Served(into / "site", request.param, base)
