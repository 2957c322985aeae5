"""Finished documents by what they were made from, so that what has not changed is not made again. Never judges them."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from functools import cache
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

from build_tools.paper.order import Order

MOST = 600
"""Documents that are kept: those of a full course for several places. The oldest go first."""

_MAKERS = ("paper/*.py", "outputs/paper/*", "look/ground.svg", "markdown.py", "svg.py")
"""What turns an order into bytes; layouts and components are in its Markdown already."""

_LIBRARIES = ("typst", "pypandoc_binary", "font-source-sans-pro", "Markdown")


@cache
def makers() -> str:
    """A hash of the code, templates and libraries that make documents."""
    found = hashlib.sha256()
    with as_file(files("build_tools")) as package:
        for pattern in _MAKERS:
            for path in sorted(Path(package).glob(pattern)):
                if path.is_file():
                    found.update(f"{path.name}\0".encode() + path.read_bytes())
    found.update(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    return found.hexdigest()


def key(order: Order) -> str:
    """The same for two orders if, and only if, they give the same bytes."""
    drawings = {name: hashlib.sha256(one).hexdigest() for name, one in order.drawings.items()}
    whole = [makers(), order.name, order.kind, order.title, order.parts, order.size, dict(order.meta), drawings]
    return hashlib.sha256(json.dumps([*whole, order.most], sort_keys=True).encode()).hexdigest()


class Cache:
    """A folder of documents. A file's name holds its key and a hash of its content, so a damaged one is not used."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.names = {name[:64]: name for name in sorted(os.listdir(folder)) if len(name) == 129}

    def get(self, wanted: str) -> bytes | None:
        name = self.names.get(wanted)
        if not name:
            return None
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(content).hexdigest() != name[65:]:
            return None
        with contextlib.suppress(OSError):
            os.utime(self.folder / name)
        return content

    def put(self, wanted: str, content: bytes) -> None:
        """Keep a document; a cache that cannot be written to costs time and nothing else."""
        name = f"{wanted}-{hashlib.sha256(content).hexdigest()}"
        with contextlib.suppress(OSError):
            handle, new = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(new, self.folder / name)
            self.names[wanted] = name

    def prune(self) -> None:
        """Delete the oldest documents beyond `MOST`."""
        with contextlib.suppress(OSError):
            aged = sorted(self.folder.iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name))
            for path in aged[: max(0, len(aged) - MOST)]:
                path.unlink(missing_ok=True)
