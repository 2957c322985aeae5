"""The F family: what goes out of date says so, and somebody looks again."""

from __future__ import annotations

from build_tools.rules.rule import Rule

DAY = "where the day is known: it was given, or the course stands in Git"

RULES = (
    Rule(
        "F101",
        "warning",
        "A fact is looked at again by the day that was set.",
        "A figure that was right once misleads quietly. A date never stops a build: the page says of which day its "
        "figures are.",
        "look it up; change `value:` and `as_of:` if it has changed, and set `review_by:` anew",
        bad="- id: icb_count\n  as_of: 2025-04-01\n  review_by: 2026-04-01   # which has passed",
        good="- id: icb_count\n  as_of: 2026-05-12\n  review_by: 2027-04-01",
        sometimes=DAY,
    ),
    Rule(
        "F102",
        "error",
        "A fact is to be looked at again after the day on which it held.",
        "One of the two dates is a slip.",
        "check `as_of:` and `review_by:`",
        bad="- id: icb_count\n  as_of: 2026-05-12\n  review_by: 2025-04-01",
        good="- id: icb_count\n  as_of: 2026-05-12\n  review_by: 2027-04-01",
    ),
    Rule(
        "F103",
        "warning",
        "What was seen or read was seen before today.",
        "Nobody has read tomorrow's report, so the date is a slip.",
        "check the year",
        bad="as_of: 2062-05-12",
        good="as_of: 2026-05-12",
        sometimes=DAY,
    ),
    Rule(
        "F104",
        "warning",
        "Every fact is used.",
        "Somebody looks it up each year for nobody.",
        'write `{{ fact("…") }}` where it supports the text, or delete it',
        bad='- id: icb_count   # and no text says {{ fact("icb_count") }}',
        good='There are {{ fact("icb_count") }} boards.',
    ),
    Rule(
        "F105",
        "warning",
        "Prose does not say “currently”.",
        "It is true on the day of writing. A date, or a fact with its date, stays true.",
        "say when, or put it into facts.yml; in somebody's mouth it may stand, between quotation marks",
        bad="The government recently announced five pilots.",
        good="Late in 2025 the government announced five pilots.",
    ),
)
