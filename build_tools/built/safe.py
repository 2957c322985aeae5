"""Whether every page carries the security policy, obeys it, and runs nothing that it forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.built.asked import NAMES
from build_tools.built.reading import Element, Reading
from build_tools.policy import digest

LOADS = {"script", "link", "style", "img", "iframe", "object", "embed", "video", "audio", "body"}
"""Elements before which the policy must stand, since it holds only for what comes after."""

LOOSE = re.compile(r"'unsafe-[a-z-]+'|(?:^|\s)(?:\*|https?:\S*|[\w*-]+(?:\.[\w*-]+)+\S*)(?=\s|$)")
"""Sources that let in what the policy is there to keep out."""

_BLANK = re.compile(r"[\x00-\x20]")
"""What browsers leave out before they look at an address."""

Finding = tuple[int, str, str]
"""The 0-based character, the rule, the sentence."""


def safe(reading: Reading, page: bool) -> Iterator[Finding]:
    """One page, or one drawing."""
    yield from _handlers(reading)
    if page:
        yield from _styles(reading)
        yield from _policy(reading)
    elif reading.scripts:
        yield reading.scripts[0].at, "B118", "a script stands in this drawing"


def _handlers(reading: Reading) -> Iterator[Finding]:
    for one in reading.elements:
        for name, value in one.attributes.items():
            if name.startswith("on") and len(name) > 2:
                yield one.at, "B118", f"<{one.tag} {name}=…> is a script in an attribute"
            elif name in NAMES and _BLANK.sub("", value[:200]).lower().startswith("javascript:"):
                yield one.at, "B118", f"<{one.tag} {name}=…> is a script in an address"


def _styles(reading: Reading) -> Iterator[Finding]:
    for one in reading.elements:
        if "style" in one.attributes:
            yield one.at, "B119", f"<{one.tag} style=…> is a style in an attribute"
    for style in reading.styles:
        yield style.at, "B119", "a style stands in the page"


def _policy(reading: Reading) -> Iterator[Finding]:
    first = next((one for one in reading.elements if _is_policy(one) or one.tag in LOADS), None)
    if first is None or not _is_policy(first):
        yield first.at if first else 0, "B120", "no security policy stands before what the page loads"
        return
    rules = _rules(first)
    if "default-src" not in rules:
        yield first.at, "B120", "the security policy has no default-src"
    for name, sources in rules.items():
        for loose in LOOSE.findall(sources):
            yield first.at, "B120", f"the security policy lets in {loose.strip()} by {name}"
    allowed = rules.get("script-src", rules.get("default-src", ""))
    for script in reading.scripts:
        if digest(script.text) not in allowed:
            yield script.at, "B118", "the security policy does not know this script, so no browser runs it"


def _is_policy(element: Element) -> bool:
    named = element.attributes.get("http-equiv", "").lower()
    return element.tag == "meta" and named == "content-security-policy"


def _rules(element: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for rule in element.attributes.get("content", "").split(";"):
        name, _, sources = rule.strip().partition(" ")
        if name:
            found.setdefault(name.lower(), sources)
    return found
