"""Components' templates filled with their values. The only place that loads them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from build_tools.course import Figure
from build_tools.located import Where
from build_tools.markdown import to_html
from build_tools.questions import AnyQuestion, Choice, Order
from build_tools.refer import Refer

STRENGTHS = {
    3: "controlled comparison or formal inquiry",
    2: "independent, but nothing to compare with",
    1: "reported by those who did it",
}

SUPPORT = "if-this-raises-something.md"

T = TypeVar("T")
_VIEW = re.compile(r'class="cg-perspective__name"[^>]*><strong>(?P<name>[^<]*)</strong>')
_ITEM = re.compile(r"^[-*] +(?P<text>.*?)\{#(?P<id>[a-z0-9_-]+)\}\s*$", re.MULTILINE)


class Painter:
    """Turns a block's values into the Markdown of its component, on screen or on paper."""

    def __init__(self) -> None:
        loader = PackageLoader("build_tools", "components")
        self.env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)

    def _fill(self, name: str, refer: Refer, values: Mapping[str, Any]) -> str:
        form = "paper" if refer.scene.paper else "screen"
        if name == "question" and refer.scene.answers:
            form = "answers"
        return self.env.get_template(f"{name}/{form}.html.j2").render(values)

    def block(self, name: str, data: Mapping[str, Any], body: str, refer: Refer) -> str:
        values = {**data, "body": Markup(body), "dom": f"{name}-{data['id']}", "strengths": STRENGTHS}
        values["kept"] = kept(f"{refer.scene.module}/{name}/{data['id']}", refer)
        values["links"] = {"support": refer.path(SUPPORT)}
        if name == "case":
            values["cited"] = Markup("; ".join(refer.cite(source)[1:-1] for source in data["sources"]))
            values["caveat"] = Markup(data["caveat"] or "")
        if name == "perspectives":
            values["names"] = [Markup(match["name"]) for match in _VIEW.finditer(body)]
        if name == "checklist":
            values["entries"] = [{"id": name, "text": Markup(text)} for name, text in items(body)]
        return self._fill(name, refer, values)

    def figure(self, figure: Figure, refer: Refer) -> str:
        equivalent = Markup(" ".join(to_html(figure.equivalent).split("\n")))
        image = refer.path(f"figures/{figure.id}.svg")
        values: dict[str, Any] = {
            "dom": f"figure-{figure.id}",
            "alt": Markup(figure.alt),
            "image": image,
            "equivalent": equivalent,
        }
        values["book"] = refer.scene.book
        return self._fill("figure", refer, values)

    def question(self, question: AnyQuestion, inline: Callable[[str, Where], str], refer: Refer) -> str:
        def text(*key: str | int) -> Markup:
            value: Any = question
            for part in key:
                value = getattr(value, part) if isinstance(part, str) else value[part]
            return Markup(inline(value, question.where(*key)))

        of = f"{refer.scene.module}-" if refer.scene.mixed else ""
        values: dict[str, Any] = {"dom": f"{of}question-{question.id}", "kind": question.kind, "stem": text("stem")}
        values["kept"] = kept(f"{refer.scene.module}/question/{question.id}", refer)
        values |= {"outcomes": " ".join(question.outcomes), "use": " ".join(question.use)}
        if isinstance(question, Choice):
            values["options"] = [
                {
                    "text": text("options", n, "text"),
                    "because": text("options", n, "because"),
                    "correct": option.correct,
                }
                for n, option in enumerate(question.options)
            ]
            code = [n for n, option in enumerate(question.options) if option.correct]
        elif isinstance(question, Order):
            items = [
                {"text": text("items", n, "text"), "because": text("items", n, "because")}
                for n in range(len(question.items))
            ]
            code = shuffled(range(len(items)), question.id)
            values |= {"items": items, "shuffled": [items[n] for n in code]}
        else:
            pairs = [
                {side: text("pairs", n, side) for side in ("left", "right", "because")}
                for n in range(len(question.pairs))
            ]
            code = shuffled(range(len(pairs)), question.id)
            values |= {"pairs": pairs, "shuffled": [pairs[n] for n in code]}
        values["code"] = " ".join(map(str, code))
        return self._fill("question", refer, values)


def items(body: str) -> list[tuple[str, str]]:
    """The id and the text of each item of a checklist."""
    return [(match["id"], match["text"].rstrip()) for match in _ITEM.finditer(body)]


def kept(key: str, refer: Refer) -> Markup:
    """The attributes that tell a script where a learner's work goes, and which revision of the text it answers."""
    locked = refer.course.lock.get(key)
    return Markup(' data-cg-key="{}" data-cg-revision="{}"').format(key, locked.digest if locked else "")


def shuffled(entries: Sequence[T], seed: str) -> list[T]:
    """Another order of the same entries, the same for the same seed on every machine, never the order given."""
    mixed = list(entries)
    dice = random.Random(seed)
    while mixed == list(entries) and len(mixed) > 1:
        dice.shuffle(mixed)
    return mixed
