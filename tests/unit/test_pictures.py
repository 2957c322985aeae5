"""What a picture holds is read from its bytes, whatever its name says, and however broken it is."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.pictures import kind_of, look

KINDS = {
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0",
    "GIF": b"GIF89a",
    "WebP": b"RIFF\x10\0\0\0WEBPVP8 ",
    "AVIF": b"\0\0\0\x20ftypavif",
    "HEIC": b"\0\0\0\x20ftypheic",
    "icon": b"\0\0\1\0\1\0",
    "TIFF": b"MM\0*\0\0\0\x08",
    "BMP": b"BM\0\0",
    "SVG": b'<?xml version="1.0"?>\n<!-- a -->\n<svg viewBox="0 0 1 1"/>',
    "SVG with nothing": b"<svg/>",
    "": b"<html><svg></svg></html>",
}


def exif(order: str, tags: list[int], gps: bool = True) -> bytes:
    """EXIF data with a directory for the place that holds these tags."""
    entry = struct.Struct(order + "HHII")
    head = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(order + "I", 8)
    first = struct.pack(order + "H", 1) + entry.pack(0x8825 if gps else 0x0100, 4, 1, 26) + bytes(4)
    second = struct.pack(order + "H", len(tags)) + b"".join(entry.pack(tag, 5, 3, 0) for tag in tags)
    return head + first + second


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    parts = [bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body for marker, body in segments]
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xd9"


def frame(components: int) -> tuple[int, bytes]:
    return 0xC0, struct.pack(">BHHB", 8, 1, 1, components) + bytes(3 * components)


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_what_the_bytes_say(kind: str) -> None:
    assert kind_of(KINDS[kind]) == kind.removesuffix(" with nothing")


@pytest.mark.parametrize("order", ["<", ">"])
def test_a_place_is_found_in_every_form(order: str) -> None:
    data = exif(order, [1, 2, 3, 4])
    for content in (
        jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + data), frame(3)),
        KINDS["PNG"] + struct.pack(">I", len(data)) + b"eXIf" + data,
        KINDS["WebP"] + b"EXIF" + struct.pack("<I", len(data)) + data,
        jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='51,27N'/>"), frame(3)),
    ):
        assert look("a", len(content), content).located


def test_other_data_are_no_place() -> None:
    for data in (exif("<", [0]), exif("<", []), exif("<", [2, 4], gps=False), exif("<", [2, 4])[:20], b"II*\0"):
        assert not look("a", 1, jpeg((0xE1, b"Exif\0\0" + data), frame(3))).located


@pytest.mark.parametrize(("components", "cmyk"), [(1, False), (3, False), (4, True)])
def test_the_colours_of_the_press_are_four(components: int, cmyk: bool) -> None:
    for content in (jpeg(frame(components)), jpeg((0xC4, bytes(9)), (0xEE, b"Adobe"), frame(components))):
        assert look("a", 1, content).cmyk is cmyk


@pytest.mark.parametrize(
    ("inside", "script"),
    [
        ("<path d='M0 0'/>", False),
        ("<text>turn it on = done</text>", False),
        ("<script>x</script>", True),
        ("<s:script/>", True),
        ("<path onclick='x'/>", True),
        ('<path\nonload = "x"/>', True),
        ("<a href='java&#115;cript:x'/>", True),
        ("<description/>", False),
    ],
)
def test_a_script_is_found_in_a_drawing(inside: str, script: bool) -> None:
    assert look("a", 1, f"<svg>{inside}</svg>".encode()).script is script


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(
    st.sampled_from(list(KINDS.values())),
    st.binary(max_size=80),
    st.sampled_from([b"", b"Exif\0\0II*\0", b"eXIfMM\0*"]),
)
def test_any_bytes_are_looked_at_without_a_fault(start: bytes, middle: bytes, end: bytes) -> None:
    look("a", 1, start + end + middle)
    look("a", 1, start + middle + end)


@pytest.mark.parametrize("piece", [b"<!---->", b"<!--", b"<?xml>", b" ", b"Exif\0\0II*\0", b"\xff", b"<svg "])
def test_a_million_bytes_take_linear_time(piece: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff"):
        look("a", 1, start + piece * (1_000_000 // len(piece)))
