"""No address that a stranger writes leads into a private network."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.external.target import Unfit, places, public, target

PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b:1::1",
    "2001::1", "2001:db8::1",
]  # fmt: skip
PUBLIC = ["1.1.1.1", "151.101.0.81", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "::1", "0"])
def test_a_host_in_a_private_network_has_no_place(host: str) -> None:
    with pytest.raises((Unfit, socket.gaierror)):
        places(host, 80)


UNFIT = {
    "ftp://a.example/": "is not a web address",
    "javascript:alert(1)": "is not a web address",
    "//a.example/": "is not a web address",
    "https://user:secret@a.example/": "holds a name or password before the host",
    "https://@a.example/": "holds a name or password before the host",
    "https:///path": "has no host that can be asked",
    "https://a b.example/": "has no host that can be asked",
    "https://a\\b.example/": "has no host that can be asked",
    "https://a.example:99999/": "is not well formed",
    "https://a..example/": "is not well formed",
    f"https://{'a' * 5000}.example/": "is not well formed",
    "https://[::1": "is not well formed",
    "https://[fe80::1%25eth0]/": "has no host that can be asked",
    f"https://a.example/{'a' * 9000}": "has more than 8,000 characters",
}


@pytest.mark.parametrize("address", UNFIT)
def test_unfit(address: str) -> None:
    with pytest.raises(Unfit, match=UNFIT[address]):
        target(address)


FIT = {
    "HTTPS://A.Example": "https://a.example/",
    "https://a.example:443/x": "https://a.example/x",
    "http://a.example:8080?q=1": "http://a.example:8080/?q=1",
    "https://a.example/(x);y:z,%C3%A4/ä?a=b&c=d/?": "https://a.example/(x);y:z,%C3%A4/%C3%A4?a=b&c=d/?",
    "https://[2606:4700::1111]:8443/": "https://[2606:4700::1111]:8443/",
    "https://a.example/x\r\nHost: b.example": "https://a.example/xHost:%20b.example",
}


@pytest.mark.parametrize("address", FIT)
def test_an_address_in_plain_ascii(address: str) -> None:
    assert target(address).address == FIT[address]


@settings(max_examples=300, database=None, derandomize=True, deadline=None)
@given(st.one_of(st.text(), st.text().map("https://".__add__), st.text().map("https://a.example/".__add__)))
def test_whatever_it_is_it_is_printable_or_unfit(text: str) -> None:
    try:
        made = target(text)
    except Unfit:
        return
    assert made.address.isascii() and made.address.isprintable() and " " not in made.address
    assert target(made.address) == made
