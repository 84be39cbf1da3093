"""Looks for signs that something is not public yet: "between us…", "hasn't been announced", "leaked". Gossip at home is silent.

A sign alone is banter ("between you and me, I got socks"): it counts only beside a matter of an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import Detector
from companion.detectors.phrases import phrases
from companion.detectors.reading import Sentence, read
from companion.draft import Detection

ENTITY = "unpublished"

_ANCHORS = frozenset(
    "between record keep quiet hush schtum hat secret secretly anyone supposed meant allowed tae shouldn't shouldnae should'nt "
    "can't cannae cant announced announce announcement published public publicly leaked leaking leak insider inside internally "
    "confidence confidential confidentially bird birdie rumour rumours word source sources hear heard overheard meeting embargo embargoed "
    "draft nda oot out unannounced unpublished official officially told quote attribute share wraps lips whisper whispers "
    "early wind scoop exclusive slip tipped reveal exclusively shh shhh shhhh unofficially common knowledge pal mate contact publication read letter seen screenshot qt screenshotted wraps delete sacked knows know tell repeat circulate minutes deny denied unofficially ahead advance sneak peek yet".split()
)
_WHISPER = phrases("whispers.txt")
_STATUS = phrases("not-public.txt")
MATTER = phrases("matters.txt")
_ACT = phrases("acts.txt")
_DOCUMENT = re.compile(  # a paper one should not have is matter enough
    r"\b(?:reports?|papers?|minutes|memos?|e-?mails?|documents?|figures|findings|letter|budget|spreadsheet|slides|accounts|"
    r"review|audit|code|strategy|statement|proposals?)\b",
    re.IGNORECASE,
)
_GAMES = re.compile(
    r"\b(?:album|single|tracklist|trailer|film|movie|episode|season|series|finale|spoilers?|game|gaming|GTA|Switch|PlayStation|Xbox|iPhone|Pixel|Samsung|"
    r"kit|strip|jersey|line-?up|transfer|signing|striker|setlist|lyrics|recipe|tap|roof|pipe|boiler|nappy|bottle|santa|surprise party|engagement ring|"
    r"proposal|birthday|present|socks|cake|baby|pregnan\w+)\b",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\b(?:according to|reported by|as reported|BBC|STV|Herald|Scotsman|Courier|Guardian|Times|papers? say|FOI|Wikileaks|Panama)\b"
)


def find(text: str) -> Iterator[Detection]:
    done = 0
    for sentence in read(text).with_any(_ANCHORS):
        if _GAMES.search(sentence.text) or _PUBLIC.search(sentence.text):
            continue
        for kind, start, end in _in(sentence):
            if start >= done:
                done = end
                yield Detection(ENTITY, start, end, 0.6, "a sign that it is not public", kind)


def _in(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """Signs in this sentence with a matter beside them; the span runs from the sign to the matter, or the other way."""
    for kind, pattern in (("whisper", _WHISPER), ("status", _STATUS)):
        for sign in pattern.finditer(sentence.text):
            rest = sentence.text[: sign.start()] + " " * len(sign.group()) + sentence.text[sign.end() :]
            if kind == "status" and _DOCUMENT.search(sign.group()):
                yield kind, *sentence.span(sign)
            elif kind == "status" and not _ACT.search(rest):
                continue
            elif matter := MATTER.search(rest, sign.end()):
                yield kind, *_span(sentence, sign.start(), matter.end())
            elif matter := MATTER.search(rest):
                yield kind, *_span(sentence, matter.start(), sign.end())
            elif MATTER.search(sentence.after) and (kind == "whisper" or _ACT.search(sentence.after)):
                yield kind, *_span(sentence, sign.start(), sign.end())
            elif kind == "whisper" and MATTER.search(sentence.before):
                yield kind, *_span(sentence, sign.start(), sign.end())


def _span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.start + start, sentence.start + end


DETECTOR = Detector(ENTITY, find)
