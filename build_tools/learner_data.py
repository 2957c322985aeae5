"""What the course holds, as a script for the few pages that show a learner's way through it. Pure: course to text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from build_tools.components import COMPONENTS
from build_tools.course import Block, Course, Module
from build_tools.markdown import typeset
from build_tools.overview import question, title
from build_tools.texts import Rendered


def script(course: Course, rendered: Rendered) -> str:
    """The text of `course-data.js`; its shape is written down in docs/contributing/development.md."""
    text = json.dumps(data(course, rendered), ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.cg = globalThis.cg || {{}}).data = {text};\n"


def data(course: Course, rendered: Rendered) -> dict[str, Any]:
    plan = course.plan
    entries = {entry.id: entry for entry in (*plan.entries(), *plan.labs)}
    return {
        "id": plan.id,
        "title": plan.title,
        "strands": [
            {"id": one.id, "title": typeset(one.title), "modules": [entry.id for entry in one.modules]}
            for one in plan.strands
        ],
        "modules": {
            entry.id: {"title": typeset(title(course, entry)), "question": typeset(question(course, entry))}
            | (_written(course, rendered, course.modules[entry.id]) if entry.id in course.modules else {})
            for entry in plan.entries()
        },
        "practices": _practices(course),
        "labs": [
            {"id": lab.id, "title": typeset(title(course, entries[lab.id])), "after": lab.after} for lab in plan.labs
        ],
    }


def _practices(course: Course) -> list[dict[str, Any]]:
    made = course.assessment
    return [
        {
            "id": one.id,
            "title": typeset(one.title),
            "statements": [statement.id for statement in made.statements if statement.practice == one.id],
            "grows": made.grows.get(one.id, ()),
        }
        for one in (course.plan.practices if made else ())
        if made
    ]


def page_of(module: Module, block: Block) -> tuple[str, str]:
    """The path and title of the page on which a block stands; two empty texts for one that learners do not see."""
    base = f"modules/{module.id}"
    if block.owner == module.text.path:
        before = module.text.body.split("\n")[: block.where.line]
        back = any(line.startswith("## Looking back") for line in before)
        return (f"{base}/looking-back.md", "Looking back") if back else (f"{base}/index.md", module.head.title)
    for lesson in module.lessons:
        if block.owner == lesson.text.path:
            return f"modules/{lesson.key}.md", lesson.text.head.title
    if module.worksheet and block.owner == module.worksheet.path:
        return f"{base}/worksheet.md", module.worksheet.head.title
    return "", ""


def stored(course: Course, rendered: Rendered, module: Module) -> Iterator[tuple[Block, str, str, str]]:
    """Each block of a module whose work is kept, in the order of the course, with its page's path and title, and its
    revision."""
    order = [text.path for text in module.texts()]
    found = [one for one in rendered.by_module.get(module.id, ()) if COMPONENTS[one.kind].storable]
    for block in sorted(found, key=lambda one: (order.index(one.owner), one.where.line)):
        path, name = page_of(module, block)
        if path:
            yield block, path, name, revision(course, block.key)


def revision(course: Course, key: str) -> str:
    return course.lock[key].digest if key in course.lock else ""


def _written(course: Course, rendered: Rendered, module: Module) -> dict[str, Any]:
    return {
        "path": f"modules/{module.id}/index.md",
        "number": module.number,
        "minutes": module.minutes,
        "lessons": [
            {
                "id": lesson.id,
                "title": typeset(lesson.text.head.title),
                "path": f"modules/{lesson.key}.md",
                "minutes": lesson.text.head.minutes,
                "revision": revision(course, f"{module.id}/lesson/{lesson.id}"),
            }
            for lesson in module.lessons
        ],
        "questions": [
            {
                "id": one.id,
                "outcomes": one.outcomes,
                "use": one.use,
                "revision": revision(course, f"{module.id}/question/{one.id}"),
            }
            for one in module.questions
        ],
        "work": [
            {"kind": block.kind, "id": block.id, "path": path, "revision": digest}
            for block, path, _, digest in stored(course, rendered, module)
        ],
    }
