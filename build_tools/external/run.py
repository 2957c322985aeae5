"""Asks all addresses of a course that no earlier answer covers: several hosts at once, each in its own line.

Knows the project's folder, the memory and the terminal; how one address is asked is the guest's.
"""

from __future__ import annotations

import os
import queue
import re
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from build_tools.checks.external import external
from build_tools.external.answer import Answer
from build_tools.external.found import Found
from build_tools.external.memory import Memory
from build_tools.external.polite import Guest
from build_tools.external.request import Caller
from build_tools.external.target import Unfit, target
from build_tools.problems import Problem
from build_tools.reading import LARGEST
from build_tools.source import decode

HOSTS = 8
"""Hosts that are asked at the same time."""

ENOUGH = 3
"""Hosts that must all be silent before we think that it is this machine that has no way out."""

_REPOSITORY = re.compile(r"""^repo_url:\s*["']?(https?://[!-~]+?)["']?\s*(?:#.*)?$""", re.MULTILINE)
_OWN = re.compile(r"https?://(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|\Z)", re.IGNORECASE)


def guest(root: Path) -> Guest:
    """One that names the project's repository, so that whoever minds can say so there."""
    settings = root / "mkdocs.yml"
    named = _REPOSITORY.search(settings.read_text(encoding="utf-8", errors="replace")) if settings.is_file() else None
    return Guest(Caller(f"common-ground-link-check (+{named[1]})" if named else "common-ground-link-check"))


def guides(root: Path) -> dict[str, str]:
    """The hand-written pages outside `modules/`, by path: `docs/` and what stands in the project's folder itself."""
    files = [*sorted(root.glob("*.md"))]
    docs = root / "docs"
    for folder, folders, names in os.walk(docs) if not docs.is_symlink() else ():
        folders.sort()
        files += [Path(folder) / name for name in sorted(names) if name.endswith(".md")]
    made = {}
    for file in files:
        if not file.is_symlink() and file.is_file() and file.stat().st_size <= LARGEST:
            path = file.relative_to(root).as_posix()
            text, _ = decode(file.read_bytes(), path)
            if text is not None:
                made[path] = text
    return made


def outside(found: Iterable[Found], memory: Memory, guest: Guest) -> list[Problem]:
    """Ask what must be asked, and judge every address. Raises OSError if no host at all can be reached."""
    wanted = [one for one in found if one.where.path.startswith("modules/") or not _OWN.match(one.address)]
    asked = list(dict.fromkeys(one.address for one in wanted if not memory.stands(one.address)))
    doubtful: list[tuple[str, Answer]] = []
    heard = False
    for address, answer in _with_progress(ask_all(asked, guest.ask), len(asked)):
        doubtful.append((address, answer))
        heard = heard or answer.kind not in ("unreachable", "unfit")
        if heard:
            _keep(memory, doubtful)
    if not heard and len({_host(address) for address, answer in doubtful if answer.kind == "unreachable"}) >= ENOUGH:
        raise OSError("no host on the internet answers; is this machine connected to it?")
    _keep(memory, doubtful)
    return list(external(wanted, memory.known))


def _keep(memory: Memory, answers: list[tuple[str, Answer]]) -> None:
    for address, answer in answers:
        memory.keep(address, answer)
    answers.clear()


def ask_all(addresses: list[str], ask: Callable[[str], Answer]) -> Iterator[tuple[str, Answer]]:
    """Each address with its answer, as they come; those of one host one after the other. Raises what `ask` raises."""
    lines: dict[str, list[str]] = {}
    for address in addresses:
        lines.setdefault(_host(address), []).append(address)
    waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for line in sorted(lines.values(), key=len, reverse=True):
        waiting.put(line)
    done: queue.SimpleQueue[tuple[str, Answer] | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            while True:
                for address in waiting.get_nowait():
                    done.put((address, ask(address)))
        except queue.Empty:
            pass
        except BaseException as error:  # it belongs to whoever waits for the answers
            done.put(error)

    for _ in range(min(HOSTS, len(lines))):
        threading.Thread(target=work, daemon=True).start()  # daemons: Ctrl+C ends at once, nothing is lost by it
    for _ in addresses:
        answer = done.get()
        if isinstance(answer, BaseException):
            raise answer
        yield answer


def _host(address: str) -> str:
    try:
        return target(address).host
    except Unfit:
        return ""


def _with_progress(answers: Iterator[tuple[str, Answer]], total: int) -> Iterator[tuple[str, Answer]]:
    """The same, with a bar on a terminal and nothing anywhere else. It goes to stderr: stdout is the report's."""
    columns = TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, disable=not (total and console.is_terminal)) as progress:
        task = progress.add_task("", total=total)
        for one in answers:
            progress.advance(task)
            yield one
