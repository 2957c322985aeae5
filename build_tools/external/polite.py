"""Asks one address as a good guest: pauses for each host, a few tries, a few redirections. Gives one Answer.

Knows what a status means; never who wrote the address. Time is a value it is given.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Literal
from urllib.parse import urljoin

from build_tools.external.answer import Answer, Kind
from build_tools.external.request import Caller, NoReply, Reply
from build_tools.external.target import Target, Unfit, target

GAP = 1.0
"""Seconds between two requests to one host."""

AGAIN = (2.0, 8.0)
"""Seconds to wait before the first and the second repeat of a request that failed in passing."""

LONGEST_WAIT = 60.0
"""Seconds that a host may ask us to wait; one that asks for more is not asked again in this run."""

REDIRECTS = 5

PATIENCE = 6
"""Requests in a row without an answer after which a host is left in peace for this run."""

Outcome = Reply | NoReply


@dataclass(frozen=True)
class Pace:
    """The time: seconds of a clock that only goes forward, and how to let it pass."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Gate:
    """One host: one request at a time, each after a pause."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.lock = threading.RLock()
        self.ready = 0.0
        self.failures = 0
        """Requests in a row without an answer."""
        self.last: Outcome | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        with self.lock:
            wait = self.ready - self.pace.now()
            if wait > 0:
                self.pace.sleep(wait)
            try:
                yield
            finally:
                self.later(GAP)

    def later(self, seconds: float) -> None:
        """Let nobody ask this host for so long."""
        with self.lock:
            self.ready = max(self.ready, self.pace.now() + seconds)


class Guest:
    """Asks addresses from several threads at once, and keeps the gates of all hosts."""

    def __init__(self, caller: Caller, pace: Pace | None = None) -> None:
        self.caller = caller
        self.pace = pace or Pace()
        self.lock = threading.Lock()
        self.gates: dict[str, Gate] = {}

    def gate(self, host: str) -> Gate:
        with self.lock:
            return self.gates.setdefault(host, Gate(self.pace))

    def ask(self, address: str) -> Answer:
        """What the address says, at the end of its redirections."""
        try:
            start = target(address)
            return _Visit(self, start).run()
        except Unfit as error:
            return Answer("unfit", str(error))

    def once(self, method: Literal["HEAD", "GET"], wanted: Target) -> Outcome:
        """One request, when it is this host's turn; the last failure again from a host that is left in peace."""
        gate = self.gate(wanted.host)
        with gate.lock:
            if gate.last is not None and gate.failures >= PATIENCE:
                return gate.last
            with gate.turn():
                try:
                    gate.last = self.caller.ask(method, wanted)
                except NoReply as error:
                    gate.last = error
            answered = isinstance(gate.last, Reply) and gate.last.status != 429
            gate.failures = 0 if answered else gate.failures + 1
            return gate.last


class _Visit:
    """One address on its way through redirections."""

    def __init__(self, guest: Guest, start: Target) -> None:
        self.guest, self.here = guest, start
        self.waits = list(AGAIN)
        """Of the repeats that are left, for all redirections together."""
        self.trail = [start.address]
        self.new = ""
        """Where the redirections for good lead, as long as there was no other."""
        self.for_good = True
        self.cookie = False

    def run(self) -> Answer:
        while True:
            try:
                outcome = self._hop()
            except Unfit as error:
                if len(self.trail) == 1:
                    raise
                return self._say("unreachable", f"it leads on to an address that {error}")
            if isinstance(outcome, NoReply):
                return self._say("unreachable", str(outcome))
            if outcome.status not in (301, 302, 303, 307, 308) or not outcome.location:
                return self._verdict(outcome.status)
            self.cookie |= outcome.cookie
            stop = self._follow(outcome)
            if stop:
                return stop

    def _hop(self) -> Outcome:
        """HEAD first. Whatever is no clear yes is asked by GET, after a while if it may pass."""
        method: Literal["HEAD", "GET"] = "HEAD"
        while True:
            outcome = self.guest.once(method, self.here)
            if _passing(outcome):
                wait = _wait(outcome, self.waits)
                if wait is None:
                    return outcome
                self.guest.gate(self.here.host).later(wait)
            elif method == "GET" or isinstance(outcome, NoReply) or outcome.status < 400:
                return outcome
            method = "GET"

    def _follow(self, reply: Reply) -> Answer | None:
        """Go where the reply points; an answer if that cannot be."""
        try:
            there = target(urljoin(self.here.address, reply.location).partition("#")[0])
        except Unfit as error:
            return self._say("unreachable", f"it leads on to an address that {error}")
        except ValueError:
            return self._say("unreachable", "it leads on to an address that is not a web address")
        if there.address in self.trail and not self.cookie:
            return self._say("unreachable", "its redirections run in a circle")
        if len(self.trail) > REDIRECTS:
            return self._say("refused", f"it redirects more than {REDIRECTS} times")
        self.for_good = self.for_good and reply.status in (301, 308)
        if self.for_good:
            self.new = there.address
        self.here = there
        self.trail.append(there.address)
        return None

    def _verdict(self, status: int) -> Answer:
        says = f"it answers {status}"
        if status in (404, 410):
            return self._say("gone", says)
        if 500 <= status < 600:
            return self._say("unreachable", says)
        if not 200 <= status < 300:
            return self._say("refused", says)
        return self._say("moved", self.new) if self.new else self._say("fine", says)

    def _say(self, kind: Kind, detail: str) -> Answer:
        return Answer(kind, detail, self.here.address if len(self.trail) > 1 else "")


def _passing(outcome: Outcome) -> bool:
    """Whether it is worth asking again after a while. 501 says that the method is unknown, so it stays."""
    if isinstance(outcome, NoReply):
        return outcome.passing
    return outcome.status == 429 or (500 <= outcome.status < 600 and outcome.status != 501)


def _wait(outcome: Outcome, waits: list[float]) -> float | None:
    """Seconds until the next repeat, taken from `waits` or named by the host; None if there is none."""
    if not waits:
        return None
    ours = waits.pop(0)
    wait = _named(outcome) if isinstance(outcome, Reply) else None
    if wait is None:
        return ours
    return wait if wait <= LONGEST_WAIT else None


def _named(reply: Reply) -> float | None:
    """The seconds of `Retry-After`, which may be a number or a date (RFC 9110, 10.2.3)."""
    if re.fullmatch(r"[0-9]{1,9}", reply.retry_after):
        return float(reply.retry_after)
    try:
        until = parsedate_to_datetime(reply.retry_after) - parsedate_to_datetime(reply.date)
    except (ValueError, TypeError, OverflowError, IndexError):  # email.utils is not shy
        return None
    return max(0.0, until.total_seconds())
