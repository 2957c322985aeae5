"""The security policy of a built site: what a page may load and run. Knows HTML text, never MkDocs or the course."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

DATA_TYPES = {"application/json", "application/ld+json", "text/plain", "text/template"}
"""Types of `<script>` that a browser keeps as data and never runs, so that they need no hash."""

FIXED = (
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),  # the search index
    ("worker-src", "'self'"),  # the search worker
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
"""Every directive but `script-src`, in the order they are written."""


@dataclass
class Reading(HTMLParser):
    """What the policy must know of one page; offsets are characters into its text."""

    text: str
    scripts: list[str] = field(default_factory=list)
    """The text of each inline script that a browser would run."""
    insert_at: int = 0
    """Where the policy belongs: before anything that loads, after the character set, which must come early."""
    written: list[tuple[int, int]] = field(default_factory=list)
    """Start and end of policies that an earlier run wrote."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=False)
        # The parser counts LF only, so splitlines(), which knows more line ends, would go astray.
        self._starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self._inline: list[str] | None = None
        self._in_head = False
        self.feed(self.text)
        self.close()

    def _span(self) -> tuple[int, int]:
        line, column = self.getpos()
        start = self._starts[line - 1] + column
        return start, start + len(self.get_starttag_text() or "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "head":
            self._in_head, self.insert_at = True, self._span()[1]
        elif tag == "meta" and self._in_head:
            self._meta(values)
        elif tag == "script" and "src" not in values and (values.get("type") or "").lower() not in DATA_TYPES:
            self._inline = []

    def _meta(self, values: dict[str, str | None]) -> None:
        start, end = self._span()
        if (values.get("http-equiv") or "").lower() == "content-security-policy":
            self.written.append((start, end))
        elif "charset" in values and not self.text[self.insert_at : start].strip():
            self.insert_at = end

    def handle_data(self, data: str) -> None:
        if self._inline is not None:
            self._inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._inline is not None:
            self.scripts.append("".join(self._inline))
            self._inline = None
        elif tag == "head":
            self._in_head = False


def write_policy(site: Path) -> int:
    """Write one policy into every `.html` page of a built folder; returns how many pages changed.

    All pages get the hashes of all pages' inline scripts, so the policy is the same everywhere. A second run changes
    nothing. A page without `<head>` gets the policy at its very start, where a browser still obeys it.
    """
    pages = sorted(site.rglob("*.html"))
    readings = {page: Reading(_read(page)) for page in pages}
    meta = _meta_tag({script for reading in readings.values() for script in reading.scripts})
    changed = 0
    for page, reading in readings.items():
        text = _with_policy(reading, meta)
        if text != reading.text:
            page.write_bytes(text.encode())
            changed += 1
    return changed


def _read(page: Path) -> str:
    # Not read_text(), which would translate line ends and so change the page.
    return page.read_bytes().decode()


def _meta_tag(scripts: set[str]) -> str:
    hashes = sorted(f"'sha256-{_digest(script)}'" for script in scripts)
    name, nothing = FIXED[0]
    rules = [f"{name} {nothing}", " ".join(["script-src 'self'", *hashes]), *(" ".join(rule) for rule in FIXED[1:])]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def _digest(script: str) -> str:
    # A browser turns every line end into LF before it computes the hash.
    normal = script.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(normal.encode()).digest()).decode()


def _with_policy(reading: Reading, meta: str) -> str:
    text, place = reading.text, reading.insert_at
    for start, end in reversed(reading.written):
        text = text[:start] + text[end:]
        place -= end - start if end <= place else 0
    return text[:place] + meta + text[place:]
