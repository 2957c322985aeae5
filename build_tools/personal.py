"""Finds in any text what belongs to one person: addresses, telephone, NHS and National Insurance numbers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["e-mail address", "telephone number", "NHS number", "National Insurance number"]


@dataclass(frozen=True)
class Found:
    """One finding; offsets are 0-based characters, `end` is past the last."""

    kind: Kind
    start: int
    end: int


_LINKS = re.compile(
    r"https?://[^\s<>\"')\]]+|\b(?:doi:?\s*)?10\.\d{4,9}/[^\s\"']+|\bIS[BS]N(?:-1[03])?:?\s*[\dX -]{8,20}", re.I
)
"""Addresses of pages, DOIs and ISBNs: their figures belong to nobody."""

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_NOBODYS = re.compile(r"@(?:[\w-]+\.)*(?:example(?:\.(?:org|com|net|co\.uk))?|invalid|test|localhost)\Z", re.I)
"""Domains that RFC 2606 keeps for examples."""

_FIGURES = re.compile(r"\d(?:[ ()-]{0,3}\d){8}")
"""Nine figures in a row, which every telephone and NHS number has; to look for them first is quick."""

_PHONE = re.compile(
    r"(?<![\w.,/£$€#=+-])(?:(?:\+|00)44[ -]?(?:\(0\)[ -]?)?(?:\d[ -]?){8,9}\d|\(?0[1-357-9](?:\d\)?[ -]?){7,8}\d)"
    r"(?![\w]|[.,/:-]\d)"
)
_DRAMA = re.compile(
    r"0(?:1(?:1[3-8]|[2-6]1)4960\d{3}|207946\d{4}|1914980\d{3}|28964960\d\d|2920180\d{3}|1632960\d{3}|7700900\d{3}"
    r"|808157\d{4}|9098790\d{3}|3069990\d{3})\Z"
)
"""Numbers that Ofcom keeps free for television and radio drama, without spaces."""

_NHS = re.compile(r"(?<![\w.,/£$€#=+-])\d{3}(?:\d{7}| \d{3} \d{4}|-\d{3}-\d{4})(?![\w]|[.,/ -]\d)")
_NI = re.compile(
    r"[A-CEGHJ-PR-TW-Z](?<![\w-].)[A-CEGHJ-NPR-TW-Z](?<!BG|GB|KN|NK|NT|TN|ZZ) ?\d\d ?\d\d ?\d\d ?[A-D](?![\w-])"
)


def personal(text: str) -> Iterator[Found]:
    """Everything in the text that could belong to one person, kind by kind."""
    figures = bool(_FIGURES.search(text))
    if figures or "@" in text:
        text = _LINKS.sub(lambda match: " " * len(match.group()), text)
    if "@" in text:
        for match in _MAIL.finditer(text):
            if not _NOBODYS.search(match.group()) and not match.group().startswith("git@"):
                yield Found("e-mail address", *match.span())
    if figures:
        yield from _numbers(text)
    for match in _NI.finditer(text):
        yield Found("National Insurance number", *match.span())


def _numbers(text: str) -> Iterator[Found]:
    phones = [match for match in _PHONE.finditer(text) if _is_phone(match.group())]
    for match in phones:
        yield Found("telephone number", *match.span())
    taken = {match.start() for match in phones}
    for match in _NHS.finditer(text):
        if match.start() not in taken and is_nhs(re.sub(r"\D", "", match.group())):
            yield Found("NHS number", *match.span())


def _is_phone(written: str) -> bool:
    """Whether a number has the length and the last group of a British one, and is given out."""
    digits = re.sub(r"\A(?:00)?44", "0", re.sub(r"\D", "", written.replace("(0)", "")))
    last = re.split(r"[ )-]", written)[-1]  # 0730 0800 08 are hours
    return len(digits) in (10, 11) and len(last) > 2 and not _DRAMA.match(digits)


def is_nhs(digits: str) -> bool:
    """Whether ten digits are an NHS or CHI number: the range that is given out, and the check digit (modulus 11)."""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits[:9], strict=True))
    if (11 - total % 11) % 11 != int(digits[9]):
        return False
    born = 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
    return digits[0] in "3467" or born
