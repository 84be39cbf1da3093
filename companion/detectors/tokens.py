"""Looks for keys and tokens by their shape: those of well-known services, private keys, connection strings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import word_set
from companion.detectors.detector import Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.secret_words import TRAILING
from companion.detectors.windows import matches
from companion.draft import Detection

ENTITY = "token"

# Prefix and shape as the services document them (their secret-scanning pages); looked for in long words only.
_SHAPES = (
    r"(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z0-9]{16}",  # Amazon
    r"amzn\.mws\.[0-9a-f-]{36}",
    r"gh[pousr]_\w{30,}|github_pat_\w{22,}",  # GitHub
    r"gl[a-z]{2,6}-[\w-]{20,}|GR1348941[\w-]{20}",  # GitLab
    r"xox[abeoprs]-[\w-]{10,}|xapp-\d-[\w-]{20,}",  # Slack
    r"(?:[sr]k|pk)_(?:live|test|prod)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{20,}",  # Stripe
    r"AIza[\w-]{35}|GOCSPX-[\w-]{28}|ya29\.[\w-]{20,}|\d{10,14}-[a-z0-9]{32}\.apps\.googleusercontent\.com",  # Google
    r"sk-(?:ant-)?[\w-]{20,}|sess-\w{40}",  # OpenAI, Anthropic
    r"npm_\w{36}|pypi-AgE[\w-]{30,}|rubygems_[0-9a-f]{48}",  # package registries
    r"SG\.[\w-]{16,32}\.[\w-]{30,}|key-[0-9a-f]{32}|pubkey-[0-9a-f]{32}|"
    r"[0-9a-f]{32}-us\d{1,2}",  # SendGrid, Mailgun, Mailchimp
    r"(?:SK|AC)(?:[0-9a-f]{32}|[0-9A-F]{32})",  # Twilio
    r"\d{8,10}:[\w-]{35}",  # Telegram
    r"eyJ[\w-]{8,500}\.eyJ[\w-]{8,}(?:\.[\w-]*)?",  # JSON web tokens
    r"do[opr]_v1_[0-9a-f]{64}|dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{30,}",  # DigitalOcean, Doppler
    r"shp(?:at|ca|pa|ss|tka)_[0-9a-fA-F]{32}|sq0[a-z]{3}-[\w-]{22,43}|EAAA[\w-]{60}",  # Shopify, Square
    r"AT(?:ATT|CTT|BBT)[\w-]{3,}[\w=-]{40,}",  # Atlassian
    r"hf_[A-Za-z]{30,}|r8_\w{37}|nvapi-[\w-]{60,}|gsk_\w{40,}|xai-\w{60,}|pplx-\w{40,}",  # AI services
    r"EAAC?E?[A-Za-z0-9]{40,}|EAAG[A-Za-z0-9]{40,}|IGQV[\w-]{40,}",  # Facebook, Instagram
    r"[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}",  # Discord
    r"AGE-SECRET-KEY-1[A-Z0-9]{50,}",
    r"dapi[0-9a-f]{32}(?:-\d)?|lin_api_\w{32,}|ntn_\w{40,}|nfp_\w{36}|hv[sbr]\.[\w-]{24,}|gl(?:sa|c)_[\w=]{30,}",
    r"NRAK-[A-Z0-9]{27}|NRII-[\w-]{32}|pscale_(?:tkn|oauth|pw)_[\w.=-]{30,}|"
    r"PMAK-[0-9a-f]{24}-[0-9a-f]{34}|pul-[0-9a-f]{40}",
    r"sntry[su]_[\w=+/-]{40,}|tskey-[\w-]{20,}|\w{14}\.atlasv1\.[\w=-]{60,}|HRKU-[\w-]{36,}|sgp_\w{40,}|CCIPAT_\w{20,}",
    r"AKCp[1-9A-HJ-NP-Za-km-z]{69}(?!\w)|oy2[a-z0-9]{43}|figd_[\w-]{40,}|rnd_\w{30,}|ddp_\w{36}|phx_\w{40,}|"
    r"secret_[A-Za-z0-9]{43}|vercel_\w{24,}",
    r"[\w~.-]{3}8Q~[\w~.-]{31,34}|[A-Za-z0-9]{33}AZDB[\w=]{6}",  # Azure
    r"xkeysib-[0-9a-f]{64}-\w{16}|live_[a-f0-9]{35}|access_token\$production\$[a-z0-9]{16}\$[0-9a-f]{32}",
    r"\$(?:1|2[abxy]|5|6|apr1|y|argon2id?|krb5\w{2,8})\$[./\w$=,+:@-]{20,}",  # password hashes
)
_TOKEN = Pattern(r"(?<![A-Za-z0-9])(?:" + "|".join(_SHAPES) + ")")
_LONG_WORD = Pattern(r"[\w$.:/+=~%@-]{20,}")
_ALL_X = Pattern(r"x{8,}|X{8,}|0{10,}|\*{4,}|\.{3}")

_PRIVATE_KEY = Pattern(
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----)[\s\S]){0,6000}"
    r"(?:-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)?"
    r"|PuTTY-User-Key-File-\d: "
)
_HOOK = Pattern(
    r"https://(?:hooks\.slack\.com/(?:services|workflows|triggers)/[A-Z]\w{7,}/[\w/]{8,}|(?:canary\.|"
    r"ptb\.)?discord(?:app)?\.com/api/webhooks/"
    r"\d{17,20}/[\w-]{60,}|[\w-]+\.webhook\.office\.com/webhookb2/[\w@-]{36,}/[\w/-]{20,})"
)
_LOGIN_IN_ADDRESS = Pattern(
    r"\b[a-z][a-z0-9+.-]{1,20}://(?P<user>[^\s:@/'\"<>]{0,80}):(?P<word>[^\s@'\"<>]{2,100})"
    r"@(?!\[2001:db8:)(?P<host>[\w\[-][^\s@'\"<>/:]*)[^\s@'\"<>]*",
    re.IGNORECASE,
)
_ITSELF = word_set("pass password passwd pwd token")
_ANYWHERE = Pattern(r"(?:example(?:\.\w{2,6})?|(?:my|your)?[-_]?(?:host|hostname|server|domain))$", re.I)
_HOST, _PORT = Pattern(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$", re.IGNORECASE), Pattern(r"(?:80|443|8080|8443)$")
_CONNECTION = Pattern(
    r"\b(?P<key>AccountKey|SharedAccessKey|SharedSecretValue|Secret|Password|"
    r"Pwd)[ ]?=[ ]?(?P<word>[^;\s\"'<>]{3,200})(?=\s?;|$)",
    re.IGNORECASE,
)
_SCHEME, _EQUALS = Pattern("://"), Pattern("=")
_VARIABLE = Pattern(r"[*x.•]+$|[<$%{\[#]|(?:null|none|nil)$", re.IGNORECASE)
_STAND_IN = Pattern(
    r"^(?:[*x.•#]+|<.*|\$.*|%.*|\{.*|\[.*|(?:your|my|the)?[-_]?(?:pass(?:word|wd)?|pwd|secret|token|key)|"
    r"pass|none|null|changeme|"
    r"example|placeholder|redacted)$",
    re.IGNORECASE,
)


def is_stand_in(word: str) -> bool:
    """Is this word where a secret would stand, and none: stars, <password>, ${TOKEN}?"""
    return bool(_STAND_IN.match(word)) or len(set(word.lower())) <= 2


def _is_no_login(match: re.Match[str]) -> bool:
    """Is it how a manual writes an address with a login, or a site and its port, put before another one to deceive?"""
    if _HOST.match(match["user"]) and _PORT.match(match["word"]):
        return True
    return match["word"].lower() in _ITSELF and bool(_ANYWHERE.match(match["host"]))


def find(text: str) -> Iterator[Detection]:
    for word in _LONG_WORD.finditer(text):
        for match in _TOKEN.finditer(text, word.start(), word.end()):
            if not _ALL_X.search(match.group()):
                yield Detection(ENTITY, *match.span(), 0.95, "shaped like a service's token")
    if "-----BEGIN" in text or "PuTTY" in text:
        for match in _PRIVATE_KEY.finditer(text):
            yield Detection(ENTITY, *match.span(), 0.95, "a private key")
    for match in matches(text, _SCHEME, _HOOK, 6, 300):
        yield Detection(ENTITY, *match.span(), 0.9, "an address that anyone may post to")
    for match in matches(text, _SCHEME, _LOGIN_IN_ADDRESS, 21, 300):
        if not _VARIABLE.match(match["word"]) and not _is_no_login(match):
            end = match.start() + len(match.group().rstrip(TRAILING))
            yield Detection(ENTITY, match.start(), end, 0.9, "a password in an address")
    if ";" in text:
        for match in matches(text, _EQUALS, _CONNECTION, 20, 210):
            if not _VARIABLE.match(match["word"]):
                yield Detection(ENTITY, match.start(), match.end("word"), 0.9, "a connection string")


DETECTOR = Detector(ENTITY, find, needs=Needs(signs=("://", "=", "-----begin", "putty"), longest=20))
