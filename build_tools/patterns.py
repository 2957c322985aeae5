"""Every component's examples, rendered: what the pattern page shows. The only reader of `examples.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from build_tools.components import COMPONENTS
from build_tools.course import Course
from build_tools.refer import Scene
from build_tools.render import Renderer

PAGE = "contributing/patterns.md"
_HEADING = re.compile(r"<h[2-6]\b(.*?)</h[2-6]>", re.DOTALL)
_KEPT = re.compile(r' data-cg-(?:key|revision)="[^"]*"')
_NAMED = re.compile(r'\b(id|for|name|aria-labelledby)="([^"]+)"')


@dataclass(frozen=True)
class Example:
    """One use of a component, as `examples.yml` gives it."""

    component: str
    name: str
    source: str
    access: str = ""
    """What somebody who does not see the page meets."""


@dataclass(frozen=True)
class Pattern:
    """A component: what it is, and its examples with their Markdown for the screen and for paper."""

    name: str
    about: str
    examples: tuple[tuple[Example, Mapping[str, str]], ...]


def examples() -> list[Example]:
    """Every example of every component, in the order of the registry."""
    folder = files("build_tools") / "components"
    found = []
    for component in COMPONENTS:
        entries = yaml.safe_load((folder / component / "examples.yml").read_text(encoding="utf-8"))
        found += [Example(component, **entry) for entry in entries]
    return found


def patterns(course: Course, place: str) -> list[Pattern]:
    """The components with their examples, as they look in the first module that has the questions they show."""
    renderer = Renderer(course, place)
    wanted = set(re.findall(r'question\("([^"]+)"\)', "".join(one.source for one in examples())))
    homes = [one.id for one in course.modules.values() if wanted <= {question.id for question in one.questions}]
    home = next(iter(homes), "")
    made = []
    for name, tag in COMPONENTS.items():
        shown = []
        for number, one in enumerate(example for example in examples() if example.component == name):
            page = f"facilitators/{home}.md" if name == "facilitator" else PAGE
            screen = renderer.render(one.source, Scene(page, PAGE, home)).markdown.strip()
            paper = renderer.render(one.source, Scene(page, PAGE, home, paper=True)).markdown.strip()
            forms = {"light": screen, "dark": screen, "paper": paper}
            shown.append((one, {form: apart(text, f"{name}-{number}-{form}") for form, text in forms.items()}))
        made.append(Pattern(name, (tag.__doc__ or "").split("\n")[0], tuple(shown)))
    return made


def apart(markdown: str, suffix: str) -> str:
    """The same Markdown with names of its own, so that copies can stand on one page: its contents name no copy, and
    nothing in it is kept."""

    def renamed(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(f"{one}--{suffix}" for one in match[2].split())}"'

    named = _NAMED.sub(renamed, _KEPT.sub("", markdown))
    return _HEADING.sub(r'<p role="heading" aria-level="4"\1</p>', named)
