"""Looks for the organisation's own voice: "on behalf of…", "as your council, we…". Words in
quotation marks are somebody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.detector import Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import groups
from companion.detectors.reading import read
from companion.draft import Detection

ENTITY = "official-voice"

QUOTED = Pattern(r'"[^"\n]{1,300}"')
TALKED_ABOUT = Pattern(  # the policy quoted, or asked about
    r"\b(?:policy|guidance|rules?) (?:says?|tells?|asks?)\b|\b(?:should|can|may) (?:staff|employees|"
    r"people|we|I|you)\b[^.!?\n]{0,60}$",
    re.IGNORECASE,
)
_NEGATED = Pattern(
    r"(?:n't|\b(?:not|never|nothing|no|neither|without|nor|isnae|dinnae|rather than|instead of))\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)


def detector(names: Collection[str]) -> Detector:
    """Looks for the voice of the organisation of these names."""
    if not names:
        return Detector(ENTITY, lambda text: ())
    name = rf"(?<!\w)(?:{'|'.join(re.escape(one) for one in sorted(names, key=len, reverse=True))})(?!\w)"
    called = [re.escape(one[4:]) for one in names if one.lower().startswith("the ")]
    body = rf"(?:{'|'.join(called or ['(?!)'])})\b"
    phrases = list(groups("official-voice.txt", {"NAME": name, "BODY": body, "US": rf"(?:{name}|(?:the|your) {body})"}))
    words = frozenset(max(re.findall(r"\w+", one.lower()), key=len, default="") for one in names)

    def find(text: str) -> Iterator[Detection]:
        reading = read(text)
        quoted = [quote.span() for quote in QUOTED.finditer(text)]
        for group in phrases:
            for sentence in filter(group.may_be_in, reading.with_any(group.words or words)):
                for said in group.pattern.finditer(sentence.text):
                    before = sentence.text[max(0, said.start() - 80) : said.start()]
                    if _NEGATED.search(before) or TALKED_ABOUT.search(before) or inside(sentence.span(said), quoted):
                        continue
                    yield Detection(ENTITY, *sentence.span(said), 0.7, "the voice of an organisation")

    return Detector(ENTITY, find, needs=Needs(words=words.union(*(group.words for group in phrases))))


def inside(span: tuple[int, int], quoted: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in quoted)
