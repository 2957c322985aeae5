"""Outcomes against where they are taught, practised and checked."""

from __future__ import annotations

from build_tools.charts import Cell, Frame, MatrixRow, matrix
from build_tools.exhibits.exhibit import PAIRED, Exhibit, Table, TableRow, count, label, listed, marked
from build_tools.report import LEAST_CHECKED, ModuleCount, OutcomeCount, Report

COLUMNS = ("taught", "practised", "checked")


def outcomes(report: Report) -> Exhibit:
    rows = [
        TableRow(one.text, tuple(marked(*cell) for cell in _cells(one)), f"{module.folder}/module.md")
        for module in report.modules
        for one in module.outcomes
    ]
    caption = "Lessons that teach each outcome, activities and fields that practise it, questions that check it"
    return Exhibit(
        "Outcomes",
        _says([one for module in report.modules for one in module.outcomes]),
        tuple(_picture(module) for module in report.modules),
        f"The darker a box, the more there is. Dashed: a gap, nothing there or fewer than {LEAST_CHECKED} questions.",
        Table(caption, ("Outcome", "Taught", "Practised", "Checked"), tuple(rows)),
    )


def _cells(one: OutcomeCount) -> tuple[tuple[int, bool], ...]:
    """Each number, and whether it is a gap."""
    return (one.taught, not one.taught), (one.practised, not one.practised), (one.checked, one.checked < LEAST_CHECKED)


def _says(found: list[OutcomeCount]) -> str:
    gaps = [one.id for one in found if one.gap]
    if not gaps:
        return f"{count(len(found), 'outcome').capitalize()}, each of them taught, practised and checked."
    return f"{len(gaps)} of {count(len(found), 'outcome')} with a gap: {listed(gaps)}."


def _picture(module: ModuleCount) -> str:
    title = f"{label(module)}: outcomes taught, practised and checked"
    frame = Frame(f"outcomes-{module.id}", title, _says([*module.outcomes]), label(module), PAIRED)
    rows = [
        MatrixRow(one.id, tuple(Cell(str(found), found / 6, gap) for found, gap in _cells(one)))
        for one in module.outcomes
    ]
    return matrix(frame, COLUMNS, rows)
