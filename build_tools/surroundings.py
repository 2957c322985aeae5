"""What stands beside `modules/` and belongs to the same site: the pages and files of `docs/`, and the site's address.

A neighbour of `load.py`, which reads the pages. Knows neither the course nor the engine.
"""

from __future__ import annotations

import os
from pathlib import Path

from build_tools.compose import compose
from build_tools.located import MarkedDict

DOCS = "docs"


def pages_beside(root: Path) -> list[str]:
    """Paths of the Markdown files below `docs/`, in order."""
    return [name for name in _below(root) if name.endswith(".md")]


def files_beside(root: Path) -> frozenset[str]:
    """Paths of all other files below `docs/`; hidden ones are not published."""
    return frozenset(name for name in _below(root) if not name.endswith(".md"))


def _below(root: Path) -> list[str]:
    found = []
    for folder, folders, files in os.walk(root / DOCS):
        folders[:] = [name for name in folders if not name.startswith(".")]
        base = Path(folder).relative_to(root / DOCS)
        found += [(base / name).as_posix() for name in files if not name.startswith(".")]
    return sorted(found)


def site_address(config: str) -> str:
    """The `site_url` of the text of an `mkdocs.yml`; empty if there is none. Nothing in the file is run."""
    value, _ = compose(config, "mkdocs.yml")
    address = value.get("site_url") if isinstance(value, MarkedDict) else None
    return address if isinstance(address, str) else ""
