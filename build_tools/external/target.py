"""Which addresses may be asked. They come from strangers' changes, so none may lead into a private network."""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

LONGEST = 8_000
"""Characters of an address at most; servers refuse longer ones."""

_LONGEST_HOST = 300
"""Characters of a host's name that are looked at; DNS allows 253."""

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9._-]+\Z|\[[0-9a-f:.]+\]\Z")
_SAFE = "/%:@!$&'()*+,;=~-._"

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")

Place = tuple[socket.AddressFamily, tuple[Any, ...]]
"""Where to connect to, as `socket` wants it; the IP address comes first."""


class Unfit(ValueError):
    """An address that is never asked; says why, as the end of a sentence."""


@dataclass(frozen=True)
class Target:
    """An address in parts, in plain ASCII."""

    scheme: str
    host: str
    """Lower-case, IDNA; an IPv6 address without its brackets."""
    port: int
    path: str
    """With the query; starts with `/`."""

    @property
    def authority(self) -> str:
        """The host, with its port if that is unusual, as the `Host` header has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def target(address: str) -> Target:
    """The parts of an address. Raises Unfit."""
    if len(address) > LONGEST:
        raise Unfit(f"has more than {LONGEST:,} characters")
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        name = parts.hostname or ""
        host = name if ":" in name else name[:_LONGEST_HOST].encode("idna").decode("ascii").lower()
    except ValueError:
        raise Unfit("is not well formed") from None
    if parts.scheme not in _PORTS:
        raise Unfit("is not a web address")
    if parts.username is not None or parts.password is not None:
        raise Unfit("holds a name or password before the host")
    if not _HOST.match(f"[{host}]" if ":" in host else host):
        raise Unfit("has no host that can be asked")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE + '?')}" if parts.query else "")
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


def public(address: str) -> bool:
    """Whether an IP address belongs to the public network, also when it is wrapped in an IPv6 address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner:
            return public(str(inner))
        if ip in _NAT64_LOCAL:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def places(host: str, port: int) -> list[Place]:
    """Where a host can be reached, private networks left out. Raises Unfit if nothing is left, OSError if unknown.

    Whoever connects uses these and asks no name again: a second answer for the same name may be another.
    """
    found: list[Place] = [
        (family, place) for family, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ]
    allowed = [(family, place) for family, place in found if public(str(place[0]))]
    if not allowed:
        raise Unfit("leads into a private network")
    return allowed
