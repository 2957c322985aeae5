"""The lines of a Markdown text: headings, tables, lists, quotes, and where Python-Markdown reads them otherwise than
they look. Knows nothing of links, nor of what is allowed.
"""

from __future__ import annotations

import re

from build_tools.capacity import DEEPEST, MOST_MARKS, MOST_TERMS
from build_tools.dialects import at_start
from build_tools.elements import BLOCK, attributed
from build_tools.marks import Heading, Lines, Slip
from build_tools.prefixes import ITEM, items, quote
from build_tools.tables import Tables, is_divider

FILLER = "\ufffc"
"""Stands where inline code or a reference stood."""

_SPACE = " \t"
_UNDERLINE = re.compile(r"(?:=+|-+) *$")
_RULE = re.compile(r"(?:(?:-[ ]{0,2}){3,}+|(?:_[ ]{0,2}){3,}+|(?:\*[ ]{0,2}){3,}+)$")
_DEFINITION = re.compile(r":[ ]{1,3}\S")
_NOTE = re.compile(r"\[\^[^\]]+\]:")
_TAGS_ONLY = re.compile(r"(?:</?[A-Za-z][^<>]*+>\s*+)+$")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")


class Blocks:
    """Reads a text line by line. `shown` is the text with what is not Markdown blanked and `FILLER` for inline code
    and references; `tabled` is the same with its code. Lines of `skip` are raw HTML; those of `before` and `after`
    have a statement at their start or end, which ends a paragraph."""

    def __init__(self, text: str, shown: str, tabled: str, skip: set[int], before: set[int], after: set[int]) -> None:
        self.places = Lines(text)
        self.originals, self.shown = text.split("\n"), shown.split("\n")
        self.tables = Tables(tabled, self.places)
        self.skip, self.before, self.after = skip, before, after
        self.headings, self.slips = list[Heading](), list[Slip]()
        self.code = list[int]()  # lines of indented code
        self.kind, self.first, self.first_start, self.count = "", 0, 0, 0
        self.within = False  # a list, a definition or a footnote, to which indented text belongs
        self.quote = self.terms = self.marks = self.number = 0
        self.item = -1
        self.told = set[str]()

    def run(self) -> None:
        for number, shown in enumerate(self.shown, 1):
            content = shown.strip(_SPACE)
            if not content or number in self.skip:
                self.end()
                continue
            if number in self.before:
                self.end()
            self.line(number, shown, content)
            if number in self.after:
                self.end()
        self.end()

    def end(self) -> None:
        """A paragraph, list or table ends here; what is indented may go on below."""
        self.kind, self.count, self.marks, self.number = "", 0, 0, 0
        self.told.discard("glued")

    def spot(self, number: int, start: int) -> tuple[int, int, int]:
        """Line, column and offset from a line and an offset in it."""
        return number, start + 1, self.places.starts[number - 1] + start

    def slip(self, number: int, start: int, kind: str, shown: str = "") -> None:
        self.slips.append(Slip(*self.spot(number, start), kind, shown))

    def once(self, number: int, start: int, kind: str, shown: str = "") -> None:
        if kind not in self.told:
            self.told.add(kind)
            self.slip(number, start, kind, shown)

    def line(self, number: int, shown: str, content: str) -> None:
        start = len(shown) - len(shown.lstrip(_SPACE))
        if self.kind == "table":
            self.tables.add(number, start)
            return
        original = self.originals[number - 1]
        lead = len(original) - len(original.lstrip(_SPACE))
        indent = len(original[:lead].expandtabs(4)) if lead == start else 0  # a tag before the text is no indent
        if content[0] == ">":
            start, indent = self.quoted(number, shown, start)
            content = shown[start:].rstrip(_SPACE)
            if not content:
                self.end()
                return
        elif self.quote and not self.kind:
            self.quote, self.within, self.item = 0, False, -1
        self.weigh(number, start, content)
        if self.count == 1 and self.kind != "html" and _UNDERLINE.match(content):
            self.heading(self.first, self.first_start, content[0])
            self.end()
            return
        if self.kind == "rule":
            self.end()
        if self.kind:
            self.more(number, start, indent, content)
        else:
            self.begin(number, start, indent, content)

    def quoted(self, number: int, shown: str, start: int) -> tuple[int, int]:
        """Step over the marks of a quote; gives where its text starts and how far it is indented."""
        depth, text, indent = quote(shown, start)
        if depth > DEEPEST:
            self.once(number, start, "deep", str(depth))
        if depth > self.quote or not self.kind:
            self.end()
        if depth != self.quote:
            self.quote, self.within, self.item = depth, False, -1
        return text, indent

    def weigh(self, number: int, start: int, content: str) -> None:
        if len(content) > 20 or self.marks:
            self.marks += sum(map(content.count, "*_[<&"))
            if self.marks > MOST_MARKS:
                self.once(number, start, "marks", f"{MOST_MARKS:,}")

    def begin(self, number: int, start: int, indent: int, content: str) -> None:
        """The first line after an empty one, or after what ends a paragraph."""
        self.first, self.first_start, self.count = number, start, 1
        if indent >= 4 and not self.within:
            if self.code[-1:] != [number - 1] and "code" not in self.told:
                self.slip(number, start, "code")
            self.told.add("code")
            self.code.append(number)
            self.count = 0
            return
        self.told.discard("code")
        if content[0] in "#-_*" and self.standing(number, start, indent, content):
            return
        if ITEM.match(content):
            self.listed(number, start, indent, content)
            return
        if content[0] == "<" and self.html(content):
            return
        if _DEFINITION.match(content) or _NOTE.match(content):
            self.kind, self.within = "definition", True
            return
        if 0 < indent < 4 and self.within and self.item >= 0:
            self.slip(number, start, "indent", "text")
        if not indent:
            self.within, self.item = False, -1
        self.kind = "paragraph"
        self.foreign(number, start, content)

    def standing(self, number: int, start: int, indent: int, content: str) -> bool:
        """A heading or a rule, which need no empty line round them."""
        if content[0] == "#":
            if indent and (self.kind or not self.within or indent < 4):
                if re.match(r"#{1,6} ", content):
                    self.slip(number, start, "heading")
                return False
            self.heading(number, start)
            self.end()
            return True
        if _RULE.match(content):
            kind = "" if self.kind else "rule"
            if self.kind:
                self.end()
            self.kind, self.within, self.item = kind, False, -1
            return True
        return False

    def heading(self, number: int, start: int, underline: str = "") -> None:
        text = self.originals[number - 1][start:].strip()
        level = "=-".find(underline) + 1 if underline else min(6, len(text) - len(text.lstrip("#")))
        text, name = attributed(text if underline else text[level:].rstrip("#").strip())
        self.headings.append(Heading(*self.spot(number, start), level, text, name, bool(underline)))

    def html(self, content: str) -> bool:
        """Whether the line is HTML that ends a paragraph."""
        name = _NAME.match(content)
        if not name or (name[1].lower() not in BLOCK and not name[1].startswith("cg-")):
            return False
        self.end()
        if not _TAGS_ONLY.match(content):
            self.kind, self.count = "html", 1
        return True

    def listed(self, number: int, start: int, indent: int, content: str) -> None:
        """An item of a list, or several on one line."""
        if self.item >= 0 and self.within:
            wrong = 2 <= indent - self.item < 4 and indent // 4 == self.item // 4
            if wrong or (self.kind == "list" and indent // 4 > self.item // 4 + 1):
                self.slip(number, start, "indent", "list")
        place, markers = items(content)
        depth = self.quote + indent // 4 + markers
        if depth > DEEPEST:
            self.once(number, start, "deep", str(depth))
        self.kind, self.within, self.item = "list", True, indent
        self.marks = 0
        if content[place : place + 1] == "#":
            self.heading(number, start + place)
        elif content[place : place + 1]:
            self.foreign(number, start + place, content[place:])

    def more(self, number: int, start: int, indent: int, content: str) -> None:
        """A further line of a paragraph, list or definition."""
        self.count += 1
        if content[0] in "#-_*" and self.standing(number, start, indent, content):
            return
        if self.tabular(number, start, content):
            return
        item = ITEM.match(content)
        if item and self.kind == "list":
            self.listed(number, start, indent, content)
        elif item and self.kind != "html":
            self.glued(number, start, item)
        elif content[0] == "<" and self.html(content):
            return
        elif _DEFINITION.match(content):
            self.kind, self.within = "definition", True
            self.terms = self.terms + 1 if self.count > 2 else 1
            if self.terms > MOST_TERMS:
                self.once(number, start, "terms", str(MOST_TERMS))
        elif _NOTE.match(content):
            self.kind, self.within = "definition", True
        else:
            self.foreign(number, start, content, but="bracket")

    def glued(self, number: int, start: int, item: re.Match[str]) -> None:
        """An item right below a paragraph, which is printed as running text; of numbers, two that follow each other,
        since a line of prose may begin with one."""
        if item[1]:
            before, self.number = self.number, int(item[1])
            if not before or self.number != before + 1:
                return
        self.once(number, start, "glued", item[0].strip())

    def tabular(self, number: int, start: int, content: str) -> bool:
        """A table begins with this line as its divider, or ought to."""
        if "|" not in content or not is_divider(content):
            return False
        if self.kind != "paragraph" or self.count != 2:
            self.slip(number - 1, 0, "table")
            self.kind = "html"
        elif counts := self.tables.open(self.first, self.first_start, content):
            self.slip(number, start, "divider", counts)
        else:
            self.kind = "table"
        return True

    def foreign(self, number: int, start: int, content: str, but: str = "") -> None:
        found = at_start(content)
        if found and found[0] != but:
            self.slip(number, start, *found)
