"""Looks for exact places: coordinates, what3words addresses, live-location links, word of sharing one's location."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import near
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read
from companion.detectors.web_address import links
from companion.detectors.windows import matches
from companion.draft import Detection

ENTITY = "location"

_DECIMAL = Pattern(  # three decimals are 110 m; fewer say no more than the town
    r"(?<![\w.,£$€/-])(?P<lat>[-+]?\d{1,2}\.\d{3,16})(?:\s?°?\s?[NS]\b)?\s?"
    r"[,;/|]?\s{0,2}(?P<lon>[-+]?\d{1,3}\.\d{3,16})(?![\d.]\d|\w)"
)
_DECIMAL_LETTERS = Pattern(
    r"(?<![\w.])(?P<lat>\d{1,2}\.\d{3,16})\s?°?\s?[NS][\s,;/]{0,3}(?P<lon>\d{1,3}\.\d{3,16})\s?°?\s?[EW]\b"
    r"|(?<![\w.])[NS]\s?(?P<lat2>\d{1,2}\.\d{3,16})°?[\s,;/]{0,3}[EW]\s?(?P<lon2>\d{1,3}\.\d{3,16})",
    re.IGNORECASE,
)
_MINUTES = r"\d{1,3}\s?[°ºd* ]\s?\d{1,2}(?:\.\d{2,5}\s?['m]?|\s?['m ]\s?\d{1,2}(?:\.\d{1,4})?\s?(?:\"|''|s)?)"
_DEGREES = Pattern(
    rf"(?<![\w.])(?:[NS]\s?{_MINUTES}[\s,;/]{{1,3}}[EW]\s?{_MINUTES}|"
    rf"{_MINUTES}\s?[NS][\s,;/]{{1,3}}{_MINUTES}\s?[EW])(?!\w)",
    re.IGNORECASE,
)
_COORDINATES = Figure(r"\d\.\d{3}|\d\s?[°ºd' ]\s?\d{1,2}[.'m ]")  # the prefilter
_FEW_DECIMALS = Pattern(r"\.\d{3}(?!\d)")
_PLACE_CUE = Pattern(
    r"\b(?:lat(?:itude)?|long?(?:itude)?|lng|coord\w*|gps|grid|geocache|location|pin|here|map|maps|meet|camp\w*|"
    r"house|home|parked|at)\b",
    re.IGNORECASE,
)
_LINK_CUE = Pattern(r"[@=/(]$|%2c$", re.IGNORECASE)
_ABOUT_A_PLACE = Pattern(r"/place/[^\s]*$", re.IGNORECASE)  # a link to a shop or a hill, not to a person

_WORD = r"[^\W\d_]{3,25}"
_WHAT3WORDS = Pattern(
    rf"(?<![\w:/.])///{_WORD}\.{_WORD}\.{_WORD}\b|\b(?:what3words\.com|w3w\.co)/{_WORD}\.{_WORD}\.{_WORD}\b",
    re.IGNORECASE,
)
_LIVE = Pattern(
    r"(?:[\w-]{1,30}\.)?(?:glympse\.com/(?!get|about|features|support)\S{4,}|(?:life360|l360)\.(?:com|co)/(?:i|s|"
    r"share)\S*|"
    r"strava\.com/beacon/\S+|livetrack\.garmin\.com/session/\S+|findmy\.apple\.com/\S+|icloud\.com/find\S*|"
    r"share\.garmin\.com/\S+|google\.[a-z.]{2,6}/maps/rtp/\S+|waze\.com/(?:ul/)?(?:sd|livemap/\S*token)\S*|"
    r"trip\.uber\.com/\S+|t\.uber\.com/\S+|"
    r"bolt\.eu/(?:share|track)\S*|citymapper\.com/(?:trip|share)/\S+)",
    re.IGNORECASE,
)
_MAP_LINK = Pattern(r"(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.apple(?:\.com)?)/\S{3,}", re.IGNORECASE)
_HERE_I_AM = Pattern(
    r"\b(?:i'?m (?:here|at|in|parked|camped)|we'?re (?:here|at|camped|parked)|(?:come )?(?:find|get) (?:me|us)|"
    r"come (?:see|to) (?:me|us)|(?:my|our|ma|oor) (?:house|hoose|place|flat|location|tent|van|gaff)|here til+|"
    r"drop(?:ped)? (?:a|my|the) pin|(?:track|follow) (?:me|us)|live location)\b",
    re.IGNORECASE,
)
_LOCATION_WORDS = frozenset({"location", "whereabouts", "gps"})
_SHARING = Pattern(
    r"\b(?:sharing|shared|dropp(?:ed|ing)|posting|here'?s|this is) (?:you )?(?:my|ma|our) (?:live |exact |current |"
    "real[- ]time )?"
    r"(?:location|whereabouts|gps)\b|\b(?:my|our) (?:live|exact) location\b|\blive location(?=\s*(?::|->|here|below|"
    "link|https?:))",
    re.IGNORECASE,
)
_NOT_SHARING = Pattern(
    r"\b(?:don'?t|do not|never|stop|stopped|turn(?:ed)? off|why|who|should|can|apps?|settings?|how|"
    r"without)\b[^.!?\n]{0,30}$",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    if _COORDINATES.search(text):
        yield from _coordinates(text)
    if "///" in text or "3words" in text.lower() or "w3w.co" in text.lower():
        for match in _WHAT3WORDS.finditer(text):
            yield Detection(ENTITY, *match.span(), 0.95, "a what3words address", "what3words")
    for link in links(text):
        if _LIVE.match(link.host + link.path):
            yield Detection(ENTITY, link.start, link.end, 0.9, "a link that follows somebody live", "live")
        elif _MAP_LINK.match(link.host + link.path) and near(text, link.start, link.end, _HERE_I_AM, 50, 50):
            yield Detection(ENTITY, link.start, link.end, 0.8, "a map link, said to be where somebody is", "live")
    for sentence in read(text).with_any(_LOCATION_WORDS):
        for match in _SHARING.finditer(sentence.text):
            if not _NOT_SHARING.search(sentence.text[: match.start()]):
                yield Detection(ENTITY, *sentence.span(match), 0.7, "says that a location is shared", "live")


def _coordinates(text: str) -> Iterator[Detection]:
    for match in matches(text, _COORDINATES, _DECIMAL, 6, 60):
        start, end = match.span()
        if not _on_earth(match["lat"], match["lon"]) or _ABOUT_A_PLACE.search(text[max(0, start - 120) : start]):
            continue
        coarse = bool(_FEW_DECIMALS.search(match["lat"]) or _FEW_DECIMALS.search(match["lon"]))
        cued = near(text, start, end, _PLACE_CUE, 40, 20) or bool(_LINK_CUE.search(text[max(0, start - 3) : start]))
        if cued or not coarse:
            yield Detection(ENTITY, start, end, 0.85, "a pair of coordinates", "coordinates")
    for match in matches(text, _COORDINATES, _DECIMAL_LETTERS, 8, 60):
        yield Detection(ENTITY, *match.span(), 0.9, "a pair of coordinates", "coordinates")
    for match in matches(text, _COORDINATES, _DEGREES, 8, 60):
        yield Detection(ENTITY, *match.span(), 0.85, "coordinates in degrees and minutes", "coordinates")


def _on_earth(latitude: str, longitude: str) -> bool:
    lat, lon = float(latitude), float(longitude)
    return abs(lat) <= 90 and abs(lon) <= 180 and not (abs(lat) < 1 and abs(lon) < 1)


DETECTOR = Detector(ENTITY, find, reach=NEARBY)
