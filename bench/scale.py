"""How long `course check` takes and how much memory it needs, as the course grows: real processes, medians.

    python -m bench.scale --on 2026-11-24                           prints the table
    python -m bench.scale --on 2026-11-24 --write docs/contributing/speed.md

Exit code 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Template

from bench.synthetic import LESSONS, QUESTIONS, write_course
from build_tools import limits

ROOT = Path(__file__).resolve().parent.parent
COURSE = 14
"""Modules of the whole course."""
SECONDS, GROWTH, MEMORY = 1.0, 1.2, 1000
"""Targets: wall time of the whole course; cost of a module at the last count against 100; megabytes of a process."""


@dataclass(frozen=True)
class Run:
    """One run of the program: seconds of wall and processor time, megabytes of its largest process."""

    wall: float
    processor: float
    memory: float


@dataclass(frozen=True)
class Row:
    """Medians of the runs of one course."""

    modules: int
    run: Run
    start: float
    """Processor seconds before anything is read, as in `course --help`."""

    @property
    def each(self) -> float:
        """Processor milliseconds for one module, without the start."""
        return 1000 * (self.run.processor - self.start) / self.modules


def environment(cache: Path) -> dict[str, str]:
    """This checkout's program, with its compiled modules kept, as on an author's machine."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache)}


def run(args: list[str], folder: Path, cache: Path) -> Run:
    """One run, which must end as a check does: fine, or with problems."""
    command = [sys.executable, "-m", "build_tools", *args]
    start = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=environment(cache), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in (0, 1) or said:
        raise SystemExit(f"course {' '.join(args)}: exit code {process.returncode}\n{said.decode()}")
    unit = 1024 if sys.platform == "darwin" else 1
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit / 1000)


def median(runs: list[Run]) -> Run:
    columns = zip(*((one.wall, one.processor, one.memory) for one in runs), strict=True)
    return Run(*(statistics.median(column) for column in columns))


def measure(counts: list[int], times: int, folder: Path) -> list[Row]:
    cache = folder / "cache"
    run(["--help"], folder, cache)
    start = median([run(["--help"], folder, cache) for _ in range(max(times, 3))]).processor
    rows = []
    for count in counts:
        course = folder / str(count)
        write_course(course, count)
        run(["check", "--fix"], course, cache)
        rows.append(Row(count, median([run(["check"], course, cache) for _ in range(times)]), start))
        print(line(rows[-1], rows), flush=True)
    return rows


def growth(row: Row, rows: list[Row]) -> float | None:
    """The cost of a module against that in the course of 100."""
    base = next((one.each for one in rows if one.modules == 100), None)
    return row.each / base if base and row.modules >= 100 else None


def line(row: Row, rows: list[Row]) -> str:
    times = growth(row, rows)
    cells = (
        f"{row.modules:,}", f"{row.run.wall:.2f} s", f"{row.run.processor:.2f} s", f"{row.each:.0f} ms",
        f"{times:.2f}" if times else "–", f"{row.run.memory:.0f} MB",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


HEAD = "| Modules | Time | Processor time | For each module | Against 100 modules | Memory |"


def page(rows: list[Row], on: str) -> str:
    template = (Path(__file__).parent / "speed.md.j2").read_text(encoding="utf-8")
    made: str = Template(template, keep_trailing_newline=True).render(
        on=on,
        python=platform.python_version(),
        system=platform.system(),
        processors=os.cpu_count(),
        lines=[line(row, rows) for row in rows],
        lessons=LESSONS,
        questions=QUESTIONS,
        start=f"{rows[0].start:.2f}",
        course=COURSE,
        seconds=f"{SECONDS:.0f}",
        growth=GROWTH,
        processor=limits.PROCESSOR,
        memory=limits.MEMORY // 1_000_000,
    )
    return made


def missed(rows: list[Row]) -> list[str]:
    """Every target that was missed, as a sentence."""
    said = []
    for row in rows:
        if row.modules == COURSE and row.run.wall >= SECONDS:
            said.append(f"{COURSE} modules took {row.run.wall:.2f} s; {SECONDS} s is the target")
        if (times := growth(row, rows)) and times > GROWTH:
            said.append(f"a module among {row.modules:,} costs {times:.2f} times one among 100; {GROWTH} is the most")
        if row.run.memory > MEMORY:
            said.append(f"{row.modules:,} modules needed {row.run.memory:.0f} MB; {MEMORY} MB is the most")
    return said


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure `course check` on made-up courses.")
    parser.add_argument("--on", required=True, help="the date to print, such as 2026-11-24")
    parser.add_argument("--counts", type=int, nargs="+", default=[14, 100, 300, 1000], metavar="N")
    parser.add_argument("--runs", type=int, default=3, help="runs of each course; the median counts")
    parser.add_argument("--write", type=Path, help="the page to write")
    given = parser.parse_args()
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(given.counts, given.runs, Path(folder))
    if given.write:
        given.write.write_text(page(rows, given.on), encoding="utf-8", newline="\n")
    for sentence in missed(rows):
        print(sentence)
    return 1 if missed(rows) else 0


if __name__ == "__main__":
    sys.exit(main())
