"""Texts by sentence and word: abbreviations do not end a sentence, long ones are read in parts, places are kept."""

from __future__ import annotations

import pytest

from companion.detectors.reading import LONGEST, Reading


def test_sentences_end_where_people_end_them() -> None:
    reading = Reading("Mr. Petrie (J. Petrie) came.  The landlord's gone!\nWork tomorrow")
    found = [sentence.text for sentence in reading.with_any(frozenset({"petrie", "landlord", "work"}))]
    assert found == ["Mr. Petrie (J. Petrie) came.", "The landlord's gone!", "Work tomorrow"]


def test_a_sentence_must_hold_a_word_of_every_set() -> None:
    reading = Reading("You are kind. You fool. The fool.")
    assert [sentence.text for sentence in reading.with_any(frozenset({"you"}), frozenset({"fool"}))] == ["You fool."]


@pytest.mark.parametrize("text", ["a" * 5000, "a " * 5000, "İ " * 300, ". " * 300, ""])
def test_any_text_is_read_in_parts_that_lie_in_it(text: str) -> None:
    for sentence in Reading(text).with_any(frozenset({"a", "i̇", "İ"})):
        assert len(sentence.text) <= LONGEST
        assert text[sentence.start : sentence.start + len(sentence.text)] == sentence.text


def test_sentences_with_a_word_are_found_where_the_others_are_beside_it() -> None:
    reading = Reading("A key. A pot. No more. A key in a pot. A key.")
    key, pot = frozenset({"key"}), frozenset({"pot"})
    assert [one.start for one in reading.with_any_beside(key, pot)] == [0, 23, 39]
    assert [one.start for one in reading.with_any_beside(pot, key, frozenset({"more"}))] == [7, 23]
    assert not reading.with_any_beside(key, frozenset({"mat"}))
