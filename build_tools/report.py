"""What a whole course holds, in numbers: the course report. Knows neither pictures nor pages, and judges no text.

A number is a gap here where a check would complain of it; `tests/unit/test_report.py` holds the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from build_tools.alignment import Row, alignment
from build_tools.authored import Fact, Nation, Sector, Source
from build_tools.course import Block, Course, Lesson, Module
from build_tools.questions import Choice
from build_tools.readability import WORDS_A_MINUTE, Readability, count_words, readability
from build_tools.texts import Rendered

SECTORS: tuple[str, ...] = get_args(Sector)
NATIONS: tuple[str, ...] = get_args(Nation)
KINDS = ("single", "multiple", "order", "match")
USES = ("pre", "lesson", "module", "review")
CHECKED = ("yes", "abstract", "secondhand")
"""How far a source was checked, the furthest first."""

LEAST_CHECKED = 2
"""Questions that check an outcome."""
LEAST_USES = {"pre": 2, "review": 4}
LEAST_SOURCES = 6
WORDS = (600, 1100)
"""Of a lesson, at least and at most."""
LONGEST = 40
"""Words of a sentence at most."""
HARDEST = 50
"""LIX that a lesson stays under."""


@dataclass(frozen=True)
class OutcomeCount:
    """How often an outcome is taught (lessons), practised (blocks) and checked (questions)."""

    id: str
    text: str
    taught: int
    practised: int
    checked: int

    @property
    def gap(self) -> bool:
        return not self.taught or not self.practised or self.checked < LEAST_CHECKED


@dataclass(frozen=True)
class LessonLoad:
    """What one lesson asks of a reader."""

    key: str
    number: int
    title: str
    path: str
    words: int
    stated: int
    """Minutes that the author gives."""
    needed: int
    """Minutes that reading and activities take."""
    prose: Readability

    @property
    def off_length(self) -> bool:
        return not WORDS[0] <= self.words <= WORDS[1]

    @property
    def off_time(self) -> bool:
        return abs(self.stated - self.needed) > max(1, 0.2 * self.stated)

    @property
    def gap(self) -> bool:
        return self.off_length or self.off_time or self.prose.longest > LONGEST or self.prose.lix >= HARDEST


@dataclass(frozen=True)
class QuestionCount:
    """A module's question bank; a question with several uses counts for each."""

    total: int
    scenarios: int
    kinds: Mapping[str, int]
    uses: Mapping[str, int]
    right: tuple[int, ...]
    """Single questions whose right answer stands first, second and so on."""

    @property
    def singles(self) -> int:
        return sum(self.right)


@dataclass(frozen=True)
class ModuleCount:
    """One written module in numbers."""

    id: str
    number: int
    title: str
    folder: str
    outcomes: tuple[OutcomeCount, ...]
    voices: frozenset[str]
    """Sectors that the module says are heard in it."""
    sectors: frozenset[str]
    """Sectors of its cases."""
    facts: Mapping[str, int]
    """Different facts that its texts mention, by nation."""
    composite: int
    """Cases put together from several; how strong the others' evidence is, is in `strengths`."""
    strengths: Mapping[int, int]
    """Real cases by the strength of their evidence, 1 to 3."""
    lessons: tuple[LessonLoad, ...]
    questions: QuestionCount
    sources: Mapping[str, int]
    """Different sources that its texts cite, by how far each was checked."""


@dataclass(frozen=True)
class Report:
    """The whole course."""

    modules: tuple[ModuleCount, ...]
    """Those that are written, in course order."""
    facts: tuple[Fact, ...]
    """Every fact, the one to look at first at the head."""
    mentions: Mapping[str, tuple[str, ...]]
    """Modules that mention a fact, by its id."""


