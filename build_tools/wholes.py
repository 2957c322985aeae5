"""The pages that tell of the whole course: lists, maps, figures, patterns, the report, the rules, the wide pages."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, get_args

from build_tools import offline, script, stylesheet
from build_tools.alignment import alignment
from build_tools.authored import Fact, Nation
from build_tools.course import Course, Figure, Module, Page
from build_tools.explain import FOLDER, LEVELS, ignoring, page, prose
from build_tools.overview import overview
from build_tools.patterns import PAGE, patterns
from build_tools.readability import WORDS_A_MINUTE
from build_tools.refer import Refer, Scene
from build_tools.rules import LETTERS, RULES
from build_tools.sheets import Sheets
from build_tools.yours import own

_TITLE = re.compile(r"<title[^>]*>([^<]+)</title>")

_KEEP = {"scripts": [offline.DATA], "own_scripts": [script.OFFLINE]}
CHANGES = "may-have-changed.md"
ALWAYS = (
    "modules/index.md",
    "pathways.md",
    "facilitators/index.md",
    "glossary.md",
    "sources.md",
    "figures.md",
    "downloads.md",
    "keep.md",
    "map.md",
    "contributing/patterns.md",
    "contributing/report.md",
)
"""Pages that every course has."""


def generated(course: Course) -> list[str]:
    """The paths of the pages that the course makes itself, from no text of their own."""
    extra = {"story.md": course.story, CHANGES: course.facts}
    more = [path for path, wanted in extra.items() if wanted]
    return [*ALWAYS, *own(course), *more, f"{FOLDER}/index.md", *(page(rule) for rule in RULES.values())]


class Wholes(Sheets):
    """Every page that belongs to no module."""

    def shared(self) -> list[Page]:
        grid = alignment(self.course, self.rendered.blocks)
        shown = patterns(self.course, self.place)
        listed: list[tuple[str, str, str, str, dict[str, Any]]] = [
            ("modules/index.md", "All modules", "modules", "Every module of the course in its five strands.", {}),
            ("pathways.md", "Pathways", "pathways", "Shorter ways through the course, each with a reason.", {}),
            ("facilitators/index.md", "For facilitators", "facilitators", "Session plans and handouts for groups.", {}),
            ("glossary.md", "Glossary", "glossary", "Every term of the course in plain words.", {}),
            ("sources.md", "Sources", "sources", "What the course rests on, and how far each source was checked.", {}),
            (
                "figures.md",
                "Figures",
                "figures",
                "Every drawing of the course, to look at and to take away.",
                {"shown": self.figures()},
            ),
            (
                "downloads.md",
                "Downloads",
                "downloads",
                "Handouts, guides, cards and the whole course to take away.",
                {},
            ),
            ("keep.md", "Keep my work", "keep", "Save your work on this device, take it with you, or clear it.", {}),
            (PAGE, "Patterns", "patterns", "Every component, and how it looks.", {"shown": shown}),
            ("map.md", "Curriculum map", "map", "Where each outcome is taught, practised and checked.", {"rows": grid}),
        ]
        if self.course.story:
            about = "The people of Wrenborough, and what happened before each module."
            listed.append(("story.md", "The story so far", "story", about, {"order": self.course.plan.route()}))
        if self.course.facts:
            about = "Offices, bills and figures in the course that may have moved since they were checked."
            listed.append((CHANGES, "What may have changed", "changes", about, self.changes()))
        made = []
        for path, name, layout, description, values in listed:
            calls = overview(self.course, None, Refer(self.course, Scene(path, "")))
            text = self.fill(layout, path, overview=calls, **values)
            meta = stylesheet.needed(text) | (_KEEP if path == "keep.md" else {})
            made.append(self.page(path, name, f"# {name}\n\n{text}", layout, description=description, meta=meta))
        return made

    def report(self) -> Page:
        """The authors' page of numbers. Learners' search leaves it out."""
        from build_tools.exhibits import exhibits  # here, because a check does not draw
        from build_tools.report import report

        path, name = "contributing/report.md", "Course report"
        found = report(self.course, self.rendered)
        parts = exhibits(found) if found.modules else {}
        text = self.fill("report", path, report=found, parts=parts, words_a_minute=WORDS_A_MINUTE)
        meta = {"styles": [stylesheet.CHARTS], "search": {"exclude": True}}
        about = "What the course holds and where it has gaps, in numbers: for those who write it."
        return self.page(path, name, f"# {name}\n\n{text}", "report", description=about, meta=meta)

    def changes(self) -> dict[str, Any]:
        """The facts that age, by nation, with the modules that use each."""
        from build_tools.report import ageing, mentions

        groups: dict[str, list[Fact]] = {nation: [] for nation in get_args(Nation)}
        for fact in ageing(self.course):
            groups[fact.nation].append(fact)
        used = mentions(self.course, self.rendered)
        return {"groups": {nation: facts for nation, facts in groups.items() if facts}, "used": used}

    def figures(self) -> list[tuple[Figure, str, list[Module]]]:
        """Each figure with its title and the modules that show it, in the order of the course."""
        found = []
        for figure in self.course.figures.values():
            match = _TITLE.search(figure.svg.decode())
            users = {block.module for block in self.rendered.blocks if (block.kind, block.id) == ("figure", figure.id)}
            shown = [module for module in self.course.modules.values() if module.id in users]
            found.append((figure, unescape(match[1]) if match else figure.id, shown))
        return sorted(found, key=lambda one: min((module.number for module in one[2]), default=0))

    def rules(self) -> list[Page]:
        families = [
            (letter, name, about, [rule for rule in RULES.values() if rule.code[0] == letter])
            for letter, (name, about) in LETTERS.items()
        ]
        meta = {"search": {"boost": 0.5}}  # readers of the course come first
        path, about = f"{FOLDER}/index.md", "Every rule of the checker, with its reason and an example."
        text = self.fill("rules", path, count=len(RULES), families=[one for one in families if one[3]])
        made = [self.page(path, "The rules", f"# The rules\n\n{text}", "rules", description=about, meta=meta)]
        for rule in RULES.values():
            path, name = page(rule), f"{rule.code}: {rule.title.rstrip('.')}"
            text = self.fill("rule", path, rule=rule, level=LEVELS[rule.level], ignoring=ignoring(rule))
            text, more = f"# {prose(name)}\n\n{text}", {**meta, "hide": ["toc"]}
            made.append(self.page(path, name, text, "rule", description=rule.title, meta=more, listed=False))
        return made

    def wide(self) -> list[Page]:
        made = []
        for name, text in self.course.pages.items():
            path, head = f"{name}.md", text.head
            kind = "home" if name == "index" else "page"
            body = f"# {head.title}\n\n{self.body(path).strip()}\n"
            meta = ({"hide": list(head.hide)} if head.hide else {}) | stylesheet.needed(body)
            made.append(
                self.page(path, head.title, body, kind, source=text.path, description=head.description, meta=meta)
            )
        return made
