"""What a first view weighs, and how soon a learner sees what they asked for: real Chromium, the real course.

    python -m bench.first_view --on 2026-11-24                           prints the tables
    python -m bench.first_view --on 2026-11-24 --write docs/contributing/first-view.md

Exit code 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Template
from playwright.sync_api import Browser, BrowserContext, CDPSession

from build_tools.commands import build_all
from tests.browser.conftest import PREFIX, TYPES, chromium
from tests.browser.learning import QUIZ
from tests.serving import serving

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"Home": "", "Lesson": TYPES["lesson"], "Questions": QUIZ}
WHOLE, OURS, SHIFT, ANSWER = 85_000, 30_000, 0.0, 50.0
"""Targets: bytes of a first view, and of our scripts and styles in it; layout shift; milliseconds to an explanation."""
PAINT, BLOCKED = 2500, 200
"""Milliseconds that web.dev calls good: to the largest paint, and blocked by scripts, on a slow phone."""
SLOWER, LATENCY, RATE = 4, 150, 1_638_400 / 8
"""The phone that Lighthouse imitates: a processor so many times slower, milliseconds of delay, bytes a second."""
OWN = ("/assets/css/", "/assets/js/")

WATCH = """
window.__seen = {paint: 0, shift: 0, blocked: 0};
const watch = (type, take) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({type, buffered: true});
watch("largest-contentful-paint", one => { __seen.paint = one.startTime; });
watch("layout-shift", one => { __seen.shift += one.value; });
watch("longtask", one => { __seen.blocked += Math.max(0, one.duration - 50); });
"""
CHOOSE = """async () => {
    window.question = [...document.querySelectorAll("cg-question")].find(one => one.querySelector("input[type=radio]"));
    question.querySelector("input[type=radio]").click();
    await new Promise(done => setTimeout(done, 300));  // what the page does after it has come is no part of the answer
}"""
CHECK = """async () => {
    const check = [...question.querySelectorAll("button")].find(one => one.textContent === "Check");
    const start = performance.now();
    check.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));  // after the frame that shows it
    return performance.now() - start;
}"""
SHOWN = """() => [...question.querySelectorAll("*")]
    .some(one => /^(Right|Not this one)/.test(one.textContent) && one.checkVisibility())"""


@dataclass(frozen=True)
class View:
    """One first view: bytes over the wire, by whose they are, and what the browser measured, in milliseconds."""

    name: str
    requests: int
    whole: int
    ours: int
    shift: float
    paint: float
    blocked: float


@dataclass(frozen=True)
class Answer:
    """From the click to the frame that shows the explanation, in milliseconds: on the wall, and of the processor."""

    wall: float
    processor: float


@contextmanager
def fresh(browser: Browser, slow: bool = False) -> Iterator[tuple[BrowserContext, CDPSession]]:
    """A browser that has never been here, as Lighthouse's phone if `slow`."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True)
    session = context.new_cdp_session(context.new_page())
    session.send("Network.enable")
    if slow:
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        rates = {"offline": False, "latency": LATENCY, "downloadThroughput": RATE, "uploadThroughput": RATE / 2}
        session.send("Network.emulateNetworkConditions", rates)
    context.add_init_script(WATCH)
    yield context, session
    context.close()


def view(browser: Browser, address: str, name: str, slow: bool) -> View:
    """Load one page with nothing in the cache and let it come to rest."""
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    with fresh(browser, slow) as (context, session):
        session.on("Network.responseReceived", lambda one: urls.update({one["requestId"]: one["response"]["url"]}))
        session.on(
            "Network.loadingFinished", lambda one: sizes.update({one["requestId"]: int(one["encodedDataLength"])})
        )
        page = context.pages[0]
        page.goto(address + PAGES[name], wait_until="networkidle")
        seen = page.evaluate("__seen")
    got = {urls[one]: size for one, size in sizes.items() if urls[one].startswith(address)}
    ours = sum(size for url, size in got.items() if any(part in url for part in OWN))
    return View(name, len(got), sum(got.values()), ours, seen["shift"], seen["paint"], seen["blocked"])


