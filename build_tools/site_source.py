"""The hand-written half of the site, `mkdocs.yml` and the folder of its pages, and its only reader."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from build_tools.compose import compose
from build_tools.course import Picture, Site
from build_tools.located import MarkedDict
from build_tools.names import name_problems
from build_tools.pictures import SUFFIXES, kind_of, look
from build_tools.problems import Problem

CONFIG = "mkdocs.yml"

LARGEST = 1_000_000
"""Bytes of one file that are read at most."""

LITTER = ".DS_Store"
"""What macOS leaves in every folder that somebody has looked at; it holds nothing that could be published."""

KEEPERS = (".keep", ".gitkeep")
"""Files that are there so that Git keeps an empty folder."""

_TEXTS = (".md", ".css", ".js", ".html", ".txt", ".json", ".yml", ".csv")


def read_site(root: Path, text: str) -> tuple[Site, list[Problem]]:
    """What stands beside the modules, from the text of `mkdocs.yml` and the folder it names. Follows no link."""
    config, problems = _config(text)
    docs = _folder(config.get("docs_dir", "docs"))
    base = root / docs
    if base.is_symlink():
        problems.append(Problem(docs, 1, 1, "R005", "the folder is a symbolic link"))
        return Site(config, docs, (), (), ()), problems
    problems += name_problems(root, base)
    files: list[str] = []
    hidden: list[str] = []
    pictures: list[Picture] = []
    for path in sorted(base.rglob("*")):
        name = path.relative_to(base).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        if any(part.startswith(".") for part in name.split("/")):
            hidden += [name] if path.stat().st_size and path.name not in (LITTER, *KEEPERS) else []
            continue
        files.append(name)
        try:
            picture = _picture(path, f"{docs}/{name}")
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            problems.append(Problem(f"{docs}/{name}", 1, 1, "R001", f"the file cannot be read: {reason}"))
        else:
            pictures += [picture] if picture else []
    return Site(config, docs, tuple(files), tuple(hidden), tuple(pictures)), problems


def _config(text: str) -> tuple[MarkedDict, list[Problem]]:
    """`mkdocs.yml` by our strict reading: it is code, so what could run or hide something is refused."""
    value, found = compose(text, CONFIG) if text else (MarkedDict(), [])
    if isinstance(value, MarkedDict):
        return value, found
    return MarkedDict(), found or [Problem(CONFIG, 1, 1, "R107", "this file holds keys and values", "site_name: …")]


def _folder(given: Any) -> str:
    """The folder of pages below the root; anything else than such a folder is the engine's to refuse."""
    path = PurePosixPath(given) if isinstance(given, str) else PurePosixPath("docs")
    inside = not path.is_absolute() and ".." not in path.parts and path.parts
    return path.as_posix() if inside else "docs"


def _picture(path: Path, shown: str) -> Picture | None:
    """What a file holds, if it is a picture or says that it is one."""
    with path.open("rb") as file:
        content = file.read(0 if path.suffix in _TEXTS else LARGEST)
    wanted = path.suffix.lower() in SUFFIXES or kind_of(content)
    return look(shown, path.stat().st_size, content) if wanted else None
