"""X and T families, for HTML in texts: which elements and attributes may stand there, and that each is closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.components import BLOCKS
from build_tools.elements import VOID
from build_tools.marks import Attribute, Element, Tag
from build_tools.problems import Problem, nearest
from build_tools.scripts import Script

_ALLOWED = (
    "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details "
    "dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p "
    "picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead "
    "time tr track u ul var video wbr"
)
ALLOWED = frozenset(_ALLOWED.split())
"""Elements that a text may hold."""

_INSTEAD = {
    "form": "use the tags of the worksheet: field, grid, scale, checklist",
    "iframe": "link to the page instead",
    "script": "the course works without; leave it out",
    "style": "leave the look to the style sheet",
    "svg": 'put the drawing into modules/figures and write {{ figure("…") }}',
}
_REFUSED = (
    "script style iframe frame frameset object embed applet form input button select option optgroup textarea label "
    "fieldset legend output datalist meter progress link meta base template slot portal noscript svg math canvas map "
    "area dialog menu html head body title marquee blink font center big tt strike acronym noframes param"
)
REFUSED = frozenset(_REFUSED.split())
"""Elements that browsers know and a text may not hold: they run, load, ask for input, or only change the look."""

_RUNNING = "script style iframe frame object embed applet form link meta base template portal ? !"
_RUNS = frozenset(_RUNNING.split())
_HANDLER = re.compile(r"on[a-z]+$")
_VERBATIM = frozenset({"pre", "script", "style", "svg", "math", "textarea"})
_MARKDOWN = re.compile(
    r"\*\*[^\s*]|\]\(|^[ \t]*(?:[-*+]|\d{1,3}\.)[ ]\S|^#{1,6} |\{\{\s*(?!place\b|total\b)[a-z]|\{% *\w", re.MULTILINE
)
_REFUSED_ATTRIBUTES = {
    "style": "the site's security policy forbids it; leave the look to the style sheet",
    "srcdoc": "leave it out",
    "formaction": "leave it out",
    "http-equiv": "leave it out",
    "ping": "leave it out: it reports readers' clicks",
}


def markup(script: Script) -> Iterator[Problem]:
    """Everything about the HTML of one text."""
    for one in script.prose.elements:
        if not one.closing:
            yield from _element(script, one)
    for attribute in script.prose.attributes:
        yield from _attribute(script, attribute)
    yield from _closed(script)
    for first, last in script.prose.raw:
        inside = script.prose.text[first.end : last.at]
        if first.name not in _VERBATIM and _MARKDOWN.search(inside):
            sentence = f"the text inside <{first.name}> is not read as Markdown, so its marks are printed"
            yield Problem.at(script.where(first), "T118", sentence, f'write <{first.name} markdown="1">')


def _element(script: Script, one: Element) -> Iterator[Problem]:
    where, name = script.where(one), one.name
    if name in REFUSED or name in "?!":
        said = f"<{name}>" if name not in "?!" else f"<{name}…>"
        yield Problem.at(where, "X107", f"{said} may not stand in a text", _INSTEAD.get(name, ""))
    elif name.startswith("cg-"):
        tag = name.removeprefix("cg-")
        hint = f"write {{% {tag} … %}}" if tag in BLOCKS else ""
        yield Problem.at(where, "X107", f"<{name}> is made by a tag, not written by hand", hint)
    elif name not in ALLOWED:
        words = any(not attribute.value for attribute in one.attributes)
        near = "" if words else nearest(name, ALLOWED)
        hint = near if near.startswith("did") else "to print <, write &lt; or put backticks round it"
        yield Problem.at(where, "T123", f"there is no HTML element <{name}>, so its name is not printed", hint)
    for attribute in one.attributes:
        yield from _attribute(script, attribute)
        if attribute.value[:1] in tuple("“”„‘’«»"):
            sentence = f'the value of "{attribute.name}" stands between curly quotation marks'
            yield Problem.at(script.where(attribute), "T125", sentence, f'write {attribute.name}="…"')
        if attribute.name == "autoplay":
            yield Problem.at(script.where(attribute), "X110", f"this <{name}> plays by itself")


def _attribute(script: Script, attribute: Attribute) -> Iterator[Problem]:
    name = attribute.name
    if _HANDLER.match(name):
        yield Problem.at(script.where(attribute), "X108", f'"{name}" would run a script', "leave it out")
    elif name in _REFUSED_ATTRIBUTES:
        yield Problem.at(script.where(attribute), "X108", f'"{name}" may not stand here', _REFUSED_ATTRIBUTES[name])


def _closed(script: Script) -> Iterator[Problem]:
    for one, before in script.prose.pairing.open:
        if one.name not in ALLOWED:
            continue
        sentence = f"<{one.name}> is never closed"
        if isinstance(before, Tag):
            sentence = f"<{one.name}> is still open at {{% end{before.name} %}} in line {before.line}"
        elif isinstance(before, Element):
            sentence = f"<{one.name}> is still open at </{before.name}> in line {before.line}"
        yield Problem.at(script.where(one), "T103", sentence, f"add </{one.name}>")
    for one in script.prose.pairing.stray:
        if one.name in ALLOWED:
            sentence = f"</{one.name}> closes nothing that was opened here"
            yield Problem.at(script.where(one), "T103", sentence, "take it away, or open the element before it")
    for one in script.prose.elements:
        if one.empty and not one.closing and one.name in ALLOWED and one.name not in VOID:
            sentence = f"<{one.name}/> opens <{one.name}> and does not close it"
            yield Problem.at(script.where(one), "T103", sentence, f"write <{one.name}></{one.name}>")


def runs(name: str, attribute: bool = False) -> bool:
    """Whether an element or attribute runs or loads something, so that it may not even be put together by tags."""
    if attribute:
        return name in _REFUSED_ATTRIBUTES or bool(_HANDLER.match(name))
    return name in _RUNS
