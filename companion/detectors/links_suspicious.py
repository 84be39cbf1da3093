"""Looks for links that may harm whoever follows them: disguised domains, bare IP addresses, a name before an @."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.caseless import small
from companion.detectors.context import near, word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.look_alike import foreign_letters, looks_like, misspelt, skeleton
from companion.detectors.pattern import Pattern
from companion.detectors.web_address import Link, is_inner, links
from companion.detectors.windows import matches
from companion.draft import Detection
from companion.public_suffix import split_host

ENTITY = "suspicious-link"

_LONG_NAME = 12  # letters of a name of the organisation that stands in no other host by chance
_MOST_JUDGED = 400  # different links in one text: no post has more, and judging one takes 0.2 ms
_SCRIPT = Pattern(
    r"(?<![\w-])(?:javascript:(?=[^\s]{0,200}?[(;=%])[^\s]{4,200}|vbscript:[^\s]{4,200}|data:(?:text|application|"
    r"image)/[\w.+-]{2,40}[;,][^\s]{4,200}|"
    "(?:ms-(?:msdt|officecmd|settings|cxh|search)|search-ms|intent|shell|jar|mhtml|view-source|"
    r"itms-services):[^\s]{4,200})",
    re.IGNORECASE,
)
_SCRIPT_NAME = Pattern(r"(?:script|data|ms-[a-z]{3,9}|-ms|intent|shell|jar|mhtml|-source|-services):", re.IGNORECASE)
_SCRIPT_NAMES = ("script:", "data:", "ms-", "-ms:", "intent:", "shell:", "jar:", "mhtml:", "-source:", "-services:")
_SHORTENERS = word_set(
    "bit.ly tinyurl.com is.gd v.gd cutt.ly rb.gy shorturl.at tiny.cc t.ly adf.ly s.id rotf.lol "
    "tiny.one shorte.st ow.ly goo.gl bl.ink rebrand.ly "
    "soo.gd clck.ru qr.ae bit.do u.to x.gd lc.cx shrtco.de urlz.fr t2m.io zpr.io snip.ly"
)

_EVERYDAY = word_set(  # the hosts most links lead to: not worth a second look
    "t.co twitter.com x.com youtube.com youtu.be m.youtube.com facebook.com m.facebook.com instagram.com "
    "linkedin.com lnkd.in bbc.co.uk bbc.com "
    "theguardian.com gov.uk gov.scot google.com en.wikipedia.org amazon.co.uk amazon.com reddit.com github.com"
)

# Names that are imitated most (NCSC, Action Fraud and APWG reports name them), and the ends of their own domains.
_BRANDS = {
    "royalmail": "royalmail", "parcelforce": "parcelforce", "hermes": "hermesworld", "evri": "evri", "dpd": "dpd",
    "dhl": "dhl", "postoffice": "postoffice",
    "natwest": "natwest", "barclays": "barclays", "lloyds": "lloydsbank", "lloydsbank": "lloydsbank",
    "santander": "santander", "hsbc": "hsbc", "halifax": "halifax",
    "tsb": "tsb", "nationwide": "nationwide", "monzo": "monzo", "revolut": "revolut", "starling": "starlingbank",
    "barclaycard": "barclaycard", "clydesdale": "cbonline",
    "paypal": "paypal", "amazon": "amazon", "ebay": "ebay", "netflix": "netflix", "spotify": "spotify",
    "apple": "apple", "icloud": "icloud", "microsoft": "microsoft",
    "office365": "office", "outlook": "outlook", "google": "google", "gmail": "google", "facebook": "facebook",
    "instagram": "instagram", "whatsapp": "whatsapp",
    "linkedin": "linkedin", "twitter": "twitter", "tiktok": "tiktok", "youtube": "youtube", "dropbox": "dropbox",
    "docusign": "docusign", "coinbase": "coinbase",
    "binance": "binance", "metamask": "metamask", "discord": "discord", "discordapp": "discordapp",
    "steam": "steampowered", "steamcommunity": "steamcommunity",
    "steampowered": "steampowered", "roblox": "roblox", "vodafone": "vodafone", "britishgas": "britishgas",
    "scottishpower": "scottishpower", "edfenergy": "edfenergy",
    "tvlicensing": "tvlicensing", "hmrc": "gov", "dvla": "gov", "ukvi": "gov", "govuk": "gov", "nhs": "nhs",
    "airbnb": "airbnb", "bookingcom": "booking", "hypesquad": "discord",
}  # fmt: skip
_TYPED_WRONG = (
    "royalmail", "parcelforce", "santander", "barclays", "nationwide", "microsoft", "facebook", "instagram",
    "whatsapp", "linkedin", "netflix", "spotify",
    "coinbase", "metamask", "discordapp", "discord", "steamcommunity", "steampowered", "natwest", "revolut",
    "tvlicensing", "scottishpower", "britishgas",
    "paypal", "amazon", "google", "apple", "icloud", "outlook", "dropbox", "youtube", "twitter", "docusign",
    "hypesquad",
)  # fmt: skip
_BAIT = word_set(
    "secure security login signin verify verification verified account accounts auth authenticate "
    "update confirm refund rebate redelivery redeliver delivery "
    "parcel package tracking track customs fee fees charge billing invoice payment pay unpaid overdue suspended "
    "locked unlock hold support helpdesk help "
    "service alert alerts claim reward rewards prize win winner gift gifts giveaway free bonus airdrop wallet "
    "recover recovery restore password reset validate "
    "cancel device banking online tax voucher promo nitro boost skin skins trade events appeal form forms moderator "
    "academy access"
)
_BAITED = Pattern(
    r"\b(?:(?:unpaid|redeliver\w*|customs|parcel|delivery|shipping|handling) (?:fee|charge|payment)|reschedule your "
    "(?:delivery|parcel)|missed (?:delivery|parcel)|"
    "(?:verify|confirm|update) your (?:account|identity|details|payment|bank|card)|account "
    "(?:is |has been |will be )?(?:suspended|locked|limited|restricted)|"
    "unusual (?:activity|sign-?in)|claim your (?:prize|refund|reward|rebate|gift|voucher|free)|you(?:'ve| have) "
    "(?:won|been selected|been chosen)|tax (?:refund|rebate)|"
    r"council tax rebate|energy (?:rebate|refund)|double your (?:bitcoin|crypto|money|eth))\b",
    re.IGNORECASE,
)
_CHEAP_ENDS = word_set(
    "xyz top info icu click gq cf tk ml ga live online site shop buzz cam rest monster wf cyou "
    "sbs cfd quest bond lol fun store"
)
_TRUSTED_ENDS = (
    "gov.uk",
    "gov.scot",
    "nhs.uk",
    "nhs.scot",
    "police.uk",
    "ac.uk",
    "parliament.uk",
    "parliament.scot",
    "mod.uk",
    "gov.wales",
    "edu",
    "gov",
)
_FAKE_SLASH = Pattern("[\u2215\u29f8\u2571\u30ce\u3033]")  # signs that look like the slash that ends a host
_HOME_ENDS = Pattern(
    r"[\w-]\.(?:(?:gov|nhs|co|org|police|ac)\.uk|gov\.scot)(?:\.|$)"
)  # a whole British domain before the real one
_GOV_UK = Pattern(r"(?:^|[.-])gov[.-](?:uk|scot)(?:$|[.-])")
_DOMAIN_INSIDE = Pattern(r"(?:^|[.-])(?:(?:gov|nhs|co|org|police|ac)[.-]uk|gov[.-]scot|com|org|net)(?:[.-]|$)")
_TOKENS = Pattern(r"[.-]")

_EVIDENCE = {
    "script": "an address that runs something instead of opening a page",
    "ip": "a link to a bare IP address",
    "user": "something before an @ that is not the site",
    "letters": "letters of another alphabet that look like ours",
    "own-look-alike": "a domain that looks like the organisation's own",
    "look-alike": "a domain that looks like a well-known one",
    "short-with-bait": "a shortened link, beside words that lure people to follow one",
    "shortener": "a shortened link that hides where it leads",
}


def detector(domains: Collection[str], called: Collection[str] = ()) -> Detector:
    """Looks for suspicious links; `domains` are the organisation's own, whose look-alikes are worse than others.

    `called` are its names: run together they are written in hosts, too ("Housing Regulator" in housingregulator).
    """
    own = tuple(domain.lower().removeprefix("www.") for domain in domains)
    names = tuple(dict.fromkeys(name for name in (max(domain.split("."), key=len) for domain in own) if len(name) >= 6))
    run_together = {"".join(name.lower().split()) for name in called if " " in name}
    written = tuple(dict.fromkeys((*names, *(name for name in sorted(run_together) if len(name) >= _LONG_NAME))))

    def find(text: str) -> Iterator[Detection]:
        lowered = small(text)
        if any(name in lowered for name in _SCRIPT_NAMES):
            for match in matches(text, _SCRIPT_NAME, _SCRIPT, 20, 260):
                yield Detection(ENTITY, *match.span(), 0.85, _EVIDENCE["script"], "script")
        judged: dict[tuple[str, str, str, bool], str] = {}
        for link in links(text):
            alike = (link.scheme, link.user, link.host, len(link.path) > 1)  # all that is judged of a link
            if alike not in judged:
                judged[alike] = _kind(link, own, names, written) if len(judged) < _MOST_JUDGED else ""
            kind = judged[alike]
            if kind == "shortener" and near(text, link.start, link.end, _BAITED, 100, 100):
                kind = "short-with-bait"
            if kind:
                yield Detection(ENTITY, link.start, link.end, 0.8, _EVIDENCE[kind], kind)

    return Detector(ENTITY, find, reach=NEARBY)


def _kind(link: Link, own: tuple[str, ...], names: tuple[str, ...], written: tuple[str, ...]) -> str:
    """What is odd about the link, or nothing."""
    if link.scheme not in ("", "http", "https"):
        return ""
    if link.user and link.scheme and "." in link.host:
        return "user"
    address = link.address
    if address is not None or link.is_address_in_disguise:
        plain = address is not None and (not link.scheme or is_inner(address) or len(link.path) <= 1)
        return "" if plain else "ip"
    if any(link.host == domain or link.host.endswith(f".{domain}") for domain in own):
        return ""
    if _FAKE_SLASH.search(link.host) or foreign_letters(link.host):
        return "letters"
    return _kind_by_name(link, names, written) if link.host.removeprefix("www.") not in _EVERYDAY else ""


def _kind_by_name(link: Link, names: tuple[str, ...], written: tuple[str, ...]) -> str:
    if any(_written_otherwise(label.replace("-", ""), written) for label in link.host.split(".")):
        return "own-look-alike"
    below, name, suffix = split_host(link.host)
    if not suffix or not name or suffix in _TRUSTED_ENDS:
        return ""
    if any(_imitates(link.host, name, wanted) for wanted in names):
        return "own-look-alike"
    if _well_known_look_alike(below, name, suffix):
        return "look-alike"
    return "shortener" if f"{name}.{suffix}" in _SHORTENERS and not below and len(link.path) > 1 else ""


def _written_otherwise(label: str, names: tuple[str, ...]) -> bool:
    """Does it read as one of the names without being it, a digit for a letter? No public suffix excuses that."""
    return any(name not in label and skeleton(name) in skeleton(label) for name in names)


def _imitates(host: str, name: str, wanted: str) -> bool:
    """Does a foreign host carry the organisation's name, in one piece, hyphened or misspelt?"""
    return (
        wanted in host.replace("-", "")
        or skeleton(wanted) in skeleton(host)
        or looks_like(name.replace("-", ""), wanted)
    )


