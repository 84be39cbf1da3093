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
        ("parcels to 22 Heol y Bryn, Llanelli please", "22 Heol y Bryn, Llanelli", "Welsh, the street first"),
        ("14 Ffordd y Môr, Abermaw LL42 1NB", "14 Ffordd y Môr, Abermaw LL42 1NB", "with an accent"),
        (
            "Post it to Bryn Awel, Ffordd y Coleg, Bangor LL57 2AP",
            "Bryn Awel, Ffordd y Coleg, Bangor LL57 2AP",
            "a house with a name, in Welsh",
        ),
        ("just moved: 3 Sràid a' Chidhe", "3 Sràid a' Chidhe", "Gaelic"),
        ("i live at 22 heol y bryn", "22 heol y bryn", "small letters, a word for living"),
        ("Dw i'n byw yn 12 Clos y Wern", "12 Clos y Wern", "a Welsh word for living"),
        ("i live at 14 mill road, partick and love it", "14 mill road, partick", "a town in small letters"),
        ("We are at 14 Dumbarton Road (Partick) if", "14 Dumbarton Road (Partick)", "a district in brackets"),
        ("at 14 Dumbarton Road Partick Glasgow for cake", "14 Dumbarton Road Partick Glasgow", "no comma"),
        ("I live at 14 Dumbarton Road, Partick, G11", "14 Dumbarton Road, Partick, G11", "half a postcode"),
        ("at 14 Mill Lane, Leith EH6 6TR, Scotland", "14 Mill Lane, Leith EH6 6TR, Scotland", "a country"),
        ("14 Mill Lane\nLeith\nEdinburgh\nEH6 6TR", "14 Mill Lane\nLeith\nEdinburgh\nEH6 6TR", "line by line"),
        ("I live at 14 Mill Lane, Monday is bin day", "14 Mill Lane", "a day is no town"),
        ("I live at 14 Mill Lane, I'm home now", "14 Mill Lane", "nor is what one says next"),
        ("write to me at PO Box 412, Inverness please", "PO Box 412, Inverness", "a PO box and its town"),
        ("send it to my po box 412", "po box 412", "one's own PO box"),
        ("write to PO Box 412, Inverness IV1 1AA", "PO Box 412, Inverness IV1 1AA", "a PO box"),
        (
            "cards to Bryn Awel, Church Street, Bangor LL57 2AP",
            "Bryn Awel, Church Street, Bangor LL57 2AP",
            "a street called after its church",
        ),
        ("I live opposite the sheriff court, 14 Tay Street, Perth", "14 Tay Street, Perth", "beside a court"),
        ("done at the tribunal, send my parcel to 14 Tay Street", "14 Tay Street", "after a tribunal"),
        ("Flat 3, Crown Court, Leeds LS1 1AA", "Flat 3, Crown Court, Leeds LS1 1AA", "flats called a court"),
        ("I moved our office home: 14 Mill Lane, Leith", "14 Mill Lane, Leith", "an office at home"),
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
        ("Write to the council at PO Box 27, Kirkwall", "a council's"),
        ("PO Box 412 errors in the log", "no town"),
        ("complaints to Thistle Energy Ltd, PO Box 4410, Perth PH1 1AA", "a company's, with a postcode"),
        ("Cancelled: 14 Ffordd Gyswllt roadworks", "a road"),
        ("heard at Perth Sheriff Court, 3 Tay Street, Perth PH2 8NL", "a court"),
        ("The appeal is before the Court of Session, 2 Parliament Square, Edinburgh EH1 1RQ", "another court"),
        ("Citizens Advice Bureau, 12 High Street, Dundee DD1 1SU, is open on Tuesdays", "where advice is given"),
        ("Your polling place is Ardle Parish Hall, 14 Kirk Road, Alloa FK10 1AB", "where people vote"),
        ("Polling place: 14 Kirk Road, Alloa FK10 1AB", "a hall without a name"),
        ("Service at Seafield Crematorium, 40 Seafield Road, Leith EH6 7LE", "a funeral"),
        ("Come to our office: Ardle House, 58 Port Street, Glasgow G4 0HF", "an office in a named house"),
        ("Our office address is 3rd floor, Ardle House, 58 Port Street, Glasgow G4 0HF", "and its floor"),
        ("our offices are at 58 Port Street, Glasgow", "more than one office"),
        ("Bus 22 Heol y Bryn to Tycoch", "a bus"),
        ("Swyddfa'r Cyngor, 2 Stryd y Castell, Caernarfon", "an office, in Welsh"),
        ("5 Bryn Terfel songs to cry to", "a singer"),
        ("mae 5 tai fforddiadwy ar werth", "houses counted"),
        ("The word is sràid; there are 3 Sràid entries", "no name"),
        ("64 Meadowside homes, all for social rent", "homes counted"),
    ],
)
def test_other_places_are_silent(text: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [], why


def test_small_letters_alone_are_not_enough() -> None:
    assert quotes(address.DETECTOR, "queued 20 minutes at 14 mill lane chippy") == []
