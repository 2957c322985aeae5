"""What the HTML Standard says of each element that a reader of pages must know. Knows no pages."""

from __future__ import annotations


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _named("area base br col embed hr img input link meta param source track wbr")
"""Elements without an end."""

OPTIONAL = _named("html head body p li dt dd option optgroup rt rp tr td th thead tbody tfoot colgroup caption")
"""Elements whose end tag may be left out."""

INLINE = _named(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tspan"
    " u var wbr"
)
"""Elements that end no line; all others do."""

ENDS_PARAGRAPH = _named(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr main menu nav ol p pre section summary table ul"
)
"""Elements before which an open `<p>` ends."""

CODE = _named("code pre kbd samp textarea")
"""Elements whose words are shown as they are typed."""
