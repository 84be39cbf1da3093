"""Looks for e-mail addresses, also as "name at domain dot com". Example domains and package names are silent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.signs import Signs
from companion.detectors.windows import matches
from companion.draft import Detection
from companion.public_suffix import split_host

ENTITY = "email"

_WRITTEN = Pattern(
    r"(?<![\w.+/@-])(?P<name>[\w.+!#$%&'*/=?^{|}~-]{1,64})[ ]?@[ ]?"
    r"(?P<domain>[^\W_](?:[\w-]{0,62}\.)+[^\W\d_]{2,24})(?![\w@-])"
)
# "name at domain dot com", "name [at] domain (dot) co (dot) uk"
_AT = r"(?:\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?|\s+at\s+|\s?@\s?)"
_DOT = r"(?:\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s+dot\s+)"
_SPOKEN = Pattern(
    rf"(?<![\w@'’])(?!(?:met|meet|am|is|are|was|were|be|work|works|worked|working|look|looking|here|there|now|found|bought|shop|see|"
    rf"available|online|us|me|him|her|you|it|them|out|up|jobs?|live|read|more|posted|ordered)\s+at\s)"
    rf"(?P<name>[\w+-]{{1,40}}(?:(?:{_DOT}|\.|\s+(?:underscore|dash|hyphen)\s+)[\w+-]{{1,40}}){{0,3}}){_AT}"
    rf"(?P<domain>[a-z0-9-]{{2,40}}(?:(?:{_DOT}|\.)[a-z0-9-]{{2,40}}){{0,2}}{_DOT}[a-z]{{2,12}})(?![\w@-])",
    re.IGNORECASE,
)
_BRACKETED = Pattern(  # "name (at) domain.com"
    r"(?<![\w@])(?P<name>[\w.+-]{1,40})\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?"
    r"(?P<domain>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,3})(?![\w@-])",
    re.IGNORECASE,
)
_MAIL_SERVICES = (
    r"(?:gmail\.com|googlemail\.com|(?:hotmail|yahoo|live|outlook)\.(?:com|co\.uk)|ymail\.com|icloud\.com|me\.com|"
    r"msn\.com|aol\.com|aol\.co\.uk|btinternet\.com|sky\.com|talktalk\.net|virginmedia\.com|ntlworld\.com|"
    r"proton(?:mail)?\.(?:com|me)|pm\.me|fastmail\.(?:com|fm)|gmx\.(?:com|net|co\.uk)|zoho\.com|mail\.com|tutanota\.com)"
)
_AT_A_SERVICE = Pattern(  # "catriona_mcl at gmail.com"; "look at gmail.com" is no address
    r"(?:\b(?:e-?mail(?:ed|ing)?|mail|write to|contact me on|message me on|reach (?:me|us)|address|send (?:it|them) to|"
    r"drop (?:me|us))(?:'s| is|:| me| us| a line)?(?: at| on| to|,)?[ ]|"
    r"(?=[\w.+-]{0,39}[\d_.+-])(?=[\w.+-]{0,39}[A-Za-z]))"
    r"(?<![\w.+-])(?P<name>(?!(?:slow|down|broken|working|accounts?|inbox|servers?|out|stuck|is|was|service|support|"
    r"anybody|anyone|somebody|someone|everyone|people|boards?|more|jokes|me|us|you|them|him|her)\b)"
    r"[\w.+-]{3,40})\s+at\s+"
    rf"(?P<domain>{_MAIL_SERVICES})(?![\w@-])",
    re.IGNORECASE,
)
_AT_IN_BRACKETS = Pattern(r"[\[({<]\s?(?:at|@)\s?[\])}>]", re.IGNORECASE)
_AT_SIGN = Pattern("@")
_DOT_WORD = Pattern(r"\bdot\b|[\[({<]\s?(?:dot|\.)\s?[\])}>]", re.IGNORECASE)

# RFC 2606 and RFC 6761 keep these for examples; the addresses lead to nobody.
_EXAMPLES = Pattern(r"(?:^|\.)(?:example(?:\.(?:com|org|net|co\.uk))?|test|invalid|localhost|local)$", re.IGNORECASE)
# What stands before the @ of a link, without a password: a host there is a disguise of where the link leads.
_USER_OF_A_LINK = Pattern(r"(?<=:/)/{1,2}(?P<user>[^\s/?#\\@:]{3,253})(?::[^\s/?#\\@]{0,200})?@")
_LONGEST_USER = 260  # characters of it before the part that has the form of an address
_NOT_PEOPLE = Pattern(r"^(?:no-?reply|do-?not-?reply|git)$", re.IGNORECASE)
# A body's letter box, there to be written to; RFC 2142 names some. At a mail service anybody may call themselves so.
_LETTER_BOX = Pattern(
    r"(?:general|customer|media|public|housing|tenant|member|student)?[._-]?(?:info|information|e?nquir(?:y|ies)|contact(?:-?us)?|"
    r"bookings?|complaints?|support|press|pressoffice|media|news|newsdesk|events?|volunteer(?:s|ing)?|help|helpdesk|"
    r"reception|feedback|services?|customerservices?|sales|orders?|membership|tickets?|box-?office|jobs|recruitment|careers|"
    r"webmaster|postmaster|abuse|foi|dpo|dataprotection|consultations?|appeals?|fundraising|donations?|letters)",
    re.IGNORECASE,
)
# … and what a person's own site has as well: there it must be a public body's.
_ANYBODYS_BOX = Pattern(r"(?:hello|mail|mailbox|office|admin|hq|secretary|editor|team|general|web)", re.IGNORECASE)
_OF_A_BODY = Pattern(r"\b(?:gov|ac|nhs|org|police|sch|parliament|mod|judiciary)\b", re.IGNORECASE)
_SOMEBODYS = Pattern(
    r"\b(?:my|ma|his|her|their|partner's|wife's|husband's)(?: own| work| private| personal)? (?:e-?mail|mail|address)"
    r"(?:'s| is|:)? ?$|\bprivately:? ?$",
    re.IGNORECASE,
)
_SERVICE = Pattern(_MAIL_SERVICES, re.IGNORECASE)
_SERVICES = Signs(
    f" {name}." for name in (
        "gmail", "googlemail", "hotmail", "yahoo", "live", "outlook", "ymail", "icloud", "me", "msn", "aol",
        "btinternet", "sky", "talktalk", "virginmedia", "ntlworld", "proton", "protonmail", "pm", "fastmail", "gmx",
        "zoho", "mail", "tutanota",
    )
)  # fmt: skip


def _is_letter_box(name: str, domain: str) -> bool:
    if _SERVICE.fullmatch(domain):
        return False
    return bool(_LETTER_BOX.fullmatch(name) or (_ANYBODYS_BOX.fullmatch(name) and _OF_A_BODY.search(domain)))


def _is_in_a_disguised_link(match: re.Match[str]) -> bool:
    """Is it the false and the true host of a link: https://www.gov.uk@evil.top? That is no letter box."""
    slashes = match.string.rfind("://", max(0, match.start() - _LONGEST_USER), match.start("domain"))
    user = _USER_OF_A_LINK.match(match.string, slashes + 2) if slashes >= 0 else None
    return bool(user and user.end() == match.start("domain") and split_host(user["user"])[2])


