"""The A family: what the course promises is taught, practised and checked."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "A promise that is not taught, practised and checked is only a sentence (Biggs 1996, constructive alignment)."

RULES = (
    Rule(
        "A101",
        "error",
        "Every outcome is taught by a lesson.",
        _WHY,
        "name it under teaches: in a lesson's front matter",
    ),
    Rule(
        "A102",
        "error",
        "Every outcome is checked by two or more questions.",
        _WHY,
        "name it under outcomes: in questions.yml",
    ),
    Rule(
        "A103",
        "error",
        "Every outcome is practised in an activity or on the worksheet.",
        _WHY,
        "add outcomes=[…] to an activity or a worksheet field",
    ),
    Rule(
        "A104",
        "error",
        "An outcome starts with a measurable verb.",
        "Nobody can see whether somebody else understands; anybody can see whether they can explain.",
        "start with a verb such as choose, explain, compare, diagnose, design or justify",
    ),
    Rule("A105", "warning", "An outcome has 25 words at most.", "A longer one holds two.", "split it or cut it"),
    Rule("A106", "error", "Only outcomes of the module are named.", _WHY, "use an id from module.md"),
    Rule(
        "A107",
        "warning",
        "An outcome is shown at its own level.",
        "Whoever picks the right option of four has not shown that they can design or judge anything (levels as in "
        "Anderson and Krathwohl 2001).",
        "add an activity of the kind practise, produce or collaborate, a worksheet field, or a question with "
        "scenario: true",
        bad="text: Design a repair after a broken promise.   # two plain questions, and one discussion, check it",
        good='{% activity "Mend one", id="mend-one", minutes=17, group="pairs", kind="produce", '
        'outcomes=["design-repair"] %}',
    ),
)
