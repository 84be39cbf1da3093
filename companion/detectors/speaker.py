"""Looks for who is speaking: the organisation's name in a text, a person's name and role, or a
    profile that is official.

Two entities: `speaker`, in the words of a post, and `official-profile`, in the words of a profile.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from companion.detectors.caseless import small
from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.detectors.signature import who_speaks
from companion.draft import Detection

ENTITY = "speaker"
PROFILE = "official-profile"

_SAID = Pattern(  # what makes a profile an organisation's own
    r"\bofficial(?:ly)?\b(?! (?:statistics|figures|secrets|biographer|visit))[\w ,']{0,40}?\b(?:account|"
    r"page|channel|feed|presence|profile|site|updates?|alerts?|"
    r"service|notices?|news|home|voice|mastodon|twitter|x|facebook|linkedin|instagram|bluesky|threads)\b"
    r"|\b(?:account|page|channel|feed)\b[^.!?\n]{0,40}\bofficial\b|(?:^|[.|\n]\s{0,20})official\b\s*(?:[.|]|"
    r"$)|\bcunntas oifigeil\b|\bcyfrif swyddogol\b"
    r"|\bcorporate (?:account|page|channel)\b|\brun by (?:the|our) (?:[\w-]+ ){0,3}(?:team|office|department)\b|"
    r"\b(?:account|page|channel|inbox|feed)?(?:is )?(?:not )?(?:monitored|staffed) (?:mon|24|9|8|from|"
    r"between|week|by|in)\w*"
    r"|\bhere to help (?:mon|9|8|week)\w*",
    re.IGNORECASE,
)
_OUR_WORK = Pattern(
    r"\bwe(?:'re| are)? (?:protect|regulate|monitor|assess|report|the (?:independent )?regulator|"
    r"safeguard|promote|work|help|publish)\b",
    re.IGNORECASE,
)
_A_PERSON = Pattern(
    r"\b(?:my|mine|myself|I|I'm|own views|personal|unofficial|fan|parody|not (?:an )?official|formerly|"
    r"ex-|dad|mum|runner|baker)\b",
    re.IGNORECASE,
)


def detector(names: Collection[str], roles: Collection[str] = ()) -> Detector:
    """Looks for who speaks in a post; `names` are the organisation's, `roles` the posts its people speak in."""
    named = _named(names)
    in_role = _in_role(roles)

    def find(text: str) -> Iterator[Detection]:
        said = named(text) or who_speaks(text)
        said = said or (in_role.search(text) if in_role else None)
        if said:
            yield Detection(ENTITY, *said.span(), 0.8, "says who is speaking")

    return Detector(ENTITY, find)


def profile_detector(names: Collection[str]) -> Detector:
    """Looks for what makes a profile the official one of an organisation."""
    named = _named(names)

    def find(text: str) -> Iterator[Detection]:
        if _A_PERSON.search(text):
            return
        said = _SAID.search(text)
        if not said and (name := named(text)) and (_OUR_WORK.search(text) or name.start() == 0):
            said = name
        if said:
            yield Detection(PROFILE, *said.span(), 0.8, "a profile that says it is official")

    return Detector(PROFILE, find)


def _in_role(roles: Collection[str]) -> Pattern | None:
    """A name before one of these roles, or the role as a signature: "Mo Bain, Lead Warden", "– the Lead Warden"."""
    if not roles:
        return None
    any_of = "|".join(sorted((re.escape(role) for role in roles), key=len, reverse=True))
    return Pattern(
        rf"\b[A-Z][\w'-]{{1,40}} [A-Z][\w'-]{{1,40}}[,(–-]? ?\(?(?:the |our |your )?(?i:{any_of})\b"
        rf"|(?:^|[\n.!?–—-]\s{{0,20}})(?:the |our |your )?(?i:{any_of})\W*$"
    )


def _named(names: Collection[str]) -> Callable[[str], re.Match[str] | None]:
    """Where one of the organisation's names stands, as words or run together in a hashtag; not inside a web address."""
    forms = sorted({form for name in names for form in (name, "#" + name.replace(" ", "").lstrip("#@"))}, key=len)
    pattern = Pattern(rf"(?<![\w@./])(?:{'|'.join(map(re.escape, reversed(forms)))})(?![\w])(?!\.\w)", re.IGNORECASE)
    literals = [small(form) for form in forms]

    def search(text: str) -> re.Match[str] | None:
        read = small(text)
        return pattern.search(text) if any(literal in read for literal in literals) else None

    return search
