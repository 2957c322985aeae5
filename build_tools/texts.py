"""Which text is rendered for which page, and all of them rendered. The authors' half of every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from build_tools.course import Block, Course, Module
from build_tools.limits import Task, run_limited
from build_tools.problems import Problem
from build_tools.refer import Scene
from build_tools.render import Piece, Renderer
from build_tools.tags import Reference

Job = tuple[str, str, Scene]
"""A name for the piece, its text, and where it goes."""

REVIEW = "review.md"
"""The page on which questions of all modules come back."""

Setting = tuple[Course, str]

SUPPORT = "if-this-raises-something"
"""The course-wide page that a facilitator needs in the room."""


@dataclass
class Rendered:
    """Every piece by name (a page's path, `paper:<module>` or `review:<module>`), and what was found in them."""

    pieces: dict[str, Piece] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    """Of the screen form, each once."""
    references: list[Reference] = field(default_factory=list)

    @cached_property
    def by_module(self) -> Mapping[str, Sequence[Block]]:
        """The blocks of each module, so that a check of one need not pass by those of all. Ask once all are there."""
        return _grouped(self.blocks, lambda block: block.module)

    @cached_property
    def by_owner(self) -> Mapping[str, Sequence[Block]]:
        """The blocks of each text, by its path."""
        return _grouped(self.blocks, lambda block: block.owner)


def _grouped(blocks: Sequence[Block], key: Callable[[Block], str]) -> Mapping[str, Sequence[Block]]:
    groups: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        groups[key(block)].append(block)
    return groups


def render_course(course: Course, place: str) -> Rendered:
    """Render every text for screen and each worksheet for paper, within limits."""
    jobs = [job for module in course.modules.values() for job in _module_jobs(module)]
    for name, text in course.pages.items():
        jobs.append((f"{name}.md", text.body, Scene(f"{name}.md", text.path, wide=True)))
    pieces = run_limited(Task(_work, (course, place), jobs, _stopped, texts=len(jobs)))
    out = Rendered(dict(zip((name for name, _, _ in jobs), pieces, strict=True)))
    for name, piece in out.pieces.items():
        if name.startswith("review:"):
            continue  # the same questions once more
        out.problems += piece.problems
        out.references += piece.references
        if not name.startswith("paper:"):
            out.blocks += piece.blocks
    return out


def _work(setting: Setting) -> Callable[[Job], Piece]:
    renderer = Renderer(*setting)
    return lambda job: renderer.render(job[1], job[2])


def _stopped(job: Job) -> Piece:
    problem = Problem(job[2].owner, 1, 1, "R209", "the text was stopped: it took too long or too much memory")
    return Piece(problems=[problem])


def _module_jobs(module: Module) -> list[Job]:
    slug, base = module.id, f"modules/{module.id}"
    session = f"facilitators/{slug}.md"
    jobs: list[Job] = [(f"{base}/index.md", module.text.body, Scene(f"{base}/index.md", module.text.path, slug))]
    for lesson in module.lessons:
        path = f"modules/{lesson.key}.md"
        jobs.append((path, lesson.text.body, Scene(path, lesson.text.path, slug, margin=True)))
    if module.worksheet:
        owner, text = module.worksheet.path, module.worksheet.body
        jobs.append((f"{base}/worksheet.md", text, Scene(f"{base}/worksheet.md", owner, slug)))
        jobs.append((f"paper:{slug}", text, Scene(f"{base}/worksheet.md", owner, slug, paper=True)))
    if module.session:
        jobs.append((session, module.session.body, Scene(session, module.session.path, slug)))
    again = Scene(REVIEW, module.questions_path, slug, mixed=True)
    jobs.append((f"review:{slug}", review(module), again))
    jobs.append((f"{base}/questions.md", quiz(module), Scene(f"{base}/questions.md", module.questions_path, slug)))
    return jobs


def review(module: Module) -> str:
    """The questions that come back, for the page on which they do."""
    return "\n\n".join(f'{{{{ question("{one.id}") }}}}' for one in module.questions if "review" in one.use)


def render_paper(course: Course, place: str, modules: Sequence[Module], book: bool = False) -> dict[str, Piece]:
    """Every text of these modules in its form on paper, by the path of its page, within limits. `answers:<module>` is
    the page of questions with what is right and why; `if-this-raises-something.md` goes with all. A `book` has links.
    """
    jobs: list[Job] = []
    for module in modules:
        own = [job for job in _module_jobs(module) if not job[0].startswith("paper:")]
        jobs += [(name, text, replace(scene, paper=True, margin=False, book=book)) for name, text, scene in own]
        _, text, scene = jobs[-1]  # the questions
        jobs.append((f"answers:{module.id}", text, replace(scene, answers=True)))
    for page, wide in course.pages.items():
        if book or page == SUPPORT:
            jobs.append((f"{page}.md", wide.body, Scene(f"{page}.md", wide.path, paper=True, wide=True, book=book)))
    pieces = run_limited(Task(_work, (course, place), jobs, _stopped, texts=len(jobs)))
    return dict(zip((name for name, _, _ in jobs), pieces, strict=True))


def quiz(module: Module) -> str:
    """The body of the questions page: before you start, then by outcome; each question once."""
    parts, seen = [], set()
    groups = [("Before you start", [one for one in module.questions if "pre" in one.use])]
    for outcome in module.head.outcomes:
        asked = [one for one in module.questions if outcome.id in one.outcomes and set(one.use) & {"module", "review"}]
        groups.append((outcome.text.rstrip("."), asked))
    for heading, asked in groups:
        fresh = [one.id for one in asked if one.id not in seen]
        seen.update(fresh)
        if fresh:
            parts += [f"## {heading}", *(f'{{{{ question("{name}") }}}}' for name in fresh)]
    return "\n\n".join(parts) + "\n"
