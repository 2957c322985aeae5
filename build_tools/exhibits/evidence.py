"""How strong the evidence of the cases is, and how far the cited sources were checked."""

from __future__ import annotations

from build_tools.charts import Cell, Column, DotRow, Frame, MatrixRow, dots, matrix
from build_tools.exhibits.exhibit import GAP, Exhibit, Table, TableRow, count, label, listed, marked, which
from build_tools.report import CHECKED, LEAST_SOURCES, Report


def cases(report: Report) -> Exhibit:
    columns = [Column("composite", hollow=True), *(Column("●" * strength) for strength in (1, 2, 3))]
    rows, lines = [], []
    for module in report.modules:
        counts = (module.composite, *module.strengths.values())
        gap = not sum(counts)
        rows.append(DotRow(label(module), counts, gap))
        cells = (f"{counts[0]}{GAP if gap else ''}", *map(str, counts[1:]))
        lines.append(TableRow(label(module), cells, f"{module.folder}/"))
    says = _says(report)
    frame = Frame("cases", "Cases of each module by the strength of their evidence", says)
    headings = ("Module", "Composite", *(f"Strength {one} {'●' * one}" for one in (1, 2, 3)))
    return Exhibit(
        "Cases",
        says,
        (dots(frame, columns, rows),) if rows else (),
        "One mark for each case: a ring for a composite, a disc for a real one. Dashed: a module without a case.",
        Table("Cases of each module by the strength of their evidence", headings, tuple(lines)),
    )


def _says(report: Report) -> str:
    real = {strength: sum(one.strengths[strength] for one in report.modules) for strength in (3, 2, 1)}
    composite = sum(one.composite for one in report.modules)
    parts = [f"{found} at {'●' * strength}" for strength, found in real.items() if found]
    parts += [f"{composite} composite"] if composite else []
    weak = [one for one in report.modules if not one.strengths[2] + one.strengths[3]]
    total = count(sum(real.values()) + composite, "case").capitalize()
    return (
        f"{total}{': ' if parts else ''}{listed(parts)}. "
        + (f"No case at ●● or ●●● in {which(weak)}." if weak else "Each module has one at ●● or ●●●.")
    )  # fmt: skip


def sources(report: Report) -> Exhibit:
    rows, lines = [], []
    for module in report.modules:
        counts = module.sources.values()
        total = sum(counts)
        few = total < LEAST_SOURCES
        cells = [Cell(str(one) if one else "", one / 15) for one in counts]
        rows.append(MatrixRow(label(module), (*cells, Cell(str(total), total / 15, few))))
        lines.append(TableRow(label(module), (*map(str, counts), marked(total, few)), f"{module.folder}/"))
    says = _checked(report)
    frame = Frame("sources", "Sources cited in each module by how far each was checked", says)
    headings = ("Module", "Whole text read", "Summary read", "Reported by others", "All")
    return Exhibit(
        "Sources",
        says,
        (matrix(frame, ("whole text", "summary", "reported", "all"), rows),) if rows else (),
        f"The darker, the more. A source cited in two modules counts in both. Dashed: under {LEAST_SOURCES} in all.",
        Table("Sources that each module cites", headings, tuple(lines)),
    )


def _checked(report: Report) -> str:
    whole, summary, reported = (sum(one.sources[name] for one in report.modules) for name in CHECKED)
    few = [one for one in report.modules if sum(one.sources.values()) < LEAST_SOURCES]
    total = whole + summary + reported
    says = f"{total} sources cited: {whole} read whole, {summary} in summary, {reported} known from others."
    return says + (f" Fewer than {LEAST_SOURCES} in {which(few)}." if few else "")
