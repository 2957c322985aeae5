"""T201 to T203: sentences that can be followed, and lessons that are easier than official prose."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.course import Course
from build_tools.passages import passages
from build_tools.problems import Problem
from build_tools.rules.wording import LIX, LONGEST, SENTENCE, SHARE
from build_tools.sentences import Sentence, lix, sentences
from build_tools.texts import Rendered

LEAST = 100
"""Words from which LIX says something."""


def ease(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every Markdown text as a whole; of values in YAML, the sentences that nobody could follow."""
    lessons = {lesson.text.path for module in course.modules.values() for lesson in module.lessons}
    for passage in passages(course):
        if passage.start and (passage.path.endswith("sources.yml") or len(passage.text.split()) <= LONGEST // 2):
            continue  # titles of other people's books, and what is too short to be long
        found = sentences(passage.text)
        for sentence in found:
            if len(sentence.words) > LONGEST:
                where = passage.where(sentence.start, sentence.start + len(sentence.words[0]))
                yield Problem.at(where, "T202", f"this sentence has {len(sentence.words)} words")
        if passage.start is None:
            yield from _share(passage.path, found)
        if passage.start is None and passage.path in lessons:
            yield from _lix(passage.path, found)


def _share(path: str, found: list[Sentence]) -> Iterator[Problem]:
    long = [one for one in found if len(one.words) > SENTENCE]
    if len(long) > 1 and len(long) * 100 > SHARE * len(found):
        longest = max(long, key=lambda one: len(one.words))
        sentence = f"{len(long)} of {len(found)} sentences have more than {SENTENCE} words"
        others = sorted({one.line for one in long} - {longest.line})
        rest = f"; others in {_lines(others)}" if others else ""
        hint = f"the longest, of {len(longest.words)} words, starts here{rest}"
        yield Problem(path, longest.line, longest.column, "T201", sentence, hint)


def _lines(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:6]))
    return f"line{'' if len(numbers) == 1 else 's'} {shown}{' and more' if len(numbers) > 6 else ''}"


def _lix(path: str, found: list[Sentence]) -> Iterator[Problem]:
    value, words = lix(found), sum(len(one.words) for one in found)
    if words >= LEAST and value >= LIX:
        length = words / len(found)
        parts = f"{length:.0f} words a sentence, and {value - length:.0f} words in 100 with more than six letters"
        yield Problem(path, found[0].line, found[0].column, "T203", f"LIX is {value:.0f}: {parts}")
