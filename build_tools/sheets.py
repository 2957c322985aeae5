"""One page as every layout makes it: filled, with its front matter, on the lines of its source where it has one."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from build_tools.course import Course, Page
from build_tools.drawing import kept
from build_tools.explain import fenced, prose
from build_tools.overview import PREPARING, question, title
from build_tools.paper.document import Shelf
from build_tools.refer import READ, Refer, Scene, authors, day
from build_tools.texts import Rendered


class Sheets:
    """The layouts with what they need of one course. Its kinds of page are in `pages.py` and `wholes.py`."""

    def __init__(self, course: Course, rendered: Rendered, place: str, shelf: Shelf, cards: Collection[str]) -> None:
        self.course, self.rendered, self.place = course, rendered, place
        self.shelf, self.cards = shelf, cards
        loader = PackageLoader("build_tools", "layouts")
        self.env = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.env.filters |= {"fenced": fenced, "prose": prose}
        self.env.globals["day"] = day
        self.env.filters["cell"] = lambda text: " ".join(str(text).split()).replace("|", "\\|")

    def fill(self, layout: str, path: str, **values: Any) -> str:
        refer = Refer(self.course, Scene(path, ""))
        self.env.filters["module"] = refer.module
        shared = {"course": self.course, "refer": refer, "authors": authors, "read": READ}
        shared |= {"shelf": self.shelf, "title_of": title, "question_of": question}
        shared["kept"] = lambda key: kept(key, refer)
        return self.env.get_template(f"{layout}.md.j2").render(**shared, preparing=PREPARING, **values)

    def page(self, path: str, name: str, markdown: str, kind: str, **more: Any) -> Page:
        meta = {"title": name, "description": more.pop("description", ""), "kind": kind, **more.pop("meta", {})}
        card = next((part for part in path.split("/") if part in self.cards), "course")
        if card in self.cards:
            meta["card"] = f"cards/{card}.png"
        head = f"---\n{json.dumps(meta, ensure_ascii=False)}\n---\n"
        return Page(path, name, head + markdown, kind=kind, **more)

    def body(self, path: str) -> str:
        piece = self.rendered.pieces.get(path)
        return piece.markdown if piece else ""

    def on_lines(
        self, path: str, name: str, lead: str, tail: str, kind: str, source: str, description: str, **meta: Any
    ) -> Page:
        """A page whose body keeps the line numbers of its source: head, H1 and lead fill the front matter's lines."""
        body = self.body(path)
        blank = len(body) - len(body.lstrip("\n"))
        top = ["# " + name, *([lead] if lead else [])]
        room = max(0, blank - 3 - len(top))
        text = "\n".join(top) + "\n" * (room + 1) + body.lstrip("\n").rstrip() + "\n\n" + tail
        return self.page(path, name, text, kind, source=source, description=description, meta=meta)
