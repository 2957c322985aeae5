"""S120 to S124: pictures that load quickly, are what they say, and give nobody away."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import splitext

from build_tools.course import Course, Picture
from build_tools.pictures import ENDINGS
from build_tools.problems import Problem
from build_tools.rules.site import LARGEST_PICTURE
from build_tools.texts import Rendered


def pictures(course: Course, rendered: Rendered, broken: frozenset[str]) -> Iterator[Problem]:
    """Every picture under the folder of hand-written pages."""
    for picture in course.site.pictures if course.site else ():
        for rule, sentence, hint in _faults(picture):
            yield Problem(picture.path, 1, 1, rule, sentence, hint)


def _faults(picture: Picture) -> Iterator[tuple[str, str, str]]:
    if picture.size > LARGEST_PICTURE:
        yield "S120", f"the picture has {picture.size / 1_000_000:.1f} MB", ""
    ending = splitext(picture.path)[1].lower()
    endings = ENDINGS.get(picture.kind, ())
    if not picture.kind:
        yield "S121", f"the name ends in {ending}, and the file holds no picture", "save it anew from where it came"
    elif not endings:
        yield "S121", f"the file holds a {picture.kind} picture, which browsers do not show", "save it as PNG or JPEG"
    elif ending not in endings:
        said = f"the name ends in {ending}" if ending else "the name has no ending"
        yield "S121", f"{said}, and the file holds {picture.kind}", f"rename it to end in {endings[0]}"
    if picture.located:
        yield "S122", "the picture says where it was taken", ""
    if picture.cmyk:
        yield "S123", "the picture has the colours of a printing press (CMYK)", ""
    if picture.script:
        yield "S124", "the drawing holds a script", ""
