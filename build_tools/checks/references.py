"""L family: whatever a text refers to is there, and whatever is kept for reference is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.checks.standard import folders
from build_tools.course import Course
from build_tools.located import Where
from build_tools.problems import Problem, nearest
from build_tools.texts import Rendered

_FILES = {"cite": "sources", "term": "glossary", "fact": "facts"}
_SAID = {"cite": "source"}
_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")


def references(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every reference of every text, then the lists they refer to, then course.yml's own."""
    names = _names(course)
    for reference in rendered.references:
        kind = reference.kind
        if f"modules/{_FILES.get(kind, '')}.yml" in broken:
            continue
        known = names[kind]
        if kind == "question":
            module = reference.where.path.split("/")[1]
            if f"modules/{module}/questions.yml" in broken:
                continue
            known = {one.id for one in course.modules[module].questions} if module in course.modules else set()
        if kind == "lesson" and _unwritten(reference.target, course, names, broken):
            continue
        if reference.target not in known:
            yield Problem.at(
                reference.where,
                "L101",
                f'there is no {_SAID.get(kind, kind)} "{reference.target}"',
                nearest(reference.target, known),
            )
    yield from _cases(course, rendered, broken)
    yield from _sources(course)
    if not broken:
        yield from _used(course, rendered)
    yield from _plan(course, names, broken)


def _unwritten(key: str, course: Course, names: dict[str, set[str]], broken: frozenset[str]) -> bool:
    """Whether a lesson's module is only planned, or could not be read whole."""
    module = key.partition("/")[0]
    planned = module in names["module"] and module not in course.modules
    return planned or module in folders(broken)


def _names(course: Course) -> dict[str, set[str]]:
    entries = {entry.id for entry in (*course.plan.entries(), *course.plan.labs)}
    lessons = {lesson.key for module in course.modules.values() for lesson in module.lessons}
    return {
        "cite": set(course.sources),
        "term": set(course.glossary),
        "fact": set(course.facts),
        "figure": set(course.figures),
        "module": entries,
        "lesson": lessons,
        "question": set(),
    }


def _cases(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    if "modules/sources.yml" in broken:
        return
    for block in rendered.blocks:
        for name in block.data.get("sources", ()):
            if name not in course.sources:
                yield Problem.at(block.where, "L101", f'there is no source "{name}"', nearest(name, course.sources))
    for where, source in [
        *((fact.where("source"), fact.source) for fact in course.facts.values()),
        *((term.where("source"), term.source) for term in course.glossary.values() if term.source),
    ]:
        if source not in course.sources:
            yield Problem.at(where, "L101", f'there is no source "{source}"', nearest(source, course.sources))


def _sources(course: Course) -> Iterator[Problem]:
    dois: dict[str, str] = {}
    for source in course.sources.values():
        if source.doi and not _DOI.match(source.doi):
            hint = "it starts with 10. and has no address"
            yield Problem.at(source.where("doi"), "L103", f'"{source.doi}" is not a DOI', hint)
        if source.doi and dois.setdefault(source.doi.lower(), source.id) != source.id:
            yield Problem.at(source.where("doi"), "L104", f'the source "{dois[source.doi.lower()]}" has the same DOI')
        if not (source.doi or (source.url and source.accessed) or source.no_link):
            sentence = f'the source "{source.id}" has no DOI, no address with date, no reason'
            yield Problem.at(source.where("id"), "L105", sentence)
        if source.url and not source.url.startswith("https://"):
            yield Problem.at(source.where("url"), "L106", f"{source.url} does not start with https://")
        if source.verified == "secondhand" and not source.reported_by:
            sentence = f'"{source.id}" is second-hand; say by whom it is reported'
            yield Problem.at(source.where("verified"), "L107", sentence)


def _used(course: Course, rendered: Rendered) -> Iterator[Problem]:
    used = {one.target for one in rendered.references if one.kind == "cite"}
    used |= {name for block in rendered.blocks for name in block.data.get("sources", ())}
    used |= {fact.source for fact in course.facts.values()}
    used |= {term.source for term in course.glossary.values() if term.source}
    for source in course.sources.values():
        if source.id not in used:
            yield Problem.at(source.where("id"), "L102", f'nothing cites the source "{source.id}"')
    terms = {one.target for one in rendered.references if one.kind == "term"}
    for term in course.glossary.values():
        if term.id not in terms:
            yield Problem.at(term.where("id"), "L102", f'no text uses the term "{term.id}"')


def _plan(course: Course, names: dict[str, set[str]], broken: frozenset[str]) -> Iterator[Problem]:
    known = names["module"] | names["lesson"]
    for path in course.plan.pathways:
        for number, stop in enumerate(path.stops):
            if stop not in known and not ("/" in stop and _unwritten(stop, course, names, broken)):
                yield Problem.at(
                    path.where("stops", number), "L101", f'there is no stop "{stop}"', nearest(stop, known)
                )
    practices = {practice.id for practice in course.plan.practices}
    for module in course.modules.values():
        for key, wanted, there in (
            ("practices", module.head.practices, practices),
            ("prerequisites", module.head.prerequisites, names["module"]),
        ):
            for number, name in enumerate(wanted):
                where: Where = module.head.where(key, number)
                if name not in there:
                    yield Problem.at(where, "L101", f'{key} has no "{name}"', nearest(name, there))
        if module.id in module.head.prerequisites:
            yield Problem.at(module.head.where("prerequisites"), "L108", f"{module.id} requires itself")
