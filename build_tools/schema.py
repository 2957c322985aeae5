"""JSON Schemas of the authored data files, made from the models that read them."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from build_tools.authored import (
    Fact,
    LessonHead,
    ModuleHead,
    PageHead,
    Place,
    Plan,
    SessionHead,
    Source,
    Term,
    WorksheetHead,
)
from build_tools.questions import AnyQuestion
from build_tools.story import Assessment, Story

FILES: dict[str, Any] = {
    "course": Plan,
    "place": Place,
    "module": ModuleHead,
    "lesson": LessonHead,
    "worksheet": WorksheetHead,
    "session": SessionHead,
    "page": PageHead,
    "story": Story,
    "self-assessment": Assessment,
    "sources": tuple[Source, ...],
    "glossary": tuple[Term, ...],
    "facts": tuple[Fact, ...],
    "questions": tuple[AnyQuestion, ...],
}


def schemas() -> dict[str, dict[str, Any]]:
    """Schema by file name without ending."""
    return {name: TypeAdapter(model).json_schema() for name, model in FILES.items()}
