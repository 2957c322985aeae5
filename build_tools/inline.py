"""Links, images and footnotes of a Markdown text, in linear time. Knows nothing of where a link leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.capacity import MOST_OPEN
from build_tools.marks import Form, Lines, Link, Note, Slip

_BRACKET = re.compile(r"\\.|\n[ \t>]*+\n|[\[\]()]", re.DOTALL)
_AUTO = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*+:[^<>\s]*+)>")
_BARE = re.compile(r"(?<![\w/.@-])(?:https?://|www\.)[^\s<>\"'“”]++")
_OPEN_TAG = re.compile(r"<[A-Za-z/]")
_APART = re.compile(
    r"\][ \n]\((?=[^()\s]*(?:://|\.md\b|#)|www\.)([^()\n]*+)\)"
    r"|\)\[(?=https?://|www\.|#|[^\[\]\s]*\.md\b)([^\[\]\s]*+)\]"
)
_BRACES = re.compile(r"\{:?[^{}\n]*+\}")


class Inline:
    """Reads the marks inside paragraphs. `blank` is `text` with code, tags, comments and HTML blanked."""

    def __init__(self, text: str, blank: str, places: Lines) -> None:
        self.text, self.blank, self.places = text, blank, places
        self.links: list[Link] = []
        self.notes: list[Note] = []
        self.slips: list[Slip] = []
        self.taken: list[tuple[int, int]] = []
        """Where addresses of links stand."""

    def run(self) -> None:
        if "[" in self.blank:
            squares, rounds, loose = _pairs(self.blank)
            self.definitions(squares)
            for start in sorted(squares):
                self.bracket(start, squares, rounds)
            self.count(loose)
        self.apart()
        self.addresses()
        self.links.sort(key=lambda link: link.at)
        if "<" in self.blank:
            self.count([match.start() for match in _OPEN_TAG.finditer(self.blank)])

    def count(self, loose: list[int]) -> None:
        if len(loose) > MOST_OPEN:
            self.slip(min(loose), "open", f"{len(loose):,}")

    def slip(self, at: int, kind: str, shown: str) -> None:
        self.slips.append(Slip(*self.places.at(at), kind, shown))

    def definitions(self, squares: dict[int, int]) -> None:
        """`[name]: address` and `[^name]: text`."""
        self.known: dict[str, str] = {}
        self.defining: set[int] = set()
        for start, end in squares.items():
            above = self.blank[max(0, start - 4) : start].rpartition("\n")
            if self.blank[end + 1 : end + 2] != ":" or above[2].strip(" >") or not (above[1] or start < 4):
                continue
            name = self.text[start + 1 : end]
            if name.startswith("^"):
                self.defining.add(start)
                self.notes.append(Note(*self.places.at(start), name[1:], True))
                continue
            stop = self.blank.find("\n", end)
            rest = self.text[end + 2 : stop if stop >= 0 else len(self.text)].split()
            if len(rest) == 1 or (rest and rest[1][0] in "\"'("):
                self.defining.add(start)
                target = rest[0].strip("<>")
                self.known.setdefault(_folded(name), target)
                self.links.append(Link(*self.places.at(start), "", target, "definition", name=name))
                self.taken.append((end + 1, stop if stop >= 0 else len(self.text)))

    def bracket(self, start: int, squares: dict[int, int], rounds: dict[int, int]) -> None:
        """One pair of square brackets: the text of a link or image, a footnote's mark, or nothing."""
        end = squares[start]
        inside = self.text[start + 1 : end]
        image = self.blank[start - 1 : start] == "!" and self.blank[start - 2 : start - 1] != "\\"
        at = start - image
        after = self.blank[end + 1 : end + 2]
        if start in self.defining or (self.blank[start - 1 : start] == "]" and not inside.startswith("^")):
            return
        if inside.startswith("^") and not image and len(inside) > 1:
            self.notes.append(Note(*self.places.at(at), inside[1:], False))
        elif after == "(" and end + 1 in rounds:
            stop = rounds[end + 1]
            self.taken.append((end + 1, stop))
            target = _target(self.text[end + 2 : stop])
            form: Form = "image" if image else "link"
            self.links.append(Link(*self.places.at(at), inside, target, form, self.braces(stop + 1)))
        elif after == "[" and end + 1 in squares and self.blank[end + 2] != "^":
            stop = squares[end + 1]
            self.reference(at, inside, self.text[end + 2 : stop] or inside, image, self.braces(stop + 1))
        elif _folded(inside) in self.known:
            self.reference(at, inside, inside, image, self.braces(end + 1))

    def reference(self, at: int, inside: str, name: str, image: bool, attributes: str) -> None:
        target = self.known.get(_folded(name))
        form: Form = "image" if image else "reference"
        spot = self.places.at(at)
        self.links.append(Link(*spot, inside, target or "", form, attributes, name, target is not None))

    def braces(self, at: int) -> str:
        match = _BRACES.match(self.blank, at) if self.blank[at : at + 1] == "{" else None
        return match[0] if match else ""

    def apart(self) -> None:
        """A link whose two halves are swapped or stand apart."""
        if "](" in self.blank or "] (" in self.blank or "]\n(" in self.blank or ")[" in self.blank:
            for match in _APART.finditer(self.blank):
                self.slip(match.start(), "apart", match[1] or match[2])

    def addresses(self) -> None:
        """Addresses between angle brackets, and those that stand in the text as they are."""
        if ":" in self.blank and "<" in self.blank:
            for match in _AUTO.finditer(self.blank):
                self.links.append(Link(*self.places.at(match.start()), match[1], match[1], "auto"))
                self.taken.append(match.span())
        if "http" in self.blank or "www." in self.blank:
            texts = sorted((one.at, one.at + len(one.text) + 2) for one in self.links if one.form in ("link", "image"))
            spoken = [*self.taken, *texts]
            for match in _outside(_BARE.finditer(self.blank), spoken):
                address = match[0].rstrip(".,;:!?)]*_")
                self.links.append(Link(*self.places.at(match.start()), address, address, "bare"))


