"""File names that work on every machine, and files that are files: no symbolic links, no clashes, none reserved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from build_tools.problems import Problem

_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))}
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]')
"""Characters that Windows allows in no name."""


def name_problems(root: Path, base: Path) -> list[Problem]:
    """Every link, clash and name that some machine refuses below `base`, as paths relative to `root`."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted(base.rglob("*")):
        shown = path.relative_to(root).as_posix()
        if path.is_symlink():
            what = "folder" if path.is_dir() else "file"
            problems.append(Problem(shown, 1, 1, "R005", f"the {what} is a symbolic link"))
        problems += [Problem(shown, 1, 1, "S102", sentence, hint) for sentence, hint in _refusals(path.name)]
        folded = unicodedata.normalize("NFC", shown).casefold()
        first = seen.setdefault(folded, shown)
        if first != shown:
            problems.append(Problem(shown, 1, 1, "S102", f'the name differs only in case from "{first}"'))
    return problems


def _refusals(name: str) -> Iterator[tuple[str, str]]:
    """(sentence, hint) of everything that is wrong with one name."""
    if name.split(".")[0].lower() in _RESERVED:
        yield f'Windows reserves the name "{name}"', ""
    if wrong := _REFUSED.search(name):
        yield f"Windows allows no {wrong.group()!r} in a name", ""
    if name.endswith((".", " ")):
        yield f'Windows drops the last character of "{name}"', ""
    if unicodedata.normalize("NFC", name) != name:
        yield (
            f'the accents of "{name}" stand apart from their letters',
            "type the name anew; macOS writes it so at times",
        )
