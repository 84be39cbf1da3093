"""Empty homes, people alone, set times; closed offices, matches and jokes are silent."""

from __future__ import annotations

import pytest

from companion.detectors.absence import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("We're in Tenerife until Sunday and I love it", "We're in Tenerife until Sunday", "away until a day"),
        ("ma & da are in Portugal til wednesday", "ma & da are in Portugal til wednesday", "family"),
        ("away to Skye until Thursday!! no phone", "away to Skye until Thursday", "no subject"),
        ("we are on holiday until 14 August", "we are on holiday until 14 August", "a date"),
        ("In Lanzarote till Saturday, neighbour has the keys", "In Lanzarote till Saturday", "begins with the place"),
        ("Off to Orkney for a fortnight", "Off to Orkney for a fortnight", "for how long"),
        ("my gran's house is empty till the 14th", "gran's house is empty till the 14th", "an empty house"),
        ("nobody home all week so leave it next door", "nobody home all week", "nobody home"),
        ("I'm home alone tonight", "home alone tonight", "alone"),
        ("key's under the mat if you're first", "key's under the mat", "where the key is"),
        (
            "off to Tenerife tomorrow, house all locked up",
            "off to Tenerife tomorrow, house all locked up",
            "leaving, and the house locked",
        ),
        (
            "shutting up the cottage as we're heading to Spain on Sunday",
            "shutting up the cottage as we're heading to Spain on Sunday",
            "shut",
        ),
        ("Flight's at 6. The hoose is locked", "hoose is locked", "the same in two sentences"),
        (
            "house is locked up till we get back on the 14th",
            "house is locked up till we get back on the 14th",
            "locked",
        ),
        (
            "we're off to Turkey tonight, see you in two weeks",
            "we're off to Turkey tonight, see you in two weeks",
            "away",
        ),
        ("I lock up the hall alone at 10", "I lock up the hall alone at 10", "alone, and when"),
        (
            "I walk the dog round the loch every morning at 5.30",
            "I walk the dog round the loch every morning at 5.30",
            "a routine",
        ),
        (
            "our youngest is at Ardle Primary, gran collects her at 3",
            "our youngest is at Ardle Primary, gran collects her at 3",
            "a school and an hour",
        ),
        (
            "my boys finish at half two fae Kirkton Academy",
            "my boys finish at half two fae Kirkton Academy",
            "a school and an hour",
        ),
        (
            "the hale family away tae Nairn fri to mon",
            "the hale family away tae Nairn fri to mon",
            "away from day to day",
        ),
        ("on the 9.15 to Oban, come find me", "on the 9.15 to Oban, come find me", "in a train now"),
        (
            "back gate's fine but the lock's been broken for weeks",
            "back gate's fine but the lock's been broken",
            "a lock that is none",
        ),
        (
            "my gran's still in the Vale, ward 7 bed 2, pop in",
            "my gran's still in the Vale, ward 7 bed 2",
            "where somebody lies",
        ),
        ("off-grid fae Friday until the 14th", "off-grid fae Friday until the 14th", "away"),
        (
            "oor Rory cycles hame fae the fitba at the back of seven every Thursday",
            "oor Rory cycles hame fae the fitba at the back of seven every Thursday",
            "a child's way",
        ),
        (
            "dropping the weans at Ardle Nursery afore work at 7.45",
            "dropping the weans at Ardle Nursery afore work at 7.45",
            "a school and an hour",
        ),
        (
            "dug sitter needed, we're off to Rome on Friday",
            "dug sitter needed, we're off to Rome on Friday",
            "away, and a sitter",
        ),
        ("keys are wi Jean at the end hoose. We fly on Sunday", "We fly on Sunday", "away, and where the key is"),
        (
            "son's at judo in the kirk hall every Monday 6 till half 7",
            "son's at judo in the kirk hall every Monday 6 till half 7",
            "a child's hour",
        ),
        ("stuck in Haymarket, platform 2, who's about?", "stuck in Haymarket, platform 2, who's about", "here now"),
        ("ten days in Norway, back on Tuesday", "ten days in Norway, back on Tuesday", "away"),
        (
            "parked the motor at Prestwick airport till the 9th",
            "parked the motor at Prestwick airport till the 9th",
            "a car left",
        ),
        ("we're camped at Glenbrittle, naebody about", "we're camped at Glenbrittle, naebody about", "alone somewhere"),
        ("ah'm hame alane", "ah'm hame alane", "alone"),
        ("back door's on the snib, in ye come", "back door's on the snib", "a door not shut"),
        ("gran's hoose is lying empty", "gran's hoose is lying empty", "an empty house"),
        ("my lad walks to the shop by himsel at eight", "my lad walks to the shop by himsel at eight", "a child alone"),
        (
            "Just me, the dug and the midges till Monday",
            "Just me, the dug and the midges till Monday",
            "alone until then",
        ),
        ("locking up on my own at ten, hate that lane", "locking up on my own at ten", "alone, and when"),
        ("taxi to the airport at 4, back on the 9th", "taxi to the airport at 4, back on the 9th", "away"),
        (
            "I'll be in the Ardle Arms fae 7, come and buy us a pint",
            "I'll be in the Ardle Arms fae 7, come",
            "where somebody will be",
        ),
        (
            "weans get dropped at the corner at 3.40 and let themselves in",
            "weans get dropped at the corner at 3.40 and let themselves in",
            "children alone",
        ),
        ("leavin the morn, hame the 2nd", "leavin the morn, hame the 2nd", "away"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Our office is closed until Tuesday 7 April.", "an office"),
        ("Exhibition on in the hall until Sunday", "an exhibition"),
        ("We were in Spain last week", "it is over"),
        ("I'm in meetings until 4", "work"),
        ("Scotland are away to Denmark on Tuesday", "football"),
        ("Home Alone 2 is the best one", "a film"),
        ("I was home alone when I was ten", "long ago"),
        ("my fridge is empty till payday", "a joke"),
        ("I'm in love until further notice", "a joke"),
        ("We're in the pre-election period, so we'll post less until 7 May", "a period"),
        ("off to bed, house all locked up", "the usual evening"),
        ("locked the house and went to work, back at 6", "a day at work"),
        ("off to Murrayfield tomorrow, flat all locked up", "a match"),
        ("Rangers off to Tenerife for winter training tomorrow", "a team"),
        ("heating's off, boiler man here till Friday", "at home"),
        ("if you are off to Tenerife tomorrow, lock up your house", "advice"),
        ("The MV Isle of Mull is off to Oban on Friday and back on Monday", "a ship"),
        ("Trains off until Monday", "trains"),
        ("when I'm home alone I sing", "in general"),
        ("Parents' evening at Ardle Primary at 7, our kids are singing", "an evening for all"),
        ("Kirkton Academy gets out at 3.30 and the traffic is murder", "nobody's child"),
        ("my two hate primary school maths", "no hour"),
        ("off to work monday to friday like everybody else", "work"),
        ("on the train? come and say hi to our volunteers", "asked of others"),
        ("the canal lock at Ardle is broken", "a canal's"),
        ("lock's broken on the library gate", "a library's"),
        ("my sister is in charge of ward 6", "work"),
        ("off-grid living is the dream", "a dream"),
        ("our bus gets to Oban at nine on Saturdays", "a bus"),
        ("our postie comes round the back at nine every day", "a postie"),
        ("set the alarm and the clock on platform 2 was wrong", "a clock"),
        ("the bairn's at school every day 9 to 3", "as all are"),
        ("two weeks in hospital, back on Tuesday", "a ward"),
        ("left the car at the airport once, cost me £90", "once"),
        ("I'm stuck in traffic, nobody about to blame", "a road"),
        ("his place is sitting empty at the top of the table", "a league"),
        ("a taxi to the airport cost me £40", "a fare"),
        ("just me thinking this film goes on", "a thought"),
        ("I'll be in touch from 7", "no place"),
        ("locking up bikes is a faff", "bikes"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
