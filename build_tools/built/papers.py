"""Whether the handouts are as short as promised and keep the answers to themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from build_tools.built.folder import Folder, quoted
from build_tools.course import Course
from build_tools.paper.document import LARGE_PAGES, PAGES
from build_tools.pdf import page_count
from build_tools.problems import Problem
from build_tools.questions import AnyQuestion, Choice, Match

ANSWERS = "cg-question__answers"
"""The class of what only the screen shows of a question."""

_TAG = re.compile(r"\{\{[^}]*\}\}")
_HANDOUT = re.compile(r"([^/]+)-handout(-large)?\.pdf\Z")
_LETTERS = re.compile(r"[^\W_]+")


def papers(folder: Folder, course: Course | None, printed: Mapping[str, str]) -> Iterator[Problem]:
    """Every handout. `printed` is what each module's handout says, by module id: a PDF's own text needs a large reader,
    and it is made from nothing else."""
    for shown, content in folder.papers.items():
        match = _HANDOUT.search(shown)
        if not match:
            continue
        most = LARGE_PAGES if match[2] else PAGES
        pages = page_count(content)
        if not pages:
            yield Problem(shown, 1, 1, "B129", "no page can be found in this handout")
        elif pages > most:
            yield Problem(shown, 1, 1, "B129", f"the handout has {pages} pages; {most} is the most")
        if match[2] and shown.replace(f"{match[1]}-handout-large", f"{match[1]}-handout") in folder.papers:
            continue  # both say the same
        module = course.modules.get(match[1]) if course else None
        said = printed.get(match[1], "")
        for sentence in _leaks(module.questions if module else (), said):
            yield Problem(shown, 1, 1, "B130", sentence)


def _leaks(questions: Iterable[AnyQuestion], said: str) -> Iterator[str]:
    if ANSWERS in said:
        yield "the handout holds the answers of a question"
    folded = f" {_folded(said)} "
    for question in questions:
        for reason in _reasons(question):
            told = max((_folded(part) for part in _TAG.split(reason)), key=len)
            if told.count(" ") >= 3 and f" {told} " in folded:
                yield f'the handout tells the answer to "{question.id}": {quoted(reason)}'


def _reasons(question: AnyQuestion) -> list[str]:
    if isinstance(question, Choice):
        return [option.because for option in question.options]
    if isinstance(question, Match):
        return [pair.because for pair in question.pairs]
    return [item.because for item in question.items]


def _folded(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))
