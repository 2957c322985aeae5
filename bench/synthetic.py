"""Writes courses of any number of full-size modules, always the same. Knows the format, not the program."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

WORDS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
COURSE = "6b1d3c0e-8f57-4a3e-9c1b-52d0a7e4f914"
LESSONS, QUESTIONS, SOURCES, A_STRAND = 4, 14, 8, 10
USES = ("[pre, review]", "[pre, module]", "[lesson, review]", "[lesson, review]", "[module, review]", "[module]")
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200" role="img"
 aria-labelledby="{name}-title {name}-desc">
<title id="{name}-title">{name}</title><desc id="{name}-desc">Two boxes and a line between them.</desc>
<rect width="360" height="200" fill="#fff"/><rect x="20" y="60" width="120" height="80" fill="none" stroke="#333"/>
<rect x="220" y="60" width="120" height="80" fill="none" stroke="#333"/><path d="M140 100H220" stroke="#333"/>
<text x="34" y="104" font-size="14">What we do</text><text x="234" y="104" font-size="14">What they do</text></svg>
"""


class Writer:
    """Sentences from one seed, so that no two lessons are alike and every run writes the same."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def sentence(self) -> str:
        picks = {key: self.dice.choice(WORDS[key]) for key in ("who", "whom", "what", "when")}
        return str(self.dice.choice(WORDS["frames"]).format(**picks))

    def say(self, words: int, *marks: str) -> str:
        """Paragraphs of about so many words; each mark ends a sentence somewhere."""
        sentences: list[str] = []
        while sum(len(one.split()) for one in sentences) < words:
            sentences.append(self.sentence())
        for number, mark in enumerate(marks):
            place = (number + 1) * len(sentences) // (len(marks) + 1)
            sentences[place] = f"{sentences[place][:-1]} {mark}."
        return "\n\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))


def write_course(root: Path, count: int) -> None:
    """A course of `count` modules below `root`, without its `ids.lock`."""
    names = [f"module-{number}" for number in range(1, count + 1)]
    files: dict[str, str] = {"course.yml": _plan(names), "story.yml": _story(names)}
    shared: dict[str, list[str]] = {"sources.yml": [], "glossary.yml": [], "facts.yml": []}
    for number, name in enumerate(names, 1):
        for file, text in _shared(number).items():
            shared[file].append(text)
        files |= {f"{name}/{file}": text for file, text in _module(number, name, names).items()}
        files |= {f"figures/{name}.svg": SVG.format(name=name), f"figures/{name}.md": _equivalent(number)}
    files |= {file: "".join(entries) for file, entries in shared.items()}
    files["places/generic/place.yml"] = "id: generic\nname: your place\nnation: UK\nhost: the host\n" + (
        "contact: {text: the person who gave you this link}\n"
    )
    head = "---\ntitle: Home\ndescription: The front page.\norder: 1\nsection: start\n---\n"
    files["pages/index.md"] = f'{head}There are {{{{ total("modules") }}}} modules.\n'
    for path, text in files.items():
        place = root / "modules" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")


def _plan(names: list[str]) -> str:
    lines = ["format: 1", f"id: {COURSE}", "title: A course to measure with", "strapline: It is as long as you like."]
    lines += [
        "practices:",
        "  - {id: on-purpose, title: On purpose, summary: choose when to work together}",
        "strands:",
    ]
    for start in range(0, len(names), A_STRAND):
        lines += [f"  - id: strand-{start}", f"    title: Strand {start}", "    summary: Some modules.", "    modules:"]
        lines += [f"      - id: {name}" for name in names[start : start + A_STRAND]]
    return "\n".join(lines) + "\n"


def _story(names: list[str]) -> str:
    write = Writer(0)
    head = "place: {name: Wrenborough, people: 210000, about: A river runs through it.}\npeople:\n"
    keys = ("job", "wants", "flaw", "voice", "ends")
    lines = ["  - id: ward-manager", "    name: Bronagh Kelly", *(f'    {key}: "{write.sentence()}"' for key in keys)]
    lines += ["    thread:", *(f'      {name}: "{write.sentence()}"' for name in names), "so_far:"]
    return head + "\n".join([*lines, *(f'  {name}: "{write.sentence()}"' for name in names)]) + "\n"


def _shared(number: int) -> dict[str, str]:
    write = Writer(-number)
    sources = "".join(
        f'- id: source-{number}-{one}\n  authors: ["Author, A.", "Writer, B."]\n  year: {1990 + one}\n'
        f'  title: "Report {number}.{one}: {write.sentence()}"\n  kind: report\n  doi: 10.1234/made-up.{number}.{one}\n'
        f'  verified: abstract\n  checked: "{write.sentence()}"\n'
        for one in range(SOURCES)
    )
    term = f'- id: term-{number}\n  term: idea {number}\n  short: "{write.sentence()}"\n  source: source-{number}-0\n'
    fact = (
        f'- id: fact_{number}\n  value: "{number} places"\n  says: "{write.sentence()}"\n  nation: UK\n'
        f"  as_of: 2026-01-31\n  source: source-{number}-1\n  review_by: 2099-01-31\n"
    )
    return {"sources.yml": sources, "glossary.yml": term, "facts.yml": fact}


def _equivalent(number: int) -> str:
    return f"Two boxes with a line between them.\n\n{Writer(-number).say(60)}\n"


def _module(number: int, name: str, names: list[str]) -> dict[str, str]:
    write = Writer(number)
    outcomes = "".join(
        f"  - {{id: outcome-{one}, text: {verb} what {write.dice.choice(WORDS['what'])} needs from others.}}\n"
        for one, verb in enumerate(WORDS["verbs"], 1)
    )
    other = names[number % len(names)]
    head = (
        f"---\nid: {name}\ntitle: Module number {number}\npromise: {write.sentence()}\nquestion: What would it take?\n"
        f"outcomes:\n{outcomes}practices: [on-purpose]\nvoices: [local government, health, housing]\n"
        "status: pilot\n---\n"
    )
    files = {
        "module.md": f"{head}## Why this matters\n\n{write.say(280)}\n\n## Looking back\n\n"
        f'{write.say(260)}\n\nFrom here it goes on to {{{{ module("{other}") }}}}.\n',
        "questions.yml": "".join(_question(write, one) for one in range(1, QUESTIONS + 1)),
        "worksheet.md": _worksheet(write),
        "session.md": _session(write),
    }
    for one in range(1, LESSONS + 1):
        files[f"{one}-lesson-{one}.md"] = _lesson(write, number, one, name)
    return files


def _lesson(write: Writer, number: int, one: int, name: str) -> str:
    cites = [f'{{{{ cite("source-{number}-{(one * 2 + extra) % SOURCES}") }}}}' for extra in range(3)]
    words = [f'the {{{{ term("term-{number}") }}}}', f'in {{{{ fact("fact_{number}") }}}}']
    special = {
        1: f'{{{{ figure("{name}") }}}}\n\n{_box(write, "reflection", f"reflect-{one}, lines=4", 20)}',
        2: '{% perspectives "who" %}\n'
        + "".join(f'{{% perspective "{who}" %}}\n{write.say(30)}\n{{% endperspective %}}\n' for who in WORDS["who"][:3])
        + "{% endperspectives %}",
        3: f'{{% case "A real place", id="case-{one}", kind="real", sector="health", strength=2, '
        f'sources=["source-{number}-2"], caveat="Nobody counted." %}}\n{write.say(80)}\n{{% endcase %}}',
        4: _box(write, "plan", f"plan-{one}", 15),
    }[one]
    group = ("alone", "pairs", "group", "alone")[one - 1]
    activity = (
        f'{{% activity "Do it once", id="activity-{one}", minutes=15, group="{group}", kind="practise", '
        f'outcomes=["outcome-{one % 3 + 1}"] %}}\n{write.say(40)}\n\n'
        + "".join(f"{step}. {write.sentence()}\n" for step in range(1, 4))
        + "{% endactivity %}"
    )
    asked = (
        "\n\n".join(f'{{{{ question("question-{(one - 1) * 2 + extra}") }}}}' for extra in (1, 2)) if one < 3 else ""
    )
    parts = [
        f"---\ntitle: Lesson {one} of {number}\nminutes: 20\nteaches: [outcome-{one % 3 + 1}]\n---\n{write.sentence()}",
        f"## The first thing\n\n{write.say(230, *cites)}",
        f"{asked}\n\n## The second thing\n\n{write.say(210, *words)}\n\n**{write.sentence()}**",
        f"## Where people disagree\n\n{special}\n\n{write.say(110)}\n\n{activity}",
        _box(write, "facilitator", f"note-{one}", 40),
        f"## On Monday\n\n{write.say(30)}",
    ]
    return "\n\n".join(parts) + "\n"


def _box(write: Writer, tag: str, given: str, words: int) -> str:
    name, _, rest = given.partition(",")
    asks = " Which of the two would you have asked first?" if tag == "reflection" else ""
    return f'{{% {tag} "{name}"{"," if rest else ""}{rest} %}}\n{write.say(words)}{asks}\n{{% end{tag} %}}'


def _question(write: Writer, one: int) -> str:
    use = USES[one - 1] if one <= len(USES) else USES[4 + one % 2]
    use = USES[2] if one <= 4 and one > 2 else use
    lines = [f"- id: question-{one}", f"  kind: {'multiple' if one % 5 == 0 else 'single'}"]
    lines += [
        f"  outcomes: [outcome-{one % 3 + 1}]",
        f"  use: {'[lesson, pre]' if one <= 2 else use}",
        "  scenario: true",
    ]
    lines += [f'  stem: "{write.sentence()} {write.sentence()} What do you say first?"', "  options:"]
    right = {one % 4, (one + 1) % 4} if one % 5 == 0 else {one % 4}
    for option in range(4):
        lines.append(f'    - text: "{write.sentence()[:-1]} ({option + 1})"')
        lines += ["      correct: true"] if option in right else []
        lines.append(f'      because: "{write.sentence()}"')
    return "\n".join(lines) + "\n"


def _worksheet(write: Writer) -> str:
    fields = [
        f'{{% field "field-{one}", lines=3, outcomes=["outcome-{one}"] %}}{write.sentence()}{{% endfield %}}'
        for one in range(1, 4)
    ]
    items = "".join(f"- {write.sentence()} {{#item-{one}}}\n" for one in range(1, 6))
    parts = [
        "---\ntitle: The sheet\nminutes: 25\n---\nUse it for one proposal.\n\n## 1. What is it for?",
        fields[0],
        f'{{% grid "partners", rows=4, columns=["Who", "What they want"] %}}{write.sentence()}{{% endgrid %}}',
        f"## 2. What does it cost?\n\n{fields[1]}",
        f'{{% checklist "screen" %}}\n{items}{{% endchecklist %}}',
        f'## 3. How deep?\n\n{{% scale "depth", low=0, high=4, ends=["off", "all"] %}}'
        f"{write.sentence()}{{% endscale %}}",
        fields[2],
    ]
    return "\n\n".join(parts) + "\n"


def _session(write: Writer) -> str:
    steps = "".join(f"| {minutes} | A step | {write.sentence()} |\n" for minutes in (10, 20, 20, 5, 20, 15))
    table = f"| Minutes | Step | What you do |\n|--------:|------|-------------|\n{steps}"
    headings = {
        "Joining instructions": 60, "Ground rules and confidentiality": 60, "Running order": 0, "Materials": 40,
        "Risks, and what to do if somebody discloses harm": 80, "Adaptations": 80, "Access": 50,
        "Without technology": 30, "Debrief": 40,
    }  # fmt: skip
    parts = [f"## {heading}\n\n{write.say(words) if words else table}" for heading, words in headings.items()]
    return "---\ntitle: A session plan\nminutes: 90\ngroup: [6, 18]\n---\n" + "\n\n".join(parts) + "\n"
