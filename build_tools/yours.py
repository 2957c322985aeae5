"""The pages about a learner's own course: what is done, what comes back, what was written. Complete without a script,
which fills them from the work that a browser keeps.
"""

from __future__ import annotations

from typing import Any

from build_tools import script, stylesheet
from build_tools.course import Course, Page
from build_tools.learner_data import stored
from build_tools.overview import overview
from build_tools.refer import Refer, Scene
from build_tools.sheets import Sheets
from build_tools.texts import REVIEW

ASSESSMENT = "self-assessment.md"


def own(course: Course) -> list[str]:
    """The paths of these pages, in the order of the menu."""
    return ["my-course.md", REVIEW, *([ASSESSMENT] if course.assessment else []), "journal.md", "record.md"]


class Yours(Sheets):
    """Every page of `own`."""

    def pages(self) -> list[Page]:
        calls = overview(self.course, None, Refer(self.course, Scene("my-course.md", "")))
        about = "What you have done in this course, what comes next, and what is due."
        made = [self._page("my-course.md", "My course", "my-course", about, overview=calls)]
        about = "Questions that come back after 2, 7 and 30 days, so that they stay."
        made.append(self._page(REVIEW, "Review", "review", about, again=self._again()))
        if self.course.assessment:
            about = "A private mirror: 24 statements about what you did in the last month."
            made.append(
                self._page(ASSESSMENT, "Where you stand", "self-assessment", about, made=self.course.assessment)
            )
        about = "Everything you wrote in this course, in one place, to print or to take away."
        made.append(self._page("journal.md", "My plan and journal", "journal", about, work=True, rooms=self._rooms()))
        about = "Your own statement of what you have done in this course, to print."
        return [*made, self._page("record.md", "Record of learning", "record", about, work=True)]

    def _page(self, path: str, name: str, layout: str, about: str, *, work: bool = False, **values: Any) -> Page:
        meta = {
            "styles": [stylesheet.YOURS],
            "scripts": [script.DATA, *([script.WORK] if work else [])],
            "own_scripts": [script.YOURS],
            "hide": [] if path == ASSESSMENT else ["toc"],
        }
        text = self.fill(layout, path, **values)
        return self.page(path, name, f"# {name}\n\n{text}", layout, description=about, meta=meta)

    def _again(self) -> list[tuple[str, str]]:
        """Each module with its questions for review, those without any left out."""
        found = [(name, self.rendered.pieces.get(f"review:{name}")) for name in self.course.modules]
        return [(name, piece.markdown) for name, piece in found if piece and piece.markdown.strip()]

    def _rooms(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each module with the pages that have room to write, as path and title."""
        found = []
        for name, module in self.course.modules.items():
            places = {path: title for _, path, title, _ in stored(self.course, self.rendered, module)}
            found.append((name, list(places.items())))
        return [one for one in found if one[1]]
