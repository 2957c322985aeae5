"""All our scripts for learners as one small file: the store, then the components in the order of the registry."""

from __future__ import annotations

import json
from importlib.resources import files

from build_tools.components import COMPONENTS

PATH = "assets/js/course.js"
DATA = "assets/js/course-data.js"
"""What the course holds. A page that needs it names it under `scripts` in its front matter."""

WORK = "assets/js/work-data.js"
"""What each place to write asks. As `DATA`."""

YOURS = "assets/js/yours.js"
"""The pages about a learner's own course. They name it under `own_scripts`, which come after `course.js`."""

OFFLINE = "assets/js/offline.js"
"""The part of "Keep my work" that makes the offline copy. As `YOURS`."""

LEARNER = (
    "words",
    "digest",
    "shape",
    "merge",
    "shelf",
    "memory",
    "keeper",
    "file",
    "store",
    "tabs",
    "start",
    "strip",
    "ask",
    "score",
    "choosing",
    "arranging",
    "writing",
)
"""The files of `learner/` that stand before the components, each of which may use those before it."""

PAGES = ("lesson", "results", "keep", "home", "renewed", "reading")
"""The files of `learner/` that stand after the components."""

COPY = ("words", "page")
"""The files of `learner/offline/` that its page loads. The worker beside them is a file of its own."""

OWN = (
    "words",
    "days",
    "due",
    "calendar",
    "progress",
    "draw",
    "strands",
    "rounds",
    "radar",
    "gather",
    "pieces",
    "as-html",
    "as-markdown",
    "page",
    "my-course",
    "review",
    "assessment",
    "journal",
    "record",
)
"""The files of `learner/yours/`, each of which may use those before it and all of `course.js`."""


def yours() -> str:
    """The text of `yours.js`."""
    return _joined("yours", OWN)


def offline() -> str:
    """The text of `offline.js`."""
    return _joined("offline", COPY)


def worker() -> str:
    """The text of the service worker, but for the release that it holds."""
    return _joined("offline", ("worker",))


def _joined(name: str, parts: tuple[str, ...]) -> str:
    folder = files("build_tools") / "learner" / name
    return "".join(small((folder / f"{part}.js").read_text(encoding="utf-8")) for part in parts)


def course(identity: str, title: str, flat: bool) -> str:
    """The text of `course.js` for the course with this id; `flat` if pages are files and not folders."""
    package = files("build_tools")
    parts = [package / "learner" / f"{name}.js" for name in LEARNER]
    parts += [package / "components" / name / "script.js" for name in COMPONENTS]
    parts += [package / "learner" / f"{name}.js" for name in PAGES]
    about = json.dumps({"id": identity, "title": title, "flat": flat}, ensure_ascii=False)
    first = f"(globalThis.cg = globalThis.cg || {{}}).about = {about};\n"
    return first + "".join(small(part.read_text(encoding="utf-8")) for part in parts if part.is_file())


def small(script: str) -> str:
    """The same script without indentation and lines that hold only a comment.

    No text in our scripts goes over the end of a line, and no comment but those of one line, which a test holds.
    """
    lines = (line.strip() for line in script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith(("//", "/*")))
