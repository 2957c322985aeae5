"""The D family: what is printed fits its paper."""

from __future__ import annotations

from build_tools.rules.rule import Rule

WHEN = "when documents are built: by `course build` and `course documents`"

RULES = (
    Rule(
        "D101",
        "error",
        "A handout fits its pages: 4, or 8 in large print.",
        "It is printed for each person of a group, by somebody who pays for the paper. The key points, the worksheet "
        "and the drawing share these pages.",
        "from there on ask for fewer lines, rows or fields",
        bad='{% field "aim", lines=40 %}Why?{% endfield %}',
        good='{% field "aim", lines=6 %}Why?{% endfield %}',
        sometimes=WHEN,
    ),
    Rule(
        "D102",
        "error",
        "A table fits the width of a page.",
        "What runs off the edge of the paper is lost, and in large print there is less room.",
        "take fewer columns, or shorter words in their heads",
        bad='{% grid "who", rows=3, columns=["Organisation", "Responsibilities",\n  '
        '"Accountabilities", "Interdependencies", "Vulnerabilities"] %}Who is in it?{% endgrid %}',
        good='{% grid "who", rows=3, columns=["Who", "Does what", "Answers to"] %}Who is in it?{% endgrid %}',
        sometimes=WHEN,
    ),
    Rule(
        "D103",
        "error",
        "Every character can be printed.",
        "The font on paper has the letters of European languages and common signs. Any other would be an empty box, "
        "and a screen reader would say nothing.",
        "write it in words",
        bad="Was it a good meeting? 🙂",
        good="Was it a good meeting?",
        sometimes=WHEN,
    ),
    Rule(
        "D104",
        "error",
        "A question fits a card.",
        "Cards are cut eight to a sheet; a long question takes two places, and there is no third.",
        "shorten the stem and the options",
        bad="stem: A question of two hundred words, with options as long.",
        good="stem: Who decides?",
        sometimes=WHEN,
    ),
    Rule(
        "D105",
        "error",
        "Everything in a document can be set.",
        "The program that sets the pages refuses what would be unreadable or without a description. It lets a missing "
        "font pass with a warning, and here a warning is an error too.",
        "look at what it says; if the text is in order, tell those who look after the program",
        bad='<svg viewBox="0 0 10 10"><rect width="wide"/>',
        good='<svg viewBox="0 0 10 10"><rect width="9" height="9"/></svg>',
        sometimes=WHEN,
    ),
)
