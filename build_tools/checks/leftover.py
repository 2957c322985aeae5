"""What is in a text once its tags have run: marks of tags that were not read, and HTML that only tags put together.

Line n of a rendered text is line n of its source, but after a loop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.checks.markup import runs
from build_tools.checks.targets import active_scheme
from build_tools.mask import masked
from build_tools.problems import Problem
from build_tools.prose import Prose, read
from build_tools.scripts import Script

_TOKEN = re.compile(r"\{\{|\}\}|\{%|%\}|\{##|##\}")
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_BUILT = re.compile(r"\{(?:\{|%[-+]?\s*set\b)[^<>\[\]~=|]*+[<>\[\]~=|]")


def unfilled(script: Script) -> Iterator[Problem]:
    """Tags in a text whose tags are not run, and tags of a question that are kept from running."""
    text = script.prose.text
    if not script.rendered:
        for match in _TOKEN.finditer(masked(text, "code", "fence") if "{" in text else ""):
            if match[0][0] == "{":
                where = script.where(script.prose.spot(match.start()))
                yield Problem.at(where, "T117", f"tags are not filled in here, so {match[0]} is printed as it stands")
    for span in script.prose.spans if script.rendered else ():
        reference = span.kind == "tag" and text[span.start + 1] == "{"
        raw = span.kind == "tag" and script.kind == "value" and _RAW.match(text, span.start)
        if raw or (reference and _TOKEN.search(text, span.start + 2, span.end - 2)):
            where = script.where(script.prose.spot(span.start))
            yield Problem.at(where, "T117", "this mark of a tag is printed as it stands")


def left_over(path: str, source: str, markdown: str) -> Iterator[Problem]:
    """Marks of tags that are still there after rendering. What came from another file is reported there."""
    if not _TOKEN.search(markdown):
        return
    lines = source.split("\n")
    loops = "{% for" in source
    for number, line in enumerate(masked(markdown, "code", "fence", "html", "comment").split("\n"), 1):
        for match in _TOKEN.finditer(line):
            shown = line[match.start() : match.start() + 12]
            number = min(number, len(lines))
            column = lines[number - 1].find(shown) + 1
            if not column and loops:
                column = 1 if shown in source else 0
            if column:
                sentence = f"{match[0]} is left over after the tags have run, so it is printed as it stands"
                yield Problem(path, number, column, "T117", sentence)


def built(prose: Prose) -> bool:
    """Whether a tag of a text may print more than plain words: marks of HTML or Markdown, or joined text."""
    return any(span.kind == "tag" and _BUILT.match(prose.text, span.start, span.end) for span in prose.spans)


def made(path: str, sources: Sequence[Prose], markdown: str) -> Iterator[Problem]:
    """HTML that runs or loads and that the sources of a rendered text, its own first, do not show."""
    if not any(built(source) for source in sources):
        return
    known = {key for source in sources for key in _active(source)}
    last = sources[0].text.count("\n") + 1
    for (rule, name), line in _active(read(markdown)).items():
        if (rule, name) not in known:
            sentence = f'the tags of this text put together "{name}", which may not stand in a text'
            yield Problem(path, min(line, last), 1, rule, sentence)


def _active(prose: Prose) -> dict[tuple[str, str], int]:
    """Each rule and name that a text breaks by running or loading something, with the first line."""
    found: dict[tuple[str, str], int] = {}
    attributes = list(prose.attributes)
    for element in prose.elements:
        if runs(element.name):
            found.setdefault(("X107", element.name), element.line)
        attributes += element.attributes
    for one in attributes:
        if runs(one.name, attribute=True):
            found.setdefault(("X108", one.name), one.line)
        elif scheme := active_scheme(one.value):
            found.setdefault(("X109", scheme), one.line)
    for link in prose.links:
        if scheme := active_scheme(link.target):
            found.setdefault(("X109", scheme), link.line)
    return found
