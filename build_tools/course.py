"""The nouns of a course, as small frozen values. Knows nothing of disk, YAML, Jinja, HTML or MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from build_tools.authored import (
    DocHead,
    Fact,
    LessonHead,
    ModuleHead,
    PageHead,
    Place,
    Plan,
    SessionHead,
    Source,
    Term,
    WorksheetHead,
)
from build_tools.located import Located, MarkedDict, Where
from build_tools.questions import AnyQuestion
from build_tools.story import Assessment, Story

Head = TypeVar("Head", bound=Located)


@dataclass(frozen=True)
class Text(Generic[Head]):
    """An authored Markdown file: its head, and its body with the front matter blanked so that lines survive."""

    path: str
    """Relative to the project's root, with `/`."""
    head: Head
    body: str


@dataclass(frozen=True)
class Lesson:
    """One lesson; `id` is its file's name without the number."""

    id: str
    module: str
    number: int
    """1-based place in its module."""
    text: Text[LessonHead]

    @property
    def key(self) -> str:
        return f"{self.module}/{self.id}"


@dataclass(frozen=True)
class Module:
    """A written module."""

    id: str
    number: int
    """1-based place in the course, counting modules that are not written yet."""
    strand: str
    text: Text[ModuleHead]
    lessons: tuple[Lesson, ...]
    questions: tuple[AnyQuestion, ...]
    questions_path: str
    worksheet: Text[WorksheetHead] | None
    session: Text[SessionHead] | None

    @property
    def head(self) -> ModuleHead:
        return self.text.head

    @property
    def minutes(self) -> int:
        """Whole minutes of all lessons."""
        return sum(lesson.text.head.minutes for lesson in self.lessons)

    def texts(self) -> tuple[Text[Any], ...]:
        """Every Markdown file of the module, in reading order."""
        rest = (text for text in (self.worksheet, self.session) if text)
        return (self.text, *(lesson.text for lesson in self.lessons), *rest)


@dataclass(frozen=True)
class Figure:
    """A drawing with its alt text and text equivalent (Markdown)."""

    id: str
    path: str
    """Of the `.svg`, relative to the project's root."""
    svg: bytes
    alt: str
    equivalent: str
    words: str = ""
    """The whole `.md` beside it: the alt text on its first line, then the equivalent."""


@dataclass(frozen=True)
class Locked:
    """One id of `ids.lock`: its number for ever, and the hash of its content when it was last recorded."""

    number: int
    digest: str


@dataclass(frozen=True)
class Picture:
    """A picture under the folder of hand-written pages, by what its bytes say."""

    path: str
    """Relative to the project's root, with `/`."""
    size: int
    """Bytes."""
    kind: str
    """`PNG`, `JPEG`, `SVG` and so on; empty if it is none."""
    cmyk: bool = False
    """A JPEG in the four colours of a printing press."""
    located: bool = False
    """It says where it was taken."""
    script: bool = False
    """An SVG that could run something."""


@dataclass(frozen=True)
class Site:
    """The hand-written half of the website."""

    config: MarkedDict
    """`mkdocs.yml`; empty where it could not be read."""
    docs: str
    """The folder of pages, relative to the project's root."""
    files: tuple[str, ...]
    """Everything that is published from it, relative to it, in order."""
    hidden: tuple[str, ...]
    """Files that are not empty and that the engine leaves out for the dot before a name."""
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, eq=False)
class Course:
    """Everything under `modules/` that could be read. Each reading is a value of its own."""

    plan: Plan
    plan_path: str
    modules: Mapping[str, Module]
    """Written modules by id, in course order."""
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    facts: Mapping[str, Fact]
    figures: Mapping[str, Figure]
    places: Mapping[str, Place]
    pages: Mapping[str, Text[PageHead]]
    """Course-wide pages by name, such as `privacy`."""
    lock: Mapping[str, Locked]
    """`ids.lock`: every storable id that was ever given out."""
    marks: Mapping[str, bytes] = field(default_factory=dict)
    """A small drawing (SVG) for a strand, by the strand's id."""
    story: Story | None = None
    assessment: Assessment | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    """Every authored text by path, as it was written."""
    site: Site | None = None
    docs: Mapping[str, Text[DocHead]] = field(default_factory=dict)
    """Hand-written pages of the site by their path in `docs/`, such as `contributing/format.md`."""
    files: frozenset[str] = frozenset()
    """Other files of `docs/`, such as `assets/images/mark.svg`."""
    site_url: str = ""
    """The address the site will have, from `mkdocs.yml`."""

    def lesson(self, key: str) -> Lesson | None:
        """The lesson with the key `module/lesson`, if it is written."""
        module = self.modules.get(key.partition("/")[0])
        return next((lesson for lesson in module.lessons if lesson.key == key), None) if module else None

    def question(self, module: str, name: str) -> AnyQuestion | None:
        """The question `name` of a module's bank."""
        bank = self.modules[module].questions if module in self.modules else ()
        return next((question for question in bank if question.id == name), None)


@dataclass(frozen=True)
class Block:
    """One use of an author's tag, found when its text was rendered."""

    kind: str
    """The tag's name: activity, reflection, case, plan, question, cite…"""
    id: str
    """Its own id, or what it refers to."""
    where: Where
    module: str
    """The module's id; empty on a course-wide page."""
    owner: str
    """Path of the text it stands in."""
    data: Mapping[str, Any]
    """The tag's arguments, validated."""
    body: str = ""
    """Rendered Markdown between the tag and its end."""

    @property
    def key(self) -> str:
        """`<module>/<kind>/<id>`, unique in the course."""
        return f"{self.module}/{self.kind}/{self.id}"


@dataclass(frozen=True)
class Page:
    """One page of plain Markdown, ready for any engine of the same dialect."""

    path: str
    """Where it goes, ending in `.md`, such as `modules/when-to-collaborate/how-deep.md`."""
    title: str
    markdown: str
    """With front matter; line n is line n of `source` where there is one."""
    source: str | None = None
    """The authored file to edit, relative to the project's root."""
    kind: str = "page"
    """home, module, lesson, questions, worksheet, session, glossary, sources, map, rules, rule, page."""
    listed: bool = True
    """Whether a site's navigation names it."""


@dataclass(frozen=True)
class Asset:
    """A file that goes into the output as it is."""

    path: str
    content: bytes
