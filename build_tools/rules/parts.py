"""The S family, parts: a module, its session and the course's two threads have what the standard asks for."""

from __future__ import annotations

from build_tools.rules.rule import Rule

STATEMENTS = 4
"""Statements of the self-assessment for each practice."""

RULES = (
    Rule(
        "S201",
        "error",
        "A module opens with why it matters and ends with looking back.",
        "The scene that opens a module and the one that closes it carry the story.",
        "add the heading",
        bad="---\nid: bridges\n---\nA river runs through a town.",
        good="---\nid: bridges\n---\n## Why this matters\n\nA river runs through a town.\n\n"
        "## Looking back\n\nThe bridge stands.",
    ),
    Rule(
        "S202",
        "error",
        "A page has one H1, made from its title.",
        "Screen readers and search engines take the first-level heading as the page's name; the levels below it say "
        "what belongs to what (WCAG 2.2, 1.3.1).",
        "use `##`",
        bad="---\ntitle: How wide?\n---\n# How wide?\n\n# The width",
        good="---\ntitle: How wide?\n---\n## The width",
    ),
    Rule(
        "S203",
        "error",
        "A module lets its reader do something alone, with others, and afterwards.",
        "Reading alone changes little. Plans of the form if–then make people do what they meant to do (Gollwitzer and "
        "Sheeran 2006).",
        "see docs/contributing/format.md for one example of each tag",
        bad="Think about a plan of your own.",
        good='{% plan "paint" %}\nIf the paint peels, then I will… What could get in the way?\n{% endplan %}',
    ),
    Rule(
        "S204",
        "error",
        "A real case has sources, a strength and a caveat.",
        "A story without its evidence and limits teaches readers to copy it.",
        'add `sources=[…]`, `caveat="…"` and `strength=`: 3 (controlled comparison, formal inquiry), 2 (independent '
        "study) or 1 (self-reported)",
        bad='{% case "The crossing", id="crossing", kind="real",\n   sector="local government" %}',
        good='{% case "The crossing", id="crossing", kind="real",\n   sector="local government", strength=2,\n'
        '   sources=["gauge-1999"], caveat="Nobody counted." %}',
    ),
    Rule(
        "S205",
        "error",
        "A module has three or four lessons.",
        "More do not fit one or two evenings.",
        "join or split lessons",
        bad="modules/bridges/\n  1-span.md\n  2-ferry.md",
        good="modules/bridges/\n  1-span.md\n  2-ferry.md\n  3-keeping.md",
    ),
    Rule(
        "S206",
        "warning",
        "A lesson has 700 to 1,000 words.",
        "One idea fits; two do not. The checker speaks below 600 and above 1,100.",
        "cut, or move an idea to a lesson of its own",
        bad="modules/bridges/1-span.md with 1,900 words",
        good="modules/bridges/1-span.md with 950 words\nmodules/bridges/2-piers.md with 950 words",
    ),
    Rule(
        "S207",
        "warning",
        "Stated minutes are what reading and activities take, within a fifth.",
        "People plan their lunch hour by it. Reading counts at 200 words a minute.",
        "state the minutes that the checker worked out, or change an activity",
        bad='minutes: 10\n\n# in the text, of 800 words\n{% activity "Pace it out", id="pace", minutes=25, … %}',
        good='minutes: 29\n\n# in the text, of 800 words\n{% activity "Pace it out", id="pace", minutes=25, … %}',
    ),
    Rule(
        "S208",
        "error",
        "A session plan has every heading of the standard.",
        "A facilitator looks there when something goes wrong.",
        "add the heading and what belongs under it",
        bad="## Risks",
        good="## Risks, and what to do if somebody discloses harm",
    ),
    Rule(
        "S209",
        "error",
        "The steps of a session add up to its length.",
        "The room is booked until then.",
        "change a step or the session's minutes",
        bad="minutes: 60\n\n| Minutes | Step | What you do |\n|---|---|---|\n| 10 | Arrive | Say hello |\n"
        "| 40 | Cross | Walk over |",
        good="minutes: 60\n\n| Minutes | Step | What you do |\n|---|---|---|\n| 10 | Arrive | Say hello |\n"
        "| 50 | Cross | Walk over |",
    ),
    Rule(
        "S301",
        "error",
        "The story tells of every module and lab, and of nothing else.",
        "A reader who begins in the middle looks there for what came before.",
        "see docs/contributing/format.md, The story",
        bad="# course.yml has bridges and tunnels\nso_far:\n  bridges: The river has risen.",
        good="# course.yml has bridges and tunnels\nso_far:\n  bridges: The river has risen.\n"
        "  tunnels: The bridge is up, and it is full.",
    ),
    Rule(
        "S302",
        "error",
        "The self-assessment has four statements for each practice, and names the modules that grow it.",
        "Sums of different lengths cannot be compared, and a low one must lead somewhere.",
        "see docs/contributing/format.md, The self-assessment",
        bad="statements:\n  - {id: counted, practice: on-purpose, text: I counted the hours.}\ngrows: {}",
        good="statements:\n  - {id: counted, practice: on-purpose, text: I counted the hours.}\n"
        "  - {id: refused, practice: on-purpose, text: I said no and offered less.}\n"
        "  - {id: asked, practice: on-purpose, text: I asked who else was on it.}\n"
        "  - {id: stopped, practice: on-purpose, text: I ended something in time.}\n"
        "grows:\n  on-purpose: [bridges]",
    ),
)
