"""Makes what is ordered: from the cache where it is there, the rest side by side, with a bar on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from build_tools.paper import book, typeset, word
from build_tools.paper.cache import Cache, key
from build_tools.paper.fault import WRONG
from build_tools.paper.order import Order

WORKERS = 2
"""Documents that are made at once. Threads are enough: pandoc is a process, and Typst lets go of the interpreter."""

MAKERS: dict[str, Callable[[Order], bytes]] = {"pdf": typeset.pdf, "docx": word.docx, "epub": book.epub}
"""How each format is made, by the end of a file's name."""


def make(orders: Sequence[Order], cache: Cache) -> Iterator[tuple[Order, bytes | Exception]]:
    """Each order in turn with its bytes, or with what is wrong with it. Raises OSError."""
    kept = [(order, key(order)) for order in orders]
    made: dict[str, bytes | Exception] = {}
    for _, wanted in kept:
        if known := cache.get(wanted):
            made[wanted] = known
    missing = [(order, wanted) for order, wanted in kept if wanted not in made]
    missing.sort(
        key=lambda one: -sum(map(len, one[0].parts))
    )  # the longest first, so that nobody waits for it at the end
    with ThreadPoolExecutor(WORKERS) as pool:
        tasks = [(wanted, pool.submit(_one, order)) for order, wanted in missing]
        try:
            for wanted, content in _with_progress(((wanted, task.result()) for wanted, task in tasks), len(tasks)):
                made[wanted] = content
                if isinstance(content, bytes):
                    cache.put(wanted, content)
        finally:
            pool.shutdown(cancel_futures=True)
    cache.prune()
    yield from ((order, made[wanted]) for order, wanted in kept)


def _one(order: Order) -> bytes | Exception:
    try:
        return MAKERS[order.suffix](order)
    except WRONG as error:
        return error


def _with_progress(
    made: Iterator[tuple[str, bytes | Exception]], total: int
) -> Iterator[tuple[str, bytes | Exception]]:
    """The same, with a bar on a terminal and nothing anywhere else."""
    columns = TextColumn("documents"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, disable=not (total and console.is_terminal)) as progress:
        task = progress.add_task("", total=total)
        for one in made:
            progress.advance(task)
            yield one
