"""Markdown to the markup of a format, by pandoc with our filters. Knows no document."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

import pypandoc

from build_tools.markdown import to_html

SECONDS = 60
"""How long pandoc may take for one document."""

_ELEMENT = re.compile(r"<(/?)cg-[a-z]+\b")
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_FETCHED = re.compile(r"<(iframe|object|embed|video|audio|source|link|script)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r'<p class="(cg-[a-z_-]+)">(.*?)</p>', re.DOTALL)


class MarkupError(Exception):
    """What pandoc says of a document that it cannot turn."""


def html(markdown: str, drawings: Collection[str]) -> str:
    """HTML in words that pandoc keeps: our elements as `div`, a paragraph's class on a `div` round it. A picture is
    one of the drawings by its file's name alone. Raises MarkupError for any other, since pandoc would go and get it.
    """
    made = _ELEMENT.sub(r"<\1div", to_html(markdown))
    if match := _FETCHED.search(made):
        raise MarkupError(f"<{match[1].lower()}> cannot be printed")
    made = _SOURCE.sub(lambda match: f'src="{_known(match[1], drawings)}"', made)
    return _PARAGRAPH.sub(r'<div class="\1"><p>\2</p></div>', made)


def _known(source: str, drawings: Collection[str]) -> str:
    name = source.rpartition("/")[2]
    if name not in drawings:
        raise MarkupError(f'the picture "{source}" is none of the drawings of this module')
    return name


@cache
def program() -> str:
    return str(pypandoc.get_pandoc_path())


def pandoc(text: str, *arguments: str, cwd: Path | None = None, epoch: int = 0) -> bytes:
    """HTML through pandoc; gives what it writes. `epoch` is now, in seconds since 1970. Raises MarkupError."""
    return run([program(), "--from=html-auto_identifiers", "--wrap=none", *arguments], text, cwd, epoch)


def run(command: Sequence[str], text: str = "", cwd: Path | None = None, epoch: int = 0) -> bytes:
    """What a run of pandoc writes. Raises MarkupError if it warns of anything."""
    around = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=SECONDS, cwd=cwd, env=around)
    except subprocess.TimeoutExpired:
        raise MarkupError(f"pandoc took longer than {SECONDS} seconds") from None
    if done.returncode or done.stderr.strip():
        raise MarkupError(done.stderr.decode(errors="replace").strip() or "pandoc stopped without a reason")
    return done.stdout
