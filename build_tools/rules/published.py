"""The rest of the B family: the built folder as files that are copied, published and printed."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_HOSTS = "Other machines hold names to other rules. A file that one of them refuses is lost there."

RULES = (
    Rule(
        "B122",
        "error",
        "Every page of the course is there.",
        "An engine that does not know our plugin leaves the course out without a word, and calls the build a success.",
        "build the folder again",
        bad="build/site/index.html and nothing else",
        good="build/site/modules/when-to-collaborate/index.html and the others",
    ),
    Rule(
        "B123",
        "error",
        "No file is too large to be published or read.",
        "GitHub refuses a file of more than 100 MB, and a page of 10 MB stops a phone; GitHub Docs, About large files.",
        "make it smaller, or link to where it can be had",
        bad="build/site/assets/film.mp4 (240 MB)",
        good="build/site/assets/film.mp4 (20 MB)",
    ),
    Rule(
        "B124",
        "error",
        "The whole site has at most 1 GB.",
        "GitHub Pages publishes no larger one; GitHub Docs, GitHub Pages limits.",
        "make the largest files smaller",
        bad="build/site (1,300 MB)",
        good="build/site (5 MB)",
    ),
    Rule(
        "B125",
        "error",
        "No symbolic link is published.",
        "It can publish a file of the machine that nobody meant to, and it breaks where the folder is copied to.",
        "put the file itself there, or take the link away",
        bad="docs/plan.md -> /home/me/plan.md",
        good="docs/plan.md",
    ),
    Rule(
        "B126",
        "error",
        "File names work on every machine.",
        _HOSTS,
        "rename the file it is made from",
        bad="figures/Depths.svg and figures/depths.svg",
        good="figures/depths.svg and figures/depths-after.svg",
    ),
    Rule(
        "B127",
        "error",
        "Pages, styles and scripts are UTF-8 text.",
        "Any other coding turns the apostrophe of one machine into the question mark of the next.",
        "save the file it is made from as UTF-8",
        bad="a page in Windows-1252",
        good="the same page in UTF-8",
    ),
    Rule(
        "B128",
        "error",
        "No two sources make the same page.",
        "The engine keeps one of them and says nothing; the other is lost.",
        "rename one of the two",
        bad="modules/pages/glossary.md",
        good="modules/pages/words-we-avoid.md",
    ),
    Rule(
        "B129",
        "error",
        "A handout has at most 4 pages, 8 in large print.",
        "It is printed for each person of a group, by somebody who pays for the paper.",
        "ask for fewer lines or fields in the worksheet",
        bad='{% field "aim", lines=60 %}Why?{% endfield %}',
        good='{% field "aim", lines=6 %}Why?{% endfield %}',
    ),
    Rule(
        "B130",
        "error",
        "A handout tells no answers.",
        "Trying to answer is what teaches, even when the answer is wrong; Roediger and Karpicke 2006.",
        "take the answer out of the worksheet; the session plan may hold it",
        bad="the because of a question, in worksheet.md",
        good="the question alone",
    ),
)
