"""Other states' numbers: right check digits, and a word for them or a telling form."""

from __future__ import annotations

import pytest

from companion.detectors.foreign_id import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("PESEL 67021251554, urząd znowu zgubił papiery", "67021251554", "Poland"),
        ("SSN 536-90-4399 still in my head", "536-90-4399", "United States, told by its dashes"),
        ("codice fiscale RSSMRA85T10A562S e basta", "RSSMRA85T10A562S", "Italy, told by its form"),
        ("my NRIC is S1234567D", "S1234567D", "Singapore"),
        ("my PPS number: 1234567FA", "1234567FA", "Ireland"),
        ("DNI 12345678Z, por si acaso", "12345678Z", "Spain"),
        ("cpf 529.982.247-25", "529.982.247-25", "Brazil"),
        ("aadhaar 2341 2341 2346", "2341 2341 2346", "India"),
        ("HETU 131052-308T", "131052-308T", "Finland"),
        ("medicare card 2123 45670 1", "2123 45670 1", "Australia"),
        ("Personnummer 811228-9874", "811228-9874", "Sweden"),
        ("AHV 756.1234.5678.97", "756.1234.5678.97", "Switzerland"),
        ("my BSN is 111222333", "111222333", "the Netherlands"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("PESEL 67021251555", "a wrong check digit"),
        ("67021251554 sold", "no word for it"),
        ("SIN city 2005", "a film"),
        ("078-05-1120", "an advertised number"),
        ("SSN 000-12-3456", "never given out"),
        ("the DNI desk is on floor 2", "no number"),
        ("PAN pizza ABCDE1234", "too short"),
        ("FIN", "nothing"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
