"""When each fact must be looked at again."""

from __future__ import annotations

from build_tools.charts import Event, Frame, timeline
from build_tools.exhibits.exhibit import Exhibit, Table, TableRow, count, dated, listed
from build_tools.report import NATIONS, Report


def dates(report: Report) -> Exhibit:
    facts = report.facts
    by_id = {module.id: module for module in report.modules}
    rows = []
    for fact in facts:
        used = [str(by_id[name].number) for name in report.mentions[fact.id]]
        cells = (fact.nation, dated(fact.as_of), dated(fact.review_by), listed(used, len(used)) or "none")
        rows.append(TableRow(f"{fact.value}: {fact.says}", cells, "modules/facts.yml"))
    says = f"{count(len(facts), 'fact').capitalize()} to look at again" + (
        f", the first by {dated(facts[0].review_by)}." if facts else "."
    )
    frame = Frame("dates", "Facts by the day on which to look at them again", says)
    events = [Event(fact.review_by, fact.nation) for fact in facts]
    return Exhibit(
        "Dates",
        says,
        (timeline(frame, NATIONS, events),) if facts else (),
        "One line for each nation, dashed where there is no fact. A ring holds the number of facts due about then.",
        Table(
            "Facts in the order in which somebody must look again",
            ("Fact", "Nation", "As of", "Look again by", "In modules"),
            tuple(rows),
        ),
    )
