"""Reads the links of a text: scheme, user, host, port and the rest, also where the scheme was left out."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from companion.detectors.pattern import Pattern
from companion.detectors.windows import matches

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_LINK = Pattern(
    rf"(?<![\w+.-])(?P<scheme>[a-z][a-z0-9+.-]{{1,19}}):/{{2,3}}(?P<rest>[^\s<>\"`]{{1,2000}})"
    rf"|(?<![\w@./:+\\-])(?P<bare>(?:{_LABEL}\.){{1,6}}(?:[^\W\d_]{{2,24}}|"
    r"xn--[\w-]{2,59})(?::\d{2,5})?(?:[/?#][^\s<>\"`]{0,2000})?)(?![\w@])",
    re.IGNORECASE,
)
_SIGN = Pattern(r":/{2,3}|\.[^\W_]{2}")
_AUTHORITY = Pattern(r"(?P<authority>[^/?#\\]*)(?P<path>.*)", re.DOTALL)
_DISGUISED = Pattern(  # the number in one, or parts of which one is hexadecimal or octal (WHATWG URL, IPv4 parser)
    r"0x[0-9a-f]{5,8}|0[0-7]{8,11}|[1-9]\d{7,9}|"
    r"(?=[\da-fx.]*\b0[x0-7])(?:(?:0x[0-9a-f]{1,8}|\d{1,4})\.){1,3}(?:0x[0-9a-f]{1,8}|\d{1,8})"
)
_AFTER = ".,;:!?'\"…*_|~"  # punctuation of the sentence, not of the link
_PAIRS = {")": "(", "]": "[", "}": "{"}


Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `host` is in lower case, `path` holds query and fragment, too; `scheme` is "" where none was typed."""

    start: int
    end: int
    scheme: str
    user: str
    host: str
    port: str
    path: str

    @property
    def address(self) -> Address | None:
        """The IP address, where the host is one."""
        try:
            return ipaddress.ip_address(self.host.strip("[]"))
        except ValueError:
            return None

    @property
    def is_address_in_disguise(self) -> bool:
        """Is the host an IP address that browsers read and people do not: 0x2d4d0cbe, 755486910, 055.0115.014.0276?"""
        return self.address is None and bool(self.scheme and _DISGUISED.fullmatch(self.host))


_INNER_NETWORKS = [  # RFC 1918, 1122, 3927, 4193, 4291; not the documentation ranges: a reader cannot tell them
    ipaddress.ip_network(network)
    for network in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "fc00::/7",
        "fe80::/10",
        "::1",
    )
]


def is_inner(address: Address) -> bool:
    """Does the address lead to something inside a network, not to the internet?"""
    return any(address in network for network in _INNER_NETWORKS if network.version == address.version)


@lru_cache(maxsize=2)  # the whole text, and of a long one the paragraphs that are read again
def links(text: str) -> tuple[Link, ...]:
    """Every link in the text, in order; read once for the detectors that follow one another on it.

    A bare name counts when it has the form of a domain; whether it ends in a public suffix is for the caller to ask.
    """
    return tuple(_links(text))


def _links(text: str) -> Iterator[Link]:
    for match in matches(text, _SIGN, _LINK, 260, 2100):
        whole = match["rest"] or match["bare"]
        body = _without_punctuation(whole)
        start = match.start()
        end = match.end() - (len(whole) - len(body))
        parts = _AUTHORITY.match(body)
        if not body or parts is None:
            continue
        user, at, place = parts["authority"].rpartition("@")
        host, _, port = place.partition(":") if not place.startswith("[") else (place.partition("]")[0] + "]", "", "")
        if host:
            scheme = (match["scheme"] or "").lower()
            yield Link(start, end, scheme, user if at else "", host.lower().rstrip("."), port, parts["path"])


def _without_punctuation(link: str) -> str:
    """The link without what belongs to the sentence around it: a full stop, a closing bracket that none opened."""
    while link:
        last = link[-1]
        if last in _AFTER or (last in _PAIRS and link.count(last) > link.count(_PAIRS[last])):
            link = link[:-1]
        else:
            break
    return link
