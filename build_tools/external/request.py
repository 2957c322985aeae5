"""One request for one address over a socket of our own: a deadline for all of it, and no byte of the body asked for.

Knows HTTP/1.1 as far as the head of an answer; never what an answer means for the course.
"""

from __future__ import annotations

import io
import re
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException, parse_headers
from typing import Any, Literal

from build_tools.external.target import Place, Target, Unfit, places

LARGEST = 64 * 1024
"""Bytes of an answer that are read at most."""

_STATUS = re.compile(rb"HTTP/1\.[01] ([1-9]\d\d)(?: |\r?\n)")


class NoReply(Exception):
    """The address gave no answer that can be read; says why, as the end of a sentence."""

    def __init__(self, reason: str, passing: bool = True) -> None:
        super().__init__(reason)
        self.passing = passing
        """Whether it is worth asking again."""


@dataclass(frozen=True)
class Reply:
    """The head of an answer."""

    status: int
    location: str = ""
    retry_after: str = ""
    date: str = ""
    cookie: bool = False
    """Whether it set one: where it did, a browser may come further than we."""


def secure(line: socket.socket, host: str) -> socket.socket:
    """TLS with the system's certificates; the host must prove its name. Raises OSError."""
    return _context().wrap_socket(line, server_hostname=host)


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True)
class Caller:
    """Who asks, how long it waits, and by which ways it goes out."""

    agent: str
    """The `User-Agent`: who we are and where to complain."""
    seconds: float = 15.0
    """For a whole request, from the connection to the end of the answer's head."""
    places: Callable[[str, int], list[Place]] = places
    secure: Callable[[socket.socket, str], socket.socket] = secure

    def ask(self, method: Literal["HEAD", "GET"], wanted: Target) -> Reply:
        """The answer's head. Raises NoReply, or Unfit if the host stands in a private network."""
        end = time.monotonic() + self.seconds
        line = None
        try:
            line = self._connect(wanted, end)
            line.settimeout(_left(end))
            line.sendall(self._request(method, wanted))
            return _reply(io.BufferedReader(_Incoming(line, end)))
        except Unfit:
            raise
        except OSError as error:
            raise self._no_reply(error) from None
        except (HTTPException, ValueError):
            raise NoReply("its answer cannot be read") from None
        finally:
            if line:
                line.close()

    def _request(self, method: str, wanted: Target) -> bytes:
        fields = [
            f"{method} {wanted.path} HTTP/1.1",
            f"Host: {wanted.authority}",
            f"User-Agent: {self.agent}",
            "Accept: text/html, application/pdf;q=0.9, */*;q=0.8",
            "Accept-Language: en-GB, en;q=0.8",
            "Connection: close",
        ]
        return "\r\n".join([*fields, "", ""]).encode("ascii")

    def _connect(self, wanted: Target, end: float) -> socket.socket:
        """A line to the first of the host's places that takes it; the time left is shared among them."""
        found = self.places(wanted.host, wanted.port)
        for number, (family, place) in enumerate(found, 1):
            line = socket.socket(family, socket.SOCK_STREAM)
            try:
                line.settimeout(_left(end) / (len(found) - number + 1))
                line.connect(place)
                line.settimeout(_left(end))
                return self.secure(line, wanted.host) if wanted.scheme == "https" else line
            except OSError:
                line.close()
                if number == len(found):
                    raise
        raise OSError("has no place")

    def _no_reply(self, error: OSError) -> NoReply:
        if isinstance(error, TimeoutError):
            return NoReply(f"it did not answer within {self.seconds:g} seconds")
        if isinstance(error, socket.gaierror):
            return NoReply("nobody knows its host")
        if isinstance(error, ssl.SSLCertVerificationError):
            return NoReply(f"its certificate is not valid: {error.verify_message}", passing=False)
        if isinstance(error, ssl.SSLError):
            return NoReply("its host makes no secure connection")
        if isinstance(error, ConnectionRefusedError):
            return NoReply("its host refuses the connection")
        if isinstance(error, ConnectionError):
            return NoReply("its host ends the connection without an answer")
        return NoReply(f"its host cannot be reached: {(error.strerror or 'no reason given').lower()}")


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Incoming(io.RawIOBase):
    """What arrives on a line until the deadline. An end before the head's is an error, so is too long a head."""

    def __init__(self, line: socket.socket, end: float) -> None:
        self.line, self.end, self.read_so_far = line, end, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.line.settimeout(_left(self.end))
        count = self.line.recv_into(buffer)
        self.read_so_far += count
        if self.read_so_far > LARGEST:
            raise HTTPException
        if not count:
            raise ConnectionAbortedError
        return count


def _reply(incoming: io.BufferedReader) -> Reply:
    """The head of the final answer; provisional ones (1xx) are passed over."""
    while True:
        status = _STATUS.match(incoming.readline(LARGEST))
        if not status:
            raise HTTPException
        fields = parse_headers(incoming)
        if not status[1].startswith(b"1"):
            break

    def field(name: str) -> str:
        return str(fields.get(name, "")).encode("latin-1", "replace").decode("utf-8", "replace").strip()

    return Reply(int(status[1]), field("Location"), field("Retry-After"), field("Date"), "Set-Cookie" in fields)
