"""A web server on loopback that stands for every host in the world and answers as a test says, well or badly.

What an address answers is a list of steps, one a request, the last one for ever: a status such as `404`, with a place
for a redirection (`301 https://new.example/`), seconds for `Retry-After` (`429 after 3`) or `with a cookie`, and
`early` in front to send a hint first; or `only GET`, `hangs`, `drips`, `closes`, `cuts`, `garbage`, `headers`,
`endless`, `raw <hexadecimal bytes>`.
"""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from build_tools.external.found import addresses
from build_tools.external.memory import Memory
from build_tools.external.polite import Guest, Pace
from build_tools.external.request import Caller
from build_tools.external.run import guides, outside
from build_tools.external.target import Place, places
from build_tools.prepare import prepare
from build_tools.problems import Problem

SECONDS = 0.3
"""How long the tests wait for an address that hangs."""

FIRST_DAY = date(2026, 11, 2)


@dataclass
class Clock:
    """Time that passes only when somebody sleeps."""

    seconds: float = 0.0
    sleeps: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        self.seconds += seconds


@dataclass
class Asked:
    """One request as the server saw it."""

    method: str
    address: str
    """Host and path."""
    agent: str
    at: float
    """The clock's seconds."""


@dataclass
class World:
    """The server: what it answers, and what it was asked."""

    answers: dict[str, list[str]]
    """Steps by host and path; everything else answers 200."""
    clock: Clock = field(default_factory=Clock)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)
    busy: Counter[str] = field(default_factory=Counter)
    """Requests under way by host."""
    crowded: set[str] = field(default_factory=set)
    """Hosts that were asked twice at once."""
    meanwhile: Callable[[str], object] = lambda address: None
    """Called while a request is under way."""

    def guest(self, seconds: float = SECONDS) -> Guest:
        """One that finds every named host here, and speaks plainly where it would speak TLS."""

        def here(host: str, port: int) -> list[Place]:
            bare = re.fullmatch(r"[0-9.]+|.*:.*", host)
            return places(host, port) if bare else [(socket.AF_INET, ("127.0.0.1", self.port))]

        caller = Caller("the tests", seconds, here, lambda line, host: line)
        return Guest(caller, Pace(self.clock.now, self.clock.sleep))

    def methods(self) -> list[str]:
        return [one.method for one in self.asked]

    def step(self, address: str) -> str:
        steps = self.answers.get(address, ["200"])
        return steps.pop(0) if len(steps) > 1 else steps[0]


class _Handler(StreamRequestHandler):
    world: World

    def handle(self) -> None:
        head = iter(lambda: self.rfile.readline().decode("latin-1").strip(), "")
        method, path, _ = next(head).split(" ")
        fields = dict(line.split(": ", 1) for line in head)
        host = fields["Host"]
        with self.world.lock:
            self.world.busy[host] += 1
            if self.world.busy[host] > 1:
                self.world.crowded.add(host)
            self.world.asked.append(Asked(method, host + path, fields["User-Agent"], self.world.clock.now()))
            step = self.world.step(host + path)
        self.world.meanwhile(host + path)
        with self.world.lock:
            self.world.busy[host] -= 1
        with contextlib.suppress(OSError):
            self.answer(step, method)

    def answer(self, step: str, method: str) -> None:
        if step == "hangs":
            self.world.over.wait()
        elif step == "drips":
            self.drip()
        elif step == "garbage":
            self.wfile.write(b"\x16\x03\x01 good morning\r\n\r\n")
        elif step.startswith("raw "):
            self.wfile.write(bytes.fromhex(step.removeprefix("raw ")))
        elif step == "cuts":
            self.wfile.write(b"HTTP/1.1 301 Moved\r\nLocation: https://new.exa")
        elif step == "headers":
            while not self.world.over.is_set():
                self.wfile.write(b"X-Filler: " + b"x" * 1000 + b"\r\n")
        elif step == "endless":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
            while not self.world.over.is_set():
                self.wfile.write(b"x" * 65536)
        elif step == "only GET":
            self.say("200" if method == "GET" else "405")
        elif step != "closes":
            self.say(step)

    def drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.world.over.wait(SECONDS / 10):
            self.wfile.write(b"X")

    def say(self, step: str) -> None:
        early, status, rest = re.fullmatch(r"(early )?(\d+) ?(.*)", step).groups()  # type: ignore[union-attr]
        lines = ["HTTP/1.1 103 Early Hints", "Link: </style.css>", ""] if early else []
        lines.append(f"HTTP/1.1 {status} as the test says")
        if "with a cookie" in rest:
            lines.append("Set-Cookie: seen=1")
            rest = rest.replace("with a cookie", "").strip()
        if rest.startswith("after "):
            lines.append(f"Retry-After: {rest.removeprefix('after ')}")
            lines.append("Date: Mon, 02 Nov 2026 10:00:00 GMT")
        elif rest:
            lines.append(f"Location: {rest}")
        self.wfile.write("\r\n".join([*lines, "", ""]).encode())


class _Server(ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 50

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of guests that hang up."""


@contextmanager
def world(answers: dict[str, str]) -> Iterator[World]:
    """Answers by address; steps of one address are joined by ` then `."""
    made = World({re.sub(r"^https?://", "", one): steps.split(" then ") for one, steps in answers.items()})
    with _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"world": made})) as server:
        made.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield made
        finally:
            made.over.set()
            server.shutdown()
            thread.join()


def asked(case: str, root: Path) -> list[Problem]:
    """What a broken course's addresses say after `days` (one by default), if the case has lines `answers …`."""
    answers = dict(re.findall(r"^answers (\S+) (.*)$", case, re.MULTILINE))
    if not answers:
        return []
    days = int((re.findall(r"^days (\d+)$", case, re.MULTILINE) or ["1"])[0])
    prepared = prepare(root)
    found = addresses(prepared.course, {**prepared.texts, **guides(root)})
    problems: list[Problem] = []
    for day in range(days):
        with world(answers) as made, Memory(root / "build/external.jsonl", FIRST_DAY + timedelta(7 * day)) as memory:
            problems = outside(found, memory, made.guest())
    return problems
