"""Marks of other Markdown dialects, which this one prints as they stand. Knows one line at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(
    r"(?P<admonition>(?:!!!|\?\?\?\+?)[ ]+\w++)|(?P<container>:::+[ ]*[\w{])|(?P<tab>===[!+]?[ ]+[\"“])"
    r"|(?P<callout>\[!\w+\])|(?P<bullet>[•▪◦‣·][ \t])|(?P<abbreviation>\*\[[^\]\n]*\]:)|(?P<bracket>\d{1,3}\)[ ])"
    r"|(?P<task>\[[ xX]\][ ])"
)
_INLINE = re.compile(
    r"(?P<struck>~~(?=[^\s~])[^~\n]*+~~)|(?P<marked>==(?=[^\s=])[^=\n]*+==)|(?P<wiki>\[\[[^\[\]\n]++\]\](?!\())"
)


def at_start(content: str) -> tuple[str, str] | None:
    """The kind of a foreign mark that starts a line's text, and the mark."""
    match = _LINE.match(content) if content[0] in "!?:=[•▪◦‣·*" or content[0].isdigit() else None
    return (match.lastgroup, match[0].strip()) if match and match.lastgroup else None


def within(blank: str) -> Iterator[tuple[int, str, str]]:
    """Offset, kind and mark of each foreign mark inside lines; `blank` is a text whose code and tags are blanked."""
    if "~~" in blank or "==" in blank or "[[" in blank:
        for match in _INLINE.finditer(blank):
            if match.lastgroup:
                yield match.start(), match.lastgroup, match[0]
