"""Threats, slurs and insults aimed at somebody; banter, dialect and swearing at things are silent."""

from __future__ import annotations

import pytest

from companion.detectors import abuse
from tests.companion.detectors.examples import seen

DETECTOR = abuse.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("I know where you live and I'm coming round with the boys", "I know where you live", "threat"),
        ("We'll burn your house down", "We'll burn your house down", "threat"),
        ("@newsdesk_kerr you talentless parasite, print that", "you talentless parasite", "insult"),
        ("say that to my face and see what happens", "say that to my face and see what happens", "threat"),
        ("next time I see you yer getting it", "next time I see you yer getting it", "threat"),
        ("hope u die", "hope u die", "insult"),
        ("hope your whole family gets cancer", "hope your whole family gets cancer", "insult"),
        ("people like her are vermin", "people like her are vermin", "insult"),
        ("slept her way to the top that one", "slept her way", "insult"),
        ("another p*ki shop, says the guy with the flag bio", "p*ki", "slur"),
        ("I'll end you lot, you'll see", "I'll end you", "threat"),
        ("hope a tree falls on you", "hope a tree falls on you", "insult"),
        ("ye sleekit toerag", "ye sleekit toerag", "insult"),
        ("I hope your pals burn the place down", "hope your pals burn the place", "threat"),
        ("if he shows face I'll put him through a window", "I'll put him through a window", "threat"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I'll kill you if you spoil the finale", "a figure of speech"),
        ("you idiot 😂 love you", "banter"),
        ("ya big daft eejit x", "dialect"),
        ("this bloody printer is a bastard", "a thing"),
        ('He called me a "fat cow" and I laughed', "a quotation"),
        ("kill the boss first then the adds, you coward (me)", "a game"),
        ("mind your back", "a warning to pass"),
        ("nobody ever says that to my face", "no threat"),
        ("say that to my face and I'll hug you", "a hug"),
        ("I hope you die laughing at this", "laughter"),
        ("hope your mum gets home ok", "a good wish"),
        ("watch your back lifting that sofa", "advice"),
        ("I'll shoot you an email tomorrow", "no harm meant"),
        ("I'll put the tea on and end you lot's drouth", "ends what is theirs, and not them"),
        ("I'm going to kill you two's hopes of a quiet night: the drums are here", "what is theirs"),
        ("hope the bus comes for you soon", "kind"),
        ("hope your kids torch the exam", "luck"),
        ("they'll throw you under the bus at work", "a turn of phrase"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
