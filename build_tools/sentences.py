"""Sentences of authored Markdown with the place of each, and LIX. Knows prose; nothing of courses, rules or disk."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.mask import masked


@dataclass(frozen=True)
class Sentence:
    """One sentence. Headings are none; a table's cell and a list's item end one."""

    line: int
    """1-based, where its first word stands."""
    column: int
    """1-based, in characters."""
    start: int
    """0-based offset of its first word in the text."""
    end: int
    """Past its last character."""
    words: tuple[str, ...]
    """What a reader reads: marks, tags and references are left out."""


WORD = re.compile(r"[^\W_]+(?:[’'.,/&–-][^\W_]+)*")
"""One word: `key-safe`, `don’t` and `1,600` are one each."""

_LONG = 300
"""Characters of an address or a list of attributes at most, so that a stray bracket costs no more than this."""

_TARGET = rf"\([^()\n]{{0,{_LONG}}}(?:\([^()\n]{{0,{_LONG}}}\)[^()\n]{{0,{_LONG}}})?\)"
_MARKS = re.compile(
    rf"!\[[^\[\]\n]{{0,{_LONG}}}\]{_TARGET}"  # a picture, with its alternative text
    rf"|\]{_TARGET}|\]\[[^\[\]\n]{{0,{_LONG}}}\]|\[\^[^\[\]\n]{{0,{_LONG}}}\]:?|[\[\]]"
    rf"|\{{[:#. ][^{{}}\n]{{0,{_LONG}}}\}}|\*+|~~|(?<!\w)_{{1,3}}|_{{1,3}}(?!\w)|\\$"
)
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]\n]{0,200}\]:")
_RULE = re.compile(r"[ \t|:>*_=-]*$")
_OPENING = re.compile(r"[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,3}[.)]|:)[ \t]+)?")
_ITEM = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,3}[.)]|:)[ \t]")
_ALONE = re.compile(r"\{\{\s*(?:question|figure)\b")

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]»]*(?=\s|$)|\|")
_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_NEXT = re.compile(r"\s*[\"'“‘(\[«–—-]*\s*")

_NEVER = {"dr", "mr", "mrs", "ms", "prof", "st", "rev", "sgt", "cllr", "hon", "eg", "e.g", "ie", "i.e", "cf", "vs",
          "viz", "approx", "dept"}  # fmt: skip
"""Abbreviations that end no sentence."""

_COUNTED = {"no", "nos", "p", "pp", "vol", "ch", "fig", "para", "paras", "s", "ss", "art", "c", "ca", "v"}
"""Abbreviations that end no sentence when a figure follows."""

_LETTERED = {"plan", "option", "part", "group", "type", "class", "grade", "team", "area", "table", "appendix"}
"""Words before a capital letter that is a name of its own and no initial."""


def sentences(text: str) -> list[Sentence]:
    """Every sentence of a Markdown text in order. Takes linear time."""
    shown = masked(text)
    found: list[Sentence] = []
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    for block, start in _blocks(text, shown):
        for first, end in _split(block):
            words = tuple(WORD.findall(block, first, end))
            match = WORD.search(block, first, end)
            if match:
                offset = start + match.start()
                line = bisect_right(lines, offset)
                found.append(Sentence(line, offset - lines[line - 1] + 1, offset, start + end, words))
    return found


def lix(found: Sequence[Sentence]) -> float:
    """Björnsson’s readability (1968): words a sentence, and the per cent of words with more than six letters."""
    words = [word for sentence in found for word in sentence.words]
    long = sum(sum(map(str.isalpha, word)) > 6 for word in words)
    return len(words) / len(found) + 100 * long / len(words) if words else 0.0


def _blocks(text: str, shown: str) -> Iterator[tuple[str, int]]:
    """(block, offset) of each run of lines that belong together, marks blanked."""
    block: list[str] = []
    start = offset = 0
    kept = text.split("\n")
    lines = shown.split("\n")
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else ""
        ends = _ends(line, kept[number], after)
        if block and (ends or _ITEM.match(line)):
            yield "\n".join(block), start
            block = []
        if not ends:
            start = start if block else offset
            block.append(_bare(line))
            if kept[number].endswith(("  ", "\\")):
                yield "\n".join(block), start
                block = []
        offset += len(line) + 1
    if block:
        yield "\n".join(block), start


def _ends(line: str, kept: str, after: str) -> bool:
    """Whether a line is no prose and ends what came before: blank, a heading, a rule, a definition, a block tag."""
    if _RULE.match(line):  # a line with nothing but a reference goes on; one with a block tag does not
        return not kept.lstrip().startswith("{{") or bool(_ALONE.match(kept.lstrip()))
    return bool(_HEADING.match(line) or _DEFINITION.match(line) or (after.strip() and _UNDERLINE.match(after)))


def _bare(line: str) -> str:
    """The line with Markdown’s marks as spaces."""
    opening = _OPENING.match(line)
    assert opening
    bare = " " * opening.end() + line[opening.end() :]
    return _MARKS.sub(lambda match: " " * len(match.group()), bare)


def _split(block: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of a block."""
    start = 0
    for stop in _STOP.finditer(block):
        if stop.group() == "|" or _is_end(block, stop):
            yield start, stop.end()
            start = stop.end()
    yield start, len(block)


def _is_end(block: str, stop: re.Match[str]) -> bool:
    following = _NEXT.match(block, stop.end())
    assert following
    next_one = block[following.end() : following.end() + 1]
    if next_one.islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    before = _BEFORE.search(block[max(0, stop.start() - 20) : stop.start()])
    if not before:
        return True
    word = before.group()
    if word.lower() in _NEVER and next_one:
        return False
    if word.lower() in _COUNTED and next_one.isdigit():
        return False
    return not (len(word) == 1 and word.isupper() and word != "I" and _initial(block, stop.start()))


def _initial(block: str, place: int) -> bool:
    """Whether the capital before `place` shortens a name."""
    before = block[max(0, place - 30) : place].split()
    return len(before) < 2 or before[-2].lower() not in _LETTERED
