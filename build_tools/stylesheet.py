"""All components' styles as one file, in the order of the registry."""

from __future__ import annotations

from importlib.resources import files

from build_tools.components import COMPONENTS

PATH = "assets/css/components.css"


def components() -> str:
    """The text of `components.css`."""
    folder = files("build_tools") / "components"
    parts = [folder / name / "style.css" for name in COMPONENTS]
    return "\n".join(part.read_text(encoding="utf-8") for part in parts if part.is_file())
