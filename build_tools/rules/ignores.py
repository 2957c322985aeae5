"""The R family, comments: what is ignored is ignored for a reason, and only while there is something to ignore."""

from __future__ import annotations

from build_tools.rules.rule import Rule

RULES = (
    Rule(
        "R301",
        "error",
        "An ignore says why, in three words or more.",
        "Whoever comes next must be able to judge whether the reason still holds.",
        "write `because` and the reason after the codes",
        bad="<!-- course: ignore S206 -->",
        good="<!-- course: ignore S206 because the poem is quoted whole -->",
    ),
    Rule(
        "R302",
        "error",
        "An ignore ignores something.",
        "One that is no longer needed would hide the next problem of its kind.",
        "delete the comment, or the code from it",
        bad="# course: ignore S207 because the walk takes an hour\nminutes: 25",
        good="minutes: 25",
    ),
    Rule(
        "R303",
        "error",
        "An ignore names rules that exist.",
        "A comment with a slip in the code ignores nothing.",
        "write the code that the report shows",
        bad="# course: ignore S2O7 because the walk takes an hour",
        good="# course: ignore S207 because the walk takes an hour",
    ),
    Rule(
        "R304",
        "error",
        "What stops a file from being read, and what protects people, is not ignored.",
        "A file that cannot be read has nothing to show, and nobody's safety is a matter of taste.",
        "delete the code from the comment, and mend what the report says",
        bad="# course: ignore R105 because we like this key",
        good="# delete the key that nobody reads",
    ),
    Rule(
        "R305",
        "error",
        "An ignore is a comment alone on its line, above what it is about.",
        "It is taken out before the page is made; in the midst of a paragraph, list or table it would leave a hole.",
        "put it on the line above the paragraph, list or table, with an empty line before it: it holds for all of that",
        bad="The first line of a paragraph,\n<!-- course: ignore S109 because only a comma has moved -->\n"
        "and its second line.",
        good="<!-- course: ignore S109 because only a comma has moved -->\nThe first line of a paragraph,\n"
        "and its second line.",
    ),
)