def _well_known_look_alike(below: str, name: str, suffix: str) -> bool:
    """Does the host misspell a well-known name, or carry one beside words that lure, without being its own site?"""
    tokens = set(_TOKENS.split(f"{below}.{name}")) - {""}
    bait = tokens & _BAIT
    known = name in _BRANDS or name in _NEIGHBOURS
    if not known and any(map(_misspells_a_brand, {name.replace("-", ""), *tokens})):
        return True
    if _HOME_ENDS.search(below) or _GOV_UK.search(f"{below}-{name}"):
        return True
    lured = bool(bait) or suffix in _CHEAP_ENDS
    if name not in _NEIGHBOURS and any(_borrows(brand, tokens, name, below, lured) for brand in _BRANDS):
        return True
    return suffix.rpartition(".")[2] in _CHEAP_ENDS and len(bait) >= 2


def _borrows(brand: str, tokens: set[str], name: str, below: str, lured: bool) -> bool:
    if name in (brand, _BRANDS[brand]):
        return False
    rest = name.removeprefix(brand)
    glued = len(brand) > 5 and rest != name and rest in _BAIT
    return glued or (brand in tokens and (lured or bool(_DOMAIN_INSIDE.search(below) and brand in below)))


def _misspells_a_brand(part: str) -> bool:
    same_look = _SKELETONS.get(skeleton(part))
    return (same_look is not None and same_look != part) or any(misspelt(part, brand) for brand in _TYPED_WRONG)


_SKELETONS = {skeleton(brand): brand for brand in _TYPED_WRONG}

# Real domains one letter off a well-known name, or built with one: so that they are left in peace.
_NEIGHBOURS = word_set(
    "halifax-online applesupport amazon-adsystem amazonpay microsoftonline googleapis "
    "netflixtechblog discordgg apply apples ample goggle goole googles "
    "discards dropbex twitters linked nationwideradio steamdb outlooks payday"
)
