"""Names of machines inside; slogans, models and public hosts are silent."""

from __future__ import annotations

import pytest

from companion.detectors.host_name import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("moved the register from SHRSQL04 to the cloud", "SHRSQL04", "place, role, number"),
        ("fileserver EDI-FS-02 full again", "EDI-FS-02", "with dashes"),
        ("PRN-FLOOR2-01 is jammed", "PRN-FLOOR2-01", "role first"),
        ("login to regdc01.shr.local fails", "regdc01.shr.local", "under .local"),
        ("shr-web02.int.scot is being rebooted", "shr-web02.int.scot", "under an internal label"),
        ("dc1.shr.lan", "dc1.shr.lan", "under .lan"),
        ("sql-prod-01 is the server to ping", "sql-prod-01", "small letters beside a word for it"),
        ("nas02.local is full", "nas02.local", "two labels with a number"),
        ("new laptop name is SHR-LT-0442", "SHR-LT-0442", "a laptop of four figures"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("shop.local. eat.local. moan.", "a slogan"),
        ("who.int has the guidance", "an organisation"),
        ("ad.nl today", "a newspaper"),
        ("DB9 Aston Martin", "a car"),
        ("PC23 Plod", "a joke"),
        ("COVID19 was six years ago", "an illness"),
        ("int x = 10;", "code"),
        ("#SHRSQL04", "a hashtag"),
        ("UB40 and SH02", "a band"),
        ("dev.to article", "a site"),
        ("flight BA-LT-0442 was late", "a flight"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
