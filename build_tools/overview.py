"""What course-wide pages can say of the whole course: strands, pathways, labs, practices, totals, contact, support."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.authored import Entry, Place
from build_tools.course import Course
from build_tools.refer import Refer
from build_tools.sandbox import plain

PREPARING = "in preparation"


def overview(course: Course, place: Place | None, refer: Refer) -> dict[str, Callable[..., str]]:
    """The calls by name; each gives Markdown for the page at hand."""
    return {
        "strands": lambda: "\n\n".join(_strand(course, refer, number) for number in range(len(course.plan.strands))),
        "labs": lambda: "\n".join(
            f"- **{title(course, lab)}** ({PREPARING}). {question(course, lab)}" for lab in course.plan.labs
        ),
        "pathways": lambda: "\n\n".join(_pathway(course, refer, number) for number in range(len(course.plan.pathways))),
        "ways": lambda: _ways(course, refer),
        "practices": lambda: "\n".join(f"- **{one.title}** – {one.summary}" for one in course.plan.practices),
        "total": lambda what: str(totals(course)[what]),
        "contact": lambda: _contact(place),
        "support": lambda: _support(place),
    }


def totals(course: Course) -> dict[str, int]:
    """Counts of the whole (modules, labs) and of what is written (written, lessons, questions, minutes, hours)."""
    written = course.modules.values()
    return {
        "modules": len(course.plan.entries()),
        "labs": len(course.plan.labs),
        "written": len(course.modules),
        "lessons": sum(len(module.lessons) for module in written),
        "questions": sum(len(module.questions) for module in written),
        "minutes": sum(module.minutes for module in written),
        "hours": round(sum(module.minutes for module in written) / 60),
    }


def title(course: Course, entry: Entry) -> str:
    module = course.modules.get(entry.id)
    return module.head.title if module else entry.planned.title if entry.planned else entry.id


def question(course: Course, entry: Entry) -> str:
    module = course.modules.get(entry.id)
    return module.head.question if module else entry.planned.question if entry.planned else ""


def _strand(course: Course, refer: Refer, number: int) -> str:
    strand = course.plan.strands[number]
    before = sum(len(other.modules) for other in course.plan.strands[:number])
    mark = f"![]({refer.path(f'marks/{strand.id}.svg')}){{ .cg-mark }} " if strand.id in course.marks else ""
    lines = [
        f"### {mark}{strand.title} {{ #{strand.id} }}",
        "",
        strand.summary,
        "",
        '<ol class="cg-trail" markdown="1">',
    ]
    for offset, entry in enumerate(strand.modules, 1):
        lines.append(_stop(course, refer, entry, str(before + offset)))
        lines += [_stop(course, refer, lab, "lab") for lab in course.plan.labs if lab.after == entry.id]
    return "\n".join([*lines, "</ol>"])


def _stop(course: Course, refer: Refer, entry: Entry, sign: str) -> str:
    """A module with its number, or a lab, as one stop on the way through the course."""
    module = course.modules.get(entry.id)
    note = f"{module.minutes} minutes" if module else PREPARING
    kind = "lab" if sign == "lab" else "written" if module else "planned"
    shown = f'<span class="cg-stop__sign">{"Lab" if sign == "lab" else sign}</span>'
    text = f"{shown} **{refer.module(entry.id)}** {question(course, entry)} *{note}*"
    return f'<li class="cg-stop cg-stop--{kind}" markdown="span">{text}</li>'


def _pathway(course: Course, refer: Refer, number: int) -> str:
    path = course.plan.pathways[number]
    stops = []
    for stop in path.stops:
        module, lesson = course.modules.get(stop), course.lesson(stop)
        if lesson:
            stops.append(f"{refer.lesson(stop)} ({lesson.text.head.minutes} minutes)")
        else:
            stops.append(f"{refer.module(stop)} ({f'{module.minutes} minutes' if module else PREPARING})")
    listed = "\n".join(f"{place}. {stop}" for place, stop in enumerate(stops, 1))
    return f"### {path.title} {{ #{path.id} }}\n\n{path.reason}\n\n{listed}"


def _ways(course: Course, refer: Refer) -> str:
    """Every pathway as one line with its reason, leading to its stops on the page of pathways."""
    lines = [
        f'<li markdown="span">**{refer.link(path.title, "pathways.md", path.id)}** {path.reason}</li>'
        for path in course.plan.pathways
    ]
    return "\n".join(['<ul class="cg-ways" markdown="1">', *lines, "</ul>"])


def _contact(place: Place | None) -> str:
    if place is None:
        return ""
    text = plain(place.contact.text)
    return f"[{text}]({place.contact.url})" if place.contact.url else text


def _support(place: Place | None) -> str:
    if place is None or not place.support:
        return "This copy of the course names no local services. Ask whoever gave you the link whom you can turn to."
    entries = [(plain(one.name), plain(one.text), one.url) for one in place.support]
    return "\n".join(f"- **{f'[{name}]({url})' if url else name}** – {text}" for name, text, url in entries)
