"""Details as other people write them than the patterns were made from, through the whole engine: by entity, what is
seen in whose words and what is only talked about."""

from __future__ import annotations

import pytest

from companion.detectors.engine import Engine

_SEEN = [
    ("password", "user hall.committee / pass 5Rannoch!Moor", "a login with a full stop in its name"),
    ("password", "redis-cli -a Gr0useMoor88 ping", "an option of a command"),
    ("password", '<add key="SmtpPassword" value="hT8!machair-Sand" />', "a setting in XML"),
    ("password", "heroku config:set HEROKU_API_KEY=3f1d9a52-7b7e-4d0c-9a61-52c1f3be77d0", "an identifier as a key"),
    ("password", "netflix login's still gran@tartanmail.scot and Shortbread_9", "a login, then its word"),
    ("password", "router sticker says Admin / qV7tZ2mk", "behind admin"),
    ("password", "the shared apple id pw changed to Mull&Iona21", "a change, told"),
    ("passcode", "my uber code's 4410 tell the driver", "whose code"),
    ("passcode", "the till's locked itself, override is PIN 9027", "a PIN in capitals"),
    ("passcode", "ps remember locker combo 12-34-07", "the turns of a lock"),
    ("passcode", "the code bt texted me is 7731-02 should i give it her?", "whose code stands between"),
    ("passcode", "Alarm at the community hall: 4 7 1 9 then enter", "figures apart"),
    ("passcode", "keysafe number is 3306, left of the door", "a lock by its number"),
    ("phone", "num is O78I2 3O4 556 lol instagram keeps deleting it", "a word of look-alikes behind it"),
    ("phone", "O7984 33O 127 text only pal", "a letter at the end of a group"),
    ("address", "im at 27 oakbank terrace now, blue door", "small letters, a door"),
    ("address", "I live at the Old Schoolhouse, Tayvallich, past the pier", "a house with an article"),
    ("address", "My mum still stays at 22 broomhill path", "still there"),
    ("address", "our caravan's pitch 14, Sundrum Castle Holiday Park", "a pitch in small letters"),
    ("address", "rented at 17a great western terrace glasgow g12 0uu", "a great street"),
    ("address", "new address!! 7 st. andrews drive, bearsden", "a new one"),
    ("postcode", "anyone near g42 9tt got jump leads", "small letters, near"),
    ("email", "ping jim_reid (at) btinternet.com", "only the sign in words"),
    ("date-of-birth", "The wee one was born on 4 September 2024", "not a thing that was born"),
    ("date-of-birth", "the form says i was born 1990-06-30, you try explaining that", "a thing says who was born"),
    ("absence", "spare key's under the blue recycling bin, in you go", "more words for the bin"),
    ("absence", "On my tod at Waverley waiting on the last train", "alone, the words first"),
    ("absence", "Just checked in to room 412 at the Premier Inn", "a room"),
    ("absence", "I run the canal path at 6am every morning, say hi", "the hour first"),
    ("absence", "We fly out Friday and we're not back until the 20th", "not back until"),
    ("absence", "the house'll be sitting empty the whole of August", "the whole of a month"),
    ("absence", "my daughter gets off the bus alone at the end of Mill Lane at four", "a child, where and when"),
    ("absence", "every Tuesday and Thursday 6.30 I'm at the baths", "days, and the place last"),
    ("absence", "Nipping up to Aviemore till Monday so shout", "another word for going"),
    ("absence", "just me and the dog in the cottage till Thursday", "alone but for a dog"),
    ("absence", "Flying to Toronto on the 3rd, not home again till mid month", "nobody named"),
    ("absence", "door key's in the meter cupboard if you get here first", "a cupboard"),
    ("absence", "back door's never locked, just come in", "an open door"),
    ("absence", "I'm at the Costa in the Gyle if anyone wants to find me", "to be found"),
    ("absence", "swim at Portobello 6.45am daily, come find me", "daily"),
    ("birthday", "can't believe I'm 33 next Friday", "a day of next week"),
    ("birthday", "40th today and feeling every minute of it", "an ordinal"),
    ("birthday", "Had the best birthday yesterday, thanks to all", "the day after"),
    ("workplace", "12 years with Scottish Gas and they forget my name", "years with a firm"),
    ("workplace", "Now a paralegal at Brodies, who knew", "a new trade"),
    ("employer-talk", "Proud to be part of SHR, our tenant panel is the best", "part of it"),
    ("employer-talk", "as an employee of SHR, I think plans should be shorter", "employed by it"),
    ("employer-talk", "SHR pays my wages and the form is too long", "who pays"),
    ("employer-talk", "Just finished my probation with SHR. Love it", "a stage of a job"),
    ("employer-talk", "Us lot at SHR read your complaints, I promise", "us"),
    ("employer-talk", "Retiring from SHR on Friday after 22 years", "the end of a job"),
    ("employer-talk", "Cracking away day with the SHR gang", "colleagues by another word"),
    ("employer-talk", "I teach new starts at SHR to read accounts", "any phrase for a place of work"),
    ("employer-talk", "clocked off at SHR, brain like porridge", "the end of a day"),
    ("employer-talk", "I do comms for SHR and can't read our website", "a task for it"),
    ("employer-talk", "My stint at SHR has shown me boards need younger folk", "a time there"),
    ("employer-talk", "Our chief exec at SHR nailed it on the radio", "a chief of one's own"),
    ("employer-talk", "So proud of my SHR colleagues, superb data", "colleagues by its name"),
]
_SILENT = [
    ("password", "the key is communication, the lock is patience", "a figure of speech"),
    ("password", "private_key_path: /etc/ssl/private/site.key", "where a key lies"),
    ("password", "password policy: 12+ characters, no expiry", "talk about passwords"),
    ("passcode", "my alarm is 6 30 am, send help", "a clock"),
    ("phone", "Ring 0141 287 2000 for the council switchboard", "a service line, said behind it"),
    ("phone", "Lotto numbers 07 11 22 34 43 37", "a draw"),
    ("address", "22 Acacia Avenue is an Iron Maiden song", "a song"),
    ("address", "Public meeting, St Bride's Centre, 10 Orwell Terrace, Edinburgh, 7pm", "a venue"),
    ("address", "The Lighthouse, 11 Mitchell Lane, Glasgow: exhibition opens Friday", "an exhibition"),
    ("address", "Register office, 2 Gloucester Road, is shut for refurbishment", "an office"),
    ("postcode", "the new M3 2GB graphics", "a chip"),
    ("email", "see me (at) the gig", "no domain"),
    ("date-of-birth", "the NHS was born on 5 July 1948", "a service"),
    ("date-of-birth", "Born to Run came out on 25 August 1975", "a record"),
    ("absence", "I'd love to be on a beach until September", "a wish"),
    ("absence", "Dog sits alone at the window, judging", "a dog"),
    ("absence", "Our exhibition is on until the 14th, free entry", "an exhibition"),
    ("absence", "The back door of the bus was jammed", "a bus"),
    ("absence", "Swimming lessons every Wednesday at 6.45, kids go free", "a class"),
    ("birthday", "Dad's 70th today, we got him a drone", "somebody else's"),
    ("birthday", "Turn 30 degrees left at the cairn", "an angle"),
    ("workplace", "The nurses at Gartnavel were brilliant with my dad", "other people's work"),
    ("employer-talk", "I worked at SHR until 2009, before the kids", "long over"),
    ("employer-talk", "Applying for a job at SHR, wish me luck", "not yet"),
    ("employer-talk", "SHR pays attention to tenants, fair play", "attention"),
    ("employer-talk", "We met SHR today about our engagement plan", "a landlord"),
    ("employer-talk", "my line manager thinks SHR is a shampoo", "somebody else's boss"),
    ("employer-talk", "Landlords, answer SHR's emails", "somebody outside"),
    ("employer-talk", "My housing association needs to fix my lift", "a tenant's landlord"),
]


@pytest.mark.parametrize(("entity", "text", "why"), _SEEN, ids=[text for _, text, _ in _SEEN])
def test_found(engine: Engine, entity: str, text: str, why: str) -> None:
    assert engine.detect(text, [entity]), why


@pytest.mark.parametrize(("entity", "text", "why"), _SILENT, ids=[text for _, text, _ in _SILENT])
def test_silent(engine: Engine, entity: str, text: str, why: str) -> None:
    assert engine.detect(text, [entity]) == [], why
