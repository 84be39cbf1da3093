"""What is never flagged: what the organisation has published, and what the person said is fine.

A person's value is kept as a keyed hash and a masked label, never as itself. Values are compared after normalising
by kind, so that a phone number allowed in one spacing is allowed in every one. A pack may also allow whole domains,
ranges of IP addresses and forms of values; its patterns are untrusted and run against the clock.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

import regex

from companion.draft import Draft, Mode
from companion.policy.model import Pack
from companion.policy.organisation import Allowed, AllowedPattern
from companion.text import Text

_ABBREVIATED = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "dr": "drive", "ln": "lane", "pl": "place",
    "cres": "crescent", "ct": "court", "gdns": "gardens", "sq": "square", "terr": "terrace", "ter": "terrace",
    "flr": "floor",
}  # fmt: skip
_CALLED = {
    "personal.home-address": "address",
    "personal.date-of-birth": "date of birth",
    "credentials.secret": "secret",
}
# Families of rules about how something is said. Not so a name, a number, what is not public yet, or what rules of a
# pack's own may look for: there even a first letter says something of somebody.
_NOBODYS = frozenset({"conduct", "disclosure", "foi", "marking", "rights"})
_BEGINS_WITH_A_NAME = frozenset({"conduct.accusation"})
_OF_HOSTS = frozenset({"personal.email", "personal.network", "links.internal", "links.suspicious"})
_SECONDS, _LONGEST = 0.002, 200  # for one pattern of a pack on one quote; characters of a quote that patterns may see
_given_up: set[str] = set()  # patterns that once took longer: at most as many as packs hold
_AT = re.compile(r"\s*[\[({<]\s*(?:at|@)\s*[\])}>]\s*|\s+at\s+|\s*@\s*")
_DOT = re.compile(r"\s*[\[({<]\s*(?:dot|\.)\s*[\])}>]\s*|\s+dot\s+")


Said = Literal["allowed", "dismissed", "not_useful"]  # always allow · not a problem here · not useful


@dataclass(frozen=True, slots=True)
class Where:
    """Where an answer of the person was given: what is fine to a friend may not be so in public, or officially."""

    mode: Mode
    private: bool
    site: str = ""  # empty: any

    @classmethod
    def of(cls, draft: Draft, mode: Mode) -> Where:
        return cls(mode, draft.surface == "message", draft.site)

    def covers(self, other: Where) -> bool:
        return (self.mode, self.private) == (other.mode, other.private) and self.site in ("", other.site)


@dataclass(frozen=True, slots=True)
class AllowEntry:
    """One allowed value, as the settings keep it. `label` is for people: "phone ending 56"."""

    id: str
    rule: str
    hash: str
    label: str
    said: Said = "allowed"
    only: Where | None = None  # None: everywhere
    day: date | None = None  # on which it was said, in the time of this machine; None: before days were kept

    def covers(self, other: AllowEntry) -> bool:
        """Does this entry keep the same words quiet wherever the other one does?"""
        return self._is_about_the_same(other) and (
            self.only is None or (other.only is not None and self.only.covers(other.only))
        )

    def is_within(self, other: AllowEntry) -> bool:
        """Does it keep the same words quiet in some of the places where the other one does?"""
        return other.covers(self) and not self.covers(other)

    def _is_about_the_same(self, other: AllowEntry) -> bool:
        return (self.rule, self.hash) == (other.rule, other.hash)


class AllowList:
    """What this person allows where a draft is written; without `here`, what they allow everywhere."""

    def __init__(self, entries: Iterable[AllowEntry] = (), key: bytes = b"", here: Where | None = None) -> None:
        self._hashes = {
            (entry.rule, entry.hash)
            for entry in entries
            if entry.only is None or (here is not None and entry.only.covers(here))
        }
        self._key = key

    def allows(self, rule: str, quote: str) -> bool:
        return bool(self._hashes) and (rule, keyed_hash(rule, quote, self._key)) in self._hashes


NOTHING_ALLOWED = AllowList()


def entry_for(rule: str, quote: str, key: bytes) -> AllowEntry:
    """The entry that allows `quote` under `rule` everywhere, without the quote in it."""
    hashed = keyed_hash(rule, quote, key)
    return AllowEntry(id=hashed[:16], rule=rule, hash=hashed, label=_masked(rule, quote))


def entry_here(rule: str, quote: str, key: bytes, said: Said, here: Where) -> AllowEntry:
    """The entry for an answer that holds in this mode, among posts or among private messages.

    *Not a problem here* holds on this site, *not useful* on every site.
    """
    everywhere = entry_for(rule, quote, key)
    only = replace(here, site="") if said == "not_useful" else here
    id = hashlib.sha256(f"{everywhere.hash} {said} {only}".encode()).hexdigest()[:16]
    return replace(everywhere, id=id, said=said, only=only)


def keyed_hash(rule: str, quote: str, key: bytes) -> str:
    """HMAC-SHA256 of rule and normalised quote, in hexadecimal."""
    message = f"{rule}\n{normalised(rule, quote)}".encode(errors="surrogatepass")
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def normalised(rule: str, quote: str) -> str:
    """The quote without what does not matter for its kind: spacing, case, the way a number is written."""
    plain = Text(quote).plain
    if rule == "personal.phone":
        digits = re.sub(r"^00", "", re.sub(r"\D", "", plain))
        return re.sub(r"^440?(?=\d{9,10}$)", "0", digits) or " ".join(plain.casefold().split())
    if rule == "personal.postcode":
        return re.sub(r"\W", "", plain).upper()
    if rule == "personal.email":  # "press at council dot scot" is press@council.scot
        return _DOT.sub(".", _AT.sub("@", plain.casefold().strip()))
    if rule == "personal.home-address":
        words = re.findall(r"\w+", plain.casefold())
        return " ".join(_ABBREVIATED.get(word, word) for word in words)
    return unicodedata.normalize("NFC", " ".join(plain.casefold().split()))


def pack_allows(pack: Pack, rule: str, quote: str, kind: str = "") -> bool:
    """Has the organisation published this itself? An address may be given in part.

    `kind` is the detection's: a link that carries a key is nobody's to publish, on whichever domain.
    """
    allowed = pack.organisation.allow
    values = [*_published(allowed, rule), *(one.value for one in allowed.values if one.rule == rule)]
    wanted = normalised(rule, quote)
    if rule == "personal.home-address" and any(_is_part_of(wanted, normalised(rule, value)) for value in values):
        return True
    if any(wanted == normalised(rule, value) for value in values):
        return True
    if any(_has_form(one, quote) for one in allowed.patterns if one.rule == rule):
        return True
    return rule in _OF_HOSTS and kind != "key" and _is_public_host(allowed, rule, quote)


def _is_part_of(given: str, published: str) -> bool:
    """Is it a stretch of the published address, or the whole of it with some parts left out on the way to its end?"""
    if f" {given} " in f" {published} ":
        return True
    rest, words = iter(published.split()), given.split()
    return len(words) > 2 and words[-2:] == published.split()[-2:] and all(word in rest for word in words)


def _has_form(allowed: AllowedPattern, quote: str) -> bool:
    if len(quote) > _LONGEST or allowed.pattern in _given_up:
        return False
    try:
        return regex.fullmatch(allowed.pattern, quote, regex.IGNORECASE, timeout=_SECONDS) is not None
    except TimeoutError:
        _given_up.add(allowed.pattern)
        return False


def _is_public_host(allowed: Allowed, rule: str, quote: str) -> bool:
    if not (allowed.domains or allowed.networks):
        return False
    host = normalised(rule, quote).rpartition("@")[2] if rule == "personal.email" else _host(quote)
    if any(host == domain or host.endswith(f".{domain}") for domain in allowed.domains):
        return True
    try:
        network = ipaddress.ip_network(host, strict=False)
    except ValueError:
        return False
    ranges = (ipaddress.ip_network(one, strict=False) for one in allowed.networks)
    return any(
        network.version == other.version and network.network_address in other and network.broadcast_address in other
        for other in ranges
    )


def _host(quote: str) -> str:
    """The host a browser would go to, or the address itself; nothing where a name stands before it to mislead."""
    if re.fullmatch(r"[0-9A-Fa-f:.]+(?:/\d{1,3})?", quote):
        return quote
    link = quote.replace("\\", "/")  # browsers read it so
    try:
        parts = urlsplit(link if "://" in link else f"//{link}")
        return "" if parts.username is not None else parts.hostname or ""
    except ValueError:
        return ""


def _published(allowed: Allowed, rule: str) -> list[str]:
    return {
        "personal.phone": allowed.phones,
        "personal.email": allowed.emails,
        "personal.home-address": allowed.addresses,
        "personal.postcode": allowed.postcodes,
    }.get(rule, [])


def _masked(rule: str, quote: str) -> str:
    """A label that lets the person tell their entries apart and gives nobody the value."""
    if rule == "personal.phone":
        ending = normalised(rule, quote)[-2:]
        return f"phone ending {ending}" if ending.isdigit() else "phone number"
    if rule == "personal.email":
        return f"email at {Text(quote).plain.rpartition('@')[2]}" if "@" in quote else "email address"
    if rule == "personal.postcode":
        return f"postcode in {normalised(rule, quote)[:-3]}"
    return f"{_in_general(rule, Text(quote).plain.strip())} of {len(quote)} characters"


def _in_general(rule: str, plain: str) -> str:
    """What kind of words these are; with their first letter where it gives away nothing of anybody."""
    family, words = rule.partition(".")[0], len(plain.split())
    if rule in _CALLED:
        return _CALLED[rule]
    if family in _NOBODYS and rule not in _BEGINS_WITH_A_NAME and plain[:1].isalpha():
        return f"“{plain[0]}…”"
    if family == "personal" and any(char.isdigit() for char in plain):
        return "number"
    return f"{words} words" if words > 1 else "word"
