"""B128: two sources that would make the same page, of which an engine keeps one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from build_tools.course import Course
from build_tools.pages import generated, output
from build_tools.problems import Problem
from build_tools.texts import Rendered


def twins(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every authored page that stands where another one, or one that the course makes itself, does."""
    made = [("", path) for path in generated(course)]
    made += [(text.path, f"{name}.md") for name, text in course.pages.items()]
    for module in course.modules.values():
        made += [(module.session.path, f"facilitators/{module.id}.md")] if module.session else []
    yield from same_output((source, output(path)) for source, path in made)


def same_output(made: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Each source whose file another source makes already; an empty source is the course itself."""
    first: dict[str, str] = {}
    for source, file in made:
        other = first.setdefault(file, source)
        if other != source:
            maker = other or "a page that the course makes itself"
            yield Problem(source, 1, 1, "B128", f'this would become "{file}", and so would {maker}')
