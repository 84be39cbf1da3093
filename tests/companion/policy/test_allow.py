"""What is allowed stays allowed however it is written, and is kept without its value."""

from __future__ import annotations

import time

import pytest

from companion.policy.allow import NOTHING_ALLOWED, AllowList, entry_for, pack_allows
from companion.policy.model import Pack
from companion.policy.organisation import Allowed, AllowedPattern
from tests.companion.policy.packs import pack_of

KEY = b"k" * 32

SAME = [
    ("personal.phone", "07400 123456", "+44 (0)7400-123456"),
    ("personal.phone", "07400 123456", "0044 7400 123456"),
    ("personal.phone", "+48 512 304 876", "0048512304876"),
    ("personal.phone", "07400 123456", "0️⃣7️⃣4️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣"),
    ("personal.postcode", "EH6 4JF", "eh64jf"),
    ("personal.email", "Isla@Gmail.com", "isla@gmail.com"),
    ("personal.home-address", "2F1, 48 Mill Rd, Leith", "2f1 48 Mill Road  Leith"),
    ("credentials.secret", "door code is 4719", "Door code  is 4719"),
]
OTHER = [
    ("personal.phone", "07400 123456", "07400 123457"),
    ("personal.postcode", "EH6 4JF", "EH6 4JG"),
    ("personal.home-address", "48 Mill Road", "49 Mill Road"),
    ("credentials.secret", "pw: aB3", "pw: aB4"),
]


@pytest.mark.parametrize(("rule", "allowed", "written"), SAME)
def test_the_same_value_in_another_dress_is_allowed(rule: str, allowed: str, written: str) -> None:
    assert AllowList([entry_for(rule, allowed, KEY)], KEY).allows(rule, written)


@pytest.mark.parametrize(("rule", "allowed", "written"), OTHER)
def test_another_value_is_not(rule: str, allowed: str, written: str) -> None:
    assert not AllowList([entry_for(rule, allowed, KEY)], KEY).allows(rule, written)


def test_an_entry_is_for_its_rule_and_its_key_only() -> None:
    entry = entry_for("personal.phone", "07400 123456", KEY)
    assert not AllowList([entry], KEY).allows("personal.national-id", "07400 123456")
    assert not AllowList([entry], b"another key").allows("personal.phone", "07400 123456")
    assert not NOTHING_ALLOWED.allows("personal.phone", "07400 123456")


@pytest.mark.parametrize(
    ("rule", "quote", "label"),
    [
        ("personal.phone", "07400 123456", "phone ending 56"),
        ("personal.email", "isla@gmail.com", "email at gmail.com"),
        ("personal.email", "isla dot mac at gmail dot com", "email address"),
        ("personal.postcode", "eh6 4jf", "postcode in EH6"),
        ("personal.home-address", "48 Mill Road", "address of 12 characters"),
        ("credentials.secret", "pw: hunter22", "secret of 12 characters"),
        ("personal.phone", "oh seven four", "phone number"),
        ("personal.national-id", "QQ 12 34 56 C", "number of 13 characters"),
        ("personal.date-of-birth", "4 May 1978", "date of birth of 10 characters"),
        ("conduct.heat", "bloody", "“b…” of 6 characters"),
        ("marking.classification", "OFFICIAL-SENSITIVE", "“O…” of 18 characters"),
        ("conduct.heat", "!!!!", "word of 4 characters"),
        ("conduct.accusation", "Jean Example stole it", "4 words of 21 characters"),
        ("third-party.named-person", "tenant Oluwaseun Adebayo", "3 words of 24 characters"),
        ("our-own.rule", "Bluebell", "word of 8 characters"),
    ],
)
def test_a_label_gives_the_value_to_nobody(rule: str, quote: str, label: str) -> None:
    entry = entry_for(rule, quote, KEY)
    assert entry.label == label
    assert quote not in (entry.label, entry.hash, entry.id)


