"""What is never flagged: values the organisation has published, and what the person said is fine.

A person's value is kept as a keyed hash and a masked label, never as itself. Values are compared after normalising
by kind, so that a phone number allowed in one spacing is allowed in every one.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from companion.policy.model import Allowed, Pack
from companion.text import Text

_ABBREVIATED = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "dr": "drive", "ln": "lane", "pl": "place",
    "cres": "crescent", "ct": "court", "gdns": "gardens", "sq": "square", "terr": "terrace", "ter": "terrace",
    "flr": "floor",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AllowEntry:
    """One allowed value, as the settings keep it. `label` is for people: "phone ending 56"."""

    id: str
    rule: str
    hash: str
    label: str


class AllowList:
    """What this person allows. Empty by default."""

    def __init__(self, entries: Iterable[AllowEntry] = (), key: bytes = b"") -> None:
        self._hashes = {(entry.rule, entry.hash) for entry in entries}
        self._key = key

    def allows(self, rule: str, quote: str) -> bool:
        return bool(self._hashes) and (rule, keyed_hash(rule, quote, self._key)) in self._hashes


NOTHING_ALLOWED = AllowList()


def entry_for(rule: str, quote: str, key: bytes) -> AllowEntry:
    """The entry that allows `quote` under `rule`, without the quote in it."""
    hashed = keyed_hash(rule, quote, key)
    return AllowEntry(id=hashed[:16], rule=rule, hash=hashed, label=_masked(rule, quote))


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
    if rule == "personal.home-address":
        words = re.findall(r"\w+", plain.casefold())
        return " ".join(_ABBREVIATED.get(word, word) for word in words)
    return unicodedata.normalize("NFC", " ".join(plain.casefold().split()))


def pack_allows(pack: Pack, rule: str, quote: str) -> bool:
    """Has the organisation published this value itself? An address may be given in part, from its number on."""
    allowed = pack.organisation.allow
    values = _published(allowed, rule)
    wanted = normalised(rule, quote)
    if rule == "personal.home-address":
        return any(f" {wanted} " in f" {normalised(rule, value)} " for value in values)
    return any(wanted == normalised(rule, value) for value in values)


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
    words = {
        "personal.home-address": "address",
        "personal.date-of-birth": "date of birth",
        "credentials.secret": "secret",
    }
    return f"{words.get(rule, 'words')} of {len(quote)} characters"
