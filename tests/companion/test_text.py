"""The plain form of a text, and the way back to what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text import Text

# Letters with everything that normalising drops, widens or joins, surrogates included.
TYPED = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("07 aé-–—\u200b\u200d\u00ad\ufe0f\u20e3\u0301０７½ﬁ…𝟎🇬👩\ud800\udfff\u2028"),
    )
)


@pytest.mark.parametrize(
    ("typed", "plain", "why"),
    [
        ("０７４００", "07400", "full-width digits"),
        ("0️⃣7️⃣", "07", "keycap digits: a digit, a variation selector and a keycap"),
        ("𝟎𝟕", "07", "mathematical digits"),
        ("٠٧", "07", "Arabic-Indic digits"),
        ("0\u200d7\u200b4", "074", "zero-width characters"),
        ("pass\u00adword", "password", "a soft hyphen"),
        ("OFFICIAL—SENSITIVE", "OFFICIAL-SENSITIVE", "an em dash"),
        ("OFFICIAL−SENSITIVE", "OFFICIAL-SENSITIVE", "a minus sign"),
        ("employer’s “own”", 'employer\'s "own"', "curly quotes"),
        ("a\u00a0b\u2009c", "a b c", "spaces of other widths"),
        ("S\u0336E\u0336", "SE", "struck through"),
        ("cafe\u0301", "café", "an accent typed apart"),
        ("½ ﬁ …", "1/2 fi ...", "one character that is several"),
        ("a\u2028b", "a\nb", "a line separator"),
        ("fake.com∕path", "fake.com∕path", "a look-alike of a slash stays one: links are judged by it"),
    ],
)
def test_plain_form(typed: str, plain: str, why: str) -> None:
    assert Text(typed).plain == plain, why


@pytest.mark.parametrize(
    ("typed", "found", "quote"),
    [
        ("ring 0️⃣7️⃣4️⃣ now", "074", "0️⃣7️⃣4️⃣"),
        ("👩‍👩‍👧 ring ０７４", "074", "０７４"),
        ("half ½ 07", "07", "07"),
        ("half ½ 07", "1/2", "½"),
        ("half ½ 07", "/", "½"),
        ("x\u200b0\u200d7\u200bx", "07", "0\u200d7"),
    ],
)
def test_a_span_quotes_what_was_typed(typed: str, found: str, quote: str) -> None:
    text = Text(typed)
    at = text.plain.index(found)
    start, end = text.typed_span(at, at + len(found))
    assert typed[start:end] == quote


@given(TYPED, st.data())
def test_every_span_maps_back_to_an_ordered_span_of_the_text(typed: str, data: st.DataObject) -> None:
    text = Text(typed)
    start = data.draw(st.integers(0, len(text.plain)))
    end = data.draw(st.integers(start, len(text.plain)))
    begins, ends = text.typed_span(start, end)
    assert 0 <= begins <= ends <= len(typed)
    assert (begins < ends) == (start < end)


@given(TYPED, st.data())
def test_later_characters_come_from_no_earlier_place(typed: str, data: st.DataObject) -> None:
    text = Text(typed)
    places = [text.typed_span(place, place + 1) for place in range(len(text.plain))]
    assert places == sorted(places)


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_ascii_is_its_own_plain_form(typed: str) -> None:
    text = Text(typed)
    assert text.plain == typed
    assert text.typed_span(0, len(typed)) == (0, len(typed))


@given(TYPED)
def test_plain_is_plain_already(typed: str) -> None:
    once = Text(typed).plain
    assert not any(char.isdigit() and char.isdecimal() and not char.isascii() for char in once)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 4)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(IndexError):
        Text("abc").typed_span(start, end)


def test_stacked_marks_take_linear_time() -> None:
    """Ordering the marks of one character is quadratic in their number: thirty at a time are."""
    assert Text("a" + "\u0301\u0316" * 30_000).plain.startswith("á")
