"""Y family: nobody's data in any text, and a note before what may hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.course import Block, Course, Module
from build_tools.mask import masked
from build_tools.passages import Lines
from build_tools.personal import personal
from build_tools.problems import Problem
from build_tools.texts import Rendered

_RULES = {
    "e-mail address": "Y101",
    "telephone number": "Y102",
    "NHS number": "Y103",
    "National Insurance number": "Y104",
}
_ALLOWED = ("e-mail address", "telephone number")
"""What a place's file may hold."""

_PLACES = "modules/places/"
_SKIPPED = "modules/ids.lock"

_PERSON = (
    r"(?:people|person|child|children|bab(?:y|ies)|m[ae]n|wom[ae]n|boys?|girls?|teenagers?|pupils?|patients?|residents?"
    r"|passengers?|officers?|mother|father|son|daughter|brother|sister|wife|husband)"
)
GRAVE = re.compile(
    r"\bmurder(?:ed|s|er|ers)?\b|\bmanslaughter\b|\bhomicides?\b|\bsuicid(?:e|es|al)\b|\bself-harm"
    r"|\btook (?:his|her|their) own (?:life|lives)\b|\b(?:was|were) found dead\b|\bdied by\b"
    rf"|\b(?:{_PERSON}|\d+|he|she|who) (?:was|were|had been|have been|has been|being) killed\b"
    r"|\b(?:people|children|passengers|residents|\d+) killed\b"
    rf"|\bkilled (?:[\w’'-]+ ){{0,3}}{_PERSON}\b"
    r"|\b(?:bled|beaten|starved|stabbed|burnt|burned|frozen|froze) to death\b"
    r"|(?<!oilseed )\brap(?:e|ed|es|ist|ists)\b|\bsexual(?:ly)? (?:exploit|assault|abus|violen)"
    r"|\bgroomed (?:by|for)\b|(?<!substance )(?<!drug )(?<!drugs )(?<!alcohol )\babus(?:e|ed|es|ing|ive|er|ers)\b"
    r"(?! (?:of )?(?:its |the )?(?:power|trust|process|position|office|authority|system|rules|word)\b)",
    re.IGNORECASE,
)
"""Words of death and abuse as they are done to people; a plan may be killed, and power abused."""

NEVER = 1_000_000
"""A line that no text has."""

_NOTE = re.compile(r"\bcontent note\b", re.IGNORECASE)


def safety(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every file that an author wrote, then the cases of each module."""
    for path, text in course.texts.items():
        if path != _SKIPPED:
            yield from _data(path, text)
    cases: dict[str, list[Block]] = {}
    for block in rendered.blocks:
        if block.kind == "case":
            cases.setdefault(block.module, []).append(block)
    for module in course.modules.values():
        yield from _notes(module, cases.get(module.id, []))


def _data(path: str, text: str) -> Iterator[Problem]:
    lines = Lines(path, text)
    shown = masked(text, "html") if path.endswith(".svg") else text  # coordinates are no telephone numbers
    for found in personal(shown):
        if not (path.startswith(_PLACES) and found.kind in _ALLOWED):
            article = "an" if found.kind[0] in "eN" and found.kind != "National Insurance number" else "a"
            yield Problem.at(lines.where(found.start), _RULES[found.kind], f"this looks like {article} {found.kind}")


def _notes(module: Module, cases: list[Block]) -> Iterator[Problem]:
    """Y105 and Y106: the note in the front matter, and the one on the page."""
    noted = {text.path: _noted(text.body) for text in module.texts()}
    lines = module.text.body.split("\n")
    back = lines.index("## Looking back") + 1 if "## Looking back" in lines else NEVER
    grave = [(block, match) for block in cases if (match := GRAVE.search(_words(block)))]
    for block, match in grave:
        if not module.head.content_note:
            sentence = f'the case "{block.id}" says "{match.group()}", and module.md has no content_note'
            yield Problem.at(block.where, "Y105", sentence)
        elif noted.get(block.owner, NEVER) >= block.where.line and not (
            block.owner == module.text.path and block.where.line < back  # that page shows the note by itself
        ):
            sentence = f'no content note stands before the case "{block.id}", which says "{match.group()}"'
            yield Problem.at(block.where, "Y106", sentence)
    unseen = all(noted[lesson.text.path] == NEVER for lesson in module.lessons)
    if module.head.content_note and not grave and unseen:
        yield Problem.at(module.head.where("content_note"), "Y106", "no lesson shows the content note")


def _words(block: Block) -> str:
    return " ".join((str(block.data["title"]), block.body, str(block.data["caveat"] or "")))


def _noted(body: str) -> int:
    """The first line on which a text shows a content note, or NEVER."""
    shown = masked(body)
    match = _NOTE.search(shown)
    return shown.count("\n", 0, match.start()) + 1 if match else NEVER
