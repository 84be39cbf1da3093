"""Tells whether somebody named beside a private role is of history, and not of the writer's work."""

from __future__ import annotations

from companion.detectors.caseless import Caseless

_AROUND = 250  # characters on either side of the name

_REMEMBERED = Caseless(
    r"\b(?:(?:changed|transformed|shaped|rewrote|revolutioni[sz]ed|made|advanced) (?:modern |american |british |scots |"
    r"scottish |medical )?(?:medicine|history|science|surgery|psychology|genetics|the world|the law|law|the course of)|"
    r"(?:history|school|text) ?books?|civil rights|suffragettes?|blue plaque|biograph(?:y|er|ies)|"
    r"statue (?:of|to)|landmark (?:case|ruling|judge?ment)|on this day|"
    r"(?:of|from) (?:1[0-8]\d\d|19[0-5]\d)|died in (?:1[0-8]\d\d|19[0-5]\d))\b"
)
_OF_THE_WRITER = Caseless(r"\b(?:i|i'm|i've|i'll|me|my|mine|we|we're|we've|we'll|us|our|ours|oor|ma|case ref)\b")


def is_of_history(text: str, start: int, end: int) -> bool:
    """Is the person at start…end told of as one remembered by everybody, without a word that ties them to the writer?

    No list holds them all. "The tenant whose complaint changed our policy" is the writer's, and private.
    """
    around = text[max(0, start - _AROUND) : end + _AROUND]
    return bool(_REMEMBERED.search(around)) and not _OF_THE_WRITER.search(around)