def report(course: Course, rendered: Rendered) -> Report:
    """Count everything once; the cost grows with the length of the course."""
    blocks: dict[str, list[Block]] = {name: [] for name in course.modules}
    for block in rendered.blocks:
        if block.module in blocks:
            blocks[block.module].append(block)
    cited, mentioned = _referred(course, rendered, "cite"), _referred(course, rendered, "fact")
    rows: dict[str, list[Row]] = {name: [] for name in course.modules}
    for row in alignment(course, rendered.blocks):
        rows[row.module.id].append(row)
    modules = []
    for name, module in course.modules.items():
        facts = [course.facts[one] for one in mentioned[name] if one in course.facts]
        named = {one for block in blocks[name] for one in block.data.get("sources", ())}
        sources = [course.sources[one] for one in sorted(cited[name] | named) if one in course.sources]
        modules.append(_module(module, rows[name], blocks[name], facts, sources))
    return Report(tuple(modules), ageing(course), mentions(course, rendered))


def ageing(course: Course) -> tuple[Fact, ...]:
    """Every fact, the one to look at first at the head."""
    return tuple(sorted(course.facts.values(), key=lambda fact: (fact.review_by, fact.id)))


def mentions(course: Course, rendered: Rendered) -> dict[str, tuple[str, ...]]:
    """Modules that mention a fact, by its id."""
    mentioned = _referred(course, rendered, "fact")
    return {fact: tuple(name for name, found in mentioned.items() if fact in found) for fact in course.facts}


def _referred(course: Course, rendered: Rendered, kind: str) -> dict[str, set[str]]:
    """What each module's files refer to by calls of one kind."""
    found: dict[str, set[str]] = {name: set() for name in course.modules}
    for reference in rendered.references:
        top, _, rest = reference.where.path.partition("/")
        name = rest.partition("/")[0]
        if reference.kind == kind and top == "modules" and name in found:
            found[name].add(reference.target)
    return found


def _module(
    module: Module, rows: Sequence[Row], blocks: Sequence[Block], facts: Sequence[Fact], sources: Sequence[Source]
) -> ModuleCount:
    cases = [block for block in blocks if block.kind == "case"]
    real = Counter(block.data["strength"] for block in cases if block.data["kind"] == "real")
    return ModuleCount(
        module.id,
        module.number,
        module.head.title,
        module.text.path.rpartition("/")[0],
        tuple(_outcome(row) for row in rows),
        frozenset(module.head.voices),
        frozenset(block.data["sector"] for block in cases),
        _counts((fact.nation for fact in facts), NATIONS),
        sum(block.data["kind"] == "composite" for block in cases),
        {strength: real[strength] for strength in (1, 2, 3)},
        tuple(_lessons(module, blocks)),
        _questions(module),
        _counts((source.verified for source in sources), CHECKED),
    )


def _counts(found: Iterable[str], names: Sequence[str]) -> dict[str, int]:
    """How often each name was found, in the order of the names."""
    counts = Counter(found)
    return {name: counts[name] for name in names}


def _outcome(row: Row) -> OutcomeCount:
    return OutcomeCount(row.outcome.id, row.outcome.text, len(row.taught), len(row.practised), len(row.checked))


def _lessons(module: Module, blocks: Sequence[Block]) -> Iterator[LessonLoad]:
    doing: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "activity":
            doing[block.owner] += block.data["minutes"]
    for lesson in module.lessons:
        yield _lesson(lesson, doing[lesson.text.path])


def _lesson(lesson: Lesson, doing: int) -> LessonLoad:
    text = lesson.text
    words = count_words(text.body)
    needed = round(words / WORDS_A_MINUTE + doing)
    title, stated = text.head.title, text.head.minutes
    return LessonLoad(lesson.key, lesson.number, title, text.path, words, stated, needed, readability(text.body))


def _questions(module: Module) -> QuestionCount:
    bank = module.questions
    singles = [one for one in bank if isinstance(one, Choice) and one.kind == "single"]
    places = Counter(next((n for n, option in enumerate(one.options) if option.correct), 0) for one in singles)
    most = max((len(one.options) for one in singles), default=0)
    return QuestionCount(
        len(bank),
        sum(one.scenario for one in bank),
        _counts((one.kind for one in bank), KINDS),
        _counts((use for one in bank for use in set(one.use)), USES),
        tuple(places[n] for n in range(most)),
    )
