"""How hard a text is to read: words, sentences, the longest, LIX. Knows authored Markdown, never a course."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.mask import masked
from build_tools.sentences import lix, sentences

WORDS_A_MINUTE = 200
"""How fast the course takes people to read, for the minutes it states."""

_MARKS = re.compile(r"\[|\]\([^)]{0,999}\)|\{:[^}\n]{0,300}\}|[#*_|>{}-]+")
"""Bounded, so that what never closes is read once."""


@dataclass(frozen=True)
class Readability:
    sentences: int
    longest: int
    """Words of the longest sentence; 0 without any."""
    lix: int
    """Words a sentence plus the percentage of words of more than six letters (Björnsson 1968), to the nearest whole."""


def readability(text: str) -> Readability:
    """Of an authored Markdown text; tags, code and headings are left out."""
    found = sentences(text)
    return Readability(len(found), max((len(one.words) for one in found), default=0), round(lix(found)))


def count_words(text: str) -> int:
    """Words that a learner reads: tags, links' addresses and marks are left out."""
    return len(_MARKS.sub(" ", masked(text, "tag", "remark", "comment", "html")).split())
