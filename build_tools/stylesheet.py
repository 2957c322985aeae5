"""All components' styles as one file, in the order of the registry; and that of charts, for the pages that have any."""

from __future__ import annotations

from importlib.resources import files

from build_tools.components import COMPONENTS

PATH = "assets/css/components.css"
CHARTS = "assets/css/charts.css"
"""A page with charts names it under `styles` in its front matter; the theme loads it there and nowhere else."""


def components() -> str:
    """The text of `components.css`."""
    folder = files("build_tools") / "components"
    parts = [folder / name / "style.css" for name in COMPONENTS]
    return "\n".join(part.read_text(encoding="utf-8") for part in parts if part.is_file())


def charts() -> str:
    """The text of `charts.css`."""
    return (files("build_tools") / "charts" / "style.css").read_text(encoding="utf-8")
