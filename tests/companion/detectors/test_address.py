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
        ("police directed us to 14 Tay Street", "14 Tay Street", "somebody is directed to it, nobody directs it"),
        ("we rehearse at my flat, 14 Tay Street", "14 Tay Street", "where people rehearse"),
        ("watching 14 Tay Street burn", "14 Tay Street", "a fire watched"),
        ("I work for Ardle Council and live at 14 Tay Street, Perth", "14 Tay Street, Perth", "not the council's"),
        ("Ask Ardle Council why 14 Tay Street, Perth is damp", "14 Tay Street, Perth", "nor this"),
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
        ("auditions for 9 Ardle Street on Monday", "a play's title"),
        ("I'm directing 12 Angus Street this term", "another's"),
        ("rewatching 30 Ardle Lane tonight", "a series'"),
        ("heard at Perth Sheriff Court, 3 Tay Street, Perth PH2 8NL", "a court"),
        ("The appeal is before the Court of Session, 2 Parliament Square, Edinburgh EH1 1RQ", "another court"),
        ("Citizens Advice Bureau, 12 High Street, Dundee DD1 1SU, is open on Tuesdays", "where advice is given"),
        ("Your polling place is Ardle Parish Hall, 14 Kirk Road, Alloa FK10 1AB", "where people vote"),
        ("Polling place: 14 Kirk Road, Alloa FK10 1AB", "a hall without a name"),
        ("Service at Seafield Crematorium, 40 Seafield Road, Leith EH6 7LE", "a funeral"),
        ("Ardle Council, Ardle House, 3 North Street, Perth PH1 1AA", "a council"),
        ("Ask the Water Commissioner, Ardle House, Perth PH1 1AA", "a commissioner, in a named house"),
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


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("flat 2/1, 14 Dalnair street, its the blue door", "flat 2/1, 14 Dalnair street", "street in small letters"),
        ("Key's under the mat, 19 Ardle road", "19 Ardle road", "its key"),
        ("come to mine sat, 14 Dalnair street", "14 Dalnair street", "the same, where one lives"),
        ("left at 14 Dalnair street, Glasgow again", "14 Dalnair street, Glasgow", "the same, in its town"),
        ("drinks at ours, 8 Leith walk", "8 Leith walk", "a street that ends other names, too"),
        ("Left at flat 3b, 22 gorgie road again", "flat 3b, 22 gorgie road", "no capital but the sentence's"),
        ("flat 3b, 22 gorgie road again, that's my door", "flat 3b, 22 gorgie road", "no capital at all"),
        ("Dropped it at 22 gorgie road flat 3b again", "22 gorgie road flat 3b", "the flat behind"),
        ("FLAT 2/1, 14 DALNAIR STREET", "FLAT 2/1, 14 DALNAIR STREET", "capitals"),
    ],
)
def test_loose_writing_of_an_address_is_found_by_its_flat_or_by_living_there(text: str, quote: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("i live on Leith Walk above the chippy", "Leith Walk", "a street that ends other names, too"),
        ("I live at the top of Leith Walk", "Leith Walk", "an end of it"),
        ("I stay up the top of Byres Road", "Byres Road", "up at the end of it"),
        ("we bide just aff Byres Road", "Byres Road", "just off it"),
        ("I live in the flat above the Spar on Byres Road.", "Byres Road", "above a shop"),
        ("She's living next door to the chippy on Ardle Way", "Ardle Way", "next to one"),
        ("My flat's on Leith Walk", "Leith Walk", "one's flat"),
        ("we just moved to Gladstone Place, Leith", "Gladstone Place, Leith", "moved in"),
        ("i live on leith walk above the chippy", "leith walk", "small letters"),
        ("we stay at the bottom of byres road, mind", "byres road", "an end of it in small letters"),
        (
            "gig at mine the night, second last hoose on Mill Wynd",
            "second last hoose on Mill Wynd",
            "which house, at mine",
        ),
        (
            "we're the green gate at the foot of Kirk Brae",
            "the green gate at the foot of Kirk Brae",
            "which gate is ours",
        ),
        (
            "come to the white cottage on the left on Mill Lane",
            "the white cottage on the left on Mill Lane",
            "where to come to",
        ),
        ("the green door on Mill Lane is ours", "the green door on Mill Lane", "ours, said after"),
    ],
)
def test_a_street_somebody_lives_on_is_found_without_a_number(text: str, quote: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("our place: Croft 12, Lower Shader, Ness", "Croft 12, Lower Shader, Ness", "a croft"),
        ("parcels to Croft No 4, Easter Ardle, Lairg", "Croft No 4, Easter Ardle, Lairg", "a numbered one"),
        ("the croft is at 7 Upper Bayble, Isle of Lewis", "7 Upper Bayble, Isle of Lewis", "where the croft is"),
        ("the croft's up at 12 Calbost.", "12 Calbost", "a place of one word"),
        ("For the record it's 7 Upper Bayble", "7 Upper Bayble", "told"),
        ("just send it to 7 Upper Bayble!", "7 Upper Bayble", "sent to"),
        ("drop the chairs at 3 North Tolsta please", "3 North Tolsta", "left at"),
        ("post it to me at 6 Lower Breakish", "6 Lower Breakish", "sent to me"),
        ("fund-raiser at 16 Borve, Isle of Skye", "16 Borve, Isle of Skye", "no hour"),
        ("12 Borve, Isle of Skye, the one with the tractor", "12 Borve, Isle of Skye", "an isle"),
        ("4 Kilphedar, South Uist", "4 Kilphedar, South Uist", "another isle"),
    ],
)
def test_a_house_with_a_place_and_no_street_is_found(text: str, quote: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("14 Dalnair street parties this summer", "a street in small letters, and nothing else"),
        ("won at 2/1, 5 lengths clear up the road", "odds"),
        ("flat 2% swing, 3 shops on the road", "no flat"),
        ("room 4, 2 doors down the road from the pub", "on the way to a road"),
        ("take 22 mill road, first left, then ask", "a turn"),
        ("I live on Canvey Island", "an island"),
        ("I live in Forest Hill and love it", "a district"),
        ("moved to Hyde Park last year", "another"),
        ("we're live on Capitol Hill tonight", "a broadcast"),
        ("I live on Sesame Street today", "a story's"),
        ("we're living in A Better Place", "a title"),
        ("I live in Partick and work on Byres Road", "where one works"),
        ("I live near Byres Road", "near is not on"),
        ("We stay in the hotel on Princes Street", "guests"),
        ("our house on the hill", "no name"),
        ("i live on a busy road", "a street without a name"),
        ("i live on the high street, help", "every town's"),
        ("i live on coffee and the same street food", "food"),
        ("i live on caffeine way too much", "drink"),
        ("i live on my own street in my head", "nowhere"),
        ("Dinner at Croft 3, Fanmore, Isle of Mull was grand", "a table"),
        ("Croft 12 is a lovely film", "a name"),
        ("Day 4 Tarbert, Isle of Harris", "a journey"),
        ("Top 10 Beaches, Isle of Skye", "counted"),
        ("3 Distilleries, Isle of Islay", "counted, too"),
        ("12 March, Isle of Skye", "a day"),
        ("it's 2 West Ham, 1 Spurs", "a score"),
        ("send it to 5 South Africans", "people"),
        ("send it to 5 Live", "a station"),
        ("sent to 2 East Lothian schools and 3 North Lanarkshire", "counties"),
        ("if you stay on Great Western Road you'll see it", "the way"),
        ("posted to 3 North Africa missions", "a continent"),
        ("get the ferry at 3 Craignure, Isle of Mull", "a time"),
        ("my door went 3 times this street party", "times"),
        ("it's 4 Lower leagues now", "no place"),
        ("it's 3 Lower Sixth, and they all want a lift", "a class"),
        ("meet at 3 North Stand steps", "nobody's"),
        ("16 Station Road Studios is open for bookings", "a trade"),
        ("Registers of Scotland, Meadowbank House, 153 London Road, Edinburgh EH8 7AU", "a public body"),
        (
            "Write to the Faculty of Advocates, Parliament House, 11 Parliament Square, Edinburgh EH1 1RF",
            "a body of law",
        ),
        ("The last house on Mill Lane is coming down, the council says", "news"),
        ("The first house on Elm Street is a fine film", "a film"),
        ("a blue door on Kirk Brae for a painter to paint", "somebody's"),
        ("the only house in Craigie Place with a blue plaque is the poet's", "a poet's"),
    ],
)
def test_what_only_looks_like_where_somebody_lives_is_silent(text: str, why: str) -> None:
    assert quotes(address.DETECTOR, text) == [], why
