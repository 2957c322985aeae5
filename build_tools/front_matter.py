"""Where the front matter of a Markdown file ends. Knows nothing of YAML or Markdown."""

from __future__ import annotations

from build_tools.problems import Problem


def split_front_matter(text: str, path: str) -> tuple[str, str, list[Problem]]:
    """Front matter and body, both with blank lines where the other stood, so that line numbers hold in each."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text, [Problem(path, 1, 1, "R108", "the file does not start with front matter")]
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return "", "", [Problem(path, 1, 1, "R108", "the front matter that opens here is never closed")]
    head = "\n".join(["", *lines[1:end]]) + "\n"
    return head, "\n" * (end + 1) + "\n".join(lines[end + 1 :]), []
