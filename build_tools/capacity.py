"""How much of each thing a text may hold, so that Python-Markdown neither hangs nor ends in a RecursionError.

Measured with Python-Markdown 3.11.3 and the extensions of `markdown.py`, on one core; the figures stand beside each.
"""

DEEPEST = 8
"""Levels of lists and quotes. A list on one line ends in a RecursionError at some 1,000 levels, one by indents before
that; nobody can follow more than three."""

MOST_NESTED = 50
"""HTML elements inside one another: a RecursionError at some 300 with `markdown="1"`."""

MOST_TERMS = 100
"""Definitions without an empty line between them: a RecursionError at some 500."""

MOST_MARKS = 1_000
"""Marks in one paragraph, of emphasis, links, HTML and entities: quadratic (1,000 take 0.2 s, 24,000 take 8 s, 160,000
take 4 minutes), and a RecursionError at some 1,000 nested emphases."""

MOST_OPEN = 200
"""Brackets and tags that nothing closes: quadratic (200 take 0.03 s, 1,000 0.6 s, 4,000 8 s, 20,000 minutes)."""

MOST_RUNS = 1_000
"""Runs of backticks: quadratic (1,000 take 0.01 s, 4,000 0.13 s, 20,000 1.3 s)."""

MOST_HEADINGS = 500
"""Headings and fences: quadratic (1,000 take 0.2 s, 4,000 3 s, 20,000 more than a minute)."""

LONGEST_LINE = 10_000
"""Characters of one line. It costs Python-Markdown little, but nobody can review a change in it."""
