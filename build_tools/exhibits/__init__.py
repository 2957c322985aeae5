"""The course report as a reader meets it: numbers become sentences, pictures and tables. Knows no page and no disk."""

from __future__ import annotations

from build_tools.exhibits.bank import kinds, places, uses
from build_tools.exhibits.dates import dates
from build_tools.exhibits.evidence import cases, sources
from build_tools.exhibits.exhibit import Exhibit
from build_tools.exhibits.outcomes import outcomes
from build_tools.exhibits.reading import reading
from build_tools.exhibits.voices import nations, voices
from build_tools.report import Report


def exhibits(report: Report) -> dict[str, Exhibit]:
    """Every part of the report by name."""
    return {
        "outcomes": outcomes(report),
        "voices": voices(report),
        "nations": nations(report),
        "cases": cases(report),
        "sources": sources(report),
        "reading": reading(report),
        "dates": dates(report),
        "kinds": kinds(report),
        "uses": uses(report),
        "places": places(report),
    }
