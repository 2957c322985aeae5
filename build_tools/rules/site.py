"""The S1 family, second half: the hand-written pages under docs/, their pictures, and mkdocs.yml."""

from __future__ import annotations

from build_tools.rules.rule import Rule

PLUGINS = ("search", "course")
"""The plugins that the site is built with."""

LARGEST_PICTURE = 1_000_000
"""Bytes of one picture at most."""

_SEEN = "Not every reader has a fast line, and many pay for each megabyte."

RULES = (
    Rule(
        "S111",
        "error",
        "The menu names each page once, and only pages that are there.",
        "A page that stands twice lights up twice; one that is missing leads nowhere.",
        "correct `nav` in mkdocs.yml",
        bad="nav:\n  - Host it: hosting.md\n  - Run it: hosting.md",
        good="nav:\n  - Host it: hosting.md",
    ),
    Rule(
        "S112",
        "error",
        "The site is built into a folder of its own.",
        "The engine empties that folder first, and with it whatever else was there.",
        "write `site_dir: build/site` in mkdocs.yml",
        bad="docs_dir: docs\nsite_dir: docs/site",
        good="docs_dir: docs\nsite_dir: build/site",
    ),
    Rule(
        "S113",
        "error",
        "The site's plugins are search and course.",
        "Without course there are no modules on the site. Any other is strangers' code, run at each build, and ties "
        "the course to one engine.",
        "list both under `plugins:` in mkdocs.yml, and no other",
        bad="plugins:\n  - search\n  - macros",
        good="plugins:\n  - search\n  - course",
    ),
    Rule(
        "S114",
        "error",
        "A page of one's own for addresses that do not exist is declared.",
        "A file named 404.md takes the place of the page that says what happened and where to go, mostly by accident.",
        "rename it, or name it under `nav` or `not_in_nav` in mkdocs.yml to show that it is meant",
        bad="docs/404.md",
        good="not_in_nav: 404.md",
    ),
    Rule(
        "S115",
        "error",
        "Every file under docs/ is meant to be published.",
        "The engine leaves out names that begin with a dot, but the repository shows them to everybody, and such "
        "files often hold passwords.",
        "delete the file; if it held a password, change that too",
        bad="docs/.env",
        good="docs/hosting.md",
    ),
    Rule(
        "S120",
        "error",
        "A picture has one megabyte at most.",
        _SEEN,
        "save it smaller: 1,600 pixels wide is enough for any screen",
        bad="docs/assets/images/river.jpg   # 12 MB, from the camera",
        good="docs/assets/images/river.jpg   # 180 KB",
    ),
    Rule(
        "S121",
        "error",
        "A picture's name ends in what it holds.",
        "Servers tell browsers what a file is by its name, and a browser that is told wrong shows nothing.",
        "rename it, or save it again in the form that its name says",
        bad="river.png   # in truth a JPEG",
        good="river.jpg",
    ),
    Rule(
        "S122",
        "error",
        "A picture does not say where it was taken.",
        "Telephones write the place into the file, to a few metres. That can be somebody's home. Taking it out of "
        "the built copy would leave it in the repository.",
        "remove the location, for instance with your picture viewer's “remove properties”, and add the file again",
        bad="garden.jpg   # with the place in its EXIF data",
        good="garden.jpg   # without",
    ),
    Rule(
        "S123",
        "error",
        "A picture has the colours of a screen.",
        "A JPEG for the printing press (CMYK) has wrong colours in some browsers and none in others.",
        "save it again as RGB",
        bad="poster.jpg   # CMYK, from the designer",
        good="poster.jpg   # RGB",
    ),
    Rule(
        "S124",
        "error",
        "A drawing holds no script.",
        "An SVG file opened by its address runs what it holds, with the rights of the site.",
        "take out script elements, `on…` attributes and `javascript:` addresses",
        bad='<svg viewBox="0 0 1 1" onload="start()"/>',
        good='<svg viewBox="0 0 1 1"/>',
    ),
)
