"""All our styles as one small file: the look, then the components in the order of the registry, then paper."""

from __future__ import annotations

import re
from importlib.resources import files

from build_tools.components import COMPONENTS

PATH = "assets/css/course.css"
CHARTS = "assets/css/charts.css"
"""A page with charts names it under `styles` in its front matter; the theme loads it there and nowhere else."""
YOURS = "assets/css/yours.css"
"""As `CHARTS`, for the pages about a learner's own course."""
DRAWINGS = {"assets/images/ground.svg": "ground.svg"}
"""Where the styles expect a drawing → its file beside them."""

_LOOK = ("tokens", "text", "frame", "pages", "lesson", "keep")
_PIECES = re.compile(r'"[^"\n]*"|/\*.*?\*/|\s*([{};,>])\s*|:\s+|\s+', re.DOTALL)


def course() -> str:
    """The text of `course.css`, without comments and spare white space."""
    package = files("build_tools")
    parts = [package / "look" / f"{name}.css" for name in _LOOK]
    parts += [package / "components" / name / "style.css" for name in COMPONENTS]
    parts.append(package / "look" / "print.css")
    return "".join(small(part.read_text(encoding="utf-8")) for part in parts if part.is_file())


def charts() -> str:
    """The text of `charts.css`."""
    return small((files("build_tools") / "charts" / "style.css").read_text(encoding="utf-8"))


def yours() -> str:
    """The text of `yours.css`."""
    return small((files("build_tools") / "learner" / "yours" / "style.css").read_text(encoding="utf-8"))


def drawings() -> dict[str, bytes]:
    """Every drawing that the styles name, by its path in the site."""
    return {path: (files("build_tools") / "look" / name).read_bytes() for path, name in DRAWINGS.items()}


def small(css: str) -> str:
    """The same rules in fewer bytes. Strings stay; so do spaces that mean something in selectors and sums."""
    return _PIECES.sub(_shorter, css).strip().replace(";}", "}")


def _shorter(match: re.Match[str]) -> str:
    piece = match[0]
    if piece[0] == '"':
        return piece
    if piece.startswith("/*"):
        return ""
    if match[1]:
        return match[1]
    return ":" if piece[0] == ":" else " "
