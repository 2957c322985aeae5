"""Whether every address leads where it should: to a file of the folder, to an anchor on it, to no other host."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from posixpath import basename, dirname

from build_tools.built import asked
from build_tools.built.address import Address, locate
from build_tools.built.asked import Asked
from build_tools.built.folder import Folder, quoted
from build_tools.built.gist import Gist
from build_tools.problems import Problem, nearest

NOT_FOUND = "404.html"
"""The page that a host shows at any address, so that it alone may begin its own with `/`."""

SITEMAP = "sitemap.xml"

LOOKED_AT = 200
"""Names that are compared with a wrong one, at most."""

HINTS = 100
"""Wrong names that are compared in one run, at most: comparing is slow, and nobody reads more."""


def links(folder: Folder, gists: Mapping[str, Gist]) -> Iterator[Problem]:
    """Every address of every page, drawing, style sheet and script."""
    follow = _Follow(folder, gists)
    for path, one in _asked(folder, gists):
        for rule, sentence, hint in follow.judge(path, one):
            yield folder.problem(path, one.at, rule, sentence, hint)


def _asked(folder: Folder, gists: Mapping[str, Gist]) -> Iterator[tuple[str, Asked]]:
    for path, text in folder.texts.items():
        found: Iterable[Asked] = ()
        if path in gists:
            found = gists[path].asked
        elif path.endswith(".css"):
            found = asked.in_style(text)
        elif path.endswith((".js", ".mjs")):
            found = asked.in_script(text)
        elif path == SITEMAP:
            found = asked.in_sitemap(text)
        yield from ((path, one) for one in found)


def site_address(gists: Mapping[str, Gist]) -> str:
    """The address the site was built for, as its front page states it; empty if it does not."""
    address = gists["index.html"].canonical.removesuffix("index.html") if "index.html" in gists else ""
    return address if address.startswith(("https://", "http://")) and address.endswith("/") else ""


Finding = tuple[str, str, str]
"""Rule, sentence, hint."""


class _Follow:
    """Follows addresses within one folder; each target is looked for once."""

    def __init__(self, folder: Folder, gists: Mapping[str, Gist]) -> None:
        self.folder, self.gists = folder, gists
        self.base = site_address(gists)
        self.hints: dict[tuple[str, str], str] = {}
        self.siblings: dict[str, list[str]] = defaultdict(list)
        self.namesakes: dict[str, list[str]] = defaultdict(list)
        for path in folder.sizes:
            self.siblings[_parent(path)].append(path)
            self.namesakes[_last(path)].append(path.removesuffix("index.html") or path)

    def judge(self, page: str, one: Asked) -> Iterator[Finding]:
        address = locate(page, one.value, self.base)
        if one.fetched and not one.value.strip():
            yield "B103", "the address of what this needs is empty", ""
        elif address.kind == "host" and one.fetched:
            yield "B106", f"this asks another host, {quoted(address.host)}", ""
        elif address.kind == "broken":
            yield "B101", f"{quoted(one.value)} is not an address", ""
        elif address.kind == "outside":
            yield "B104", f"{quoted(one.value)} leads out of the folder", ""
        elif address.kind == "own" and not one.whole:
            yield "B105", f"{quoted(one.value)} names the site's own address", _relative(page, address)
        elif address.kind == "rooted" and page != NOT_FOUND:
            yield "B104", f'{quoted(one.value)} begins with "/", the root of the host', _relative(page, address)
        if address.kind in ("inside", "own", "rooted"):
            yield from self.arrive(address, one)

    def arrive(self, address: Address, one: Asked) -> Iterator[Finding]:
        target = self.file(address.path)
        if target is None:
            what = "this needs" if one.fetched else "the link leads to"
            shown = quoted(address.path or "index.html")
            yield "B103" if one.fetched else "B101", f"{what} {shown}, which is not there", self.near(address.path)
            return
        fragment = address.fragment.partition(":~:")[0]
        page = self.gists.get(target)
        if fragment in ("", "top") or page is None or fragment in page.ids:
            return
        here = quoted(address.path or "index.html")
        hint = self.hint((target, fragment), fragment, page.ids)
        yield "B102", f"{here} has no anchor {quoted(fragment)}", hint

    def file(self, path: str) -> str | None:
        """The file that a host gives for a path."""
        if path in self.folder.sizes:
            return path
        index = f"{path.rstrip('/')}/index.html".lstrip("/")
        return index if path.rstrip("/") in self.folder.folders and index in self.folder.sizes else None

    def near(self, path: str) -> str:
        """The nearest file that is there: of the same name elsewhere, or of a like name in the same folder."""
        name = _last(path)
        if self.namesakes[name]:
            return self.hint((path, ""), path, self.namesakes[name])
        return self.hint((path, ""), name, map(_last, self.siblings[_parent(path)]))

    def hint(self, key: tuple[str, str], wrong: str, known: Iterable[str]) -> str:
        """The nearest name, or nothing."""
        if key not in self.hints and len(self.hints) < HINTS:
            hint = nearest(wrong[:200], sorted(known)[:LOOKED_AT])
            self.hints[key] = hint if hint.startswith("did") else ""
        return self.hints.get(key, "")


def _last(path: str) -> str:
    """The name that tells a page from others, without regard to case."""
    return basename(path.removesuffix("index.html").rstrip("/")).casefold()


def _parent(path: str) -> str:
    """The folder in which that name stands, without regard to case."""
    return dirname(path.removesuffix("index.html").rstrip("/")).casefold()


def _relative(page: str, address: Address) -> str:
    up = "../" * page.count("/")
    fragment = f"#{address.fragment}" if address.fragment else ""
    return f"write {quoted((up + address.path or '.') + fragment)}"
