"""Drafts written before the patterns were looked at, through the whole engine: what is seen in whose words, and what is
only talked about."""

from __future__ import annotations

import pytest

from companion.detectors.engine import Engine

_SEEN = [
    ("absence", "That's us at the airport! Two weeks in Corfu starts now", "a stay that begins"),
    ("absence", "We will be absent from our home from 3 until 18 August; please do not leave parcels.", "formal"),
    ("absence", "Aw the family's awa tae Millport the week, hoose tae masel", "Scots"),
    ("absence", "Alarm's broken and we're away from Thursday so a van outside isn't ours", "away from a day on"),
    ("absence", "Spare key is in the wee blue pot by the back door, Lorraine", "a key in a thing of any look"),
    ("absence", "running late and walking home by myself along the canal, wish me luck", "on the way alone"),
    ("absence", "hubby's on nightshift all week so its just me and the baby in the house", "alone with a child"),
    ("absence", "Every morning at 7 I run round Hogganfield Loch, same bench for the stretch", "the hour first"),
    ("absence", "I'm in the library, by the window if anybody wants to come and say hello", "an invitation"),
    ("absence", "currently sat outside the Piper's Tryst waiting on my lift", "waiting"),
    ("absence", "my gran lives alone and is always in bed by 8", "kin alone, and when"),
    ("employer-talk", "As a regulator I'd say most boards simply don't ask enough questions.", "by the kind of body"),
    ("employer-talk", "Honest opinion from inside SHR: the annual return asks for too much.", "inside"),
    ("employer-talk", "been with the regulator since 2016 and never seen arrears like this", "small letters"),
    ("employer-talk", "We inspected nine landlords this spring and I think scrutiny is dead.", "the work itself"),
    ("employer-talk", "Unpopular opinion: my employer's stance on rent consultation is spineless.", "no name at all"),
    ("employer-talk", "The consultation my team wrote is out today, please respond", "what a team wrote"),
    ("employer-talk", "@SHR_Scotland colleagues you've done it. Our data has never looked better.", "fellows"),
    ("password", "guys netflix is now haggis4tea, username still mums email", "a service is now a word"),
    ("password", "our router's key is on the sticker, R4ND0M-K3Y-88, just use it", "a sticker"),
    ("password", "Pls log in with admin and Welcome123! til IT sort it", "log in with"),
    ("password", "I set everyone's temp login to Spring24 so just change it", "set to"),
    ("password", "ma password's been p@ssword since 1999", "has been"),
    ("passcode", "back gate combination is 1-9-0-5", "a gate"),
    ("passcode", "you'll need the buzzer code, C7741, third button", "between commas"),
    ("passcode", "the alarm: hit 6620 then the green button", "what to press"),
    ("passcode", "safe combo: right 12, left 30, right 4", "turns, the side first"),
    ("passcode", "Teachers: pupil tablets unlock with 2580", "what unlocks"),
    ("named-person", "Lovely letter from Sandra McPhail whose complaint we upheld.", "whose"),
    ("named-person", "The whistleblower is Eilidh Cormack from finance.", "the role first"),
    ("named-person", "social work are out to see the Kerr family again", "a family"),
    ("named-person", "Client of mine, Chinedu Eze, has been turned down for PIP again.", "of mine"),
    ("named-person", "Rent arrears letter for J. McGinty, 3/1 came back again", "a letter"),
    ("special-category", "guy in accounts just got out of jail", "no article"),
    ("special-category", "Boss had a miscarriage and is back already", "no pronoun"),
    ("special-category", "my client attempted suicide last week and I had to rewrite her plan", "attempted"),
    ("unpublished", "Not public yet: we're getting a new chair", "what is to come"),
    ("unpublished", "Internal email says we're losing 40 posts by Christmas", "a paper"),
    ("unpublished", "the figures out on Thursday will show arrears doubled, brace yourselves", "figures to come"),
    ("market-fact", "liquidators called in at the college, the principal tells staff tomorrow", "by those who come"),
    ("market-fact", "between ourselves, shares will tank when the results drop on Tuesday", "a price to come"),
    ("accusation", "Kestrel Care is defrauding the council", "going on now"),
    ("abuse", "absolute bellend of a man, @johnqpublic", "of a man"),
    ("heat", "Oh well done, another consultation nobody can read", "praise that is none"),
    ("heat", "bloody useless form crashed again", "a curse before"),
    ("party-politics", "So glad Reform lost last night!", "gladness"),
    ("party-politics", "Time for the Tories to go.", "time to go"),
    ("handling", "COMMERCIALLY SENSITIVE bid prices for lot 2", "capitals"),
    ("quotation", "Not my photo, found it on Facebook", "not one's own"),
    ("quotation", "Image found online, we've used it on the poster", "found online"),
    ("birthday", "officially in my thirties as of this morning", "a decade"),
    ("birthday", "I'm a December baby, the 12th, and no one remembers", "a month"),
    ("workplace", "I've just started at Lothian Buses, wish me luck", "just started"),
    ("postcode", "Is there fibre at ph2 8nx yet?", "small letters"),
    ("address", "Send cards to Rowan Cottage, Kirk Wynd, Falkland", "a house and a street"),
    ("address", "im at 6 Kildonan, blue door, same as always", "no word for a street"),
    ("address", "The Old Manse, Kilmartin is home now", "a house and a town"),
    ("address", "address is forty-one Balgreen Avenue", "the number in words"),
    ("date-of-birth", "my d.o.b. is 3rd of the 4th, 1987", "the month as a number"),
    ("date-of-birth", "DOB 120790 for the form", "run together"),
]  # fmt: skip
_SILENT = [
    ("absence", "Two weeks in Corfu would fix me", "a wish"),
    ("absence", "The key to a good stew is time", "a figure of speech"),
    ("absence", "Every morning at 7 the bin lorry reverses for ten minutes", "a lorry"),
    ("absence", "Kids should be able to walk home from school on their own", "all children"),
    ("absence", "Everyone talks about the last bus to Easterhouse", "a bus"),
    ("employer-talk", "As a tenant I'd say the Regulator is toothless", "a tenant"),
    ("employer-talk", "Has anyone worked at SHR? Thinking of applying", "a question"),
    ("employer-talk", "my employer's coffee is awful", "coffee"),
    ("employer-talk", "I work in a bakery and I think housing associations do fine", "another trade"),
    ("password", "The password is always 'please'", "manners"),
    ("passcode", "our alarm goes at 6.20 then the green light comes on", "a clock"),
    ("passcode", "Safe in the knowledge that 12 left, 30 stayed", "people"),
    ("named-person", "Congratulations to our new chief executive, Helen Shaw", "an office-holder"),
    ("named-person", "my patient wife, Ann, says I'm home too late", "family"),
    ("special-category", "Tenants with dementia need better homes", "a group"),
    ("unpublished", "public holiday, so the post office is shut", "a holiday"),
    ("market-fact", "If interest rates rise, some landlords could breach covenants", "what may be"),
    ("handling", "Our counsellors offer a private and confidential service", "a promise"),
    ("handling", "For internal use only, said the vet about the worming tablets", "a label"),
    ("handling", "Commercial confidence is returning to the high street", "trade"),
    ("heat", "A big round of applause for our volunteers", "praise"),
    ("network-address", "10.0.0.0 out of ten from me", "a mark"),
    ("postcode", "the M8 4XL hoodie is huge", "a size"),
    ("address", "The Old Manse restaurant does lovely scones", "a restaurant"),
]  # fmt: skip


@pytest.mark.parametrize(("entity", "text", "why"), _SEEN, ids=[text for _, text, _ in _SEEN])
def test_found(engine: Engine, entity: str, text: str, why: str) -> None:
    assert engine.detect(text, [entity]), why


@pytest.mark.parametrize(("entity", "text", "why"), _SILENT, ids=[text for _, text, _ in _SILENT])
def test_silent(engine: Engine, entity: str, text: str, why: str) -> None:
    assert engine.detect(text, [entity]) == [], why
