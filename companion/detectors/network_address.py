"""Looks for addresses of machines: IPv4, IPv6 and hardware (MAC) addresses. Versions, times and scores are silent."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from companion.detectors.context import near, word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.web_address import is_inner
from companion.draft import Detection

ENTITY = "network-address"

_FOUR = Pattern(r"(?<![\w.:-])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:/(\d{1,2})\b)?(?!\.?\d|\w)")
_SIX = Pattern(
    r"(?<![\w:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9A-Fa-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})?(?:/\d{1,3})?(?![\w:])"
)
_HARDWARE = Pattern(
    r"(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])"
    r"|(?<![\w.])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.])"
)
_TELLING_SIX = Pattern(r"[0-9A-Fa-f]{3}|[A-Fa-f]|:.*::")  # not the ratio 1:2:3:4:5:6:7:8
_COLONS = Pattern(r":(?<=[0-9A-Fa-f:]:)[0-9A-Fa-f:]{0,4}:")  # the prefilters
_DOTS = Figure(r"\d\.\d{1,3}\.\d{1,3}\.\d")
_PAIRS = (  # one for each sign between them: a pattern that begins with one sign is found many times faster
    Pattern(r":(?<=[0-9A-Fa-f]{2}:)[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}:"),
    Pattern(r"-(?<=[0-9A-Fa-f]{2}-)[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-"),
    Pattern(r"\.(?<=[0-9A-Fa-f]{4}\.)[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}"),
)

_CUE = Pattern(
    r"\b(?:ip|ips|ipv[46]|ip address(?:es)?|server|servers|host|ping|ssh|rdp|ftp|port|dns|dhcp|subnet|gateway|router|"
    "camera|cam|webcam|cctv|password|exposed|shodan|hosted|hosting|login|"
    "logins|logged|logs?|vpn|firewall|switch|printer|network|lan|wan|wifi|wi-fi|proxy|blocked|range|interface|nas|"
    "machine|"
    r"box|pc|scan\w*|attack\w*|traffic|connect\w*|address|whitelist|allowlist|https?:)(?!\w)",
    re.IGNORECASE,
)
_RATING = Pattern(r" ?(?:out of|/) ?(?:10|ten|\d|five)\b", re.IGNORECASE)  # "10.0.0.0 out of ten"
_VERSION = Pattern(
    r"\b(?:v|ver|version|versions|firmware|release|released|build|builds|update|updated|upgrad\w+|patch\w*|driver|"
    "drivers|chrome|"
    r"firefox|edge|ios|android|windows|kernel|software|app|plugin|changelog|beta|alpha|rc\d?|"
    r"section|sections|clause|para|paragraph|chapter|figure|table|item|step|appendix|part|scores?|points?|judges?)\b",
    re.IGNORECASE,
)
_MAC_CUE = Pattern(
    r"\b(?:mac address|mac|hardware address|ethernet|bluetooth|wi-?fi|device|guest list)\b", re.IGNORECASE
)

# Everybody's addresses: public name servers. They give nobody away; nor do loopback, "any" and netmasks.
_COMMON = word_set("8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 1.2.3.4")
# Kept for manuals and examples, and nobody's: RFC 5737, RFC 3849, RFC 9637; of hardware RFC 7042.
_OF_MANUALS = tuple(map(ipaddress.IPv4Network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
_OF_MANUALS_6 = tuple(map(ipaddress.IPv6Network, ("2001:db8::/32", "3fff::/20")))
_HARDWARE_OF_MANUALS = "00005E0053"


def find(text: str) -> Iterator[Detection]:
    if _DOTS.search(text):
        yield from _version_4(text)
    if _COLONS.search(text):
        yield from _version_6(text)
    if any(pairs.search(text) for pairs in _PAIRS):
        yield from _hardware(text)


def _version_4(text: str) -> Iterator[Detection]:
    for match in _FOUR.finditer(text):
        try:
            address = ipaddress.IPv4Address(match[1])
        except ValueError:
            continue
        if match[2] and int(match[2]) > 32:
            continue
        if match[1] in _COMMON or address.is_loopback or address.packed[0] in (0, 255):
            continue
        if any(address in network for network in _OF_MANUALS):
            continue
        start, end = match.span()
        cued = match[2] is not None or near(text, start, end, _CUE, 50, 30) or text[end : end + 1] == ":"
        if near(text, start, end, _VERSION, 25, 14) and not match[2] and "://" not in text[max(0, start - 20) : start]:
            continue
        if _RATING.match(text, end):
            continue
        if cued or _telling(match[1], address):
            kind = "private" if is_inner(address) else "public"
            yield Detection(ENTITY, start, end, 0.8, f"the form of a {kind} IP address", kind)


def _telling(typed: str, address: ipaddress.IPv4Address) -> bool:
    """Is it an address without a word for it? Long ones are, and private ones; but a short 10.… may be scores."""
    digits = sum(char.isdigit() for char in typed)
    if len(set(typed.split("."))) == 1:
        return False
    if address in _TEN:
        return digits >= 7 or typed.startswith("10.0.")
    return is_inner(address) or digits >= 9


_TEN = ipaddress.IPv4Network("10.0.0.0/8")


def _version_6(text: str) -> Iterator[Detection]:
    for match in _SIX.finditer(text):
        body, _, prefix = match.group().partition("/")
        if not any(char.isdigit() for char in body) or not _TELLING_SIX.search(body):
            continue
        try:
            address = ipaddress.IPv6Address(body)
        except ValueError:
            continue
        nobodys = address.is_loopback or address.is_unspecified or any(address in one for one in _OF_MANUALS_6)
        if not nobodys and (not prefix or int(prefix) <= 128):
            kind = "private" if is_inner(address) else "public"
            yield Detection(ENTITY, *match.span(), 0.85, f"the form of a {kind} IP address", kind)


def _hardware(text: str) -> Iterator[Detection]:
    for match in _HARDWARE.finditer(text):
        digits = re.sub(r"[^0-9A-Fa-f]", "", match.group()).upper()
        telling = len(set(digits)) > 2 and not digits.isalpha() and not digits.startswith(_HARDWARE_OF_MANUALS)
        if telling and (not digits.isdigit() or near(text, *match.span(), _MAC_CUE)):
            yield Detection(ENTITY, *match.span(), 0.85, "the form of a hardware (MAC) address", "hardware")


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(digits=1))
