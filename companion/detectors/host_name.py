"""Looks for names of machines inside an organisation: server names, and hosts under internal domains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import near
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.pattern import Pattern
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "host-name"

# Top-level names that no public site has: RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN 2024 (.internal), and usage.
INTERNAL_ENDS = ("local", "internal", "lan", "intranet", "corp", "localdomain", "private", "home.arpa", "intra")
_INNER_LABELS = r"(?:int|internal|intranet|corp|lan|ad|dmz|mgmt|prod|preprod|uat|staging|dev|vpn)"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"

_UNDER_INTERNAL_END = Pattern(
    rf"(?<![\w@.#/-])(?:{_LABEL}\.){{1,5}}(?:{'|'.join(re.escape(end) for end in INTERNAL_ENDS)})(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_UNDER_INNER_LABEL = Pattern(
    rf"(?<![\w@.#/-])(?:{_LABEL}\.){{1,3}}{_INNER_LABELS}(?:\.{_LABEL}){{1,4}}(?![\w-]|\.\w)", re.IGNORECASE
)
_INNER = Pattern(r"\.(?:" + "|".join(re.escape(end) for end in INTERNAL_ENDS) + rf"|{_INNER_LABELS})\b", re.IGNORECASE)

# SHRSQL04, LON-DC-01: a few letters of the place, what the machine is for, a number.
_ROLE = (
    "(?:SQL|DC|FS|SRV|SVR|EXCH|EXC|RDS|RDP|ADFS|ESX|ESXI|HV|NAS|PRN|PRT|CITRIX|CTX|TS|DB|ORA|ORCL|WSUS|SCCM|"
    "DHCP|DNS|VPN|FW|SAN|BKP|BACKUP)"
)
_WEAK_ROLE = (
    "(?:WEB|APP|PC|LT|LAP|VM|TEST|DEV|PROD|UAT|MAIL|FILE|PRINT|GW|API|JUMP|BASTION|PROXY|NODE|LOG|MON|BUILD|CI|GIT)"
)
_SERVER = Pattern(rf"(?<![\w@#/.&£$€-])[A-Z]{{2,10}}\d?-?{_ROLE}-?\d{{2,3}}(?![\w-]|\.\d)")
_WEAK_SERVER = Pattern(
    rf"(?<![\w@#/.&£$€-])(?:[A-Za-z]{{2,10}}\d?-?(?:{_ROLE}|{_WEAK_ROLE})(?:-?\d{{1,3}}|-\d{{4}})|"
    rf"[a-z]{{2,12}}-(?:[a-z]{{2,12}}-)?(?:{_ROLE}|{_WEAK_ROLE})-?\d{{1,3}})"
    rf"(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_ROLE_FIRST = Pattern(rf"(?<![\w@#/.&£$€-]){_ROLE}-[A-Z0-9]{{2,10}}-\d{{1,3}}(?![\w-]|\.\d)")
_NUMBERED = Figure(
    r"\d{1,4}(?![\w-])(?:(?<=[A-Za-z-]\d)|(?<=[A-Za-z-]\d\d)|(?<=[A-Za-z-]\d\d\d)|(?<=[A-Za-z]-\d\d\d\d))"
)  # what the names of servers end in
_CUE = Pattern(
    r"\b(?:server|servers|host|hosts|hostname|reboot\w*|rebuil\w+|restart\w*|login|log on|logged|ping\w*|ssh|rdp|"
    "remote (?:on|in)to|"
    r"domain controller|database|cluster|node|active directory|vlan|failover|migrat\w+|moved|systems?|offline|went "
    "down|is down|back up|"
    r"backup|patched|unpatched|disk|uptime|vpn|mapped|drive|printer|laptop|asset tag|machine name|device name)\b",
    re.IGNORECASE,
)
_TELLING = Pattern(r"\d|-|(?:[^.]+\.){2}[^.]+$")  # "Shop.Local" is a slogan; "nas01.local" and "a.b.local" are hosts
_FILE_OR_SITE = Pattern(
    r"\.(?:github|gitlab|netlify|vercel|herokuapp|azurewebsites|pages|fly|onrender|web|workers)\.", re.IGNORECASE
)


def find(text: str) -> Iterator[Detection]:
    if _INNER.search(text):
        yield from _domain_names(text)
    for low, high in windows(text, _NUMBERED, 40, 4):
        for match in (*_SERVER.finditer(text, low, high), *_ROLE_FIRST.finditer(text, low, high)):
            yield Detection(ENTITY, *match.span(), 0.75, "the form of a server name")
        for match in _WEAK_SERVER.finditer(text, low, high):
            if near(text, *match.span(), _CUE, 50, 40):
                yield Detection(ENTITY, *match.span(), 0.7, "the form of a machine name, with a word for it nearby")


def _domain_names(text: str) -> Iterator[Detection]:
    for match in _UNDER_INTERNAL_END.finditer(text):
        if _TELLING.search(match.group()) or near(text, *match.span(), _CUE):
            yield Detection(ENTITY, *match.span(), 0.85, "a host under a name no public site has")
    for match in _UNDER_INNER_LABEL.finditer(text):
        if not _FILE_OR_SITE.search(match.group()):
            yield Detection(ENTITY, *match.span(), 0.7, "a host under an internal part of a domain")


DETECTOR = Detector(ENTITY, find, reach=NEARBY)
