"""What one address says, asked over a real connection to a server that behaves well or badly."""

from __future__ import annotations

import socket
import ssl
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.external.answer import Answer
from build_tools.external.polite import Guest, Pace, _named
from build_tools.external.request import Caller, Reply
from tests.answering import SECONDS, Clock, world

A = "https://a.example/page"
SILENT = "its host ends the connection without an answer"
ASKED_THRICE = ["HEAD", "GET", "GET"]

CASES: dict[str, tuple[dict[str, str], Answer, list[str]]] = {
    "200": ({A: "200"}, Answer("fine", "it answers 200"), ["HEAD"]),
    "204": ({A: "204"}, Answer("fine", "it answers 204"), ["HEAD"]),
    "a hint first": ({A: "early 200"}, Answer("fine", "it answers 200"), ["HEAD"]),
    "moved for good": (
        {A: "301 https://b.example/"},
        Answer("moved", "https://b.example/", "https://b.example/"),
        ["HEAD"] * 2,
    ),
    "moved for good, twice": (
        {A: "301 /b", "a.example/b": "308 //c.example/c#part"},
        Answer("moved", "https://c.example/c", "https://c.example/c"),
        ["HEAD"] * 3,
    ),
    "moved for good, then for now": (
        {A: "308 /b", "a.example/b": "302 /c"},
        Answer("moved", "https://a.example/b", "https://a.example/c"),
        ["HEAD"] * 3,
    ),
    "elsewhere for now": (
        {A: "302 /b", "a.example/b": "303 /c", "a.example/c": "307 /d", "a.example/d": "301 /e"},
        Answer("fine", "it answers 200", "https://a.example/e"),
        ["HEAD"] * 5,
    ),
    "moved to nothing": (
        {A: "301 /b", "a.example/b": "404"},
        Answer("gone", "it answers 404", "https://a.example/b"),
        ["HEAD", "HEAD", "GET"],
    ),
    "five redirections": (
        {A: "302 /1", **{f"a.example/{n}": f"302 /{n + 1}" for n in range(1, 5)}},
        Answer("fine", "it answers 200", "https://a.example/5"),
        ["HEAD"] * 6,
    ),
    "six redirections": (
        {A: "302 /1", **{f"a.example/{n}": f"302 /{n + 1}" for n in range(1, 6)}},
        Answer("refused", "it redirects more than 5 times", "https://a.example/5"),
        ["HEAD"] * 6,
    ),
    "a circle": (
        {A: "302 /b", "a.example/b": "302 /page"},
        Answer("unreachable", "its redirections run in a circle", "https://a.example/b"),
        ["HEAD"] * 2,
    ),
    "a circle for those without a cookie": (
        {A: "302 /page with a cookie"},
        Answer("refused", "it redirects more than 5 times", A),
        ["HEAD"] * 6,
    ),
    "redirected nowhere": ({A: "302"}, Answer("refused", "it answers 302"), ["HEAD"]),
    "redirected to mail": (
        {A: "301 mailto:editor@a.example"},
        Answer("unreachable", "it leads on to an address that is not a web address"),
        ["HEAD"],
    ),
    "redirected to a file": (
        {A: "301 file:///etc/passwd"},
        Answer("unreachable", "it leads on to an address that is not a web address"),
        ["HEAD"],
    ),
    "redirected to nonsense": (
        {A: "301 https://[nonsense/"},
        Answer("unreachable", "it leads on to an address that is not a web address"),
        ["HEAD"],
    ),
    "redirected into a private network": (
        {A: "302 http://169.254.169.254/latest/meta-data"},
        Answer(
            "unreachable",
            "it leads on to an address that leads into a private network",
            "http://169.254.169.254/latest/meta-data",
        ),
        ["HEAD"],
    ),
    "404": ({A: "404"}, Answer("gone", "it answers 404"), ["HEAD", "GET"]),
    "404 to HEAD only": ({A: "404 then 200"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "410": ({A: "410"}, Answer("gone", "it answers 410"), ["HEAD", "GET"]),
    "403": ({A: "403"}, Answer("refused", "it answers 403"), ["HEAD", "GET"]),
    "401": ({A: "401"}, Answer("refused", "it answers 401"), ["HEAD", "GET"]),
    "999": ({A: "999"}, Answer("refused", "it answers 999"), ["HEAD", "GET"]),
    "405 to HEAD": ({A: "only GET"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "501 to HEAD": ({A: "501 then 200"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "429, then 200": ({A: "429 after 7 then 200"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "429 for ever": ({A: "429"}, Answer("refused", "it answers 429"), ASKED_THRICE),
    "500, then 200": ({A: "500 then 200"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "503 for ever": ({A: "503"}, Answer("unreachable", "it answers 503"), ASKED_THRICE),
    "hangs": ({A: "hangs"}, Answer("unreachable", f"it did not answer within {SECONDS:g} seconds"), ASKED_THRICE),
    "drips": ({A: "drips"}, Answer("unreachable", f"it did not answer within {SECONDS:g} seconds"), ASKED_THRICE),
    "closes early": ({A: "closes"}, Answer("unreachable", SILENT), ASKED_THRICE),
    "closes within the head": ({A: "cuts"}, Answer("unreachable", SILENT), ASKED_THRICE),
    "closes, then 200": ({A: "closes then 200"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
    "garbage": ({A: "garbage"}, Answer("unreachable", "its answer cannot be read"), ASKED_THRICE),
    "endless headers": ({A: "headers"}, Answer("unreachable", "its answer cannot be read"), ASKED_THRICE),
    "an endless body": ({A: "endless"}, Answer("fine", "it answers 200"), ["HEAD"]),
    "an endless body to GET": ({A: "405 then endless"}, Answer("fine", "it answers 200"), ["HEAD", "GET"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_an_address_says(name: str) -> None:
    answers, expected, methods = CASES[name]
    with world(answers) as made:
        assert made.guest().ask(A) == expected
        assert made.methods() == methods


def test_it_says_who_it_is_and_what_it_wants() -> None:
    with world({}) as made:
        made.guest().ask("https://Bücher.example/ä b?q=ü&r=%20#part")
    one = made.asked[0]
    assert (one.address, one.agent) == ("xn--bcher-kva.example/%C3%A4%20b?q=%C3%BC&r=%20", "the tests")


def test_what_a_host_writes_reaches_no_terminal_as_it_is() -> None:
    with world({A: "301 https://b.example/\x1b[31m\u202e"}) as made:
        assert made.guest().ask(A).detail == "https://b.example/%1B[31m%E2%80%AE".replace("[", "%5B")


PIECES = [
    b"HTTP/1.1 ", b"HTTP/1.1 301 x\r\n", b"HTTP/1.1 429 x\r\n", b"HTTP/1.1 100\r\n\r\n", b"200 OK", b"\r\n", b"\n",
    b"\r\n\r\n", b"Location: ",
    b"https://", b"//[", b"\xff\xfe", b"\x00", b"\x1b[1m", b":", b" ", b"Retry-After: ", b"Date: ",
    b"Mon, 02 Nov 2026 10:00:00 +99999999", b"9" * 5000, b"Set-Cookie: x\r\n", b"/page", b"b.example",
]  # fmt: skip


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=5), max_size=12))
def test_any_bytes_make_an_answer(pieces: list[bytes]) -> None:
    with world({A: f"raw {b''.join(pieces).hex()}"}) as made:
        answer = made.guest().ask(A)
    assert answer.at.isprintable() and (answer.kind != "moved" or answer.detail.isprintable())


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from([*"0123456789 +-:,.", "Mon", "Nov", "2026", "GMT", "²", "\udcff", "9" * 30]), max_size=10)
)
def test_any_retry_after_is_seconds_or_nothing(pieces: list[str]) -> None:
    wait = _named(Reply(429, retry_after="".join(pieces), date="Mon, 02 Nov 2026 10:00:00 GMT"))
    assert wait is None or wait >= 0


def test_a_certificate_that_nobody_trusts_is_refused() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "untrusted.pem")
    served = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            try:
                served.append(context.wrap_socket(line, server_side=True).recv(1))
            except OSError:
                line.close()

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        where = server.getsockname()
        caller = Caller("the tests", 5, lambda host, port: [(socket.AF_INET, where)])
        clock = Clock()
        answer = Guest(caller, Pace(clock.now, clock.sleep)).ask("https://survey.example/")
        thread.join()
    assert answer.kind == "unreachable" and answer.detail.startswith("its certificate is not valid: self")
    assert served == [] and clock.sleeps == []


def test_a_host_without_tls_is_not_asked_in_plain_words() -> None:
    with world({}) as made:
        caller = Caller("the tests", 5, lambda host, port: [(socket.AF_INET, ("127.0.0.1", made.port))])
        clock = Clock()
        answer = Guest(caller, Pace(clock.now, clock.sleep)).ask("https://survey.example/")
        assert answer.kind == "unreachable" and made.asked == []


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        where = closed.getsockname()
        caller = Caller("the tests", 5, lambda host, port: [(socket.AF_INET, where)])
        clock = Clock()
        answer = Guest(caller, Pace(clock.now, clock.sleep)).ask("http://survey.example/")
    assert answer == Answer("unreachable", "its host refuses the connection") and clock.sleeps == [2, 8]