def answers(browser: Browser, address: str, times: int) -> list[Answer]:
    """The click on “Check” until the explanation is painted, each on a page of its own."""
    taken = []
    for _ in range(times):
        with fresh(browser) as (context, session):
            page = context.pages[0]
            page.goto(address + QUIZ, wait_until="load")
            session.send("Performance.enable", {"timeDomain": "threadTicks"})
            page.evaluate(CHOOSE)
            before = processor(session)
            taken.append(Answer(page.evaluate(CHECK), processor(session) - before))
            if not page.evaluate(SHOWN):
                raise SystemExit("a question was answered and no explanation was shown")
    return taken


def processor(session: CDPSession) -> float:
    """Milliseconds that the page's thread has worked so far."""
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(found["TaskDuration"])


def middle(views: list[View]) -> View:
    """The medians of some views of one page."""
    first, *_ = views
    columns = zip(
        *((one.requests, one.whole, one.ours, one.shift, one.paint, one.blocked) for one in views), strict=True
    )
    requests, whole, ours, shift, paint, blocked = (statistics.median(column) for column in columns)
    return View(first.name, int(requests), int(whole), int(ours), shift, paint, blocked)


def missed(views: list[View], phone: list[View], taken: list[Answer]) -> list[str]:
    """Every target that was missed, as a sentence."""
    said = []
    for one in views:
        if one.whole > WHOLE:
            said.append(f"{one.name} weighs {one.whole:,} bytes; {WHOLE:,} is the most")
        if one.ours > OURS:
            said.append(f"{one.name} has {one.ours:,} bytes of ours; {OURS:,} is the most")
    for one in [*views, *phone]:
        if one.shift > SHIFT:
            said.append(f"{one.name} shifts by {one.shift:.4f}; nothing may move")
    for one in phone:
        if one.paint > PAINT or one.blocked > BLOCKED:
            said.append(f"{one.name} is slow on a phone: {one.paint:.0f} ms to paint, {one.blocked:.0f} ms blocked")
    wall = statistics.median(one.wall for one in taken)
    if wall >= ANSWER:
        said.append(f"an explanation takes {wall:.0f} ms; {ANSWER:.0f} ms is the most")
    return said


def page(views: list[View], phone: list[View], taken: list[Answer], on: str, version: str) -> str:
    template = (Path(__file__).parent / "first-view.md.j2").read_text(encoding="utf-8")
    made: str = Template(template, keep_trailing_newline=True, trim_blocks=True).render(
        on=on, version=version, views=views, phone=phone, times=len(taken), whole=WHOLE // 1000, ours=OURS // 1000,
        wall=statistics.median(one.wall for one in taken), fastest=min(one.wall for one in taken),
        processor=statistics.median(one.processor for one in taken), answer=ANSWER, paint=PAINT / 1000,
        blocked=BLOCKED, slower=SLOWER, latency=LATENCY, load=os.getloadavg()[0], processors=os.cpu_count(),
    )  # fmt: skip
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the first view of the course in a browser.")
    parser.add_argument("--on", required=True, help="the date to print, such as 2026-11-24")
    parser.add_argument("--runs", type=int, default=5, help="views of each page; the median counts")
    parser.add_argument("--answers", type=int, default=20, help="answers to a question; the median counts")
    parser.add_argument("--write", type=Path, help="the page to write")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            failed = build_all(ROOT, Path(folder), "generic", False, "https://course.example" + PREFIX)
        if failed:
            raise SystemExit(said.getvalue())
        with serving(Path(folder) / "site", PREFIX, packed=True) as address, chromium() as browser:
            views, phone = (
                [middle([view(browser, address, name, slow) for _ in range(given.runs)]) for name in PAGES]
                for slow in (False, True)
            )
            taken, version = answers(browser, address, given.answers), browser.version
    text = page(views, phone, taken, given.on, version)
    print(text)
    if given.write:
        given.write.write_text(text, encoding="utf-8", newline="\n")
    found = missed(views, phone, taken)
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
