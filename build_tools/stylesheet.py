"""Our styles: one small file for every page (the look, then the components in the order of the registry), one for paper
that no screen waits for, and a few that only some pages need."""

from __future__ import annotations

import re
from importlib.resources import files

from build_tools.components import COMPONENTS

PATH, PAPER = "assets/css/course.css", "assets/css/paper.css"
FRONT, PATTERNS, CHARTS, KEPT, YOURS = (
    f"assets/css/{name}.css" for name in ("front", "patterns", "charts", "kept", "yours")
)
ALONE = {
    FRONT: "look/front.css",
    PATTERNS: "look/patterns.css",
    CHARTS: "charts/style.css",
    KEPT: "look/kept.css",
    YOURS: "learner/yours/style.css",
}
"""A page names one of these under `styles` in its front matter; the theme loads it there and nowhere else."""
DRAWINGS = {"assets/images/ground.svg": "ground.svg"}
"""Where the styles expect a drawing → its file beside them."""
_NEEDS = {
    FRONT: re.compile(r"\bcg-(?:doors|glance|intro|mark|pair|practices|taste|trail|ways)\b"),
    KEPT: re.compile(r"\bcg-keep\b"),
    PATTERNS: re.compile(r"\bcg-(?:dark|drawing|sheet)\b"),
}

_LOOK = ("tokens", "text", "frame", "lesson", "learn", "keep", "reading")
_PRINT = re.compile(r"@media print\{((?:[^{}]*\{[^{}]*\})*)\}")
_ZERO = re.compile(r"(?<![\w.#\"])0\.(?=\d)")
_PIECES = re.compile(r'"[^"\n]*"|/\*.*?\*/|\s*([{};,>])\s*|:\s+|\s+', re.DOTALL)


def course() -> str:
    """The text of `course.css`, without comments and spare white space."""
    return _PRINT.sub("", _whole())


def paper() -> str:
    """The text of `paper.css`: every `@media print` of the same files, without its frame."""
    return "".join(_PRINT.findall(_whole()))


def _whole() -> str:
    package = files("build_tools")
    parts = [package / "look" / f"{name}.css" for name in _LOOK]
    parts += [package / "components" / name / "style.css" for name in COMPONENTS]
    parts.append(package / "look" / "print.css")
    return "".join(small(part.read_text(encoding="utf-8")) for part in parts if part.is_file())


def alone() -> dict[str, bytes]:
    """Each file that only some pages load, by its path in the site."""
    package = files("build_tools")
    return {path: small((package / name).read_text(encoding="utf-8")).encode() for path, name in ALONE.items()}


def needed(markdown: str) -> dict[str, list[str]]:
    """The front matter that makes a page load what its classes need."""
    paths = [path for path, classes in _NEEDS.items() if classes.search(markdown)]
    return {"styles": paths} if paths else {}


def drawings() -> dict[str, bytes]:
    """Every drawing that the styles name, by its path in the site."""
    return {path: (files("build_tools") / "look" / name).read_bytes() for path, name in DRAWINGS.items()}


def small(css: str) -> str:
    """The same rules in fewer bytes. Strings stay; so do spaces that mean something in selectors and sums."""
    return _ZERO.sub(".", _PIECES.sub(_shorter, css).strip().replace(";}", "}"))


def _shorter(match: re.Match[str]) -> str:
    piece = match[0]
    if piece[0] == '"':
        return piece
    if piece.startswith("/*"):
        return ""
    if match[1]:
        return match[1]
    return ":" if piece[0] == ":" else " "
