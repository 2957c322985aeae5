"""Runs the rendering of strangers' text in a process of its own, with limits on time and memory."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

SECONDS = 10
"""Wall time for one job at most."""

MEMORY = 2_000_000_000
"""Bytes of address space for the worker at most, where the system can limit it (Linux)."""

SELDOM = 50_000
"""New objects between two collections of garbage: syntax trees are many and short-lived."""

Job = TypeVar("Job")
Done = TypeVar("Done")


def run_limited(
    work: Callable[[Any], Callable[[Job], Done]], setting: Any, jobs: Sequence[Job], stopped: Callable[[Job], Done]
) -> list[Done]:
    """The result of each job in order. `work(setting)` is made once in the worker.

    A job that takes more than `SECONDS`, or ends the worker, gives `stopped(job)`; the others go on in a new worker.
    """
    results: list[Done] = []
    while len(results) < len(jobs):
        results += _one_worker(work, setting, jobs[len(results) :])
        if len(results) < len(jobs):
            results.append(stopped(jobs[len(results)]))
    return results


def _one_worker(work: Callable[[Any], Callable[[Job], Done]], setting: Any, jobs: Sequence[Job]) -> list[Done]:
    forks = "fork" in multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if forks else "spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_serve, args=(theirs, work, setting, jobs), daemon=True)
    worker.start()
    theirs.close()
    results: list[Done] = []
    try:
        while len(results) < len(jobs) and ours.poll(SECONDS):
            results.append(ours.recv())
    except EOFError:
        pass
    finally:
        worker.kill()
        worker.join()
        ours.close()
    return results


def _serve(pipe: Connection, work: Callable[[Any], Callable[[Any], Any]], setting: Any, jobs: Sequence[Any]) -> None:
    _limit_memory()
    gc.set_threshold(SELDOM)
    do = work(setting)
    for job in jobs:
        try:
            result = do(job)
        except MemoryError:
            return
        pipe.send(result)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))
