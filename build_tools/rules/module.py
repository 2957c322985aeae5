"""The S2 family, second half: how a module's lessons begin and end, its time, its session, its standing."""

from __future__ import annotations

from build_tools.rules.rule import Rule

CLOSINGS = ("On Monday", "What to keep", "Key points")
"""Headings under which a lesson may end."""

SHORTEST, LONGEST = 75, 120
"""Minutes of all lessons of a module."""

RULES = (
    Rule(
        "S210",
        "warning",
        "A lesson ends with key points or one act for Monday.",
        "What is to be kept or done is said where a reader stops. A plan that ties an act to a moment is carried out "
        "more often than a good intention (Gollwitzer and Sheeran 2006).",
        f"end with a section headed {', '.join(f'`## {name}`' for name in CLOSINGS[:-1])} or `## {CLOSINGS[-1]}`, "
        "or with a paragraph that starts with “On Monday”",
        bad="## Why it takes time\n\nTrust grows slowly, and that is that.",
        good="## On Monday\n\nRing one partner before you need them.",
    ),
    Rule(
        "S211",
        "warning",
        "A lesson starts with a question or a situation.",
        "A heading, a list or a definition answers what nobody has asked yet; a scene gives a reason to read on.",
        "start with a person who must decide something, or with a question to the reader",
        bad="Collaboration is the process of working together across organisations.",
        good="The email arrives at eight minutes to five on a Thursday.",
    ),
    Rule(
        "S212",
        "error",
        "A reflection asks a specific question.",
        "“Any thoughts?” gets none. A question that names what to look at can be answered.",
        "ask a question of six words or more that ends in a question mark",
        bad='{% reflection "thoughts" %}Any thoughts?{% endreflection %}',
        good='{% reflection "first" %}Which partner did you think of first, and why that one?{% endreflection %}',
    ),
    Rule(
        "S213",
        "warning",
        f"A module takes {SHORTEST} to {LONGEST} minutes in all.",
        "Learners are promised one or two evenings, and pathways are planned by it.",
        "the minutes of the lessons add up to the module's: change a lesson or move one",
        bad="minutes: 15   # in each of three lessons",
        good="minutes: 30   # in each of three lessons",
    ),
    Rule(
        "S214",
        "error",
        "A running order has steps, and each says how many minutes it takes.",
        "A facilitator who has run late must see what is left.",
        "write a table whose first column holds whole minutes, such as `| 10 | Open | Read the scene aloud |`",
        bad="| Minutes | Step |\n|---|---|\n| about ten | Open |",
        good="| Minutes | Step |\n|---|---|\n| 10 | Open |",
    ),
    Rule(
        "S215",
        "error",
        "Something stands under each heading.",
        "A heading with nothing under it is a promise to look there in vain.",
        "write what belongs there, or delete the heading",
        bad="## Materials\n\n## Access\n\nRead each item aloud.",
        good="## Materials\n\nPens, and a clock that all can see.\n\n## Access\n\nRead each item aloud.",
    ),
    Rule(
        "S216",
        "error",
        "An old name of a module belongs to no other.",
        "An old address can lead to one page only.",
        "under `aliases:` list the names that this folder had before, and no other",
        bad="id: power-and-voice\naliases: [relationships-and-trust]   # which is there",
        good="id: power-and-voice\naliases: [power]",
    ),
    Rule(
        "S217",
        "error",
        "A stable module was read by a practitioner.",
        "A machine cannot judge whether a scene is true to life, and the page says who did.",
        "write `reviewed: {on: 2027-03-01, by: …}`, or `status: pilot`",
        bad="status: stable\nreviewed: null",
        good='status: stable\nreviewed: {on: 2027-03-01, by: "A. Reader, ward manager"}',
    ),
)
