"""T205 and T206: nothing in the text is still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.course import Course
from build_tools.mask import masked
from build_tools.passages import passages
from build_tools.problems import Problem
from build_tools.texts import Rendered

HOLE = re.compile(
    r"\b(?:TODO|TBC|TBD|FIXME|XXX+)\b"
    r"|\b[Ll]orem ipsum\b|\bLOREM IPSUM\b"
    r"|\[(?:insert|INSERT|Insert)\b[^\]\n]{0,200}\](?!\()"
    r"|(?<!\?)(?:(?m:(?<!^))\?{3,}|\?{3,}(?!\+? [a-z]))"  # at the start of a line, ??? note means something else
)

_MARKS = ("TODO", "TBC", "TBD", "FIXME", "XXX", "orem", "OREM", "[insert", "[Insert", "[INSERT", "???")
"""One of these is in every text that has a hole; to look for them first is quick."""


def placeholders(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every mark that an author leaves for later, but for those in remarks and in examples of code."""
    drafts = {module.id for module in course.modules.values() if module.head.status == "draft"}
    for passage in passages(course):
        if not any(mark in passage.text for mark in _MARKS):
            continue
        rule = "T206" if passage.module in drafts else "T205"
        text = masked(passage.text, "remark", "comment", "fence", "code") if passage.start is None else passage.text
        for match in HOLE.finditer(text):
            where = passage.where(match.start(), match.end())
            yield Problem.at(where, rule, f'"{match.group()}" is still to be filled in')