@pytest.mark.parametrize(
    ("rule", "quote", "allowed"),
    [
        ("personal.phone", "0141-242-5642", True),
        ("personal.phone", "+44 141 242 5642", True),
        ("personal.phone", "0141 242 5643", False),
        ("personal.email", "Press@ScottishHousingRegulator.gov.scot", True),
        ("personal.postcode", "g12ad", True),
        ("personal.home-address", "36 North Hanover St, Glasgow", True),
        ("personal.home-address", "2nd floor, George House, 36 North Hanover Street, Glasgow G1 2AD", True),
        ("personal.home-address", "George House, Glasgow G1 2AD", True),
        ("personal.home-address", "Flat 3, George House, Glasgow G1 2AD", False),
        ("personal.home-address", "6 North Hanover Street", False),
        ("personal.home-address", "36 North Hanover Street, Edinburgh", False),
        ("credentials.secret", "0141 242 5642", False),
    ],
)
def test_what_the_organisation_has_published(pack: Pack, rule: str, quote: str, allowed: bool) -> None:
    assert pack_allows(pack, rule, quote) is allowed


PUBLISHED = {
    "domains": ["www.harbour.gov.uk", "harbour.scot"],
    "networks": ["203.0.113.0/24", "2001:db8::/32"],
    "values": [{"rule": "personal.vehicle", "value": "SC07 GRT"}],
    "patterns": [{"rule": "personal.email", "pattern": r"ward-\d{1,2}@town\.gov\.uk"}],
    "emails": ["press@harbour.gov.uk"],
}


@pytest.mark.parametrize(
    ("rule", "quote", "allowed"),
    [
        ("links.suspicious", "https://www.harbour.gov.uk/fees", True),
        ("links.suspicious", "maps.harbour.scot/pier", True),
        ("links.suspicious", "https://harbour.gov.uk/", False),  # only the public host was named
        ("links.suspicious", "https://harbour.scot.evil.io/", False),
        ("links.suspicious", "https://notharbour.scot/", False),
        ("links.suspicious", "https://harbour.scot@evil.io/", False),
        (
            "links.suspicious",
            "https://evil.io@harbour.scot/",
            False,
        ),  # a name before the host misleads, whoever's it is
        ("links.suspicious", r"https://evil.io\@harbour.scot/", False),  # a browser goes to evil.io
        ("links.suspicious", "https://[harbour.scot/", False),
        ("personal.email", "pier@harbour.scot", True),
        ("personal.email", "pier at harbour dot scot", True),
        ("personal.email", "press [at] harbour (dot) gov (dot) uk", True),
        ("personal.email", "harbour.scot@gmail.com", False),
        ("personal.email", "Ward-12@town.gov.uk", True),
        ("personal.email", "ward-123@town.gov.uk", False),
        ("personal.email", "xward-12@town.gov.uk", False),
        ("personal.network", "203.0.113.77", True),
        ("personal.network", "203.0.113.64/27", True),
        ("personal.network", "203.0.112.0/22", False),  # reaches beyond the range
        ("personal.network", "203.0.114.1", False),
        ("personal.network", "2001:db8:5::1", True),
        ("links.internal", "http://203.0.113.77:8080/x", True),
        ("personal.vehicle", "sc07 grt", True),
        ("personal.vehicle", "SC07 GRX", False),
        ("personal.phone", "SC07 GRT", False),
        ("credentials.secret", "www.harbour.gov.uk", False),
    ],
)
def test_domains_ranges_values_and_forms(rule: str, quote: str, allowed: bool) -> None:
    pack = pack_of(organisation={"name": "Harbour Office", "allow": PUBLISHED})
    assert pack_allows(pack, rule, quote) is allowed


def test_a_link_with_a_key_is_never_public() -> None:
    pack = pack_of(organisation={"name": "Harbour Office", "allow": PUBLISHED})
    assert pack_allows(pack, "links.internal", "https://www.harbour.gov.uk/x?token=a1b2c3d4", "shared")
    assert not pack_allows(pack, "links.internal", "https://www.harbour.gov.uk/x?token=a1b2c3d4", "key")


def test_a_pattern_that_runs_away_is_given_up_for_good() -> None:
    pattern = r"(?:x|xx|xxx|b|bb|bbb)+(?:b|bb)+c(?<=zc)"  # a model_construct stands for one that slipped through
    entry = AllowedPattern.model_construct(rule="personal.email", pattern=pattern)
    allow = Allowed.model_construct(**{**dict(Allowed()), "patterns": [entry]})
    pack = pack_of(organisation={"name": "Harbour Office"})
    pack = pack.model_copy(update={"organisation": pack.organisation.model_copy(update={"allow": allow})})
    began = time.process_time()
    assert not any(pack_allows(pack, "personal.email", "xb" * 40 + "b" * number + "c") for number in range(100))
    assert time.process_time() - began < 0.3
