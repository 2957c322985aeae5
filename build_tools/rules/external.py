"""The L family from L301: the addresses that a course links to, asked over the network by `course check --external`."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_ROT = (
    "A reader who follows a reference must arrive, and pages vanish without a word: of the web pages of 2013, 38 % "
    "were gone ten years later (Pew Research Center, When Online Content Disappears, 2024)."
)

RULES = (
    Rule(
        "L301",
        "error",
        "Every address still leads somewhere.",
        _ROT,
        "find its new home, or link to an archived copy from https://web.archive.org/",
        bad="See [the survey](https://www.example.org/moved-house-in-2019).",
        good="See [the survey](https://web.archive.org/web/2018/https://www.example.org/moved-house-in-2019).",
    ),
    Rule(
        "L302",
        "warning",
        "An address is the one where the page stands now.",
        "A redirection lives as long as somebody keeps it, and the old address dies with it.",
        "open the new address; if it shows what you meant, write that one",
        bad="url: https://www.example.org/old-name",
        good="url: https://www.example.org/new-name",
    ),
    Rule(
        "L303",
        "note",
        "An address that refuses robots is opened by a person.",
        "Many publishers answer only to browsers, so no program can say whether the page is there.",
        "open it in a browser; if the page is there, all is well",
        bad="A page that answers 403 to a program, and that nobody has opened since.",
        good="The same page, opened in a browser by somebody who saw what the course says of it.",
    ),
    Rule(
        "L304",
        "warning",
        "An address works.",
        "A server may be away for an hour or for ever. One failure proves nothing, so this becomes an error (L305) "
        "only on the third day of it.",
        "wait for the next run, or open it in a browser",
        bad="url: https://www.example.org/on-a-server-that-is-being-mended",
        good="The same address on another day, when it answers.",
    ),
    Rule(
        "L305",
        "error",
        "No address has failed on three days in a row.",
        _ROT,
        "find its new home, or link to an archived copy from https://web.archive.org/",
        bad="url: https://www.closed-programme.example.org/report",
        good="url: https://webarchive.example.org/2019/https://www.closed.example.org/report",
    ),
    Rule(
        "L306",
        "error",
        "An address is one that every reader can open.",
        "An address in a private network leads nowhere from home, and a name before the host hides where it leads.",
        "copy the address from the browser's address bar, outside your organisation's network",
        bad="See [the plan](https://10.0.0.12/plans/2026).",
        good="See [the plan](https://www.example.gov.uk/plans/2026).",
    ),
)
