"""What the course holds, as a script for the few pages that show a learner's way through it. Pure: course to text."""

from __future__ import annotations

import json
from typing import Any

from build_tools.components import COMPONENTS
from build_tools.course import Course, Module
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
            {"id": one.id, "title": one.title, "modules": [entry.id for entry in one.modules]} for one in plan.strands
        ],
        "modules": {
            entry.id: {"title": title(course, entry), "question": question(course, entry)}
            | (_written(course, rendered, course.modules[entry.id]) if entry.id in course.modules else {})
            for entry in plan.entries()
        },
        "labs": [{"id": lab.id, "title": title(course, entries[lab.id]), "after": lab.after} for lab in plan.labs],
    }


def _written(course: Course, rendered: Rendered, module: Module) -> dict[str, Any]:
    def revision(key: str) -> str:
        return course.lock[key].digest if key in course.lock else ""

    pages = {text.path: f"modules/{module.id}/index.md" for text in (module.text,)}
    pages |= {lesson.text.path: f"modules/{lesson.key}.md" for lesson in module.lessons}
    pages |= {module.worksheet.path: f"modules/{module.id}/worksheet.md"} if module.worksheet else {}
    return {
        "path": f"modules/{module.id}/index.md",
        "number": module.number,
        "minutes": module.minutes,
        "lessons": [
            {
                "id": lesson.id,
                "title": lesson.text.head.title,
                "path": f"modules/{lesson.key}.md",
                "minutes": lesson.text.head.minutes,
                "revision": revision(f"{module.id}/lesson/{lesson.id}"),
            }
            for lesson in module.lessons
        ],
        "questions": [
            {
                "id": one.id,
                "outcomes": one.outcomes,
                "use": one.use,
                "revision": revision(f"{module.id}/question/{one.id}"),
            }
            for one in module.questions
        ],
        "work": [
            {"kind": block.kind, "id": block.id, "path": pages[block.owner], "revision": revision(block.key)}
            for block in rendered.by_module.get(module.id, ())
            if COMPONENTS[block.kind].storable and block.owner in pages
        ],
    }
