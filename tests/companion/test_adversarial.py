"""Texts made to be slow to read: a whole review of 60,000 characters of them takes half a second at most.

That is what it takes on a machine that has nothing else to do. The bound here is wider, and what is held to is growth
with the length of the text and no faster: machines that run tests are busy.
"""

from __future__ import annotations

import random
import time
from datetime import date

import pytest

from companion.detectors.engine import Engine
from companion.draft import Draft
from companion.policy.model import Pack
from companion.review import review

LONGEST = 60_000  # code points
BOUND = 2.0  # seconds of computing

# What some pattern begins with, or depends on, and never ends as it wants: repeated to any length.
REPEATED = [
    ".", ":", "/", "@", " ", "#", "(", "[", "{", "<", "'", '"', "*", "-", "_", "\\", "\n", "a", "A", "Aa", "Aa ",
    "1", "1.", "0 ", "1-", "+1 ", "0/2, ", "a.", "a. ", "a@b.", "a at b dot ", "🎉", "👩‍", "é", "é ", "İ", "\u0301",
    "\u200b", "ſ", "07400 123456 ", "7400123456 ",
    "92018011. 01214960111. ", "oh seven ", "A1 1AA ", "1 High ", "1 High Street, ", ", by A",
    "High Street, by Aa ", "Flat 1, ", "I live at ", "1/1/85 ", "born 1 ", "eyJ", "a-_.", "password: ", "key=",
    "code 1 ", "seed phrase ", "1 left ", "SECRET ", "SECRET\n", "OFFICIAL-SENSITIVE marked ", "O F F I C I A L ",
    "in confidence ",
    "embargoed until ", "not my ", "views ", "we at SHR ", "on behalf of ", "as the regulator ", "http://", "http://a:b@",
    "https://a.b/", "www.", "a.b.c.", "xn--", "\u0430pple.com ", "paypal.", "bit.ly/a ", "file:///", "data:", "script:",
    "localhost:", "\\\\a\\", "db01 ", "1:", "::", "aa:", "1.1.1.1 ", "GB00", "0x", "bc1", "AB12CDE ", "AB123456C ",
    "4111 1111 1111 1111 ", "sort code 1 ", "NHS 123 456 7890 ", "55.9,-3.2 ", "I work at ", "nurse at ",
    "tenant Jean ",
    "Mr Aa Aa ", "Mrs ", "complaint from ", "case 1 ", "you are a ", "I'll kill ", "@a is a ", "f*** ", "between us ",
    "hasn't been announced ", "going bust ", "vote SNP ", "Labour ", "under FOI ", "please send ", "has cancer ",
    "my colleague ", "away until ", "home alone ", "house empty ", "birthday ", "turning 40 ", "> a\n", "RE: ", "lied ",
    "is a thief ", "alleged ", "Ltd stole ", "flying to a back on ", "alone in the house till ", "key in the pot ",
    "every day at 7 I run ", "set the login to a ", "x1 is my password ", "the gate, press ", "login: a / ",
    "to get in ",
    "T-", "D'-", "110111-111\n", "its buy-out is done\n", "takeover between ',& ,A' '-,- 1A& 's to be just now off\n",
    "home visit to Aa ", "Aa Aa owes ", "my employer has ", "Aa House, Aa ", "I live at 1 Aa", "stuck at the station ",
    "the house is with nobody in it, home on ", "cat's at ma mum's ", "enter 4819 to ", "use mine: a and ",
    "wifi it wants a ", "the twelve words again ", "80-22-60 and then ", "years in SHR's aa ",
    "my council's aa scheme ", "muggins have to tell ", "put your cross by ", "chapping doors for ", "before it is ",
    "a pal aa says the ", "if you weren't so ", "know what street you ", "Aa Aa's mum my P6 ", "Aa Aa, tenant for aa ",
    "Aa Aa who came to us ", "forty two Aa ", "from us at Aa Farm, by ",
    "my email, she uses aaaaaaa1 for ", "our aa board's framework nobody aa wants ", "the key for aa is ",
    "get in it's ", "spare key it hangs ", "asked us not to aa ", "nobody is in the ", "you sir, you ",
    "I'm a nurse and our ",
    "we're number 2 of the Aa ", "code they sent me a ", "between us on the ", "was embargoed until noon ",
    "I'll come down and ", "Aa Aa. She fiddled ", "strange that Aa Aa's cousin ", "took deposits from a ",
    "Labour and see the back of ", "great to see the SNP ", "how many have you ", "the way we do Aa at ",
    "my council's rule my tenants ", "met the couple at number ", "the colleague who ", "guy i do the checks on ",
]  # fmt: skip

_draw = random.Random(7)
WHOLE = {
    "blank lines before a word": "\n" * (LONGEST - 1) + "a",
    "dots before a word": "." * (LONGEST - 1) + "a",
    "brackets within brackets": "(" * (LONGEST // 2) + ")" * (LONGEST // 2),
    "quotes within quotes": "“" * (LONGEST // 2) + "”" * (LONGEST // 2),
    "digits as they come": "".join(_draw.choices("0123456789", k=LONGEST)),
    "digits with gaps": "".join(_draw.choices("0123456789 -./+", k=LONGEST)),
    "letters as they come": "".join(_draw.choices("abcdefghijklmnopqrstuvwxyzABCDEFGH", k=LONGEST)),
    "signs as they come": "".join(_draw.choices("@.:/\\-_#()[]{}<>\"'*=|,;!?", k=LONGEST)),
    "towers of marks": ("Z" + "\u0301\u0327\u0345" * 100) * (LONGEST // 301),
    "anything as it comes": "".join(map(chr, _draw.choices(range(0x20, 0xD800), k=LONGEST))),
    "one line of words": " ".join(_draw.choices([piece.strip() for piece in REPEATED], k=LONGEST))[:LONGEST],
}


def seconds(pack: Pack, engine: Engine, text: str, bio: str | None = None) -> float:
    """What a whole review computes, in the mode in which most is looked for."""
    began = time.process_time()
    review(Draft(text=text, bio=bio), pack, engine, mode="official", id_key=bytes(32), today=date(2026, 1, 1))
    return time.process_time() - began


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_a_review_takes_time_in_line_with_the_text(pack: Pack, engine: Engine, piece: str) -> None:
    text = piece * (LONGEST // len(piece))
    _is_linear(pack, engine, text)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_so_does_a_text_that_does_not_repeat(pack: Pack, engine: Engine, text: str) -> None:
    _is_linear(pack, engine, text)


@pytest.mark.parametrize("bio", WHOLE.values(), ids=WHOLE)
def test_and_a_profile(pack: Pack, engine: Engine, bio: str) -> None:
    assert seconds(pack, engine, "We are closed today.", bio) < BOUND


def _is_linear(pack: Pack, engine: Engine, text: str) -> None:
    part = seconds(pack, engine, text[: LONGEST // 4])  # first: from the whole text most of it would be remembered
    whole = seconds(pack, engine, text)
    assert whole < BOUND, f"{whole:.2f} s"
    if whole > BOUND / 8:  # of less, the clock's own grain would be measured
        assert whole < max(10 * part, BOUND / 4), f"{part:.2f} s for a quarter, {whole:.2f} s for the whole"
