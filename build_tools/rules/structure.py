"""The S family: the course has the parts that the standard asks for, where it asks for them."""

from __future__ import annotations

from build_tools.rules.rule import Rule

STATEMENTS = 4
"""Statements of the self-assessment for each practice."""

RULES = (
    Rule(
        "S101",
        "error",
        "Every file in modules/ has a known place and name.",
        "A file that nobody reads looks finished to its author and is missing for everybody else.",
        "see docs/contributing/format.md for the files of a module",
    ),
    Rule(
        "S102",
        "error",
        "Every name works on Windows, macOS and Linux.",
        "The course could not be cloned there, or a link would find the file on one machine and not on the next.",
        "rename the file",
    ),
    Rule(
        "S103",
        "error",
        "A module's folder, its id and its line in course.yml agree.",
        "Addresses and saved progress hang on the id.",
        "make them the same",
    ),
    Rule(
        "S104",
        "error",
        "Ids are unique within their kind.",
        "The second would hide the first, and a learner's saved work would land on the wrong one.",
        "give one of the two another id",
    ),
    Rule(
        "S105",
        "error",
        "The course file is made for this version of the builder.",
        "A newer format may mean something else by the same words.",
        "update the builder",
    ),
    Rule(
        "S106",
        "error",
        "A module has every file that the standard asks for.",
        "Facilitators, learners on paper and the checker each depend on one of them.",
        "add the file",
    ),
    Rule(
        "S107",
        "error",
        "ids.lock is written by the tool only.",
        "A number that changes hands would give one learner's answer to another question.",
        "restore the file from Git; `course check --fix` appends what is new",
    ),
    Rule(
        "S108",
        "error",
        "Every storable id is recorded in ids.lock.",
        "Saved progress is kept under the number that stands there.",
        "run `course check --fix`, which appends it, and commit ids.lock",
    ),
    Rule(
        "S109",
        "warning",
        "The content of a recorded id is the one that was recorded.",
        "A learner's earlier answer belongs to the earlier wording.",
        "run `course check --fix`, which records the new wording under the same number",
    ),
    Rule(
        "S201",
        "error",
        "A module opens with why it matters and ends with looking back.",
        "The scene that opens a module and the one that closes it carry the story.",
        "add the heading",
    ),
    Rule(
        "S202",
        "error",
        "A page has one H1, made from its title.",
        "Screen readers and search engines take the first-level heading as the page's name.",
        "use ##",
    ),
    Rule(
        "S203",
        "error",
        "A module lets its reader do something alone, with others, and afterwards.",
        "Reading alone changes little; practice and an if-then plan do more.",
        "see docs/contributing/format.md for one example of each tag",
    ),
    Rule(
        "S204",
        "error",
        "A real case has sources, a strength and a caveat.",
        "A story without its evidence and limits teaches readers to copy it.",
        'add sources=[…], caveat="…" and strength=3 (controlled comparison, formal inquiry), 2 (independent study) '
        "or 1 (self-reported)",
        bad='{% case "The van", id="van", kind="real", sector="housing" %}',
        good='{% case "The van", id="van", kind="real", sector="housing", strength=2, sources=["nao-2017"], '
        'caveat="Nobody compared it with another van." %}',
    ),
    Rule(
        "S205",
        "error",
        "A module has three or four lessons.",
        "More do not fit one or two evenings.",
        "join or split lessons",
    ),
    Rule(
        "S206",
        "warning",
        "A lesson has 700 to 1,000 words.",
        "One idea fits; two do not.",
        "cut, or move an idea to a lesson of its own",
    ),
    Rule(
        "S207",
        "warning",
        "Stated minutes are what reading and activities take, within a fifth.",
        "People plan their lunch hour by it.",
        "state the minutes that the checker worked out, or change an activity",
    ),
    Rule(
        "S208",
        "error",
        "A session plan has every heading of the standard.",
        "A facilitator looks there when something goes wrong.",
        "add the heading and what belongs under it",
    ),
    Rule(
        "S209",
        "error",
        "The steps of a session add up to its length.",
        "The room is booked until then.",
        "change a step or the session's minutes",
    ),
    Rule(
        "S301",
        "error",
        "The story tells of every module and lab, and of nothing else.",
        "A reader who begins in the middle looks there for what came before.",
        "see docs/contributing/format.md, The story",
    ),
    Rule(
        "S302",
        "error",
        "The self-assessment has four statements for each practice, and names the modules that grow it.",
        "Sums of different lengths cannot be compared, and a low one must lead somewhere.",
        "see docs/contributing/format.md, The self-assessment",
    ),
)
