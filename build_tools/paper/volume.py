"""The whole course as one book: its pages in reading order, with where each stands. Knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from jinja2 import Environment

from build_tools.course import Course, Module
from build_tools.paper.leaves import Leaves
from build_tools.paper.order import Order
from build_tools.refer import READ, Refer, Scene, authors
from build_tools.render import Piece
from build_tools.texts import SUPPORT

Page = tuple[str, int, str]
"""The path of a page in the site, its level in the book, and its Markdown with a title."""


def volume(course: Course, pieces: Mapping[str, Piece], env: Environment, day: date | None) -> Order:
    """The order for the book. `pieces` are those of a book, with links."""
    pages = [*_front(course, pieces), *_modules(course, pieces), *_back(course, pieces, env)]
    drawings = {f"{one.id}.svg": one.svg for one in course.figures.values()}
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else datetime(1980, 1, 1, tzinfo=UTC)
    meta = {
        "pages": [(path, level) for path, level, _ in pages],
        "course": course.plan.title,
        "strapline": course.plan.strapline,
        "id": course.plan.id,
        "site": course.site_url,
        "epoch": int(midnight.timestamp()),
    }
    texts = tuple(text for _, _, text in pages)
    return Order("course.epub", "book", "", course.plan.title, "modules/course.yml", texts, 12, meta, drawings)


def _front(course: Course, pieces: Mapping[str, Piece]) -> Iterator[Page]:
    start = [(one.head.order, name) for name, one in course.pages.items() if one.head.section == "start"]
    for _, name in sorted(start):
        if name != "index":
            yield f"{name}.md", 1, f"# {course.pages[name].head.title}\n\n{pieces[f'{name}.md'].markdown}"


def _modules(course: Course, pieces: Mapping[str, Piece]) -> Iterator[Page]:
    for module in course.modules.values():
        leaves, base = Leaves(course, module, pieces), f"modules/{module.id}"
        why, back = leaves.scenes()
        yield f"{base}/index.md", 1, _overview(module, why)
        for lesson in module.lessons:
            path = f"modules/{lesson.key}.md"
            yield path, 2, f"# {lesson.text.head.title}\n\n{leaves.text(path)}"
        yield f"{base}/questions.md", 2, f"# Questions\n\n{leaves.text(f'{base}/questions.md')}"
        yield f"answers:{module.id}", 2, f"# Answers and reasons\n\n{leaves.text(f'answers:{module.id}')}"
        if module.worksheet:
            title = f"# Worksheet: {module.worksheet.head.title}"
            hint = "To write on paper, print the handout; in this book nothing can be filled in."
            yield f"{base}/worksheet.md", 2, f"{title}\n\n{hint}\n\n{leaves.worksheet()}"
        if back:
            yield f"{base}/looking-back.md", 2, f"# Looking back\n\n{back}"


def _overview(module: Module, why: str) -> str:
    head = module.head
    parts = [f"# {module.number}. {head.title}", f"**{head.question}**", head.promise]
    parts += [f"**Before you read.** {head.content_note}"] if head.content_note else []
    able = "\n".join(f"- {outcome.text}" for outcome in head.outcomes)
    return "\n\n".join([*parts, f"## Why this matters\n\n{why}", f"### What you will be able to do\n\n{able}"])


def _back(course: Course, pieces: Mapping[str, Piece], env: Environment) -> Iterator[Page]:
    if SUPPORT in course.pages:
        text = pieces[f"{SUPPORT}.md"].markdown
        yield f"{SUPPORT}.md", 1, f"# {course.pages[SUPPORT].head.title}\n\n{text}"
    for name, title in (("glossary", "Glossary"), ("sources", "Sources")):
        refer = Refer(course, Scene(f"{name}.md", "", paper=True, book=True))
        values = {"course": course, "refer": refer, "authors": authors, "read": READ}
        yield f"{name}.md", 1, f"# {title}\n\n{env.get_template(f'book-{name}.md.j2').render(values)}"
