"""The R family, tags: what stands between braces in a text can be read and rendered."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_WHY = "A tag that cannot be read would be printed as text or would hide what follows it."
_SEE = "see docs/contributing/format.md for one example of each tag"

RULES = (
    Rule(
        "R201",
        "error",
        "Every tag can be parsed.",
        _WHY,
        _SEE,
        bad='{{ cite("gauge-1999" }}',
        good='{{ cite("gauge-1999") }}',
    ),
    Rule(
        "R202",
        "error",
        "Every tag is closed.",
        _WHY,
        "add the end tag",
        bad='{% plan "paint" %}\nIf the paint peels, then I will…',
        good='{% plan "paint" %}\nIf the paint peels, then I will…\n{% endplan %}',
    ),
    Rule(
        "R203",
        "error",
        "Every name in a tag is known.",
        _WHY,
        "check the spelling",
        bad='{{ citte("gauge-1999") }}',
        good='{{ cite("gauge-1999") }}',
    ),
    Rule(
        "R204",
        "error",
        "A tag has the arguments it needs.",
        _WHY,
        _SEE,
        bad='{% reflection "banks", rows=3 %}Which bank is firmer?{% endreflection %}',
        good='{% reflection "banks", lines=3 %}Which bank is firmer?{% endreflection %}',
    ),
    Rule(
        "R205",
        "error",
        "Only the course's own tags are used.",
        "Text can come from strangers, so templates cannot include files, define macros or call methods.",
        "plain if, for, set and raw work; includes, imports, macros and methods do not",
        bad='{% include "../secrets.txt" %}',
        good="Write the words here.",
    ),
    Rule(
        "R206",
        "error",
        "A block tag starts its line, and nothing follows its end tag.",
        "Markdown would mix the block with the paragraph around it.",
        "put the tag at the start of a line of its own",
        bad='See {{ figure("arch") }} for the forces.',
        good='The figure shows the forces.\n\n{{ figure("arch") }}',
    ),
    Rule(
        "R207",
        "error",
        "Blocks nest only as the standard says.",
        "A learner cannot follow a box in a box in a box, and paper cannot show it.",
        "an activity or case may hold reflections, questions and figures; perspectives hold perspectives",
        bad='{% reflection "banks" %}\n{% plan "paint" %}If it peels, then I will…{% endplan %}\n{% endreflection %}',
        good='{% reflection "banks" %}Which bank is firmer?{% endreflection %}\n\n'
        '{% plan "paint" %}If it peels, then I will…{% endplan %}',
    ),
    Rule(
        "R208",
        "error",
        "A reference names its target as plain quoted text.",
        "Only then can every reference be checked before the course is built.",
        'write the id between quotes, such as `{{ term("inertia") }}`',
        bad="{{ term(inertia) }}",
        good='{{ term("inertia") }}',
    ),
    Rule(
        "R209",
        "error",
        "A text renders within its limits of time, memory and size.",
        "One text must not be able to stop the build.",
        "look for a loop or a very long repetition",
        bad='{% for a in "0123456789" %}{% for b in "0123456789" %}… and so on, seven deep',
        good="Write the words once.",
    ),
    Rule(
        "R210",
        "error",
        "A text renders.",
        _WHY,
        "check the expression",
        bad="{{ 2 ** 40 }}",
        good="{{ 2 + 40 }}",
    ),
)
