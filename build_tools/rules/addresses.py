"""The L family, for links in texts: each leads somewhere that will be there."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_ARRIVE = "A reader who follows a link must arrive."
_SUBPATH = (
    "The site may stand in a folder of its address, as it does on GitHub Pages, and then such a link leads elsewhere."
)

RULES = (
    Rule(
        "L201",
        "error",
        "Every link and image leads to a page or file that will be there.",
        _ARRIVE,
        "paths start from the page that this text becomes: lesson 2-ferry.md becomes ferry.md beside the others",
        bad="[how to use the course](how-to-use-it.md)",
        good="[how to use the course](how-to-use.md)",
    ),
    Rule(
        "L202",
        "error",
        "Every anchor is there.",
        _ARRIVE,
        "an anchor is the heading in lower case, with hyphens for spaces and without other marks",
        bad="[inertia](../../glossary.md#inertai)",
        good="[inertia](../../glossary.md#inertia)",
    ),
    Rule(
        "L203",
        "error",
        "Addresses start with https.",
        "Anything else can be read and changed on its way.",
        "use https://",
        bad="[the report](http://example.org/report)",
        good="[the report](https://example.org/report)",
    ),
    Rule(
        "L204",
        "error",
        "Paths start from the page they stand on, not with /.",
        _SUBPATH,
        "start from this page: ../ is one folder up",
        bad="[the map](/map.md)",
        good="[the map](../../map.md)",
    ),
    Rule(
        "L205",
        "error",
        "Links within the site are paths.",
        "Who hosts a copy of the course would send readers to somebody else's.",
        "write the path from this page",
        bad="[the map](https://example.github.io/common-ground/map/)",
        good="[the map](../../map.md)",
    ),
    Rule(
        "L206",
        "error",
        "Every link has an address.",
        _ARRIVE,
        "write the path or address between the round brackets",
        bad="[the worksheet]()",
        good="[the worksheet](worksheet.md)",
    ),
    Rule(
        "L207",
        "error",
        "An address has a form that every reader can follow.",
        _ARRIVE,
        "write https:// and the address, or the path of a page from this one",
        bad="[the plan](C:\\Users\\me\\plan.docx), [the NHS](www.nhs.uk)",
        good="[the NHS](https://www.nhs.uk)",
    ),
    Rule(
        "L208",
        "warning",
        "The two halves of a link stand together, words first.",
        "Python-Markdown prints both with their brackets.",
        "write `[words](address)` with nothing between the brackets",
        bad="[the map] (map.md), (the map)[map.md]",
        good="[the map](map.md)",
    ),
    Rule(
        "L209",
        "error",
        "A link that names its address has one.",
        "Python-Markdown prints both pairs of brackets.",
        "write `[words](address)`",
        bad="[the map][map]",
        good="[the map][map]\n\n[map]: map.md",
    ),
    Rule(
        "L210",
        "error",
        "Paths stand in Markdown, and in texts of one page.",
        "The engine mends paths of Markdown when it gives pages their addresses; those in HTML, and in texts that "
        "several pages show, lead nowhere.",
        "name the page in words, or put the link into the text of a page",
        bad='<a href="map.md">The map</a>',
        good="[The map](map.md)",
    ),
    Rule(
        "L211",
        "error",
        "Images and recordings come with the course.",
        "Nothing on the site may be loaded from another host: it would tell that host who reads what, and the security "
        "policy blocks it.",
        "put the file into docs/assets, or link to it with words",
        bad="![The chart](https://example.org/chart.png)",
        good="[The chart on the auditors' site](https://example.org/chart.png)",
    ),
)
