"""Runs the rendering of strangers' text in processes of its own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

SECONDS = 10
"""Wall time for one job at most."""

PROCESSOR = 3
"""Seconds of processor time for one job at most (to the next whole second), where the system can limit it. Not reached
sooner on a busy machine, so it can be short: a text for screen and paper stays below `SECONDS` as well."""

MEMORY = 1_000_000_000
"""Bytes of address space for a worker at most, where the system can limit it (Linux)."""

WORKERS = 4
"""Processes at once at most; never more than the machine has processors."""

SHARE = 20
"""Jobs that make another worker worth its start."""

SELDOM = 50_000
"""New objects between two collections of garbage: syntax trees are many and short-lived."""

Job = TypeVar("Job")
Done = TypeVar("Done")
Work = Callable[[Any], Callable[[Any], Any]]


class WorkerFailed(Exception):
    """A job raised what nobody expected; the text is the traceback in the worker."""


def run_limited(
    work: Callable[[Any], Callable[[Job], Done]], setting: Any, jobs: Sequence[Job], stopped: Callable[[Job], Done]
) -> list[Done]:
    """The result of each job in order. `work(setting)` is made once in each worker.

    A job that takes more than `SECONDS`, or ends its worker, gives `stopped(job)`; the others go on in a new worker.
    """
    count = min(os.cpu_count() or 1, WORKERS, 1 + len(jobs) // SHARE)
    workers = [_Worker[Job, Done](work, setting, jobs, range(start, len(jobs), count)) for start in range(count)]
    results: dict[int, Done] = {}
    try:
        while waiting := {one.pipe: one for one in workers if one.left}:
            until = min(one.deadline for one in waiting.values())
            ready = wait(list(waiting), max(0, until - time.monotonic()))
            for pipe, one in waiting.items():
                if pipe in ready or time.monotonic() >= one.deadline:
                    number, answers = one.left[0], one.answers(pipe in ready)
                    results[number] = answers[0] if answers else stopped(jobs[number])
    finally:
        for one in workers:
            one.end()
    return [results[number] for number in range(len(jobs))]


class _Worker(Generic[Job, Done]):
    """One process at a time, and the numbers of the jobs that it has not answered yet."""

    def __init__(self, work: Work, setting: Any, jobs: Sequence[Job], numbers: Iterable[int]) -> None:
        self.work, self.setting, self.jobs = work, setting, jobs
        self.left = deque(numbers)
        self._begin()

    def _begin(self) -> None:
        forks = "fork" in multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self.pipe, theirs = context.Pipe(duplex=False)
        jobs = [self.jobs[number] for number in self.left]
        self.process = context.Process(target=_serve, args=(theirs, self.work, self.setting, jobs), daemon=True)
        self.process.start()
        theirs.close()
        self.deadline = time.monotonic() + SECONDS

    def answers(self, ready: bool) -> list[Done]:
        """The answer to the first job, which then is no longer left; none if it took too long or ended the process."""
        self.left.popleft()
        try:
            answer = [self.pipe.recv()] if ready else []
        except EOFError:
            answer = []
        if answer and isinstance(answer[0], _Failure):
            raise WorkerFailed(answer[0].trace)
        if not answer:
            self.end()
            if self.left:
                self._begin()
        self.deadline = time.monotonic() + SECONDS
        return answer

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


@dataclass(frozen=True)
class _Failure:
    trace: str


def _serve(pipe: Connection, work: Work, setting: Any, jobs: Sequence[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    gc.freeze()  # the course is not garbage; looking at it would copy its memory
    gc.set_threshold(SELDOM)
    _limit("RLIMIT_AS", MEMORY)
    _limit("RLIMIT_CORE", 0)  # being stopped is no reason to write a gigabyte to disk
    do = work(setting)
    for job in jobs:
        _limit("RLIMIT_CPU", int(time.process_time()) + PROCESSOR + 1)
        try:
            pipe.send(do(job))
        except (MemoryError, RecursionError, BrokenPipeError):
            return
        except Exception:
            pipe.send(_Failure(traceback.format_exc()))
            return


def _limit(name: str, most: int) -> None:
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(getattr(resource, name))
        resource.setrlimit(getattr(resource, name), (most if hard < 0 else min(most, hard), hard))
