"""Runs work on strangers' text in processes of its own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

SECONDS = 10
"""Wall time for one job at most."""

PROCESSOR = 3
"""Seconds of processor time for one job at most (to the next whole second), where the system can limit it. Not reached
sooner on a busy machine, so it can be short: a text for screen and paper stays below `SECONDS` as well."""

MEMORY = 750_000_000
"""Bytes of address space that a worker may add to what the program and the course have when it begins, where the
system can limit it (Linux): 1 GB in all for a course of usual size."""

WORKERS = 4
"""Processes at once at most; never more than the machine has processors."""

SHARE = 20
"""Texts that make another worker worth its start."""

SELDOM = 50_000
"""New objects between two collections of garbage: syntax trees are many and short-lived."""

Job = TypeVar("Job")
Done = TypeVar("Done")


class WorkerFailed(Exception):
    """A job raised what nobody expected; the text is the traceback in the worker."""


@dataclass(frozen=True)
class Task(Generic[Job, Done]):
    """What workers do: `work(setting)` is made once in each and gives the result of a job."""

    work: Callable[[Any], Callable[[Job], Done]]
    setting: Any
    jobs: Sequence[Job]
    stopped: Callable[[Job], Done]
    """The result of a job that took too long or too much memory, or ended its worker."""
    texts: int
    """How much there is to do, for the number of workers."""
    times: int = 1
    """How many times the usual limits of time a job may take."""


def run_limited(task: Task[Job, Done]) -> list[Done]:
    """The result of each job in order. Whatever becomes of one job, the others are done."""
    waiting = deque(range(len(task.jobs)))
    results: dict[int, Done] = {}
    count = min(os.cpu_count() or 1, WORKERS, 1 + task.texts // SHARE, len(task.jobs))
    workers = [_Worker(task, waiting) for _ in range(count)]
    try:
        while busy := {one.pipe: one for one in workers if one.job is not None}:
            until = min(one.deadline for one in busy.values())
            ready = wait(list(busy), max(0, until - time.monotonic()))
            for pipe, one in busy.items():
                if pipe in ready or time.monotonic() >= one.deadline:
                    one.answer(results, pipe in ready)
    finally:
        for one in workers:
            one.end()
    return [results[number] for number in range(len(task.jobs))]


class _Worker(Generic[Job, Done]):
    """One process at a time, and the job that it is at."""

    def __init__(self, task: Task[Job, Done], waiting: deque[int]) -> None:
        self.task, self.waiting = task, waiting
        self.job: int | None = None
        self._begin()

    def _begin(self) -> None:
        forks = "fork" in multiprocessing.get_all_start_methods()
        context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, self.task), daemon=True)
        self.process.start()
        theirs.close()
        self._next()

    def _next(self) -> None:
        self.job = self.waiting.popleft() if self.waiting else None
        self.deadline = time.monotonic() + SECONDS * self.task.times
        if self.job is not None:
            with contextlib.suppress(BrokenPipeError):  # then there is no answer either
                self.pipe.send(self.job)

    def answer(self, results: dict[int, Done], ready: bool) -> None:
        """Take the answer to the job, or say that it was stopped, and begin the next one."""
        assert self.job is not None
        try:
            answer = self.pipe.recv() if ready else None
        except (EOFError, ConnectionResetError):
            answer = None
        if isinstance(answer, _Failure):
            raise WorkerFailed(answer.trace)
        if answer is not None:
            results[self.job] = answer.result
            self._next()
            return
        results[self.job] = self.task.stopped(self.task.jobs[self.job])
        self.job = None
        self.end()
        if self.waiting:
            self._begin()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


@dataclass(frozen=True)
class _Answer:
    result: Any


@dataclass(frozen=True)
class _Failure:
    trace: str


def _serve(pipe: Connection, task: Task[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    gc.freeze()  # the course is not garbage; looking at it would copy its memory
    gc.set_threshold(SELDOM)
    with contextlib.suppress(OSError):
        _limit("RLIMIT_AS", _mapped() + MEMORY)
    _limit("RLIMIT_CORE", 0)  # being stopped is no reason to write a gigabyte to disk
    do = task.work(task.setting)
    while True:
        try:
            number = pipe.recv()
            _limit("RLIMIT_CPU", int(time.process_time()) + PROCESSOR * task.times + 1)
            pipe.send(_Answer(do(task.jobs[number])))
        except (MemoryError, RecursionError, SystemError, EOFError, BrokenPipeError):
            return  # SystemError is what some compiled code makes of too little memory
        except Exception:
            pipe.send(_Failure(traceback.format_exc()))
            return


def _mapped() -> int:
    """Bytes of address space that this process has. Raises OSError where there is no `/proc`."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages, _, _ = file.read().partition(" ")
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _limit(name: str, most: int) -> None:
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(getattr(resource, name))
        resource.setrlimit(getattr(resource, name), (most if hard < 0 else min(most, hard), hard))
