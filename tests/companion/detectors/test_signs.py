"""Signs that show where to look closely: all that are there are found, whatever the words around them."""

from __future__ import annotations

import pytest

from companion.detectors.pattern import Pattern, compile_all
from companion.detectors.reading import LONGEST, read
from companion.detectors.signs import Hint, Signs

SIGNS = Signs(("pass", " key", "key:", "wi-fi", "@", "pw", "in the ", "é"))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("COMPASS", True),
        ("my keys", True),
        ("monkey", False),
        ("monkey: x", True),
        ("a wi-fi b", True),
        ("wi fi", False),
        ("a@b", True),
        ("xpwx", True),
        ("in the\nhouse", False),
        ("Within the house", True),
        ("caf\u00e9", True),
        ("", False),
    ],
)
def test_whether_one_is_there(text: str, there: bool) -> None:
    assert SIGNS.in_any(read(text)) is there
    assert bool(list(SIGNS.around(text, 0, 0))) is there


def test_one_is_found_in_a_word_longer_than_a_sentence() -> None:
    """The reading parts such a word; the sign may stand where it does."""
    before = "x" * (LONGEST - 2)
    assert list(SIGNS.around(f"{before}pass", 1, 0)) == [(LONGEST - 3, LONGEST + 2)]


def test_what_is_around_them_is_joined_and_cut_to_the_text() -> None:
    text = "pass, then a compass and nothing more, far away: @"
    assert list(SIGNS.around(text, 6, 6)) == [(0, 26), (43, 50)]
    assert list(SIGNS.around(text, 0, 1, Pattern("pass and"))) == [(16, 21)]


def test_signs_that_come_later_are_known_of_a_text_that_was_read_before() -> None:
    text = "a text about zebrafish"
    assert not SIGNS.in_any(read(text))
    assert Signs(("brafi",)).in_any(read(text))


@pytest.mark.parametrize(
    ("pattern", "text", "may"),
    [
        (r"\bshared? (?:office|desk)\b", "A desk to share. An office.", True),
        (r"\bshared? (?:office|desk)\b", "An officer.", False),
        (r"\d+|desk", "An officer.", True),  # it has no key
        (r"\bdesk\b", f"{'x,' * (LONGEST // 2 - 1)}desk", True),  # the reading parts the word
    ],
)
def test_a_hint_tells_whether_a_pattern_may_match_somewhere(pattern: str, text: str, may: bool) -> None:
    hint = Hint(Pattern(pattern))
    assert hint.may_match(read(text)), "before its keys are read off, anything may match"
    compile_all()
    assert hint.may_match(read(text)) is may
