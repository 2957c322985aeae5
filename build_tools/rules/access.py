"""The X family: everybody can read, hear and use what stands on a page, and nothing on it acts by itself."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_RUNS = (
    "Text can come from strangers. The site's security policy blocks what would run or load, so it would also not work."
)

RULES = (
    Rule(
        "X101",
        "error",
        "Every image has an alternative text, or says that it is decoration.",
        "Who cannot see it hears the alternative text, or the file's name (WCAG 2.2, 1.1.1).",
        "say between the square brackets what it shows; for mere decoration, write `![](path){ role=presentation }`",
        bad="![](../figures/depths.svg)",
        good="![A dimmer switch at five settings](../figures/depths.svg)",
    ),
    Rule(
        "X102",
        "error",
        "The words of a link say where it leads.",
        "Screen readers list the links of a page without the sentences round them (WCAG 2.2, 2.4.4).",
        "make the link of the words that name the page",
        bad="To print it, click [here](worksheet.md).",
        good="You can print the [worksheet](worksheet.md).",
    ),
    Rule(
        "X103",
        "error",
        "No level of headings is skipped.",
        "Levels are the outline by which people find their way with a screen reader (WCAG 2.2, 1.3.1).",
        "use one # more than the heading above",
        bad="## The width\n\n#### In detail",
        good="## The width\n\n### In detail",
    ),
    Rule(
        "X104",
        "error",
        "No two headings of a page are the same.",
        "In the list of headings nobody can tell them apart (WCAG 2.2, 2.4.6), and a link reaches the first only.",
        "say in each what is different about it",
        bad="## What happened\n\n## What happened",
        good="## What happened\n\n## What happened next",
    ),
    Rule(
        "X105",
        "error",
        "No id stands twice on a page.",
        "A link leads to the first, and a label may name the wrong box.",
        "give one of the two another id",
        bad="## The sum {#sum}\n\n## The answer {#sum}",
        good="## The sum {#sum}\n\n## The answer {#answer}",
    ),
    Rule(
        "X106",
        "error",
        "Every column of a table has a name.",
        "A screen reader says the name of the column before each cell (WCAG 2.2, 1.3.1). The first cell may be empty "
        "where the rows have names.",
        "write the names into the first row",
        bad="| | |\n|---|---|\n| 10 | Arrive |",
        good="| Minutes | Step |\n|---|---|\n| 10 | Arrive |",
    ),
    Rule(
        "X107",
        "error",
        "HTML in a text holds words, pictures and tables, and nothing that runs, loads or asks.",
        _RUNS,
        "leave it out",
        bad='<iframe src="https://example.org/film"></iframe>',
        good="[The film of the meeting](https://example.org/film)",
    ),
    Rule(
        "X108",
        "error",
        "No attribute runs a script or sets a style.",
        _RUNS,
        "leave the attribute out",
        bad='<p onclick="open()">More</p>',
        good="<p>More</p>",
    ),
    Rule(
        "X109",
        "error",
        "No address runs a script or holds a file.",
        _RUNS,
        "link to a page or file by its path, or by https://",
        bad="[the answer](javascript:alert(1))",
        good="[the answer](questions.md)",
    ),
    Rule(
        "X110",
        "error",
        "Nothing plays by itself.",
        "It talks over a screen reader, and many cannot stop it in time (WCAG 2.2, 1.4.2).",
        "delete autoplay and add controls",
        bad='<audio src="https://example.org/voice.mp3" autoplay></audio>',
        good="[Her voice, two minutes (MP3)](https://example.org/voice.mp3)",
    ),
    Rule(
        "X111",
        "error",
        "A drawing says what it is: role, title, description and frame.",
        "Where the drawing itself is opened, nothing else names it (WCAG 2.2, 1.1.1).",
        "see docs/contributing/format.md for how a figure begins",
        bad='<svg xmlns="http://www.w3.org/2000/svg" width="360" height="200">…</svg>',
        good='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 200" role="img" aria-labelledby="t d">\n'
        '<title id="t">An arch</title><desc id="d">One arch over a line.</desc>…</svg>',
    ),
    Rule(
        "X112",
        "error",
        "A drawing draws, and does nothing else.",
        "Scripts, styles, links and other files in a drawing can act on readers, and paper cannot show them.",
        "draw with shapes and text alone; export it as plain SVG",
        bad='<image href="https://example.org/logo.png"/>',
        good='<circle cx="58" cy="128" r="19" fill="#ffffff"/>',
    ),
    Rule(
        "X113",
        "error",
        "A drawing is an SVG file without a document type.",
        "A document type can bring in other files, or text that grows without bound when it is read.",
        "export it again as plain SVG",
        bad='<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg">…</svg>',
        good='<svg xmlns="http://www.w3.org/2000/svg">…</svg>',
    ),
    Rule(
        "X114",
        "error",
        "A figure has an alternative text of one plain line, and all it shows in words below.",
        "Screen readers say the line in one breath, without stopping; what the figure shows must be there for "
        "everybody (WCAG 2.2, 1.1.1).",
        "first line: what it is, in at most 250 characters; then an empty line; then all that it says",
        bad="An arch.",
        good="An arch over a line.\n\nThe arch rises from the left and comes down on the right.",
    ),
    Rule(
        "X115",
        "error",
        "A hand-written page of docs/ has exactly one first-level heading.",
        "It is the page's name for screen readers and search engines.",
        "write # and the page's name below the front matter",
        bad="## Set up\n\nTwo commands.",
        good="# Development\n\n## Set up\n\nTwo commands.",
    ),
    Rule(
        "X116",
        "error",
        "Every heading has words.",
        "A screen reader stops at it and says nothing (WCAG 2.2, 2.4.6).",
        "write its words, or delete it",
        bad="##\n\nThe width is what matters.",
        good="## The width\n\nThe width is what matters.",
    ),
)
