"""The R family: a file can be read, its data has the right shape, its tags can be rendered."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_TAGS = "A tag that cannot be read would be printed as text or would hide what follows it."

RULES = (
    Rule(
        "R001",
        "error",
        "Every file of the course can be opened.",
        "A file that cannot be opened would silently be missing from the course.",
        "check that the file exists and that you may read it",
    ),
    Rule(
        "R002",
        "error",
        "Every file is UTF-8 text without NUL characters.",
        "Other encodings turn apostrophes and accents into rubbish in some outputs.",
        "save the file again as UTF-8",
    ),
    Rule(
        "R003",
        "note",
        "Lines end in LF and the file has no byte order mark.",
        "Mixed line ends make every line look changed; the builder reads such a file as if it were mended.",
        "most editors can save with LF line ends and without a byte order mark",
    ),
    Rule(
        "R004",
        "error",
        "No file is empty.",
        "An empty page would be published with nothing on it.",
        "write the file, or delete it",
    ),
    Rule(
        "R005",
        "error",
        "No file is a symbolic link.",
        "A link can publish a file from outside the course.",
        "put a copy of the file in the course",
    ),
    Rule(
        "R006",
        "error",
        "No file is larger than 1 MB.",
        "Larger text cannot be checked in reasonable time and is almost always a mistake.",
        "split the file; a lesson has 700 to 1,000 words",
    ),
    Rule(
        "R101",
        "error",
        "YAML can be parsed.",
        "Nothing in a file that cannot be parsed reaches the course.",
        "check indentation, and put text that holds a colon and a space between quotes",
    ),
    Rule(
        "R102",
        "error",
        "A key stands once.",
        "YAML readers keep only one of the two values and do not say which.",
        "delete one of the two",
    ),
    Rule(
        "R103",
        "error",
        "YAML has no anchors, aliases, tags or merge keys.",
        "They can run code, hide text or grow without bound; nothing in a course needs them.",
        "write the text out",
    ),
    Rule(
        "R104", "error", "YAML is nested at most 12 deep.", "Deeper nesting stops the reader.", "check the indentation"
    ),
    Rule(
        "R105",
        "error",
        "Every key is known.",
        "A key that nobody reads is a promise that is not kept.",
        "see docs/contributing/format.md for the keys of each file",
    ),
    Rule("R106", "error", "No key is missing.", "The page would have a hole where the value belongs.", "add the key"),
    Rule(
        "R107",
        "error",
        "Every value has the right type and bounds.",
        "Values are never guessed: 12:30 would become 750, and 1.10 would become 1.1.",
        "see docs/contributing/format.md for what this key holds",
    ),
    Rule(
        "R108",
        "error",
        "A Markdown file starts with front matter between two lines of three dashes.",
        "Front matter that is never closed would be printed as text.",
        "put --- on the first line and on the line after the last key",
    ),
    Rule(
        "R201",
        "error",
        "Every tag can be parsed.",
        _TAGS,
        "see docs/contributing/format.md for one example of each tag",
    ),
    Rule("R202", "error", "Every tag is closed.", _TAGS, "add the end tag"),
    Rule("R203", "error", "Every name in a tag is known.", _TAGS, "check the spelling"),
    Rule(
        "R204",
        "error",
        "A tag has the arguments it needs.",
        _TAGS,
        "see docs/contributing/format.md for one example of each tag",
    ),
    Rule(
        "R205",
        "error",
        "Only the course's own tags are used.",
        "Text can come from strangers, so templates cannot include files, define macros or call methods.",
        "plain if, for, set and raw work; includes, imports, macros and methods do not",
    ),
    Rule(
        "R206",
        "error",
        "A block tag starts its line, and nothing follows its end tag.",
        "Markdown would mix the block with the paragraph around it.",
        "put the tag at the start of a line of its own",
    ),
    Rule(
        "R207",
        "error",
        "Blocks nest only as the standard says.",
        "A learner cannot follow a box in a box in a box, and paper cannot show it.",
        "an activity or case may hold reflections, questions and figures; perspectives hold perspectives",
    ),
    Rule(
        "R208",
        "error",
        "A reference names its target as plain quoted text.",
        "Only then can every reference be checked before the course is built.",
        'write the id between quotes, such as {{ term("inertia") }}',
    ),
    Rule(
        "R209",
        "error",
        "A text renders within its limits of time, memory and size.",
        "One text must not be able to stop the build.",
        "look for a loop or a very long repetition",
    ),
    Rule("R210", "error", "A text renders.", _TAGS, "check the expression"),
)
