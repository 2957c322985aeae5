"""The Q family: every question can be answered, and its answer teaches."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_GUESS = "A reader who knows no answer must not be able to guess it from the form."

RULES = (
    Rule(
        "Q101",
        "error",
        "single has one right answer; multiple has two or more, but not all.",
        "Otherwise the question cannot be answered.",
        "check correct: true",
    ),
    Rule(
        "Q102",
        "error",
        "Every option says why, in eight words or more.",
        "Explanations are what makes people learn from questions; right or wrong alone does little.",
        "say what makes the option right, or tempting and wrong",
    ),
    Rule("Q103", "error", "No two options say the same.", _GUESS, "change or delete one"),
    Rule("Q104", "error", "No option refers to the other options.", _GUESS, "write the options out"),
    Rule("Q105", "error", "A module has 12 questions or more.", "Fewer do not cover its outcomes.", "write more"),
    Rule(
        "Q106",
        "error",
        "Two questions are marked pre and four review.",
        "Questions before a lesson and again weeks later are what makes it last.",
        "add to use: in questions.yml",
    ),
    Rule(
        "Q107",
        "warning",
        "Half of the questions put somebody in a situation.",
        "Work asks what to do, not what a word means.",
        "start the stem with a person who must decide",
    ),
    Rule(
        "Q108",
        "warning",
        "The right answer is not the longest in more than 40 % of questions.",
        _GUESS,
        "shorten the right answers or fill out the others",
    ),
    Rule(
        "Q109",
        "warning",
        "Every question is shown somewhere.",
        "Nobody can answer it.",
        "add module to its use, or place it in a lesson",
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
        "mark with review some questions that are not marked pre",
        bad="use: [pre, review]   # at each question that has review",
        good="use: [module, review]   # at some",
    ),
)
