"""The worker that renders strangers' text stops what takes too long or too much, and goes on with the rest."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools import limits


def _work(_: object) -> Callable[[str], str]:
    def do(job: str) -> str:
        while job == "loop":
            pass
        return str(len(bytearray(10**10))) if job == "memory" else job.upper()

    return do


@pytest.mark.parametrize("bad", ["loop", "memory"])
def test_one_bad_job_does_not_stop_the_others(bad: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 2)
    done = limits.run_limited(_work, None, ["a", bad, "b"], lambda job: f"stopped {job}")
    assert done == ["A", f"stopped {bad}", "B"]
