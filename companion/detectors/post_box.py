"""Looks for somebody's PO box: with its town or postcode, or called one's own. Those of an office are silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.address_tail import tail_end
from companion.detectors.pattern import Pattern
from companion.detectors.places import is_public
from companion.detectors.signs import Signs

_BOX_WORD = Signs(("box",))
_PO_BOX = Pattern(r"\bP\.? ?O\.? ?Box(?:[ ](?:no\.?|number|is)|:)?[ ]?\d{1,6}\b(?![.,]\d)", re.IGNORECASE)
_OWN = Pattern(r"\b(?:my|our|ma|oor)(?: new| own)? $", re.IGNORECASE)
_OF_AN_OFFICE = Pattern(
    r"\b(?:offices?|council|department|dept|ministry|government|hmrc|dvla|dwp|nhs|appeals|complaints|enquiries|press|"
    r"customers?|services?|centre|tribunal|court|board|authority|agency|association|society|trust|charity|appeal|bank|"
    r"insurance|university|ltd|limited|plc|llp|inc|campaign|competition|entries|freepost|hq|team)\b\.?[^.!?\n]{0,50}$",
    re.IGNORECASE,
)


def post_boxes(text: str) -> Iterator[tuple[int, int]]:
    """The spans of PO boxes that may be somebody's own, each with its town and postcode."""
    for low, high in _BOX_WORD.around(text, 6, 20):
        for match in _PO_BOX.finditer(text, low, high):
            start, end = match.span()
            before = text[max(0, start - 80) : start]
            whole = tail_end(text, end, small=match.group().islower())
            own = bool(_OWN.search(before))
            if (whole > end or own) and (own or not (_OF_AN_OFFICE.search(before) or is_public(text, start))):
                yield start, whole
