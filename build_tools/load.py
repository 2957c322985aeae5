"""The shape of `modules/`: which files belong where. Never knows templates or outputs."""

from __future__ import annotations

import re
from pathlib import Path

from build_tools.authored import (
    FORMAT,
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
from build_tools.course import Course, Figure, Lesson, Locked, Module, Text
from build_tools.located import Where
from build_tools.lock import read_lock
from build_tools.names import name_problems
from build_tools.problems import nearest
from build_tools.questions import AnyQuestion
from build_tools.reading import HeadT, Loaded, Reader
from build_tools.site_source import CONFIG, LITTER, read_site
from build_tools.source import read_list, read_text
from build_tools.story import Assessment, Story
from build_tools.surroundings import DOCS, files_beside, pages_beside, site_address

_LESSON = re.compile(r"([1-9]\d?)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md\Z")
_FIXED = ("module.md", "questions.yml", "worksheet.md", "session.md")
_TOP = ("course.yml", "sources.yml", "glossary.yml", "facts.yml", "story.yml", "self-assessment.yml", "ids.lock")
_FOLDERS = ("figures", "marks", "places", "pages")


def load(root: Path) -> Loaded:
    """Read the whole course below `root/modules`. Raises OSError only if the folder itself cannot be listed."""
    return _Loader(root).run()


class _Loader(Reader):
    def run(self) -> Loaded:
        base = self.root / "modules"
        self.out.problems += name_problems(self.root, base)
        config = self.optional_text(CONFIG)
        site, found = read_site(self.root, config)
        self.out.problems += found
        plan = self.one("modules/course.yml", Plan)
        if plan is None:
            return self.out
        if plan.format > FORMAT:
            self.problem(
                plan.where("format"), "S105", f"this course has format {plan.format}; this builder reads {FORMAT}"
            )
            return self.out
        folders = {path.name for path in base.iterdir() if path.is_dir() and not path.is_symlink()}
        modules = self.modules(plan, folders)
        self.unexpected(base, plan, folders)
        self.out.course = Course(
            plan=plan,
            plan_path="modules/course.yml",
            modules=modules,
            sources=self.listed("modules/sources.yml", Source),
            glossary=self.listed("modules/glossary.yml", Term),
            facts=self.listed("modules/facts.yml", Fact),
            figures=self.figures(base / "figures"),
            places=self.places(base / "places"),
            pages=self.pages(base / "pages"),
            lock=self.lock(),
            marks=self.marks(base / "marks"),
            story=self.optional("modules/story.yml", Story),
            assessment=self.optional("modules/self-assessment.yml", Assessment),
            texts=self.out.texts,
            site=site,
            docs=self.docs(),
            files=files_beside(self.root),
            site_url=site_address(config),
        )
        return self.out

    def modules(self, plan: Plan, folders: set[str]) -> dict[str, Module]:
        found: dict[str, Module] = {}
        self.by_id(plan.entries(), "module")
        numbers = {entry.id: number for number, entry in enumerate(plan.entries(), 1)}
        strays = folders - set(_FOLDERS) - set(numbers)
        for strand in plan.strands:
            for entry in strand.modules:
                if entry.id in folders and entry.id not in found:
                    module = self.module(entry.id, numbers[entry.id], strand.id)
                    if entry.planned:
                        sentence = f'"{entry.id}" has a folder, so it is no longer planned'
                        self.problem(entry.where("planned"), "S103", sentence, "delete the key planned")
                    if module:
                        found[entry.id] = module
                elif not entry.planned:
                    sentence = f'the module "{entry.id}" has no folder'
                    near = nearest(entry.id, strays)
                    hint = near if near.startswith("did") else "give its title and question under planned"
                    self.problem(entry.where("id"), "S103", sentence, hint)
        return found

    def module(self, slug: str, number: int, strand: str) -> Module | None:
        folder = f"modules/{slug}"
        for name in _FIXED:
            if not (self.root / folder / name).exists() and not (self.root / folder / name).is_symlink():
                self.problem(Where(f"{folder}/{name}", 1, 1), "S106", f"the module has no {name}")
                self.out.broken.add(f"{folder}/{name}")
        head = self.if_there(f"{folder}/module.md", ModuleHead)
        lessons = self.lessons(slug)
        worksheet = self.if_there(f"{folder}/worksheet.md", WorksheetHead)
        session = self.if_there(f"{folder}/session.md", SessionHead)
        questions = self.questions(f"{folder}/questions.yml")
        if head is None:
            return None
        if head.head.id != slug and head.head.id not in head.head.aliases:
            self.problem(head.head.where("id"), "S103", f'the id is "{head.head.id}" but the folder is "{slug}"')
        return Module(slug, number, strand, head, lessons, questions, f"{folder}/questions.yml", worksheet, session)

    def if_there(self, path: str, model: type[HeadT]) -> Text[HeadT] | None:
        return None if path in self.out.broken else self.markdown(path, model)

    def questions(self, path: str) -> tuple[AnyQuestion, ...]:
        text = None if path in self.out.broken else self.text(path)
        if text is None:
            return ()
        made, problems = read_list(text, path, AnyQuestion)
        self.keep(path, problems)
        return tuple(self.by_id(made, "question").values())

    def lessons(self, slug: str) -> tuple[Lesson, ...]:
        found: dict[str, Lesson] = {}
        files = [
            (match, path)
            for path in sorted((self.root / "modules" / slug).iterdir())
            if (match := _LESSON.match(path.name))
        ]
        for match, file in sorted(files, key=lambda pair: (int(pair[0][1]), pair[0][2])):
            path = f"modules/{slug}/{file.name}"
            if match[2] in found or match[2] in ("index", "questions", "worksheet", "looking-back"):
                self.problem(Where(path, 1, 1), "S104", f'the lesson id "{match[2]}" is taken', "rename the file")
                continue
            text = self.markdown(path, LessonHead)
            if text:
                found[match[2]] = Lesson(match[2], slug, len(found) + 1, text)
        return tuple(found.values())

    def unexpected(self, base: Path, plan: Plan, folders: set[str]) -> None:
        """Every file or folder that has no place in the course."""
        ids = {entry.id for entry in plan.entries()}
        for path in sorted(base.iterdir()):
            known = _FOLDERS + tuple(ids) if path.name in folders else _TOP
            if path.name not in (*known, LITTER):
                where = Where(f"modules/{path.name}", 1, 1)
                self.problem(where, "S101", f'nothing reads "{path.name}"', nearest(path.name, known))
        for slug in sorted(folders & ids):
            for path in sorted((base / slug).iterdir()):
                if path.name not in (*_FIXED, LITTER) and not _LESSON.match(path.name):
                    where = Where(f"modules/{slug}/{path.name}", 1, 1)
                    self.problem(where, "S101", f'nothing reads "{path.name}"', nearest(path.name, _FIXED))

    def figures(self, folder: Path) -> dict[str, Figure]:
        found = {}
        for svg in sorted(folder.glob("*.svg")) if folder.is_dir() else ():
            path = f"modules/figures/{svg.name}"
            drawing = self.text(path)
            words = self.text(f"modules/figures/{svg.stem}.md")
            if drawing and words:
                alt, _, equivalent = words.lstrip("\n").partition("\n")
                found[svg.stem] = Figure(svg.stem, path, drawing.encode(), alt.strip(), equivalent.strip(), words)
        return found

    def marks(self, folder: Path) -> dict[str, bytes]:
        names = sorted(path.stem for path in folder.glob("*.svg")) if folder.is_dir() else []
        made = {name: self.text(f"modules/marks/{name}.svg") for name in names}
        return {name: text.encode() for name, text in made.items() if text}

    def places(self, folder: Path) -> dict[str, Place]:
        names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
        made = {name: self.one(f"modules/places/{name}/place.yml", Place) for name in names}
        return {name: place for name, place in made.items() if place}

    def pages(self, folder: Path) -> dict[str, Text[PageHead]]:
        names = sorted(path.stem for path in folder.glob("*.md")) if folder.is_dir() else []
        made = {name: self.markdown(f"modules/pages/{name}.md", PageHead) for name in names}
        return {name: text for name, text in made.items() if text}

    def docs(self) -> dict[str, Text[DocHead]]:
        found = {}
        for name in pages_beside(self.root):
            path = f"{DOCS}/{name}"
            text = self.text(path)
            if text is None:
                continue
            if text.startswith("---"):
                head, body, problems = read_text(text, path, DocHead)
                self.keep(path, problems)
            else:
                head, body = DocHead(), text
            if head:
                found[name] = Text(path, head, body)
        return found

    def lock(self) -> dict[str, Locked]:
        path = "modules/ids.lock"
        text = self.text(path) if (self.root / path).exists() else None
        if text is None:
            return {}
        locked, problems = read_lock(text, path)
        self.out.problems += problems
        return locked
