"""Home addresses by their evidence; streets in passing, public places and landmarks are silent."""

from __future__ import annotations

import pytest

from companion.detectors import address
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("back at 14 Dumbarton Road at last", "14 Dumbarton Road", "number and street"),
        ("17 Auchmithie Court, Arbroath DD11 5LE?", "17 Auchmithie Court, Arbroath DD11 5LE", "with a postcode"),
        ("2F1, 48 Warrender Park Road", "2F1, 48 Warrender Park Road", "a tenement flat"),
        ("the repair at 0/2, 219 Corbiewood Street", "0/2, 219 Corbiewood Street", "another form of it"),
        ("Flat 3B, 12 Mill Lane, Leith", "Flat 3B, 12 Mill Lane, Leith", "a flat and a town"),
        ("14/3 Broughton Street", "14/3 Broughton Street", "number and flat in one"),
        ("44-46 bunyan road kempston mk42 8hl", "44-46 bunyan road kempston mk42 8hl", "small letters, a postcode"),
        ("62 HIGH STREET BEDFORD MK40 1NT", "62 HIGH STREET BEDFORD MK40 1NT", "capitals, a postcode"),
        ("i live at 9 Seagate Wynd btw", "9 Seagate Wynd", "a word for living"),
        ("twelve years at number fifty-three, Dalnottar Drive", "number fifty-three, Dalnottar Drive", "in words"),
        ("19 Whinny Knowe, Maddiston!!", "19 Whinny Knowe, Maddiston", "an unusual street, a town"),
        ("Plot 28, Seaview Holiday Park, Kinghorn", "Plot 28, Seaview Holiday Park, Kinghorn", "a pitch"),
        ("Rose Cottage, Mill Lane, by Ullapool", "Rose Cottage, Mill Lane, by Ullapool", "rural, no number"),
        (
            "Aston House, Cornwall Avenue, London, N3 1LF",
            "Aston House, Cornwall Avenue, London, N3 1LF",
            "a named house",
        ),
        ("Hawthorn Lodge, 12 Pitkerro Brae", "Hawthorn Lodge, 12 Pitkerro Brae", "house name and number"),
        ("we live on Great Western Road now", "Great Western Road", "a street somebody lives in"),
        ("write to PO Box 412, Inverness IV1 1AA", "PO Box 412, Inverness IV1 1AA", "a PO box"),
    ],
)
def test_an_address_is_found(text: str, quote: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("40 years of Wall Street journal articles", "a number of years"),
        ("it's a 40 Drive Alive course", "no name before the street"),
        ("a 35 minute walk down the high street", "a walk"),
        ("2017 Tour Way down in Leeds", "a year"),
        ("Flat 2% rise, 3 years running, on a street where", "no flat"),
        ("I live in Partick and love it", "a town is no address"),
        ("10 Downing Street says no", "a landmark"),
        ("Kirkbrae Library, 3 Hall Street, Kirkbrae PH42 1AB", "a library"),
        ("10/10 the Tenement House, 145 Buccleuch Street", "a museum by its name"),
        ("You'll find us at 12 Bridge Street, Ardroy", "open to all"),
        ("test tenant Mickey Mouse, 1 Disney Way, Ayr", "invented"),
        ("A collision on Lightmoor Road just off the A4169", "traffic"),
        ("room 412 of the hotel on Princes Street", "a hotel room"),
        ("5 June St Mirren away", "a saint"),
        ("64 Meadowside homes, all for social rent", "homes counted"),
    ],
)
def test_other_places_are_silent(text: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [], why


def test_small_letters_alone_are_not_enough() -> None:
    assert quotes(address.DETECTOR, "queued 20 minutes at 14 mill lane chippy") == []
