"""How hard a text is to read: sentences, the longest of them, and LIX. Knows authored Markdown, never a course."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.mask import masked

WORDS_A_MINUTE = 200
"""How fast the course takes people to read, for the minutes it states."""

_MARKS = re.compile(
    r"\{%.{0,9999}?%\}|\{\{.{0,9999}?\}\}|<[^<>]*>|\[|\]\([^)]{0,999}\)|[#*_|>{}-]+", re.DOTALL
)  # bounded, so that a megabyte of what opens and never closes is read once and not once for each
_TARGET = re.compile(r"\]\([^()\n]*\)")
_LINE_BEGINS = re.compile(r"^[ \t]*(?:[-*+] |\d+[.)] |> ?|: )")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[A-Z0-9£])")


@dataclass(frozen=True)
class Readability:
    sentences: int
    longest: int
    """Words of the longest sentence; 0 without any."""
    lix: int
    """Words a sentence plus the percentage of words of more than six letters (Björnsson 1968), to the nearest whole."""


def readability(text: str) -> Readability:
    """Of an authored Markdown text; tags, code, headings and tables are left out."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    if not words:
        return Readability(0, 0, 0)
    long = sum(len(word) > 6 and sum(map(str.isalpha, word)) > 6 for word in words)
    lix = len(words) / len(found) + 100 * long / len(words)
    return Readability(len(found), max(map(len, found)), round(lix))


def count_words(text: str) -> int:
    """Words that a learner reads: tags, links' addresses and marks are left out."""
    return len(_MARKS.sub(" ", text).split())


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence. A blank line and a new entry of a list end one, as full stops do."""
    blocks: list[list[str]] = [[]]
    for line in _TARGET.sub("]", masked(text)).split("\n"):
        if not line.strip() or line.lstrip().startswith(("#", "|")):
            blocks.append([])
            continue
        if begin := _LINE_BEGINS.match(line):
            blocks.append([])
            line = line[begin.end() :]
        blocks[-1].append(line)
    parts = (part for block in blocks for part in _SENTENCE_ENDS.split("\n".join(block)))
    found = ([word for word in part.split() if word[0].isalnum() or any(map(str.isalnum, word))] for part in parts)
    return [sentence for sentence in found if sentence]
