"""What a picture file really holds, read from its bytes. Knows file formats; nothing of disk, pages or rules."""

from __future__ import annotations

import html
import re
import struct
from collections.abc import Iterator

from build_tools.course import Picture

ENDINGS: dict[str, tuple[str, ...]] = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "GIF": (".gif",),
    "WebP": (".webp",),
    "AVIF": (".avif",),
    "SVG": (".svg",),
    "icon": (".ico",),
}
"""Kinds of picture that browsers show → the endings of their names."""

UNSHOWN = ("HEIC", "TIFF", "BMP")
"""Kinds of picture that browsers do not show."""

SUFFIXES = {ending for endings in ENDINGS.values() for ending in endings} | {".bmp", ".tif", ".tiff", ".heic", ".heif"}

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\0\0\1\0", "icon"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
)
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?>\s+)|(?><\?xml[^>]*>)|(?><!--.*?-->)|(?><!DOCTYPE[^>]*>))*+<(?:\w+:)?svg[\s/>]", re.DOTALL
)
_SCRIPT = re.compile(r"<(?:[\w-]+:)?script\b|[\s\"'/]on[a-z]{3,}\s*=\s*[\"']|javascript:|<!ENTITY\b", re.IGNORECASE)
_EXIF = re.compile(rb"Exif\0\0|eXIf|EXIF.{4}", re.DOTALL)
_GPS, _LATITUDE, _LONGITUDE = 0x8825, 2, 4
"""EXIF 2.3: the tag that leads to the place, and those of its two halves."""


def look(path: str, size: int, content: bytes) -> Picture:
    """What a file is by its bytes; `content` may be its beginning only."""
    kind = kind_of(content)
    return Picture(
        path,
        size,
        kind,
        cmyk=kind == "JPEG" and _components(content) == 4,
        located=_located(content),
        script=kind == "SVG" and bool(_SCRIPT.search(html.unescape(content.decode("utf-8", "replace")))),
    )


def kind_of(content: bytes) -> str:
    """`PNG`, `JPEG` and so on; empty if the bytes are no picture."""
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:8] == b"ftyp":
        brand = content[8:12]
        return "AVIF" if brand in (b"avif", b"avis") else "HEIC" if brand[:3] in (b"hei", b"hev", b"mif") else ""
    return "SVG" if _SVG.match(content[:5000]) else ""


def _components(content: bytes) -> int:
    """Colours of a JPEG: 1 grey, 3 for screens, 4 for the press; 0 if its frame is not found."""
    place = 2
    while content[place : place + 1] == b"\xff" and place + 9 < len(content):
        marker = content[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return content[place + 9]
        if marker == 0xFF:  # padding
            place += 1
            continue
        place += 2 + max(2, int.from_bytes(content[place + 2 : place + 4], "big"))
    return 0


def _located(content: bytes) -> bool:
    """Whether EXIF or XMP data say where a picture was taken."""
    return b"GPSLatitude" in content or any(_has_place(content[match.end() :][:70_000]) for match in _found(content))


def _found(content: bytes) -> Iterator[re.Match[bytes]]:
    for number, match in enumerate(_EXIF.finditer(content)):
        if number == 20:  # a real file has one or two
            return
        yield match


def _has_place(exif: bytes) -> bool:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return False
    (first,) = struct.unpack_from(order + "I", exif.ljust(8, b"\0"), 4)
    for tag, value in _entries(exif, first, order):
        if tag == _GPS:
            return bool({tag for tag, _ in _entries(exif, value, order)} & {_LATITUDE, _LONGITUDE})
    return False


def _entries(exif: bytes, place: int, order: str) -> Iterator[tuple[int, int]]:
    """(tag, value or offset) of one directory of EXIF data."""
    if place + 2 > len(exif):
        return
    (count,) = struct.unpack_from(order + "H", exif, place)
    for number in range(min(count, 500)):
        start = place + 2 + 12 * number
        if start + 12 > len(exif):
            return
        tag, _, _, value = struct.unpack_from(order + "HHII", exif, start)
        yield tag, value
