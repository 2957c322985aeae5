"""T204: an acronym is written out where a module first uses it, unless the glossary has it or everybody knows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from build_tools.course import Course, Module
from build_tools.mask import masked
from build_tools.passages import Passage, passages
from build_tools.problems import Problem
from build_tools.rules.wording import WELL_KNOWN
from build_tools.texts import Rendered

LONGEST = 6
"""Letters of an acronym; a longer word in capitals is shouted."""

_CAPITALS = r"[A-Z](?:&?[A-Z]){1,20}"
_ACRONYM = re.compile(rf"(?<![\w’'&./-])({_CAPITALS})(?:s|’s|'s)?(?![\w&]|\.\w| ?\d)")
_SHOUTED = re.compile(rf"(?<!\w){_CAPITALS}(?:[ -]{_CAPITALS})+(?!\w)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_WORDS = {
    "AGAIN", "ALL", "AND", "ANY", "ASK", "BUT", "BUY", "CLOSED", "DO", "DONE", "EVEN", "EXIT", "FIXME", "FOR", "FREE",
    "FULL", "GO", "HE", "HELP", "HERE", "IF", "IN", "IS", "JUST", "LOST", "ME", "NEVER", "NEW", "NO", "NOT", "NOW",
    "OF", "OFF", "ON", "ONE", "ONLY", "OPEN", "OR", "OUT", "OVER", "PAID", "PULL", "PUSH", "SHE", "SO", "SORRY",
    "STOP", "TBC", "TBD", "THAT", "THE", "THEY", "THIS", "TO", "TODO", "TWO", "UP", "URGENT", "US", "WE", "WHO",
    "WHY", "XXX", "YES", "YOU", "YOUR",
}  # fmt: skip
"""Words that are only shouted, as on a sign, and marks that another rule finds."""

_AMBIGUOUS = {"CARE", "SEND", "WHO"}
"""Acronyms of public service that are words as well."""

_NEAR = 160
"""Characters before or after an acronym in which it may be written out."""

_WORD = re.compile(r"[^\W\d_]+")
_SMALL = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"}


def acronyms(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """The first use of each unknown acronym in each module, in reading order."""
    listed = [name for term in course.glossary.values() for name in (term.term, *term.also)]
    known = {*WELL_KNOWN, *(match[1] for name in listed for match in _ACRONYM.finditer(name))}
    if "modules/glossary.yml" in broken:
        return
    texts: dict[str, list[Passage]] = {}
    for passage in passages(course):
        texts.setdefault(passage.module, []).append(passage)

    @cache
    def words() -> set[str]:
        """All that the course writes in small letters; what stands there in capitals too is shouted."""
        return {word for passage in passages(course) for word in _WORD.findall(passage.text) if word.islower()}

    for module in course.modules.values():
        yield from _module(module, texts[module.id], known, words)


def _module(module: Module, texts: list[Passage], known: set[str], words: Callable[[], set[str]]) -> Iterator[Problem]:
    seen = set(known)
    for passage in texts:
        for start, end in unexplained(masked(passage.text), seen):
            name = passage.text[start:end]
            if name not in _AMBIGUOUS and name.lower() in words():
                continue
            sentence = f'"{name}" is not written out where "{module.head.title}" first uses it'
            yield Problem.at(passage.where(start, end), "T204", sentence)


def unexplained(text: str, seen: set[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of each acronym that is not in `seen` and not written out beside its first use; adds to `seen`."""
    quiet = _SHOUTED.sub(lambda match: " " * len(match.group()), text)
    for match in _ACRONYM.finditer(quiet):
        name = match[1]
        if name in seen or name in _WORDS or len(name) > LONGEST or _ROMAN.match(name):
            continue
        seen.add(name)
        if not expanded(text, match.start(1), match.end(1)):
            yield match.span(1)


def expanded(text: str, start: int, end: int) -> bool:
    """Whether the words beside the acronym `text[start:end]` begin with its letters, small words left out or not."""
    letters = text[start:end].replace("&", "").lower()
    for part in (text[max(0, start - _NEAR) : start], text[end : end + _NEAR]):
        words = [match.group().lower() for match in _WORD.finditer(part)]
        for chosen in (words, [word for word in words if word not in _SMALL]):
            if letters in "".join(word[0] for word in chosen):
                return True
    return False
