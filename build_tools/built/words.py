"""Whether the words of a built folder are finished and its own: no token, no placeholder, no other place's name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from build_tools.authored import Place
from build_tools.built.flow import Flow
from build_tools.built.folder import Folder, quoted
from build_tools.built.reading import Reading
from build_tools.problems import Problem

TOKEN = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\{\{|\}\}|\{%|%\}|\{##|##\}"
    r"|\{#[\w-]+\}|\{:\s|\]\(|%%|\bmarkdown=\W?1|\[object Object\]"
    r"|^[^\S\n]*+(?:undefined|NaN|null)[^\S\n]*+$",
    re.MULTILINE,
)
"""What a template, Markdown or a script leaves behind when it is not run."""

PLACEHOLDER = re.compile(r"\b(?:TODO|TBC|TBD|FIXME|XXX)\b|\blorem ipsum\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_IN_A_NAME = "@./-_"
"""Marks that join words to an address or a file name."""


def tokens(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Every token and placeholder in the words of a page, code left out: the 0-based character, rule and sentence."""
    prose = reading.flow.prose
    for match in TOKEN.finditer(prose):
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        yield reading.flow.source(at), "B115", f"{quoted(match[0].strip())} was left in the text"
    for match in PLACEHOLDER.finditer(prose):
        if match[0].isupper() or " " in match[0]:
            yield reading.flow.source(match.start()), "B116", f"{quoted(match[0])} holds the place of something"


class Strangers:
    """The names of places, and of their hosts, that a folder was not built for. Look at every text, then ask."""

    def __init__(self, known: Mapping[str, Place], place: str) -> None:
        others = {name: one.id for one in known.values() if one.id != place for name in (one.name, one.host)}
        self.others = {name: owner for name, owner in others.items() if name.lower() != name}
        self.names = _Names(_values(known[place]) if place in known else (), self.others)
        self.small = _Names((), {name.lower(): name for name in self.others})
        self.ordinary: set[str] = set()
        """Names that the texts use as words, such as Reading or Deal: nobody can tell whom they mean."""
        self.seen: list[tuple[str, int, str, str]] = []
        """Path, 0-based character of the source, name, owner."""

    def look(self, path: str, flow: Flow, prose: str = "") -> None:
        """Look at one text; in its prose a small first letter shows an ordinary word."""
        if self.others:
            self.seen += [(path, flow.source(at), name, owner) for at, name, owner in self.names.find(flow.text)]
            self.ordinary |= {name for at, name in _apart(self.small, prose)}

    def problems(self, folder: Folder) -> Iterator[Problem]:
        """Every name that was seen, and those in the titles of PDFs."""
        for path, at, name, owner in self.seen:
            if name not in self.ordinary:
                yield folder.problem(path, at, "B121", *_said(name, owner))
        for shown, content in folder.papers.items():
            for _, name, owner in self.names.find(_title(content)):
                yield Problem(shown, 1, 1, "B121", *_said(name, owner))


def _said(name: str, owner: str) -> tuple[str, str]:
    sentence = f"{quoted(name)} is a name from modules/places/{owner}"
    return sentence, "write {{ place.name }} or {{ place.host }} where the text comes from"


def _values(place: Place) -> tuple[str, ...]:
    support = (text for one in place.support for text in (one.name, one.text))
    return (place.name, place.host, place.contact.text, *support)


def flow_of(path: str, text: str) -> Flow:
    """The words of a text that is neither page nor drawing."""
    flow = Flow()
    if path.lower().endswith((".json", ".webmanifest", ".js", ".mjs")):
        flow.add_escaped(text, _ESCAPE)
    else:
        flow.add(text, 0)
    return flow


def _title(content: bytes) -> str:
    """The title in the metadata of a PDF, as our documents carry it."""
    title = content.partition(b"<dc:title>")[2].partition(b"</dc:title>")[0]
    flow = Flow()
    flow.add(title[:10_000].decode("utf-8", "replace"), 0)
    return flow.text


def _apart(names: _Names, text: str) -> Iterator[tuple[int, str]]:
    """Each name that is not a part of an address or a file name."""
    for at, name, owner in names.find(text):
        end = at + len(name)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before and before in _IN_A_NAME) and not (
            after and after in _IN_A_NAME and text[end + 1 : end + 2].isalnum()
        ):
            yield at, owner


def _spelled(word: str) -> str:
    """A pattern for a word, however its apostrophe is set; a search index holds HTML."""
    return re.escape(re.sub("['’]", "’", word)).replace("’", "['’]").replace(r"\&", "&(?:amp;)?")


class _Names:
    """Names looked up word by word, so that hundreds of them cost no more than one."""

    def __init__(self, own: Iterable[str], others: Mapping[str, str]) -> None:
        self.starting: dict[str, list[tuple[re.Pattern[str], str, str]]] = defaultdict(list)
        for name, owner in [*((name, "") for name in own), *others.items()]:
            if first := _WORD.search(name):
                pattern = r"\s+".join(_spelled(word) for word in name[first.start() :].split())
                self.starting[first[0]].append((re.compile(rf"{pattern}(?!\w)"), name, owner))
        for listed in self.starting.values():
            listed.sort(key=lambda one: (-len(one[1]), one[2]))

    def find(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Each name of another with its 0-based character and its owner; our own longer names are passed over."""
        place = 0
        for word in _WORD.finditer(text):
            if word.start() < place:
                continue
            for pattern, name, owner in self.starting.get(word[0], ()):
                if match := pattern.match(text, word.start()):
                    place = match.end()
                    if owner:
                        yield match.start(), name, owner
                    break
