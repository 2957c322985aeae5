"""Every check of a built folder, and how its problems are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from build_tools.built.folder import MARKUP, PAGES, Folder, read_folder
from build_tools.built.gist import Gist, gist
from build_tools.built.links import links
from build_tools.built.markup import markup, titles
from build_tools.built.papers import papers
from build_tools.built.reading import read
from build_tools.built.safe import safe
from build_tools.built.whole import whole
from build_tools.built.words import Strangers, flow_of, tokens
from build_tools.course import Page
from build_tools.paper.leaves import KEEP, MONDAY, key_points
from build_tools.prepare import Prepared
from build_tools.problems import Problem, as_text, failing, total
from build_tools.render import Piece
from build_tools.rules import RULES

PAPER = "paper:"
"""How the names of what is printed begin."""

EACH = 3
"""Files that are named one by one for the same finding, at most: what a layout does wrong, it does on every page."""


class BuiltError(Exception):
    """A site that was just built must not be published; the text is its report."""


def check_built(folder: Folder, prepared: Prepared, pages: Iterable[Page]) -> list[Problem]:
    """Every problem of a built folder, held against the course it was made from as far as that could be read, and
    against the pages it should hold."""
    course, rendered = prepared.course, prepared.rendered
    pieces = rendered.pieces if rendered else {}
    printed = {name: _printed(name, pieces) for name in (course.modules if course else ())}
    strangers = Strangers(course.places if course else {}, prepared.place)
    gists: dict[str, Gist] = {}
    found = [*whole(folder, pages), *papers(folder, course, printed)]
    for path, text in folder.texts.items():
        if not path.lower().endswith(MARKUP):
            strangers.look(path, flow_of(path, text))
            continue
        reading, page = read(text), path.lower().endswith(PAGES)
        alone = [*markup(reading, page), *safe(reading, page), *(tokens(reading) if page else ())]
        found += [folder.problem(path, *finding) for finding in alone]
        strangers.look(path, reading.flow, reading.flow.prose if page else "")
        gists[path] = gist(reading)
    found += [*links(folder, gists), *titles(folder, gists), *strangers.problems(folder)]
    return sorted(set(found))


def _printed(module: str, pieces: Mapping[str, Piece]) -> str:
    """What a module's handout says: its worksheet, and the key points of its lessons."""
    sheet = pieces.get(f"{PAPER}{module}")
    lessons = [piece.markdown for name, piece in pieces.items() if name.startswith(f"modules/{module}/")]
    points = [point for ending in (KEEP, MONDAY) for point in key_points(lessons, ending)]
    return "\n\n".join([sheet.markdown if sheet else "", *points])


def read_back(built: Path, shown: str, prepared: Prepared, pages: Iterable[Page]) -> list[Problem]:
    """Check a folder that was just built; gives what does not stop it. Raises BuiltError with the report."""
    folder = read_folder(built, shown)
    found = check_built(folder, prepared, pages)
    if failing(found):
        texts = {folder.at(path): text for path, text in folder.texts.items()}
        raise BuiltError(f"{as_text(folded(found), texts)}\n{total(found)}")
    return found


def folded(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for many of the same rule and sentence in more than `EACH` files, its hint saying how many."""
    groups: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems):
        groups[problem.rule, problem.sentence].append(problem)
    told: list[Problem] = []
    for group in groups.values():
        others = len({one.path for one in group}) - 1
        if others < EACH:
            told += group
        else:
            hint = group[0].hint or RULES[group[0].rule].mend
            told.append(replace(group[0], hint=f"{hint} (the same in {others} other files)"))
    return told