def _outside(matches: Iterator[re.Match[str]], taken: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches that begin in no stretch that is taken."""
    waiting = sorted(taken, reverse=True)
    reach = -1
    for match in matches:
        while waiting and waiting[-1][0] <= match.start():
            reach = max(reach, waiting.pop()[1])
        if match.start() >= reach:
            yield match


def _pairs(blank: str) -> tuple[dict[int, int], dict[int, int], list[int]]:
    """Which square and round brackets close which, within paragraphs; and the squares that nothing closes, or that
    stand in more than two others, or are followed by a round one that nothing closes."""
    squares: dict[int, int] = {}
    rounds: dict[int, int] = {}
    open_squares: list[int] = []
    open_rounds: list[int] = []
    loose: list[int] = []
    for match in _BRACKET.finditer(blank):
        mark, at = match[0], match.start()
        if mark == "[":
            open_squares.append(at)
        elif mark == "(":
            open_rounds.append(at)
        elif mark == "]" and open_squares:
            loose += open_squares[-1:] if len(open_squares) > 2 else []
            squares[open_squares.pop()] = at
        elif mark == ")" and open_rounds:
            rounds[open_rounds.pop()] = at
        elif mark[0] == "\n":
            loose += open_squares
            open_squares.clear()
            open_rounds.clear()
    loose += open_squares
    loose += [at for at, end in squares.items() if blank[end + 1 : end + 2] == "(" and end + 1 not in rounds]
    return squares, rounds, loose


def _target(raw: str) -> str:
    """The address between the round brackets of a link, without its title."""
    raw = raw.strip()
    if raw.startswith("<") and ">" in raw:
        return raw[1 : raw.index(">")].strip()
    if raw[-1:] in ("'", '"') and (quote := raw.find(raw[-1])) < len(raw) - 1 and raw[:quote].strip():
        return raw[:quote].strip()
    return raw


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