def detector(own_domains: Collection[str]) -> Detector:
    """Looks for e-mail addresses; of kind `organisation` where the domain is one of these or below it."""
    own = tuple(domain.lower() for domain in own_domains)

    def found(match: re.Match[str], domain: str, evidence: str) -> Iterator[Detection]:
        name = match["name"]
        if _EXAMPLES.search(domain) or _NOT_PEOPLE.fullmatch(name) or not split_host(domain)[2]:
            return
        before = match.string[max(0, match.start("name") - 40) : match.start("name")]
        if _is_letter_box(name, domain) and not _SOMEBODYS.search(before):
            return
        is_own = any(domain == one or domain.endswith("." + one) for one in own)
        lead = len(name) - len(name.lstrip("'*_~{|/"))  # quotes and emphasis around it are no part of it
        kind = "organisation" if is_own else "other"
        yield Detection(ENTITY, match.start("name") + lead, match.end(), 0.95, evidence, kind)

    def find(text: str) -> Iterator[Detection]:
        for match in matches(text, _AT_SIGN, _WRITTEN, 66, 200):
            if not _is_in_a_disguised_link(match):
                yield from found(match, match["domain"].lower(), "an e-mail address")
        if any(bracket in text for bracket in "([{<"):
            for match in matches(text, _AT_IN_BRACKETS, _BRACKETED, 42, 180):
                yield from found(match, match["domain"].lower(), "an e-mail address in words")
        for match in matches(text, _DOT_WORD, _SPOKEN, 150, 150):
            domain = re.sub(_DOT, ".", match["domain"], flags=re.IGNORECASE).lower()
            yield from found(match, re.sub(r"\s", "", domain), "an e-mail address in words")
        for start, end in _SERVICES.around(text, 80, 20):
            for match in _AT_A_SERVICE.finditer(text, start, end):
                yield from found(match, match["domain"].lower(), "an e-mail address in words")

    return Detector(ENTITY, find, reach=NEARBY, needs=Needs(signs=("@", "dot", "(", "[", "{", "<", *_SERVICES)))
