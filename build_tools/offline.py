"""What a browser needs to hold a whole site: the list of its files, and the worker that holds exactly these.

Runs last over a built folder. Knows no page, no course and no engine.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from build_tools import script

WORKER, LIST = "offline-worker.js", "offline-files.json"
"""Both stand at the root: a worker rules what stands beside and below it."""

DATA = "assets/js/offline-data.js"
"""How large the copy is. The page that offers it loads this under `scripts`."""

_UNASKED = ("cards/", "assets/javascripts/lunr/", "sitemap.xml", WORKER, LIST)
"""How paths begin that no page asks for: other sites' previews, search in other languages, search engines' map."""


def write(site: Path) -> str:
    """Write the worker, its list and the size into a built folder; returns the release, which changes with any byte.

    A second run changes nothing.
    """
    files = _files(site)
    others = sum(file.stat().st_size for path, file in files.items() if path != DATA)
    if DATA in files:
        files[DATA].write_bytes(data(others).encode())
    listed = json.dumps([_entry(path, file) for path, file in files.items()], ensure_ascii=False, separators=(",", ":"))
    code, digest = script.worker(), _digest(listed.encode())
    release = _digest(f"{digest}{code}".encode())[:16]
    (site / LIST).write_bytes(listed.encode())
    first = f"self.cgRelease = {json.dumps({'release': release, 'list': digest})};\n"
    (site / WORKER).write_bytes(f"{first}{code}".encode())
    return release


def data(size: int | None) -> str:
    """A script that tells a page the bytes of the copy, or that there is none to be had."""
    value = "null" if size is None else json.dumps({"bytes": size})
    return f"(globalThis.cg = globalThis.cg || {{}}).offline = {value};\n"


def _files(site: Path) -> dict[str, Path]:
    """Every file that some page may ask for, by its path in the site."""
    found = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {path: found[path] for path in sorted(found) if _asked(path)}


def _asked(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return not hidden and not path.startswith(_UNASKED) and not path.endswith(".map")


def _entry(path: str, file: Path) -> tuple[str, int, str]:
    content = file.read_bytes()
    return path, len(content), _digest(content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
