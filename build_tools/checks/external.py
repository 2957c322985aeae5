"""L family from L301: what the answers of addresses mean for the places where they are written. Asks nobody itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.external.answer import FAILURES, Remembered
from build_tools.external.found import RESOLVER, Found
from build_tools.problems import Problem

_SHOWN = 200
"""Characters of an address in a sentence."""


def external(found: Iterable[Found], known: Mapping[str, Remembered]) -> Iterator[Problem]:
    """A problem at each place whose address is not fine."""
    for one in found:
        answer = known.get(one.address)
        if answer is not None:
            yield from _judge(one, answer)


def _judge(one: Found, answer: Remembered) -> Iterator[Problem]:
    address = _short(one.address)
    doi = one.address.startswith(RESOLVER)
    says = f"it leads to {_short(answer.at)}, and {answer.detail}" if answer.at else answer.detail
    if answer.kind == "gone":
        unknown = doi and (not answer.at or answer.at.startswith(RESOLVER))
        hint = "no such DOI is registered: copy it from the article's page" if unknown else ""
        yield Problem.at(one.where, "L301", f"{address} is gone: {says}", hint)
    elif answer.kind == "moved" and not doi:
        sentence = f"{address} has moved for good"
        yield Problem.at(one.where, "L302", sentence, f"if it is still what you meant, write {answer.detail}")
    elif answer.kind == "refused":
        yield Problem.at(one.where, "L303", f"{address} cannot be judged by a program: {says}")
    elif answer.kind == "unreachable" and len(answer.failed) >= FAILURES:
        days = ", ".join(f"{day.day} {day:%B}" for day in answer.failed)
        yield Problem.at(one.where, "L305", f"{address} did not work on {days}: {says}")
    elif answer.kind == "unreachable":
        yield Problem.at(one.where, "L304", f"{address} does not work today: {says}")
    elif answer.kind == "unfit":
        yield Problem.at(one.where, "L306", f"{address} {answer.detail}")


def _short(address: str) -> str:
    return address if len(address) <= _SHOWN else f"{address[:_SHOWN]}…"
