"""L and X families, for links in texts: each leads somewhere that will exist, by an address that is safe to follow."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from build_tools.addresses import Addresses
from build_tools.checks.markup import ALLOWED
from build_tools.located import Where
from build_tools.problems import Problem, nearest
from build_tools.scripts import Script

MOST_HINTS = 50
"""Names that the nearest is searched for: each search looks at every page of the course."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_SECURE = re.compile(r"https://[^/?#\s.]+(?:\.[^/?#\s.]+)+\.?(?::\d+)?(?:[/?#]|$)")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+(?:uk|org|com|net|gov|nhs|scot|wales|cymru|eu|io|info|edu|int)(?=[/?#:]|$)")
_ESCAPED = re.compile(r"\\([_*\[\](){}#!`])")
_SPACE = re.compile(r"[\x00-\x20]")
_ADDRESSES = ("href", "src", "poster", "data", "cite", "action", "xlink:href", "background", "longdesc")
_LOADED = ("src", "poster", "data", "background", "srcset")
_ACTIVE = ("javascript", "vbscript", "data")
_PEOPLE = ("mailto", "tel", "sms")


class Targets:
    """Judges the targets of links. Knows the site's own address and every place on it."""

    def __init__(self, addresses: Addresses, site_url: str, unread: frozenset[str]) -> None:
        self.addresses = addresses
        self.own = site_url.rstrip("/").lower()
        self.unread = unread
        """Files that could not be read whole; nothing is said of links to the pages they make."""
        self.hints: dict[tuple[str, str], str] = {}

    def problems(self, script: Script) -> Iterator[Problem]:
        """Everything about the links of one text."""
        for link in script.prose.links:
            where = script.where(link)
            if not link.defined:
                hint = f"add a line [{link.name[:60]}]: and its address, or write [words](address)"
                yield Problem.at(where, "L209", f'nothing says where the link "[{link.name[:60]}]" leads', hint)
            elif link.form not in ("bare", "reference"):
                form = "image" if link.form == "image" else "link"
                yield from self.target(link.target, where, script.page_at(link.at), form)
        for slip in script.prose.slips:
            if slip.kind == "apart":
                sentence = f"this is printed as it stands, not as a link to {slip.shown[:60]}"
                yield Problem.at(script.where(slip), "L208", sentence)
        for element in script.prose.elements:
            for one in element.attributes if element.name in ALLOWED else ():
                if one.name in _ADDRESSES or one.name == "srcset":
                    form = "loaded" if one.name in _LOADED else "html"
                    yield from self.target(one.value, script.where(one), script.page_at(element.at), form)
        for one in script.prose.attributes:
            if one.name in _ADDRESSES:
                yield from self.target(one.value, script.where(one), script.page_at(one.at), "html")

    def target(self, raw: str, where: Where, page: str, form: str) -> Iterator[Problem]:
        """One target; `form` is link or image in Markdown, html or loaded in HTML."""
        if "{{" in raw or "{%" in raw:
            return
        target = _ESCAPED.sub(r"\1", html.unescape(raw).strip())
        folded = _SPACE.sub("", target).lower()
        scheme = _SCHEME.match(folded)
        if not folded or folded == "#":
            yield Problem.at(where, "L206", "this link leads nowhere")
        elif active := active_scheme(raw):
            yield Problem.at(where, "X109", f"{active}: is no address that a link may have")
        elif self.own and (folded + "/").startswith(self.own + "/"):
            rest = folded[len(self.own) :].partition("#")[0].strip("/")
            hint = f"write the path from this page to the page, such as {self.relative(rest, page)}"
            yield Problem.at(where, "L205", "this is an address of our own site", hint)
        elif scheme or "\\" in target or folded.startswith(("/", "www.")):
            yield from self.outside(target, folded, scheme[1] if scheme else "", where, form)
        else:
            yield from self.inside(target, where, page, form)

    def outside(self, target: str, folded: str, scheme: str, where: Where, form: str) -> Iterator[Problem]:
        if scheme == "http":
            yield Problem.at(
                where, "L203", f"{target[:80]} does not start with https://", f"write https://{target[7:87]}"
            )
        elif scheme == "https" and _SECURE.match(folded):
            if form in ("image", "loaded"):
                yield Problem.at(where, "L211", "this would be loaded from another site")
        elif scheme == "https":
            yield Problem.at(
                where, "L207", f'"{target[:80]}" is no whole address', "an address is https://, the host, and a path"
            )
        elif scheme in _PEOPLE:
            return
        elif scheme == "file" or len(scheme) == 1:
            yield Problem.at(where, "L207", f'"{target[:80]}" is a file on one machine')
        elif "\\" in target:
            yield Problem.at(where, "L207", "this path has \\", f"write {target[:80].replace(chr(92), '/')}")
        elif folded.startswith("//"):
            yield Problem.at(where, "L204", "this address starts with //", f"write https:{target[:80]}")
        elif folded.startswith("/"):
            yield Problem.at(where, "L204", f'"{target[:80]}" starts with /')
        elif scheme:
            hint = nearest(scheme, ("https", "mailto", "tel"))
            yield Problem.at(where, "L207", f'"{scheme}:" is no kind of address that a link may have', hint)
        else:
            yield Problem.at(
                where, "L207", f'"{target[:80]}" has no https:// before it', f"write https://{target[:80]}"
            )

    def inside(self, target: str, where: Where, page: str, form: str) -> Iterator[Problem]:
        """A path to a page or file of the site, an anchor, or both."""
        path, _, anchor = target.partition("#")
        path = unquote(path.partition("?")[0])
        if form in ("html", "loaded") and path:
            sentence = "a path in HTML is not followed when the site is built"
            yield Problem.at(
                where, "L210", sentence, "write it in Markdown: [words](path) or ![alternative text](path)"
            )
            return
        if not page:
            yield Problem.at(where, "L210", "this text stands on several pages, so a path from one of them is wrong")
            return
        found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if self.unknown(found):
            return
        if found not in self.addresses.pages:
            if found not in self.addresses.files:
                yield Problem.at(where, "L201", f'there is no page or file "{path[:80]}"', self.near(found, path, page))
            return
        if form == "image":
            yield Problem.at(where, "L201", f'"{path or target}" is a page, not an image')
        elif anchor and self.addresses.known(found) and unquote(anchor) not in self.addresses.anchors(found):
            sentence = f'there is no anchor "#{anchor[:60]}" on {path or "this page"}'
            yield Problem.at(where, "L202", sentence, self.near_anchor(unquote(anchor), found))

    def unknown(self, page: str) -> bool:
        """Whether a page may come from a file that could not be read whole."""
        parts = page.split("/")
        module = parts[1].removesuffix(".md") if len(parts) > 1 else ""
        made = {f"docs/{page}", f"modules/pages/{page}", f"modules/{page}"}
        return bool(made & self.unread) or (
            parts[0] in ("modules", "facilitators")
            and any(path.startswith(f"modules/{module}/") for path in self.unread)
        )

    def near(self, found: str, path: str, page: str) -> str:
        """The nearest page or file to one that does not exist, as a path from this page; searched for once."""
        key = found, page
        if key not in self.hints:
            self.hints[key] = self._near(found, path, page) if len(self.hints) < MOST_HINTS else ""
        return self.hints[key]

    def _near(self, found: str, path: str, page: str) -> str:
        if _HOST.match(path.lower()):
            return f"for another site, write https://{path}"
        pages = self.addresses.pages
        for guess in (f"{found}.md", posixpath.join(found, "index.md"), re.sub(r"\.html?$", ".md", found)):
            if guess in pages:
                return f"write {self.relative(guess, page)}"
        known = sorted(pages | self.addresses.files)
        name, folder = posixpath.basename(found), posixpath.dirname(found)
        times = Counter(posixpath.basename(one) for one in known)
        beside = {posixpath.basename(one): one for one in known if posixpath.dirname(one) == folder}
        single = {posixpath.basename(one): one for one in known if times[posixpath.basename(one)] == 1}
        alike = () if found.startswith("../") else (beside, single)  # outside the site, only the same name may be meant
        guesses = [name, re.sub(r"^\d+-", "", name), *(_closest(name, names) for names in alike)]
        for guess in guesses:
            if target := beside.get(guess) or single.get(guess):
                return f"did you mean {self.relative(target, page)}?"
        outside = "nothing outside the site can be linked to by a path; use the https:// address of the file"
        return outside if found.startswith("..") else ""

    def near_anchor(self, anchor: str, page: str) -> str:
        key = f"#{anchor}", page
        if key not in self.hints:
            few = len(self.hints) < MOST_HINTS
            close = _closest(anchor, self.addresses.anchors(page)) if few else ""
            self.hints[key] = f"did you mean #{close}?" if close else ""
        return self.hints[key]

    def relative(self, target: str, page: str) -> str:
        """The path from a page to another, given by its path or its address on the site."""
        known = self.addresses.pages
        address = target.strip("/")
        guesses = (address, f"{address}.md", posixpath.join(address, "index.md"), "index.md")
        path = next((one for one in guesses if one in known or one in self.addresses.files), "index.md")
        return posixpath.relpath(path, posixpath.dirname(page) or ".")


def _closest(wrong: str, names: Iterable[str]) -> str:
    """The nearest of some names, without the words that `nearest` puts round it; empty if none is near."""
    hint = nearest(wrong, names)
    return hint[len('did you mean "') : -len('"?')] if hint.startswith("did") else ""


def active_scheme(raw: str) -> str:
    """The scheme of an address that runs or holds what it leads to; empty for any other. As browsers read it."""
    scheme = _SCHEME.match(_SPACE.sub("", html.unescape(raw)).lower())
    return scheme[1] if scheme and scheme[1] in _ACTIVE else ""
