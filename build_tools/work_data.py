"""What each place to write asks, and what each module teaches, as a script for the pages that bring a learner's work
together. Pure: course to text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from build_tools.course import Block, Course
from build_tools.drawing import items
from build_tools.learner_data import stored
from build_tools.markdown import spoken, typeset
from build_tools.texts import Rendered

_ITEM = re.compile(r"^(?:[-*+]|\d+[.)])\s+")
_TAG = re.compile(r"<[^<>]*>")
_GIVEN = ("columns", "low", "high", "ends")
"""Arguments of a tag that say how its work is to be read."""


def script(course: Course, rendered: Rendered) -> str:
    """The text of `work-data.js`; its shape is written down in docs/contributing/development.md."""
    text = json.dumps(data(course, rendered), ensure_ascii=False, separators=(",", ":"))
    return f"(globalThis.cg = globalThis.cg || {{}}).work = {text};\n"


def data(course: Course, rendered: Rendered) -> dict[str, Any]:
    return {
        module.id: {
            "outcomes": [typeset(spoken(one.text)) for one in module.head.outcomes],
            "pieces": [
                _piece(block) | {"path": f"{path}#{block.kind}-{block.id}", "page": typeset(name), "revision": digest}
                for block, path, name, digest in stored(course, rendered, module)
            ],
        }
        for module in course.modules.values()
    }


def _piece(block: Block) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": block.kind, "id": block.id}
    if block.kind == "checklist":
        return made | {
            "words": [],
            "items": [{"id": name, "text": typeset(spoken(text))} for name, text in items(block.body)],
        }
    return made | {"words": paragraphs(block.body)} | _given(block.data)


def _given(data: Mapping[str, Any]) -> dict[str, Any]:
    found = {key: data[key] for key in _GIVEN if key in data}
    return {key: value if isinstance(value, int) else [typeset(one) for one in value] for key, value in found.items()}


def paragraphs(markdown: str) -> list[str]:
    """The words of a text without its marks: a line for each paragraph and for each item of a list."""
    made: list[list[str]] = [[]]
    for line in _TAG.sub("", markdown).split("\n"):
        item = _ITEM.match(line.strip())
        if item or not line.strip():
            made.append([])
        made[-1].append(f"• {line.strip()[item.end() :]}" if item else line.strip())
    return [typeset(words) for lines in made if (words := spoken(" ".join(lines)))]
