"""The Q family: every question can be answered, and its answer teaches."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_GUESS = (
    "A reader who knows no answer must not be able to guess it from the form "
    "(Haladyna, Downing and Rodriguez 2002, guidelines for writing items)."
)

RULES = (
    Rule(
        "Q101",
        "error",
        "A single question has one right answer; a multiple one has two or more, but not all.",
        "Otherwise the question cannot be answered, or not wrongly.",
        "check `correct: true`",
        bad="kind: single\noptions:\n  - {text: Wide, correct: true}\n  - {text: Very wide, correct: true}",
        good="kind: single\noptions:\n  - {text: Wide}\n  - {text: Very wide, correct: true}",
    ),
    Rule(
        "Q102",
        "error",
        "Every option says why, in eight words or more.",
        "Explanations are what makes people learn from questions: an effect of 0.49, against 0.05 for right or wrong "
        "alone (van der Kleij, Feskens and Eggen 2015).",
        "say what makes the option right, or tempting and wrong",
        bad="because: That is right.",
        good="because: A span that is too short\n  leaves the bank to carry what it cannot carry.",
    ),
    Rule(
        "Q103",
        "error",
        "No two options say the same.",
        _GUESS,
        "change or delete one",
        bad="- text: A longer span\n- text: a longer span.",
        good="- text: A longer span\n- text: A second pier",
    ),
    Rule(
        "Q104",
        "error",
        "No option refers to the other options.",
        _GUESS,
        "write the options out",
        bad="- text: All of the above",
        good="- text: A longer span and a second pier",
    ),
    Rule(
        "Q105",
        "error",
        "A module has 12 questions or more.",
        "Fewer do not cover its outcomes before the lessons, in them, and again weeks later.",
        "write more",
        bad="modules/bridges/questions.yml with 7 questions",
        good="modules/bridges/questions.yml with 12 questions",
    ),
    Rule(
        "Q106",
        "error",
        "Two questions are marked pre and four review.",
        "To be asked is what makes knowledge last (Roediger and Karpicke 2006), and more so after a while (Cepeda and "
        "others 2006).",
        "add to `use:` in questions.yml",
        bad="use: [module]",
        good="use: [module, review]",
    ),
    Rule(
        "Q107",
        "warning",
        "Half of the questions put somebody in a situation.",
        "Work asks what to do, not what a word means.",
        "start the stem with a person who must decide, and add `scenario: true`",
        bad="stem: What is an abutment?",
        good="scenario: true\nstem: A mayor wants the bridge open by May,\n  and the bank is mud. What do you say?",
    ),
    Rule(
        "Q108",
        "warning",
        "The right answer is not the longest in more than 40 % of questions.",
        _GUESS,
        "shorten the right answers or fill out the others",
        bad="- text: A ferry\n- text: A bridge, if the bank is firm and no flood reaches the deck\n  correct: true",
        good="- text: A ferry, since the bank is mud\n- text: A bridge, if the bank is firm\n  correct: true",
    ),
    Rule(
        "Q109",
        "warning",
        "Every question is shown somewhere.",
        "Nobody can answer it.",
        "add `module` to its `use`, or place it in a lesson",
        bad="- id: widest\n  use: [lesson]",
        good='# in questions.yml\n- id: widest\n  use: [lesson]\n\n# in a lesson\n{{ question("widest") }}',
    ),
    Rule(
        "Q110",
        "warning",
        "The place of the right answer varies.",
        f"{_GUESS} Whoever has noticed that it is mostly the second need read no more (Haladyna, Downing and "
        "Rodriguez 2002).",
        "change the order of options; in no more than half of a module's questions the right one has the same place",
        bad="In seven of ten questions the second option is the right one.",
        good="Of ten right answers three are first, three second, two third and two last.",
    ),
    Rule(
        "Q111",
        "warning",
        "Some questions for review are new to the reader.",
        "A question met twice is answered from memory of its wording.",
        "mark with `review` some questions that are not marked `pre`",
        bad="use: [pre, review]   # at each question that has review",
        good="use: [module, review]   # at some",
    ),
)
