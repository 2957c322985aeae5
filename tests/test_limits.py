"""The workers that render strangers' text stop what takes too long or too much, and go on with the rest."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

import pytest

from build_tools import limits


def _work(setting: object) -> Callable[[str], object]:
    def deep() -> None:
        deep()

    def do(job: str) -> object:
        while job == "loop":
            pass
        if job == "wait":
            threading.Event().wait()
        if job == "deep":
            deep()
        if job == "wrong":
            raise KeyError(job)
        if job == "exit":
            os._exit(0)
        if job == "pid":
            return os.getpid()
        return len(bytearray(10**10)) if job == "memory" else job.upper()

    return do


def run(jobs: list[str]) -> list[object]:
    return limits.run_limited(limits.Task(_work, None, jobs, lambda job: f"stopped {job}", texts=len(jobs)))


@pytest.mark.parametrize("bad", ["memory", "deep", "exit"])
def test_one_bad_job_does_not_stop_the_others(bad: str) -> None:
    assert run(["a", bad, "b", bad]) == ["A", f"stopped {bad}", "B", f"stopped {bad}"]


def test_wall_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 1)
    assert run(["a", "wait", "b"]) == ["A", "stopped wait", "B"]


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot limit the time of a processor")
def test_time_of_the_processor_is_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 3600)
    monkeypatch.setattr(limits, "PROCESSOR", 0)
    assert run(["a", "loop", "b"]) == ["A", "stopped loop", "B"]


def test_several_workers_keep_the_order_and_what_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SHARE", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    jobs = ["a", "exit", "c", "deep", "e", "f", "exit", "h", "i", "j", "k"]
    assert run(jobs) == [f"stopped {job}" if job in ("exit", "deep") else job.upper() for job in jobs]
    assert len(set(run(["pid"] * 3))) == 3


def test_few_jobs_share_one_worker() -> None:
    assert len(set(run(["pid"] * 5))) == 1 and run([]) == []


def test_what_nobody_expected_is_raised_with_its_traceback() -> None:
    with pytest.raises(limits.WorkerFailed, match="KeyError: 'wrong'"):
        run(["a", "wrong", "b"])
