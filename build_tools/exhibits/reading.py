"""What each lesson asks of a reader: length, time, its longest sentence and how hard it is to read."""

from __future__ import annotations

from build_tools.charts import Bar, BarRow, Frame, Measure, bars
from build_tools.exhibits.exhibit import GAP, PAIRED, Exhibit, Table, TableRow, count, label, listed
from build_tools.report import HARDEST, LONGEST, WORDS, LessonLoad, ModuleCount, Report


def reading(report: Report) -> Exhibit:
    lessons = [lesson for module in report.modules for lesson in module.lessons]
    measures = _measures(lessons)
    rows = [TableRow(one.title, _cells(one), one.path) for one in lessons]
    headings = ("Lesson", "Words", "Minutes stated", "Minutes needed", "Sentences", "Longest sentence", "LIX")
    return Exhibit(
        "Reading load",
        _says(lessons),
        tuple(_picture(module, measures) for module in report.modules if module.lessons),
        f"Lines under a bar are limits: {WORDS[0]:,} and {WORDS[1]:,} words, {LONGEST} words in the longest sentence, "
        f"LIX {HARDEST}. Of the minutes, the bar shows those needed and the triangle those stated. Dashed, with an "
        "exclamation mark: outside the limits.",
        Table("What each lesson asks of a reader", headings, tuple(rows)),
    )


def _off(one: LessonLoad) -> tuple[bool, bool, bool, bool]:
    """Whether words, minutes, longest sentence and LIX are outside their limits."""
    return one.off_length, one.off_time, one.prose.longest > LONGEST, one.prose.lix >= HARDEST


def _cells(one: LessonLoad) -> tuple[str, ...]:
    length, time, longest, hard = (GAP if off else "" for off in _off(one))
    return (
        f"{one.words:,}{length}", str(one.stated), f"{one.needed}{time}",
        str(one.prose.sentences), f"{one.prose.longest}{longest}", f"{one.prose.lix}{hard}",
    )  # fmt: skip


def _says(lessons: list[LessonLoad]) -> str:
    if not lessons:
        return "No lessons yet."
    words, lix = sorted(one.words for one in lessons), sorted(one.prose.lix for one in lessons)
    off = [one.key for one in lessons if one.gap]
    total = count(len(lessons), "lesson").capitalize()
    outside = f"Outside the limits: {listed(off)}." if off else "All within the limits."
    return f"{total} of {words[0]:,} to {words[-1]:,} words, LIX {lix[0]} to {lix[-1]}. {outside}"


def _measures(lessons: list[LessonLoad]) -> tuple[Measure, ...]:
    """The same scales for every module, so that pictures can be compared."""
    return (
        Measure("Words", max([1300, *(one.words for one in lessons)]), WORDS),
        Measure("Minutes", max([45, *(max(one.needed, one.stated) for one in lessons)])),
        Measure("Longest", max([50, *(one.prose.longest for one in lessons)]), (LONGEST,)),
        Measure("LIX", max([60, *(one.prose.lix for one in lessons)]), (HARDEST,)),
    )


def _picture(module: ModuleCount, measures: tuple[Measure, ...]) -> str:
    title = f"{label(module)}: words, minutes, longest sentence and LIX of each lesson"
    frame = Frame(f"reading-{module.id}", title, _says([*module.lessons]), label(module), PAIRED)
    rows = []
    for one in module.lessons:
        values = (one.words, one.needed, one.prose.longest, one.prose.lix)
        marks = (None, one.stated, None, None)
        made = [
            Bar(value, f"{value:,}{' !' if off else ''}", mark, off)
            for value, mark, off in zip(values, marks, _off(one), strict=True)
        ]
        rows.append(BarRow(f"{one.number}. {one.title}", tuple(made)))
    return bars(frame, measures, rows)
