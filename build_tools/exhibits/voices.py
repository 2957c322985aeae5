"""Whose voices are heard in which module, and which nations its facts are about."""

from __future__ import annotations

from build_tools.charts import Cell, Frame, MatrixRow, matrix
from build_tools.exhibits.exhibit import GAP, Exhibit, Table, TableRow, count, listed, marked, numbers
from build_tools.report import NATIONS, SECTORS, Report

MARKS = {(True, True): ("VC", 1.0), (True, False): ("V", 0.5), (False, True): ("C", 0.1), (False, False): ("", 0.0)}
"""What a cell shows for (a voice, the sector of a case)."""

WHOLE = {"UK": "the UK as a whole"}
"""Nations whose name wants more words in a sentence."""


def voices(report: Report) -> Exhibit:
    unheard = [name for name in SECTORS if not _heard(report, name)]
    says = f"{len(SECTORS) - len(unheard)} of {len(SECTORS)} sectors are heard. " + (
        f"Not heard yet: {listed(unheard)}." if unheard else "Nobody is left out."
    )
    rows, lines = [], []
    for name in SECTORS:
        cells = [Cell(*MARKS[name in one.voices, name in one.sectors], name in unheard) for one in report.modules]
        rows.append(MatrixRow(name, tuple(cells)))
        cases = [one for one in report.modules if name in one.sectors]
        heard = [one for one in report.modules if name in one.voices]
        nobody = "none" + (GAP if name in unheard else "")
        lines.append(TableRow(name, (numbers(heard) or nobody, numbers(cases) or nobody)))
    return Exhibit(
        "Sectors",
        says,
        _pictures(Frame("voices", "Sectors heard in each module", says), report, rows),
        "A column for each module, by its number. V: a voice in it. C: the sector of a case. Dashed: heard in none.",
        Table("Modules in which each sector is heard, by number", ("Sector", "A voice in", "A case in"), tuple(lines)),
    )


def nations(report: Report) -> Exhibit:
    totals = {name: sum(one.facts[name] for one in report.modules) for name in NATIONS}
    unnamed = [name for name in NATIONS if not totals[name]]
    missed = [WHOLE.get(name, name) for name in unnamed]
    total = f"{count(len(report.facts), 'fact').capitalize()} that will go out of date."
    says = f"{total} Not one about {listed(missed, word='or')}." if unnamed else f"{total} Each nation has one."
    rows = [
        MatrixRow(name, tuple(_cell(one.facts[name], name in unnamed) for one in report.modules)) for name in NATIONS
    ]
    lines = []
    for name in NATIONS:
        found = [f"{one.number} ({one.facts[name]})" for one in report.modules if one.facts[name]]
        lines.append(TableRow(name, (marked(totals[name], name in unnamed), listed(found, len(found)) or "none")))
    return Exhibit(
        "Nations",
        says,
        _pictures(Frame("nations", "Facts about each nation in each module", says), report, rows),
        "A column for each module, by its number. Each box counts different facts. Dashed: no module states one.",
        Table("Facts stated about each nation", ("Nation", "Facts", "In modules (facts in each)"), tuple(lines)),
    )


def _heard(report: Report, sector: str) -> bool:
    return any(sector in one.voices or sector in one.sectors for one in report.modules)


def _cell(found: int, gap: bool) -> Cell:
    return Cell(str(found) if found or gap else "", found / 6, gap)


def _pictures(frame: Frame, report: Report, rows: list[MatrixRow]) -> tuple[str, ...]:
    columns = [str(module.number) for module in report.modules]
    return (matrix(frame, columns, rows),) if columns else ()
