"""A plain Markdown project that any engine of the same dialect can build."""

from __future__ import annotations

from pathlib import Path

from build_tools import stylesheet
from build_tools.pages import Delivery


def build(delivery: Delivery, into: Path) -> int:
    """Write every page and asset below `into`; gives the number of pages. Raises OSError."""
    for page in delivery.pages:
        _write(into / page.path, page.markdown.encode())
    for asset in delivery.assets:
        _write(into / asset.path, asset.content)
    _write(into / stylesheet.PATH, stylesheet.course().encode())
    for path, drawing in stylesheet.drawings().items():
        _write(into / path, drawing)
    return len(delivery.pages)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
