"""Phone numbers, however they are written; numbers of other things, and lines for the public, are silent."""

from __future__ import annotations

import pytest

from companion.detectors import phone
from tests.companion.detectors.examples import quotes, seen

BRITISH = phone.detector("GB")


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("text me 07400 123456 x", "07400 123456", "a mobile"),
        ("call +44 (0)131 496 0000", "+44 (0)131 496 0000", "international with a zero in brackets"),
        ("kontakt: +48 512 304 876", "+48 512 304 876", "another country"),
        ("(0131) 496-0000 after six", "(0131) 496-0000", "brackets and a dash"),
        ("07.400.123.456", "07.400.123.456", "dots"),
        ("07-40-01-23-45-6", "07-40-01-23-45-6", "pairs"),
        ("0 7 4 0 0 1 2 3 4 5 6", "0 7 4 0 0 1 2 3 4 5 6", "digit by digit"),
        ("07400/123/456", "07400/123/456", "slashes"),
        ("07400•123•456", "07400•123•456", "bullets"),
        ("07400_123_456", "07400_123_456", "underscores"),
        ("07400\n123 456", "07400\n123 456", "over two lines"),
        ("whatsapp07400123456", "07400123456", "glued to a word"),
        ("０７４００ １２３４５６", "０７４００ １２３４５６", "full-width digits"),
        ("0️⃣7️⃣4️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "0️⃣7️⃣4️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣", "keycaps"),
        (
            "0\u200d7\u200d4\u200d0\u200d0\u200d123456",
            "0\u200d7\u200d4\u200d0\u200d0\u200d123456",
            "zero-width joiners",
        ),
        ("call O7400 l23456", "O7400 l23456", "letters that look like digits"),
        ("ring me on O77OO 9OO 128", "O77OO 9OO 128", "a letter for every nought, six digits left"),
        ("txt o74oo123456 x", "o74oo123456", "small letters, run together"),
        ("+44(0)77oo 9oo 345", "+44(0)77oo 9oo 345", "with a nought in brackets"),
        ("OI31 496 O126", "OI31 496 O126", "a landline"),
        ("+44 74OO I23 456", "+44 74OO I23 456", "with the prefix"),
        ("+33 6 39 98 12 34", "+33 6 39 98 12 34", "the French range for drama"),
        ("+33 (0)6.39.98.12.34", "+33 (0)6.39.98.12.34", "the same, dotted"),
        ("+353 20 912 3456", "+353 20 912 3456", "the Irish one"),
        (
            "oh seven four double oh one two three four five six",
            "oh seven four double oh one two three four five six",
            "words",
        ),
        (
            "oh seven seven double-oh nine hundred one four two",
            "oh seven seven double-oh nine hundred one four two",
            "a hundred for two noughts",
        ),
        (
            "oh seven four hundred, one two three, four five six",
            "oh seven four hundred, one two three, four five six",
            "a hundred early on",
        ),
        (
            "oh one three one four nine six, two thousand",
            "oh one three one four nine six, two thousand",
            "a thousand for three noughts",
        ),
        (
            "oh one nine hundred, eight one two, four five six",
            "oh one nine hundred, eight one two, four five six",
            "a hundred in the code of a town",
        ),
        (
            "zero7 four double 0, 1 two three, 4 five 6",
            "zero7 four double 0, 1 two three, 4 five 6",
            "words and figures",
        ),
        (
            "no: zero seven four double oh one two three four five six",
            "zero seven four double oh one two three four five six",
            'after "no"',
        ),
        ("ring 07700 900123", "07700 900123", "kept for drama: a reader cannot tell"),
        ("01632 960146. 18+ only", "01632 960146", "more figures after a full stop"),
        ("07700 900996£1.50 a min", "07700 900996", "a price glued to it"),
        ("tickets: https://example.org/a\n07400 123456", "07400 123456", "on the line below a link"),
        ("room A12\n07400123456", "07400123456", "on the line below a code"),
        ("https://wa.me/447400123456", "447400123456", "a link that rings"),
        ("ask for Iona in our Glasgow team on 0131 496 0126", "0131 496 0126", "a person named: her own line"),
    ],
)
def test_a_number_is_found(text: str, quote: str, why: str) -> None:
    assert quotes(BRITISH, text) == [quote], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("999, 101, 111, 116 123 and 0800 83 85 87", "help lines"),
        ("call 0300 123 4567 or 0345 678 9000", "numbers of organisations"),
        ("order no 01314960000", "an order"),
        ("ref: 07400123456", "a reference"),
        ("see https://example.org/item/07400123456", "part of a link"),
        ("it cost £07400123456", "money"),
        ("3.14159265358979 and 0.7400123456789", "decimals"),
        ("10k 00:58:41, half 2:09:33, personal best 01:57:20", "times"),
        ("4-4-2, 07/08 season, 3-1 at home, 0-0 away", "scores"),
        ("IBAN GB33BUKB20201555555555", "an account"),
        ("EuroMillions 04 19 27 36 48, stars 02 11", "a lottery"),
        ("one two three, one two three, and turn", "a dance"),
        ("Appointments can be booked online or on 0131 496 0400.", "a line for the public"),
        ("ring the switchboard on 0141 496 0000", "a switchboard"),
        ("lol lol lol lol 1 2 3", "laughs"),
        ("O2 arena, O2 arena, 02 O2, I1 I2 I3 I4 I5 I6", "letters and digits"),
        ("100l of water, 100l, 100l, 100l", "litres"),
        ("06 39 98 12 34 were last night's balls", "no prefix"),
        ("id O07400123456", "an id"),
        ("upgrading 10.7.41 -> 10.7.42 broke printing", "versions"),
        ("Lost your number when the phone went in the Clyde", "no number at all"),
    ],
)
def test_other_numbers_are_silent(text: str, why: str) -> None:
    assert quotes(BRITISH, text) == [], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("call us on oh eight hundred, one two three, four five six seven", "free to ring"),
        ("call oh eight hundred one one one double one", "the free line that is shorter"),
        ("ring oh eight double oh one one one five five five", "the same with double"),
        ("call oh three four five seven double oh nine double oh one", "an organisation's"),
        ("text us, order oh seven seven double oh nine hundred one four two", "an order"),
        ("call it four hundred, five hundred, six hundred, oh I give up", "counted in hundreds"),
        ("oh one hundred, two hundred, three hundred, four hundred, phone it in", "the same after an oh"),
    ],
)
def test_what_is_said_in_words_and_leads_to_nobody_is_not_even_weak(text: str, why: str) -> None:
    assert [*BRITISH.find(text)] == [], why


def test_a_lost_zero_is_weak_until_a_word_for_calling_stands_beside_it() -> None:
    (weak,) = BRITISH.find("ring 7400123456")
    assert weak.score < BRITISH.threshold <= weak.score + BRITISH.lift
    assert "ring" in BRITISH.cues


def test_the_kind_tells_mobile_from_fixed() -> None:
    assert [one.kind for _, one in seen(BRITISH, "07400 123456 or 0131 496 0000")] == ["mobile", "fixed"]


def test_the_region_comes_from_the_pack() -> None:
    assert quotes(phone.detector("FR"), "appelle-moi: 06 12 34 56 78") == ["06 12 34 56 78"]
    assert quotes(BRITISH, "appelle-moi: 06 12 34 56 78") == []
