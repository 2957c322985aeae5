"""B128: two sources that would make the same page, of which an engine keeps one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from build_tools.course import Course
from build_tools.pages import generated, output
from build_tools.problems import Problem
from build_tools.texts import Rendered


def twins(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every authored page, hand-written ones too, that stands where another, or one that the course makes, does."""
    made = [("", path) for path in generated(course)]
    made += [("", name) for name in rendered.pieces if name.startswith("modules/")]
    made += [(text.path, f"{name}.md") for name, text in course.pages.items()]
    for module in course.modules.values():
        made += [(module.session.path, f"facilitators/{module.id}.md")] if module.session else []
    found = [(source, output(path)) for source, path in made]
    found += [("", f"figures/{name}.svg") for name in course.figures]
    if course.site:
        found += [(f"{course.site.docs}/{name}", published(name)) for name in course.site.files]
    yield from same_output(found)


def published(name: str) -> str:
    """Where a file of the hand-written pages is found; README stands for index, as it does in a repository."""
    folder, stem = posixpath.split(name.removesuffix(".md"))
    return output(posixpath.join(folder, "index" if stem == "README" else stem)) if name.endswith(".md") else name


def same_output(made: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Each source whose file another source makes already; an empty source is the course itself."""
    first: dict[str, str] = {}
    for source, file in made:
        other = first.setdefault(file, source)
        if other != source:
            maker = other or "a page that the course makes itself"
            yield Problem(source, 1, 1, "B128", f'this would become "{file}", and so would {maker}')
