"""Caveats that ask to keep something inside; training, advice, jokes and other uses of the words are silent."""

from __future__ import annotations

import pytest

from companion.detectors.handling import DETECTOR
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("FOR INTERNAL USE ONLY, and yet here we are", "FOR INTERNAL USE ONLY", "internal use"),
        ("STRICTLY CONFIDENTIAL hall accounts", "STRICTLY CONFIDENTIAL", "strictly confidential"),
        ("Commercial in confidence: the bid was 2.3m", "Commercial in confidence", "commercial"),
        ("STAFF IN CONFIDENCE across the top", "STAFF IN CONFIDENCE", "an older caveat"),
        ("In confidence: three are against", "In confidence", "at the head"),
        ("Draft – not council policy. Bins every five weeks.", "Draft – not council policy", "a draft"),
        ("EMBARGOED UNTIL 00:01 THURSDAY: rents up", "EMBARGOED UNTIL 00:01 THURSDAY", "an embargo with its time"),
        ("embargoed till 9.30am Tuesday – new chair", "embargoed till 9.30am Tuesday", "a full stop in the time"),
        ("Embargo: 10am, 4 December", "Embargo: 10am", "an embargo as a field"),
        ("headed WITHOUT PREJUDICE, text below", "WITHOUT PREJUDICE", "without prejudice"),
        ("not for onward distribution, but look", "not for onward distribution", "not for"),
        ("no tae be shared ootside the committee", "no tae be shared ootside the committee", "Scots"),
        (
            "Do not circulate beyond the programme board",
            "Do not circulate beyond the programme board",
            "do not circulate",
        ),
        ("please don't forward this any further", "please don't forward this any further", "don't forward"),
        ("legally privileged advice, so", "legally privileged", "privilege"),
        ("This email is confidential and intended for one person", "This email is confidential", "a footer"),
        ("Please treat as confidential: the chair resigns", "Please treat as confidential", "treat as"),
        ("From: Nan Weir\nTo: All Staff\nSubject: moves\n\nDear all", "To: All Staff", "a mail's head"),
        ("> Cc: SMT\n> Subject: budget\n> it is not good", "Cc: SMT", "a mail passed on"),
        ("Naebody outwith the team is to hear about this till June", "Naebody outwith the team is to hear", "kept in"),
        ("'I would ask you not to discuss it outside.'", "ask you not to discuss it outside", "asked of staff"),
        ("it's marked confidential but here goes", "it's marked confidential", "said of itself"),
        ("Comms: do not speak to the press about this", "do not speak to the press about this", "told to staff"),
        ("find the savings and not to tell the unions", "and not to tell the unions", "told to staff"),
    ],
)
def test_found(text: str, quote: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("We train every new start on what 'internal use only' means", "training"),
        ("what does 'without prejudice' mean in a letter?", "a question"),
        ("In confidence terms I'm at about a 2", "confidence"),
        ("The Confidential Waste lorry blocked the road", "a lorry"),
        ("Judge it without prejudice", "prose"),
        ("Do not share your password with anyone", "advice"),
        ("We do not share your data", "an assurance"),
        ("Friends don't copy friends", "a habit"),
        ("Not on general release till March", "a film"),
        ("the embargo on beef was lifted", "trade"),
        ("the embargo until 9am has passed so here it is", "over"),
        ("do not forward lol.", "a joke"),
        ("trade embargo until further notice", "trade"),
        ("All responses will be treated in confidence", "an assurance"),
        ("Call Crimestoppers in confidence", "an invitation"),
        ("For your eyes only is the best Bond", "a film"),
        ("internal combustion", "engines"),
        ("members only bar", "a bar"),
        ("no longer confidential", "over"),
        ("draft beer only", "beer"),
        ("Please share this far and wide", "the opposite"),
        ("To: whoever stole my yoghurt\nI see you", "no mail"),
        ("To all staff at the Royal: thank you", "thanks"),
        ("To: all staff. Tea is on me", "no other line of a mail's head"),
        ("nobody outside the family is to know about the baby yet", "a family"),
        ("Nobody outside our team knows how good Nan's tablet is", "a boast"),
        ("she told us not to forget the milk", "milk"),
        ("don't talk to reporters, said the ref", "football"),
        ("a box marked private", "a box"),
        ("make a list and not to forget the milk", "milk"),
    ],
)
def test_silent(text: str, why: str) -> None:
    assert quotes(DETECTOR, text) == [], why
