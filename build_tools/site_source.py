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
from build_tools.source import decode

CONFIG = "mkdocs.yml"

LARGEST = 1_000_000
"""Bytes of one file that are read at most."""

LITTER = ".DS_Store"
"""What macOS leaves in every folder that somebody has looked at; it holds nothing that could be published."""

KEEPERS = (".keep", ".gitkeep")
"""Files that are there so that Git keeps an empty folder."""

_TEXTS = (".md", ".css", ".js", ".html", ".txt", ".json", ".yml", ".csv")


def read_site(root: Path, texts: dict[str, str]) -> tuple[Site, list[Problem]]:
    """What stands beside the modules; adds each text to `texts` by its path. Follows no symbolic link."""
    config, problems = _config(root, texts)
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
            _content(path, f"{docs}/{name}", texts, pictures)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            problems.append(Problem(f"{docs}/{name}", 1, 1, "R001", f"the file cannot be read: {reason}"))
    return Site(config, docs, tuple(files), tuple(hidden), tuple(pictures)), problems


def _config(root: Path, texts: dict[str, str]) -> tuple[MarkedDict, list[Problem]]:
    """`mkdocs.yml` by our strict reading: it is code, so what could run or hide something is refused."""
    path = root / CONFIG
    if path.is_symlink():
        return MarkedDict(), [Problem(CONFIG, 1, 1, "R005", "the file is a symbolic link")]
    if not path.is_file():
        return MarkedDict(), []
    text, problems = decode(path.read_bytes(), CONFIG)
    if text is None:
        return MarkedDict(), problems
    texts[CONFIG] = text
    value, found = compose(text, CONFIG)
    if not isinstance(value, MarkedDict):
        sentence = "this file holds keys and values"
        found = found or [Problem(CONFIG, 1, 1, "R107", sentence, "site_name: …")]
        value = MarkedDict()
    return value, [*problems, *found]


def _folder(given: Any) -> str:
    """The folder of pages below the root; anything else than such a folder is the engine's to refuse."""
    path = PurePosixPath(given) if isinstance(given, str) else PurePosixPath("docs")
    inside = not path.is_absolute() and ".." not in path.parts and path.parts
    return path.as_posix() if inside else "docs"


def _content(path: Path, shown: str, texts: dict[str, str], pictures: list[Picture]) -> None:
    size = path.stat().st_size
    with path.open("rb") as file:
        content = file.read(0 if path.suffix in _TEXTS and path.suffix != ".md" else LARGEST)
    if path.suffix == ".md":
        text = decode(content, shown)[0] if size <= LARGEST else None
        if text is not None:
            texts.setdefault(shown, text)
    elif path.suffix.lower() in SUFFIXES or kind_of(content):
        pictures.append(look(shown, size, content))
