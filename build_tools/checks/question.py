"""Q family: every question can be answered, and its answer teaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.checks.standard import unread
from build_tools.course import Course, Module
from build_tools.located import Where
from build_tools.problems import Problem
from build_tools.questions import AnyQuestion, Choice, Order
from build_tools.texts import Rendered

LEAST = 12
FEWEST = 4
"""Questions with one right answer from which its places can show a pattern."""


def questions(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Each question by itself, then the bank as a whole."""
    for module in course.modules.values():
        for question in module.questions:
            yield from _reasons(question)
            if isinstance(question, Choice):
                yield from _options(question)
        if not unread(module, broken):
            yield from _bank(module, rendered)


def _reasons(question: AnyQuestion) -> Iterator[Problem]:
    key, parts = _parts(question)
    for number, because in enumerate(parts):
        if len(because.split()) < 8:
            where = question.where(key, number, "because")
            yield Problem.at(where, "Q102", f"the reason has {len(because.split())} words; eight are the least")


def _parts(question: AnyQuestion) -> tuple[str, list[str]]:
    if isinstance(question, Choice):
        return "options", [one.because for one in question.options]
    if isinstance(question, Order):
        return "items", [one.because for one in question.items]
    return "pairs", [one.because for one in question.pairs]


def _options(question: Choice) -> Iterator[Problem]:
    right = sum(option.correct for option in question.options)
    where = question.where("options")
    if question.kind == "single" and right != 1:
        yield Problem.at(where, "Q101", f'"{question.id}" is single and has {right} right answers, not one')
    if question.kind == "multiple" and not 2 <= right < len(question.options):
        yield Problem.at(where, "Q101", f'"{question.id}" is multiple and has {right} right of {len(question.options)}')
    seen: dict[str, int] = {}
    for number, option in enumerate(question.options):
        folded = " ".join(option.text.casefold().split()).strip(". ")
        place = question.where("options", number, "text")
        if seen.setdefault(folded, number) != number:
            yield Problem.at(place, "Q103", "this option says the same as an earlier one")
        if "all of the above" in folded or "none of the above" in folded:
            yield Problem.at(place, "Q104", f'"{option.text}" tests reading, not judgement')


def _places(singles: list[Choice]) -> Iterator[Problem]:
    """Q110, for banks that are large enough for a pattern."""
    right = [next((n for n, option in enumerate(one.options) if option.correct), None) for one in singles]
    place, often = Counter(right).most_common(1)[0] if singles else (None, 0)
    if place is not None and len(singles) >= FEWEST and often * 2 > len(singles):
        first = singles[right.index(place)]
        sentence = f"in {often} of {len(singles)} questions the right answer is option {place + 1}"
        yield Problem.at(first.where("options", place, "text"), "Q110", sentence)


def _bank(module: Module, rendered: Rendered) -> Iterator[Problem]:
    bank, top = module.questions, Where(module.questions_path, 1, 1)
    counts = {use: sum(use in one.use for one in bank) for use in ("pre", "review")}
    if len(bank) < LEAST:
        yield Problem.at(top, "Q105", f"the bank has {len(bank)} questions; {LEAST} are the least")
    for use, least in (("pre", 2), ("review", 4)):
        if counts[use] < least:
            yield Problem.at(top, "Q106", f"{counts[use]} questions are marked {use}; {least} are the least")
    if bank and sum(one.scenario for one in bank) * 2 < len(bank):
        yield Problem.at(top, "Q107", f"{sum(one.scenario for one in bank)} of {len(bank)} questions are scenarios")
    singles = [one for one in bank if isinstance(one, Choice) and one.kind == "single"]
    longest = [one for one in singles if max(one.options, key=lambda option: len(option.text)).correct]
    if len(singles) > 2 and len(longest) > 0.4 * len(singles):
        sentence = f"the right answer is the longest in {len(longest)} of {len(singles)} questions"
        yield Problem.at(longest[0].where("id"), "Q108", sentence)
    yield from _places(singles)
    review = [one for one in bank if "review" in one.use]
    if review and all("pre" in one.use for one in review):
        yield Problem.at(review[0].where("use"), "Q111", "every question for review is one that is asked before")
    shown = {block.id for block in rendered.by_module.get(module.id, ()) if block.kind == "question"}
    for one in bank:
        if one.id not in shown:
            yield Problem.at(one.where("id"), "Q109", f'no page shows the question "{one.id}"')
