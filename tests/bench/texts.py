"""Texts of a given length for the bench: ordinary sentences, a few with a personal detail. All invented."""

from __future__ import annotations

import random

ORDINARY = (
    "Bus was late again but the driver sang the whole way down Leith Walk.",
    "Consultation closes on Friday, so have your say if you rent in Glasgow.",
    "Three goals in ten minutes and my scarf still in the wash.",
    "Lovely turnout at the tenants' open day, thanks to everyone who brought cake!",
    "Does anybody know a plumber who answers the phone?",
    "Reading the new guidance on rent setting. It is shorter than the last one, at least.",
    "Half past six and the sky over the Forth is pink.",
    "The kids have decided the dog is called Minister now.",
    "Great panel on damp and mould today, notes to follow #housing",
    "Train to Inverness, window seat, 2 flasks of tea. Bliss.",
    "Our street has 14 new trees and one very confused pigeon.",
    "Helpline is open 9 to 5 on 0800 555 0199, calls are free.",
    "If you missed the statement, it is on our website from noon.",
    "Soup weather. Lentil, obviously.",
    "Congratulations to the whole team at the awards last night 🎉",
    "They say the lift will be fixed by 12/03, I say we buy better boots.",
    "Version 2.4.1 is out and it fixes the thing we all complained about.",
    "Anyone else's boiler sound like a jazz trio?",
    "Registrations up 12.5 % on last year, which nobody expected.",
    "A restricted view, a secret recipe and an official scorer: what a day at the bowls.",
    "Meeting moved to the small hall because of the wedding.",
    "The A9 is shut north of Pitlochry, take the old road.",
    "Every home deserves a door that locks and a window that opens.",
)
PERSONAL = (
    "Ring me on 07400 123456 if the ramp is shut.",
    "I live at 14 Marchmont Crescent, Edinburgh EH9 1HN, come round.",
)


def text_of(length: int, seed: int) -> str:
    """An invented text of exactly `length` characters (code points), the same for the same seed."""
    choose = random.Random(seed)
    parts: list[str] = []
    size = 0
    while size < length:
        sentence = choose.choice(PERSONAL) if choose.random() < 0.08 else choose.choice(ORDINARY)
        parts.append(sentence)
        size += len(sentence) + 1
    return " ".join(parts)[:length]
