"""A rule in words, for the terminal and for its page. Knows rules; never a course."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

from build_tools.compose import compose
from build_tools.ignores import ignorable
from build_tools.rules import Level, Rule

FOLDER = "contributing/rules"
"""Where the pages of the rules stand."""

_MARKS = re.compile(r"[\\*_\[\]<&{}\"|]")
"""What Markdown would take for more than a character."""

LEVELS: dict[Level, str] = {
    "error": "An error: the course is not built until it is mended.",
    "warning": "A warning: the course is built all the same.",
    "note": "A note: good to know; the course is built all the same.",
}


def page(rule: Rule) -> str:
    """The path of a rule's page."""
    return f"{FOLDER}/{rule.code.lower()}.md"


def address(root: Path, rule: Rule) -> str:
    """The page's address on the site of `mkdocs.yml`, or below any site if that does not say."""
    try:
        settings, _ = compose((root / "mkdocs.yml").read_text(encoding="utf-8"), "mkdocs.yml")
        site = str(settings["site_url"] or "")
    except (OSError, ValueError, KeyError, TypeError):
        site = ""
    return f"{site.rstrip('/')}/{page(rule).removesuffix('.md')}/".lstrip("/")


def ignoring(rule: Rule) -> tuple[str, str]:
    """The comments that ignore a rule, in Markdown and in YAML; two empty texts if it cannot be ignored."""
    if not ignorable(rule):
        return "", ""
    return f"<!-- course: ignore {rule.code} because … -->", f"# course: ignore {rule.code} because …"


def explained(rule: Rule, at: str) -> str:
    """Everything about a rule as lines for a terminal."""
    parts = [f"{rule.code} {rule.title}", LEVELS[rule.level], f"Why: {rule.why}", f"What to do: {rule.mend}."]
    if rule.sometimes:
        parts.append(f"Looked for {rule.sometimes}.")
    parts += [f"Instead of this:\n\n{indent(rule.bad, '    ')}", f"Write this:\n\n{indent(rule.good, '    ')}"]
    in_markdown, in_yaml = ignoring(rule)
    if in_markdown:
        both = f"    {in_markdown}\n    {in_yaml}"
        parts.append(f"To ignore it, say why, on the line above, in Markdown or in YAML and front matter:\n\n{both}")
    else:
        parts.append("It cannot be ignored.")
    return "\n\n".join([*parts, f"More: {at}"])


def prose(text: str) -> str:
    """Words for people as Markdown that shows each character as it is; what stands between backticks is code."""
    parts = text.split("`")
    return "`".join(part if number % 2 else _MARKS.sub(_escaped, part) for number, part in enumerate(parts))


def _escaped(mark: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(mark[0], f"\\{mark[0]}")


def fenced(text: str) -> str:
    """Lines as a block of code, whatever they hold."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text) or ("",)))
    return f"{fence}text\n{text}\n{fence}"
