"""The learner-facing components by name. Deleting a folder and its line here deletes the component."""

from __future__ import annotations

from build_tools.components.activity.model import Activity
from build_tools.components.case.model import Case
from build_tools.components.checklist.model import Checklist
from build_tools.components.facilitator.model import Facilitator
from build_tools.components.field.model import FieldTag
from build_tools.components.figure.model import FigureTag
from build_tools.components.grid.model import Grid
from build_tools.components.perspective.model import Perspective
from build_tools.components.perspectives.model import Perspectives
from build_tools.components.plan.model import Plan
from build_tools.components.question.model import QuestionTag
from build_tools.components.reflection.model import Reflection
from build_tools.components.scale.model import Scale
from build_tools.components.tag import Tag

COMPONENTS: dict[str, type[Tag]] = {
    "activity": Activity,
    "case": Case,
    "checklist": Checklist,
    "facilitator": Facilitator,
    "field": FieldTag,
    "figure": FigureTag,
    "grid": Grid,
    "perspective": Perspective,
    "perspectives": Perspectives,
    "plan": Plan,
    "question": QuestionTag,
    "reflection": Reflection,
    "scale": Scale,
}

BLOCKS = {name: tag for name, tag in COMPONENTS.items() if tag.level == "block"}
CALLS = {name: tag for name, tag in COMPONENTS.items() if tag.level == "call"}
