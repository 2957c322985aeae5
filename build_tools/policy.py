"""The security policy of a built site: what a page may load and run. Knows HTML text, never MkDocs or the course."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_tools.built.tokens import Token, tokens

DATA_TYPES = {"application/json", "application/ld+json", "text/plain", "text/template"}
"""Types of `<script>` that a browser keeps as data and never runs, so that they need no hash."""

FIXED = (
    ("default-src", "'none'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),  # the search index
    ("worker-src", "'self'"),  # the search worker, and the one that holds the offline copy
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
"""Every directive but `script-src`, in the order they are written."""


@dataclass
class Reading:
    """What the policy must know of one page; offsets are characters into its text."""

    text: str
    scripts: list[str] = field(default_factory=list)
    """The text of each inline script that a browser would run."""
    insert_at: int = 0
    """Where the policy belongs: before anything that loads, after the character set, which must come early."""
    written: list[tuple[int, int]] = field(default_factory=list)
    """Start and end of policies that an earlier run wrote."""

    def __post_init__(self) -> None:
        in_head = runs = False
        for token in tokens(self.text):
            if token.kind == "script" and runs:
                self.scripts.append(token.value)
            elif token.kind in ("start", "end"):
                runs = token.kind == "start" and is_run(token.value, token.attributes)
            if token.value == "head" and token.kind in ("start", "end"):
                in_head = token.kind == "start"
                self.insert_at = token.end if in_head else self.insert_at
            elif token.value == "meta" and token.kind == "start" and in_head:
                self._meta(token)

    def _meta(self, token: Token) -> None:
        if token.attributes.get("http-equiv", "").lower() == "content-security-policy":
            self.written.append((token.at, token.end))
        elif "charset" in token.attributes and not self.text[self.insert_at : token.at].strip():
            self.insert_at = token.end


def is_run(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser runs what stands in the element."""
    return tag == "script" and "src" not in attributes and attributes.get("type", "").lower() not in DATA_TYPES


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
    hashes = sorted(f"'sha256-{digest(script)}'" for script in scripts)
    name, nothing = FIXED[0]
    rules = [f"{name} {nothing}", " ".join(["script-src 'self'", *hashes]), *(" ".join(rule) for rule in FIXED[1:])]
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'


def digest(script: str) -> str:
    """The SHA-256 of an inline script as the policy names it."""
    # A browser turns every line end into LF before it computes the hash.
    normal = script.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(normal.encode()).digest()).decode()


def _with_policy(reading: Reading, meta: str) -> str:
    text, place = reading.text, reading.insert_at
    for start, end in reversed(reading.written):
        text = text[:start] + text[end:]
        place -= end - start if end <= place else 0
    return text[:place] + meta + text[place:]
