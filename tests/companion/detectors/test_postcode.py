"""Full postcodes; districts, product codes and gates are silent."""

from __future__ import annotations

import pytest

from companion.detectors import postcode
from companion.detectors.engine import Engine
from tests.companion.detectors.examples import quotes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("deliver to KA3 6DN?", ["KA3 6DN"]),
        ("from G12 8QQ to IV30 1NY", ["G12 8QQ", "IV30 1NY"]),
        ("im at KY119XD and ice forms", ["KY119XD"]),
        ("EC1A 1BB is the post office museum's old one", ["EC1A 1BB"]),
        ("Echo Hotel 6 4 Juliet Foxtrot.", ["Echo Hotel 6 4 Juliet Foxtrot"]),
        ("who else is in EC1V 9BD today", ["EC1V 9BD"]),
        ("we're at iv27 4hb now", ["iv27 4hb"]),
        ("Iv27 4hb if you fancy a drive", ["Iv27 4hb"]),
        ("delivering to ab55 4ah?", ["ab55 4ah"]),
        ("power's off in ze1 0ab again", ["ze1 0ab"]),
        ("ＥＨ６ ４ＪＦ", ["ＥＨ６ ４ＪＦ"]),
    ],
)
def test_a_full_postcode_is_found(text: str, found: list[str]) -> None:
    assert quotes(postcode.DETECTOR, text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("flat hunting in G12 and EH6", "districts"),
        ("Gate B3 4PM BA1 2 hours late", "a time"),
        ("MD78 5LL and MC76 9LL", "no such areas"),
        ("error E11 0AB then E12 0AC", "errors"),
        ("B7 8QE isn't checkmate Brian", "chess"),
        ("#S04US and @N64DD", "a tag and a handle"),
        ("run M3 5KM every day", "a distance"),
        ("Perth Concert Hall, Mill Street, PH1 5HZ", "a public place"),
        ("Our office: Ardle House, 58 Port Street, Glasgow G4 0HF", "an office in a named house"),
        ("The appeal is at Perth Sheriff Court, Tay Street, Perth PH2 8NL", "a court"),
        ("m1 2nd lane closed", "a rank"),
        ("laptop is e15 8gb of ram", "a size"),
        ("np2 3hr wait in a&e", "hours"),
        ("ch3 2tr in next stitch then turn", "crochet"),
        ("the b12 6mg tablets", "a weight"),
        ("txt costs 150p g696ga", "small letters, run together"),
        ("a hotel in india, golf after", "phonetic words in prose"),
    ],
)
def test_others_are_silent(text: str, why: str) -> None:
    assert quotes(postcode.DETECTOR, text) == [], why


def test_small_letters_need_a_word_for_it(engine: Engine) -> None:
    assert [one.entity for one in engine.detect("my postcode is eh3 9qq", ["postcode"])] == ["postcode"]
    assert engine.detect("the eh3 9qq remix", ["postcode"]) == []
