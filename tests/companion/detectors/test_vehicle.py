"""Registration plates beside words about vehicles."""

from __future__ import annotations

import pytest

from companion.detectors.vehicle import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("the white van SG19 KTD, your lights are on", "SG19 KTD", "a van"),
        ("blue golf sp08 hnt blocking the lane", "sp08 hnt", "small letters"),
        ("lights left on, SL-17-VCB, level 3", "SL-17-VCB", "dashes"),
        ("van reg is SH15YTR", "SH15YTR", "in one piece"),
        ("number plate P412 RSX", "P412 RSX", "a letter first"),
        ("numberplate ABC 123T on the mini", "ABC 123T", "a letter last"),
        ("plate AIG 7482, dark audi", "AIG 7482", "Northern Ireland"),
        ("who owns LB70 XCV? alarm since four", "LB70 XCV", "whose is it"),
        ("the taxi was SB 21 WXY", "SB 21 WXY", "apart"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("table TB12 CAT at the toys fair", "a table"),
        ("Participant code ST22 KAB withdrew", "a participant"),
        ("GM4 XYZ calling CQ from Skye", "a call sign"),
        ("AB12 CDE is the format of a plate", "the format"),
        ("SN64 KWR", "no word for a vehicle"),
        ("MOT passed, 12 advisories", "no plate"),
        ("drove 14 the whole way", "words"),
        ("flight BA14 LHR, taxi booked", "a flight"),
        ("the A90 and the M80 J4", "roads"),
        ("room BX05 is the big one", "a room"),
        ("gate BX12 ABC boarding", "a gate"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
