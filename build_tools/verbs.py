"""Verbs for outcomes, by level of Bloom's taxonomy as revised by Anderson and Krathwohl (2001)."""

from __future__ import annotations

LEVELS: dict[str, tuple[str, ...]] = {
    "remember": ("define", "identify", "label", "list", "locate", "name", "recall", "recognise", "state"),
    "understand": ("classify", "compare", "describe", "discuss", "distinguish", "explain", "illustrate", "interpret",
                   "paraphrase", "summarise"),
    "apply": ("apply", "calculate", "carry", "choose", "complete", "demonstrate", "map", "practise", "prepare", "run",
              "select", "set", "use"),
    "analyse": ("analyse", "anticipate", "break", "diagnose", "examine", "investigate", "separate", "spot", "trace"),
    "evaluate": ("appraise", "argue", "assess", "critique", "decide", "defend", "evaluate", "judge", "justify",
                 "prioritise", "test", "weigh"),
    "create": ("build", "commit", "construct", "convene", "create", "design", "develop", "draft", "plan", "produce",
               "propose", "redesign", "write"),
}  # fmt: skip

VERBS: dict[str, str] = {verb: level for level, verbs in LEVELS.items() for verb in verbs}
"""Measurable verb → level."""

VAGUE: dict[str, str] = {
    "understand": "explain, compare or distinguish",
    "know": "state, describe or identify",
    "learn": "use, explain or practise",
    "appreciate": "weigh, justify or argue",
    "be": "recognise or describe",
    "explore": "compare, analyse or test",
    "consider": "weigh, assess or decide",
}
"""Verb that nobody can check → what to try instead."""
