"""Numbers the British state knows people by; talk about them and other numbers are silent."""

from __future__ import annotations

import pytest

from companion.detectors.national_id import DETECTOR
from tests.companion.detectors.examples import quotes, seen


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("my full NI SW 40 12 97 C on the envelope", "SW 40 12 97 C", "spaced"),
        ("pb571820a is what I got", "pb571820a", "small letters, no word for it"),
        ("ni no CE.18.40.62.A", "CE.18.40.62.A", "dots"),
        ("my nino: S R 1 2 3 4 5 6 A", "S R 1 2 3 4 5 6 A", "letter by letter beside its name"),
        ("NI: AB 12\n34 56 C", "AB 12\n34 56 C", "over two lines"),
        ("NI number ABO12345C", "ABO12345C", "a letter for a digit beside its name"),
        ("NHS number 943 476 5919 if they ask", "943 476 5919", "with a right check digit"),
        ("NHS no. 459 0377 543", "459 0377 543", "grouped by hand"),
        ("enter 448 1524 219 (my own) and see", "448 1524 219", "a right check digit and whose it is"),
        ("The referral quotes CHI 0101701234", "0101701234", "a wrong check digit, forgiven beside its name"),
        (
            'clinic shouted "090383 7293?" down the corridor',
            "090383 7293",
            "six and four with a date and a right check digit",
        ),
        ("patient 010190 1236 came back as deceased", "010190 1236", "a patient's"),
        ("UTR 18804 31577, same bank", "18804 31577", "a tax reference"),
        ("passport 512093847, last seen in Waverley", "512093847", "nine digits"),
        ("Irish passport PD2183746 ordered", "PD2183746", "two letters first"),
        ("TULLO654219K99RB 31 is on my photocard", "TULLO654219K99RB 31", "a licence with its issue number"),
        ("my driving licence number is 12345678", "12345678", "Northern Ireland"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Your NI number is on your payslip", "no number"),
        ("QQ 12 34 56 C is HMRC's example", "a prefix never given out"),
        ("at 10 20 30 a head it adds up", "words and prices"),
        ("employer NI up to 15%", "the tax"),
        ("SC214906 is our company number", "a company"),
        ("order 943 476 5919 has shipped", "ten digits with a right check digit and no word for care"),
        ("NHS 24 is on 111", "a help line"),
        ("NHS helpline 0300 123 4567", "eleven digits"),
        ("passport helpline 0300 222 0000", "a help line"),
        ("Passport office ref 512093847 in the queue", "an application"),
        ("S01008853 to S01008901 are the data zones", "statistics"),
        ("CHI squared, n=1503821234", "a test"),
        ("https://nhs.uk/x/9434765919", "part of a link"),
        ("ISBN 0 306 40615 2", "a book"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why


def test_the_kind_is_named() -> None:
    text = "SW401297C, UTR 18804 31577, passport 512093847"
    assert [one.kind for _, one in seen(DETECTOR, text)] == ["nino", "utr", "passport"]
