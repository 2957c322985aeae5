"""Zip files of which two are the same byte by byte: no clock, no owner, the order that is given."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def unpacked(content: bytes) -> dict[str, bytes]:
    """Every file by name, in the order of the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def packed(files: Mapping[str, bytes], plain: str = "") -> bytes:
    """An archive of these files in their order; the one called `plain` comes first and is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files, key=lambda one: one != plain):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == plain else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return out.getvalue()
