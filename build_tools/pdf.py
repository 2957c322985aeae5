"""What can be seen of a PDF from outside. Reads no text and opens no stream."""

from __future__ import annotations

import re

_PAGE = re.compile(rb"/Type\s*+/Page(?![A-Za-z])")


def page_count(content: bytes) -> int:
    """Pages of a PDF whose page objects stand in the open, as Typst writes them; 0 if none does."""
    return len(_PAGE.findall(content))
