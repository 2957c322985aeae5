"""F101 to F104 and L112: what goes out of date. Today is an input; without one, nothing is said that hangs on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from build_tools.course import Course
from build_tools.problems import Problem
from build_tools.refer import day
from build_tools.texts import Rendered


def facts(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with a fact on any day."""
    used = {one.target for one in rendered.references if one.kind == "fact"}
    for fact in course.facts.values():
        if fact.as_of > fact.review_by:
            sentence = f"it held on {day(fact.as_of)}, after the day to look again, {day(fact.review_by)}"
            yield Problem.at(fact.where("review_by"), "F102", sentence)
        if fact.id not in used and not broken:
            yield Problem.at(fact.where("id"), "F104", f'no text uses the fact "{fact.id}"')


def dated(course: Course, today: date) -> Iterator[Problem]:
    """What is wrong on one day; warnings only, so that no host's build turns red by itself."""
    for fact in course.facts.values():
        if fact.review_by < today:
            sentence = f'"{fact.id}" was to be looked at again by {day(fact.review_by)}; today is {day(today)}'
            yield Problem.at(fact.where("review_by"), "F101", sentence)
        if fact.as_of > today:
            yield Problem.at(fact.where("as_of"), "F103", f"{day(fact.as_of)} is after today, {day(today)}")
    for module in course.modules.values():
        reviewed = module.head.reviewed
        if reviewed and reviewed.on > today:
            yield Problem.at(reviewed.where("on"), "F103", f"{day(reviewed.on)} is after today, {day(today)}")
    for source in course.sources.values():
        if source.year and source.year > today.year:
            yield Problem.at(source.where("year"), "L112", f"{source.year} is after this year, {today.year}")
        if source.accessed and source.accessed > today:
            sentence = f"{day(source.accessed)} is after today, {day(today)}"
            yield Problem.at(source.where("accessed"), "L112", sentence)
