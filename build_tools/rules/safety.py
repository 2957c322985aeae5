"""The Y family: no text harms a person by naming them or by taking a reader unawares."""

from __future__ import annotations

from build_tools.rules.rule import Rule

_PERSON = (
    "The course is public, copied and kept. Whoever asks to be taken out of it cannot be. A place's contact and "
    "support data may hold addresses and telephone numbers"
)

RULES = (
    Rule(
        "Y101",
        "error",
        "No text holds an e-mail address.",
        f"{_PERSON}; addresses at example.org and its like belong to nobody (RFC 2606).",
        "take it out; readers are sent on with `{{ contact() }}` on a page of modules/pages",
        bad="Write to j.doe@anytown.gov.uk.",
        good="Write to {{ contact() }}.",
    ),
    Rule(
        "Y102",
        "error",
        "No text holds a telephone number.",
        f"{_PERSON}; numbers that Ofcom keeps free for drama belong to nobody.",
        "take it out; help that readers can ring stands under `support:` in the place's file",
        bad="Ring Joan on 0117 012 3456.",
        good="Ring 999 if somebody is in danger.",
    ),
    Rule(
        "Y103",
        "error",
        "No text holds an NHS number.",
        "It opens a person's records. Ten digits count as one if the last is the check digit that the NHS Data "
        "Dictionary prescribes (modulus 11); numbers from 999 are for tests and belong to nobody.",
        "take it out, and tell your information governance lead if it was a real one",
        bad="Patient 401 023 2137 waited six days.",
        good="The man in bed nine waited six days.",
    ),
    Rule(
        "Y104",
        "error",
        "No text holds a National Insurance number.",
        "It is enough to claim in somebody's name.",
        "take it out, and tell your information governance lead if it was a real one",
        bad="Her number, AB 12 34 56 C, was on the form.",
        good="Her number was on the form.",
    ),
    Rule(
        "Y105",
        "error",
        "A module with a case about death or abuse says so at its start.",
        "Somebody in every group has been close to it. A note does not make it hurt less (Bridgland and others "
        "2023); it leaves the choice when to read to the reader.",
        "write `content_note:` in module.md: what the case is about, and how to skip it",
        bad="content_note: null   # and a case in lesson 1 tells of a murder",
        good='content_note: "Lesson 1 has a case about a murder. A link on the page lets you skip it."',
    ),
    Rule(
        "Y106",
        "error",
        "A content note stands on the page, before what it is about.",
        "Whoever comes by a link has not seen the module's first page.",
        "write a paragraph before the case that starts with `**Content note.**` and says how to skip it",
        bad='{% case "The night of the fire", id="fire", … %}',
        good="**Content note.** The case that follows is about a fire in which people died. You can\n"
        '[skip it](#afterwards).\n\n{% case "The night of the fire", id="fire", … %}',
    ),
)
