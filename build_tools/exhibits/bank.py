"""The question banks: kinds, uses, scenarios, and where the right answers stand."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.charts import Bar, BarRow, Cell, Frame, MatrixRow, Measure, bars, matrix
from build_tools.exhibits.exhibit import Exhibit, Table, TableRow, count, label, marked, which
from build_tools.report import KINDS, LEAST_USES, USES, ModuleCount, QuestionCount, Report

PLACES = ("first", "second", "third", "fourth", "fifth", "later")


def kinds(report: Report) -> Exhibit:
    banks = [one.questions for one in report.modules]
    total, scenarios = sum(one.total for one in banks), sum(one.scenarios for one in banks)
    few = [one for one in report.modules if _few(one.questions)]
    says = f"{count(total, 'question').capitalize()}, {scenarios} of them about somebody who must decide." + (
        f" Fewer than half are in {which(few)}." if few else ""
    )
    rows, lines = [], []
    for module in report.modules:
        bank = module.questions
        cells = (
            *_weighed(bank.kinds, bank.total),
            Cell(str(bank.scenarios), bank.scenarios / max(1, bank.total), _few(bank)),
        )
        rows.append(MatrixRow(label(module), cells))
        told = (*map(str, bank.kinds.values()), marked(bank.scenarios, _few(bank)), str(bank.total))
        lines.append(TableRow(label(module), told, f"{module.folder}/questions.yml"))
    frame = Frame("kinds", "Questions of each module by kind, and scenarios among them", says)
    return Exhibit(
        "Kinds of question",
        says,
        (matrix(frame, (*KINDS, "scenario"), rows),) if rows else (),
        "The darker a box, the larger its share of the module’s questions. Dashed: fewer scenarios than half.",
        Table(
            "Questions of each module by kind, and scenarios among them",
            ("Module", *(name.capitalize() for name in KINDS), "Scenario", "All"),
            tuple(lines),
        ),
    )


def uses(report: Report) -> Exhibit:
    rows, lines, short = [], [], []
    for module in report.modules:
        found = module.questions.uses
        gaps = {name: found[name] < LEAST_USES.get(name, 0) for name in USES}
        short += [module] if any(gaps.values()) else []
        rows.append(MatrixRow(label(module), _weighed(found, module.questions.total, gaps)))
        told = tuple(marked(found[name], gaps[name]) for name in USES)
        lines.append(TableRow(label(module), told, f"{module.folder}/questions.yml"))
    least = f"{LEAST_USES['pre']} before the module and {LEAST_USES['review']} for review"
    says = f"Each module has at least {least}."
    if short:
        says = f"Too few questions in {which(short)}: {least} are the least."
    frame = Frame("uses", "Questions of each module by use", says)
    return Exhibit(
        "Uses of questions",
        says,
        (matrix(frame, USES, rows),) if rows else (),
        f"A question with two uses counts for both. Dashed: fewer than {least}.",
        Table(
            "Questions of each module by use",
            ("Module", "Before it (pre)", "In a lesson", "On its own page (module)", "Later (review)"),
            tuple(lines),
        ),
    )


def places(report: Report) -> Exhibit:
    most = max((len(module.questions.right) for module in report.modules), default=0)
    names = PLACES[:most]
    rows, lines = [], []
    for module in report.modules:
        right = _by_place(module.questions.right, len(names))
        share, off = [one / max(1, sum(right)) for one in right], [_lopsided(module, one) for one in right]
        made = [
            Bar(part, f"{one}{' !' if gap else ''}", gap=gap) for one, part, gap in zip(right, share, off, strict=True)
        ]
        rows.append(BarRow(label(module), tuple(made)))
        told = tuple(marked(one, gap) for one, gap in zip(right, off, strict=True))
        lines.append(TableRow(label(module), told, f"{module.folder}/questions.yml"))
    uneven = [
        module
        for module in report.modules
        if any(_lopsided(module, n) for n in _by_place(module.questions.right, len(names)))
    ]
    says = "In no module does one place hold more than half of the right answers."
    if uneven:
        says = f"One place holds more than half of the right answers in {which(uneven)}."
    frame = Frame("places", "Where the right answer stands in single-choice questions", says)
    return Exhibit(
        "Places of the right answer",
        says,
        (bars(frame, [Measure(name, 1, (0.5,)) for name in names], rows),) if rows and names else (),
        "A full bar would be all single-choice questions of the module; the line under it stands at half of them.",
        Table(
            "Single-choice questions by the place of the right answer",
            ("Module", *(name.capitalize() for name in names)),
            tuple(lines),
        ),
    )


def _by_place(right: tuple[int, ...], places: int) -> tuple[int, ...]:
    """As many numbers as there are names for places; the last holds all that stand there or later."""
    filled = (*right, *(0 for _ in range(places)))
    return (*filled[: places - 1], sum(filled[places - 1 :])) if places else ()


def _few(bank: QuestionCount) -> bool:
    return bank.scenarios * 2 < bank.total


def _lopsided(module: ModuleCount, right: int) -> bool:
    return module.questions.singles > 2 and right * 2 > module.questions.singles


def _weighed(found: Mapping[str, int], total: int, gaps: Mapping[str, bool] | None = None) -> tuple[Cell, ...]:
    """A cell for each name, as dark as its share."""
    return tuple(
        Cell(str(one) if one or (gaps and gaps[name]) else "", one / max(1, total), bool(gaps and gaps[name]))
        for name, one in found.items()
    )
