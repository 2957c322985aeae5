"""The order of pages in a site's navigation, as plain lists. Knows no engine."""

from __future__ import annotations

from typing import Any

from build_tools.course import Course
from build_tools.pages import Delivery
from build_tools.wholes import CHANGES
from build_tools.yours import own

Nav = list[Any]
"""Entries as in `mkdocs.yml`: a path, or `{title: path}`, or `{title: [entries]}`."""

MARK = "course:"
"""A value in an authored nav that starts so is replaced by the generated entries of that name."""


def sections(delivery: Delivery) -> dict[str, Nav]:
    """The generated entries of a delivery by name."""
    return generated(delivery.course)


def generated(course: Course) -> dict[str, Nav]:
    """The generated entries: learn, yours, facilitators, reference, about, contribute, rules."""
    return {
        "learn": _learn(course),
        "facilitators": [
            "facilitators/index.md",
            *(f"facilitators/{one.id}.md" for one in course.modules.values() if one.session),
        ],
        "yours": _yours(course),
        "reference": ["glossary.md", "sources.md", *([CHANGES] if course.facts else []), "figures.md", "map.md"],
        "about": _pages(course, "about"),
        "contribute": ["contributing/report.md"],
        "rules": ["contributing/rules/index.md"],
    }


def _learn(course: Course) -> Nav:
    learn: Nav = [*_pages(course, "start"), "modules/index.md", "pathways.md"]
    learn += ["story.md"] if course.story else []
    learn += ["downloads.md"]
    for strand in course.plan.strands:
        written = [course.modules[entry.id] for entry in strand.modules if entry.id in course.modules]
        modules: Nav = []
        for module in written:
            base = f"modules/{module.id}"
            entries: Nav = [f"{base}/index.md", *(f"modules/{lesson.key}.md" for lesson in module.lessons)]
            entries.append({"Questions": f"{base}/questions.md"})
            entries += [{"Worksheet": f"{base}/worksheet.md"}] if module.worksheet else []
            entries.append({"Looking back": f"{base}/looking-back.md"})
            modules.append({module.head.title: entries})
        if modules:
            learn.append({strand.title: modules})
    return learn


def _yours(course: Course) -> Nav:
    return [*own(course), "keep.md"]


def _pages(course: Course, section: str) -> Nav:
    found = [(text.head.order, name) for name, text in course.pages.items() if text.head.section == section]
    return [f"{name}.md" for _, name in sorted(found) if name != "index"]


def fill(authored: Nav, generated: dict[str, Nav]) -> Nav:
    """An authored nav with each `course:<name>` replaced. Raises KeyError with the unknown name."""
    made: Nav = []
    for entry in authored:
        if isinstance(entry, str) and entry.startswith(MARK):
            made += generated[entry.removeprefix(MARK)]
        elif isinstance(entry, dict):
            made.append({title: _value(value, generated) for title, value in entry.items()})
        else:
            made.append(entry)
    return made


def _value(value: Any, generated: dict[str, Nav]) -> Any:
    if isinstance(value, str) and value.startswith(MARK):
        return generated[value.removeprefix(MARK)]
    return fill(value, generated) if isinstance(value, list) else value
