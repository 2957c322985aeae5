"""The A family: what the course promises is taught, practised and checked."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "A promise that is not taught, practised and checked is only a sentence (Biggs 1996, constructive alignment)."
_OUTCOMES = "outcomes:\n  - {id: choose-span, text: Choose a span for a river.}"

RULES = (
    Rule(
        "A101",
        "error",
        "Every outcome is taught by a lesson.",
        _WHY,
        "name it under `teaches:` in a lesson's front matter",
        bad=f"{_OUTCOMES}\n\n# and in every lesson\nteaches: [justify-ferry]",
        good=f"{_OUTCOMES}\n\n# and in one lesson or more\nteaches: [choose-span]",
    ),
    Rule(
        "A102",
        "error",
        "Every outcome is checked by two or more questions.",
        f"{_WHY} One question can be guessed.",
        "name it under `outcomes:` in questions.yml",
        bad="- id: widest\n  outcomes: [choose-span]",
        good="- id: widest\n  outcomes: [choose-span]\n- id: narrowest\n  outcomes: [choose-span]",
    ),
    Rule(
        "A103",
        "error",
        "Every outcome is practised in an activity or on the worksheet.",
        _WHY,
        "add `outcomes=[…]` to an activity or a worksheet field",
        bad='{% activity "Pace it out", id="pace", minutes=25,\n   group="alone", kind="practise" %}',
        good='{% activity "Pace it out", id="pace", minutes=25,\n   group="alone", kind="practise",\n'
        '   outcomes=["choose-span"] %}',
    ),
    Rule(
        "A104",
        "error",
        "An outcome starts with a measurable verb.",
        "Nobody can see whether somebody else understands; anybody can see whether they can explain.",
        "start with a verb such as choose, explain, compare, diagnose, design or justify",
        bad="- {id: spans, text: Understand spans.}",
        good="- {id: spans, text: Explain why a span must fit its river.}",
    ),
    Rule(
        "A105",
        "warning",
        "An outcome has 25 words at most.",
        "A longer one holds two.",
        "split it or cut it",
        bad="- id: spans\n  text: Choose a span for a river and a town,\n    with its traffic, its floods and its "
        "politics,\n    and justify that choice to people who would rather have a ferry.",
        good="- {id: choose-span, text: Choose a span for a river.}\n"
        "- {id: justify-span, text: Justify a span to people who want a ferry.}",
    ),
    Rule(
        "A106",
        "error",
        "Only outcomes of the module are named.",
        _WHY,
        "use an id from module.md",
        bad=f"{_OUTCOMES}\n\n# in a lesson\nteaches: [chose-span]",
        good=f"{_OUTCOMES}\n\n# in a lesson\nteaches: [choose-span]",
    ),
    Rule(
        "A107",
        "warning",
        "An outcome is shown at its own level.",
        "Whoever picks the right option of four has not shown that they can design or judge anything (levels as in "
        "Anderson and Krathwohl 2001).",
        "add an activity of the kind practise, produce or collaborate, a worksheet field, or a question with "
        "`scenario: true`",
        bad="text: Design a repair after a broken promise.   # two plain questions check it",
        good='{% activity "Mend one", id="mend-one", minutes=17, kind="produce", outcomes=["design-repair"] %}',
    ),
)
