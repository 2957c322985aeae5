"""The S family, files and ids: every file has its place, and every id its number. Parts of a module: `parts.py`."""

from __future__ import annotations

from build_tools.rules.rule import Rule

RULES = (
    Rule(
        "S101",
        "error",
        "Every file in modules/ has a known place and name.",
        "A file that nobody reads looks finished to its author and is missing for everybody else.",
        "see docs/contributing/format.md for the files of a module",
        bad="modules/bridges/lesson-one.md",
        good="modules/bridges/1-span.md",
    ),
    Rule(
        "S102",
        "error",
        "Every name works on Windows, macOS and Linux.",
        "The course could not be cloned there, or a link would find the file on one machine and not on the next.",
        "rename the file",
        bad="modules/figures/Arch.svg\nmodules/figures/arch.svg\nmodules/pages/con.md",
        good="modules/figures/arch.svg\nmodules/pages/contact.md",
    ),
    Rule(
        "S103",
        "error",
        "A module's folder, its id and its line in course.yml agree.",
        "Addresses and saved progress hang on the id.",
        "make them the same",
        bad="# in modules/bridges/module.md\nid: bridge\n\n# in course.yml\nmodules:\n  - id: bridges",
        good="# in modules/bridges/module.md\nid: bridges\n\n# in course.yml\nmodules:\n  - id: bridges",
    ),
    Rule(
        "S104",
        "error",
        "Ids are unique within their kind.",
        "The second would hide the first, and a learner's saved work would land on the wrong one.",
        "give one of the two another id",
        bad='{% reflection "banks" %}Which bank is firmer?{% endreflection %}\n\n'
        '{% reflection "banks" %}Who would know?{% endreflection %}',
        good='{% reflection "banks" %}Which bank is firmer?{% endreflection %}\n\n'
        '{% reflection "who-knows" %}Who would know?{% endreflection %}',
    ),
    Rule(
        "S105",
        "error",
        "The course file is made for this version of the builder.",
        "A newer format may mean something else by the same words.",
        "update the builder",
        bad="format: 2",
        good="format: 1",
    ),
    Rule(
        "S106",
        "error",
        "A module has every file that the standard asks for.",
        "Facilitators, learners on paper and the checker each depend on one of them.",
        "add the file",
        bad="modules/bridges/\n  1-span.md\n  module.md\n  questions.yml",
        good="modules/bridges/\n  1-span.md\n  module.md\n  questions.yml\n  session.md\n  worksheet.md",
    ),
    Rule(
        "S107",
        "error",
        "ids.lock is written by the tool only.",
        "A number that changes hands would give one learner's answer to another question.",
        "restore the file from Git; `course check --fix` appends what is new",
        bad="1 1d60e87641b1 bridges/lesson/span\n1 1c0874627d4d bridges/lesson/ferry",
        good="1 1d60e87641b1 bridges/lesson/span\n2 1c0874627d4d bridges/lesson/ferry",
    ),
    Rule(
        "S108",
        "error",
        "Every storable id is recorded in ids.lock.",
        "Saved progress is kept under the number that stands there.",
        "run `course check --fix`, which appends it, and commit ids.lock",
        bad='{% field "river", lines=3 %}Which river?{% endfield %}\n\n# in ids.lock\n(nothing of it)',
        good='{% field "river", lines=3 %}Which river?{% endfield %}\n\n# in ids.lock\n'
        "17 9c5b1f0a2d3e bridges/field/river",
    ),
    Rule(
        "S109",
        "warning",
        "The content of a recorded id is the one that was recorded.",
        "A learner's earlier answer belongs to the earlier wording.",
        "run `course check --fix`, which records the new wording under the same number",
        bad="# the question was changed; in ids.lock\n17 9c5b1f0a2d3e bridges/field/river",
        good="# the question was changed; in ids.lock\n17 9c5b1f0a2d3e bridges/field/river\n"
        "17 4e376117f5a5 bridges/field/river",
    ),
)
