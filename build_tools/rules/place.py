"""The P family: what belongs to a host stands in its place file and nowhere else."""

from __future__ import annotations

from build_tools.rules.rule import Rule

RULES = (
    Rule(
        "P101",
        "warning",
        "Every value of a place is used.",
        "A host fills it in and looks for it in vain.",
        "use it on a page of modules/pages",
        bad="name: Anytown   # and no text says {{ place.name }}",
        good="This copy was made for {{ place.name }}.",
    ),
    Rule(
        "P102",
        "error",
        "A text names the host's place through its tag.",
        "Typed by hand, it would stand in every other host's copy too. Real cases and the lists of sources, terms "
        "and facts may name any place, and every text a body that the course cites as an author.",
        "write `{{ place.name }}` or `{{ place.host }}`",
        bad="Ask the Anytown Leadership Board.",
        good="Ask {{ place.host }}.",
    ),
    Rule(
        "P103",
        "error",
        "A place's addresses can be followed.",
        "They are printed as links. Any other kind breaks, or runs a script.",
        "write `https://…`, `mailto:…` or `tel:…`, without spaces or brackets",
        bad="contact: {text: Ask us, url: www.anytown.example}",
        good='contact: {text: Ask us, url: "https://www.anytown.example"}',
    ),
    Rule(
        "P104",
        "error",
        "The place that the course is built for is there.",
        "Without it nobody would be named as host, and no help as near.",
        "give one of the folders of modules/places with `--place`",
        bad="course build --place anytwon",
        good="course build --place anytown",
    ),
)
