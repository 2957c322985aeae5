"""File names that work on every machine: no symbolic links, no clash in case, none that Windows reserves."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from build_tools.problems import Problem

_RESERVED = {"con", "prn", "aux", "nul", *(f"{device}{n}" for device in ("com", "lpt") for n in range(1, 10))}


def name_problems(root: Path, base: Path) -> list[Problem]:
    """Every link, clash and reserved name below `base`, as paths relative to `root`."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in sorted(base.rglob("*")):
        shown = path.relative_to(root).as_posix()
        if path.is_symlink() and path.is_dir():
            problems.append(Problem(shown, 1, 1, "R005", "the folder is a symbolic link"))
        if path.name.split(".")[0].lower() in _RESERVED:
            problems.append(Problem(shown, 1, 1, "S102", f'Windows reserves the name "{path.name}"'))
        folded = unicodedata.normalize("NFC", shown).casefold()
        first = seen.setdefault(folded, shown)
        if first != shown:
            problems.append(Problem(shown, 1, 1, "S102", f'the name differs only in case from "{first}"'))
    return problems
