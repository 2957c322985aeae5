"""How hosts are treated: one request at a time, a pause between two, patience, and an end of it."""

from __future__ import annotations

import itertools
import threading

import pytest

from build_tools.external.polite import GAP, PATIENCE
from build_tools.external.run import HOSTS, ask_all
from tests.answering import World, world

A = "https://a.example/page"


def pauses(made: World, host: str) -> list[float]:
    times = [one.at for one in made.asked if one.address.startswith(host)]
    return [later - earlier for earlier, later in itertools.pairwise(times)]


WAITS = {
    "404": [GAP],
    "405 then 200": [GAP],
    "429 then 429 then 200": [2, 8],
    "429 after 7 then 429 after 60 then 200": [7, 60],
    "429 after 0 then 200": [GAP],
    "429 after 61": [],
    "503 after 999999999999 then 503 then 200": [2, 8],
    "429 after Mon, 02 Nov 2026 10:00:30 GMT then 200": [30],
    "429 after Mon, 02 Nov 2026 09:00:00 GMT then 200": [GAP],
    "429 after Tue, 03 Nov 2026 10:00:30 GMT": [],
    "429 after tomorrow then 200": [2],
    "429 after ² then 200": [2],
    "500 then closes then 200": [2, 8],
    "302 /next then 302 /next": [GAP],
}


@pytest.mark.parametrize("steps", WAITS)
def test_it_waits(steps: str) -> None:
    with world({A: steps}) as made:
        made.guest().ask(A)
        assert pauses(made, "a.example") == WAITS[steps]


def test_the_repeats_are_for_the_whole_way() -> None:
    with world({A: "500 then 302 /b", "a.example/b": "500 then 302 /c", "a.example/c": "500 then 200"}) as made:
        assert made.guest().ask(A).detail == "it answers 500"
        assert made.methods() == ["HEAD", "GET", "HEAD", "GET", "HEAD"]


def test_one_at_a_time_for_each_host_and_a_second_between() -> None:
    hosts = [f"{letter}.example" for letter in "abcdefghij"]
    answers = {f"https://{host}/{n}": f"302 https://z.example/{host}/{n}" for host in hosts for n in range(3)}
    with world(answers) as made:
        said = dict(ask_all(list(answers), made.guest().ask))
        assert said.keys() == answers.keys() and {one.kind for one in said.values()} == {"fine"}
        assert made.crowded == set()
        assert all(pause >= GAP for host in [*hosts, "z.example"] for pause in pauses(made, host))
        assert len(made.asked) == 60


def test_several_hosts_are_asked_at_the_same_time() -> None:
    addresses = [f"https://{n}.example/" for n in range(HOSTS)]
    with world({}) as made:
        together = threading.Barrier(HOSTS)
        made.meanwhile = lambda address: together.wait(10)
        assert {answer.kind for _, answer in ask_all(addresses, made.guest(10).ask)} == {"fine"}


@pytest.mark.parametrize("step", ["closes", "429"])
def test_a_host_that_never_answers_is_left_in_peace(step: str) -> None:
    addresses = [f"https://a.example/{n}" for n in range(40)]
    with world({address: step for address in addresses}) as made:
        kinds = {answer.kind for _, answer in ask_all(addresses, made.guest().ask)}
        assert kinds == {"refused" if step == "429" else "unreachable"}
        assert len(made.asked) == PATIENCE


def test_one_answer_makes_up_for_silence() -> None:
    addresses = [f"https://a.example/{n}" for n in range(10)]
    with world({address: "closes then closes then 404" for address in addresses}) as made:
        assert {made.guest().ask(address).kind for address in addresses} == {"gone"}


def test_what_goes_wrong_in_a_line_is_told() -> None:
    def fails(address: str) -> object:
        raise RuntimeError(address)

    with pytest.raises(RuntimeError, match=r"https://a\.example/"):
        list(ask_all(["https://a.example/"], fails))  # type: ignore[arg-type]
