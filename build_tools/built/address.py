"""Where an address on a page leads: to a file of the folder, out of it, to another host. Knows no disk and no rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

_IGNORED = re.compile(r"[\t\n\r]")
_OTHER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class Address:
    """One address, understood."""

    kind: Literal["inside", "own", "rooted", "outside", "host", "scheme", "broken"]
    """In the folder; in it, but by the site's full address; in it, but from the root of the host; beyond the folder; on
    another host; something that is no file, such as `mailto:`; not an address at all."""
    path: str = ""
    """Relative to the folder, without `.` and `..`; ends in `/` for a folder that was named as one."""
    fragment: str = ""
    host: str = ""


def locate(page: str, value: str, base: str) -> Address:
    """Where `value` on the page leads. `base` is the site's own address, which ends in `/`, or empty if unknown."""
    value = _IGNORED.sub("", value.strip(" \t\n\r\f"))
    if base and (value + "/").startswith(base):
        inner = locate("", value[len(base) :], "")
        return Address("own", inner.path, inner.fragment) if inner.kind == "inside" else inner
    try:
        parts = urlsplit(value.replace("\\", "/"))
    except ValueError:
        return Address("broken")
    if parts.scheme in ("http", "https") or (not parts.scheme and parts.netloc):
        return Address("host", host=parts.netloc) if parts.netloc else Address("broken")
    if parts.scheme == "file" or len(parts.scheme) == 1:  # a drive of Windows
        return Address("outside", parts.path)
    if parts.scheme or _OTHER.match(value):
        return Address("scheme", parts.scheme)
    fragment = unquote(parts.fragment)
    if parts.path.startswith("/"):
        within = urlsplit(base).path or "/"
        if not f"{parts.path}/".startswith(within):
            return Address("outside", parts.path)
        inner = _inside("", parts.path[len(within) :], fragment)
        return Address("rooted", inner.path, fragment) if inner.kind == "inside" else inner
    return _inside(page, parts.path, fragment)


def _inside(page: str, path: str, fragment: str) -> Address:
    if not path:
        return Address("inside", page, fragment)
    steps = page.split("/")[:-1]
    for step in unquote(path).split("/"):
        if step == ".." and not steps:
            return Address("outside", path)
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    last = path.rpartition("/")[2]
    slash = "/" if last in ("", ".", "..") and steps else ""
    return Address("inside", "/".join(steps) + slash, fragment)
