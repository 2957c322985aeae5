"""The web addresses that one authored text links to, with their places. Knows nothing of what is done with them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from build_tools.mask import masked

_START = re.compile(r"https?://", re.IGNORECASE)
_LINKED = re.compile(r"""(?:\]\(\s*<?|<|\]:\s*<?|\b(?:href|src)\s*=\s*(?P<quote>["']?))\Z""", re.IGNORECASE)
_BEFORE = 16
"""Characters in front of an address within which its mark must stand."""

_STOP = re.compile(r"""[\s\x00-\x1f\x7f<>"'()]""")


def links(text: str) -> Iterator[tuple[int, int, str]]:
    """(line, column, address) of each web address that a Markdown text links to; code and comments hold none.

    An address written without a mark is no link in this dialect, and one that a tag completes cannot be known.
    """
    shown = masked(text, "code", "fence", "comment", "remark")
    place = counted = line_start = 0
    line = 1
    while match := _START.search(shown, place):
        start, place = match.start(), match.end()
        mark = _LINKED.search(shown[max(0, start - _BEFORE) : start])
        if not mark:
            continue
        place = _end(shown, place, mark[0].strip() == "](", mark["quote"] == "'")
        address = shown[start:place]
        line += shown.count("\n", counted, start)
        line_start, counted = shown.rfind("\n", counted, start) + 1 or line_start, start
        if "{{" not in address and "{%" not in address:
            yield line, start - line_start + 1, html.unescape(address)


def _end(text: str, place: int, bracketed: bool, quoted: bool) -> int:
    """The offset past an address: at a space, a quotation mark, or a closing bracket that it did not open."""
    depth = 0
    while match := _STOP.search(text, place):
        mark, place = match[0], match.end()
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
            if bracketed and depth < 0:
                return match.start()
        elif mark != "'" or quoted:
            return match.start()
    return len(text)
