"""L109 to L111: which modules lean on which, and on how many sources each module rests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.checks.standard import unread
from build_tools.course import Course
from build_tools.problems import Problem
from build_tools.rules.links import SOURCES
from build_tools.texts import Rendered


def reliance(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Chains of prerequisites that close, then the count of sources by module."""
    yield from _chains(course)
    if "modules/facts.yml" in broken or "modules/sources.yml" in broken:
        return
    cited = _cited(course, rendered)
    for module in course.modules.values():
        number = len(cited.get(module.id, ()))
        if number < SOURCES and not unread(module, broken):
            rule = "L111" if module.head.status == "draft" else "L110"
            sentence = f"the module cites {number} different sources; {SOURCES} are the least"
            yield Problem(module.text.path, 1, 1, rule, sentence)


def _chains(course: Course) -> Iterator[Problem]:
    """Each chain that leads back to where it began, once, at the prerequisite that closes it."""
    needs = {module.id: [name for name in module.head.prerequisites if name != module.id] for module in
             course.modules.values()}  # fmt: skip
    done: set[str] = set()
    for start in needs:
        for chain in _closed(needs, start, done):
            module = course.modules[chain[-1]]
            where = module.head.where("prerequisites", module.head.prerequisites.index(chain[0]))
            path = " → ".join((*chain, chain[0]))
            yield Problem.at(where, "L109", f"the prerequisites run in a circle: {path}")


def _closed(needs: Mapping[str, list[str]], start: str, done: set[str]) -> Iterator[list[str]]:
    """Chains found on one walk from `start` that looks at each module once (`done` is added to)."""
    chain: list[str] = []
    waiting: list[Iterator[str]] = [iter([start])]
    while waiting:
        name = next(waiting[-1], None)
        if name is None:
            waiting.pop()
            if chain:
                done.add(chain.pop())
        elif name in chain:
            yield chain[chain.index(name) :]
        elif name in needs and name not in done:
            chain.append(name)
            waiting.append(iter(needs[name]))


def _cited(course: Course, rendered: Rendered) -> dict[str, set[str]]:
    """Ids of sources by module: cited in its texts and questions, named by its cases, behind its facts."""
    found: dict[str, set[str]] = {}
    for one in rendered.references:
        module = one.where.path.split("/")[1] if one.where.path.count("/") > 1 else ""
        if one.kind == "cite":
            found.setdefault(module, set()).add(one.target)
        elif one.kind == "fact" and one.target in course.facts:
            found.setdefault(module, set()).add(course.facts[one.target].source)
    for block in rendered.blocks:
        found.setdefault(block.module, set()).update(block.data.get("sources", ()))
    return found
