"""Sets of words are told of a text all at once; one that is asked for later is looked up."""

from __future__ import annotations

from companion.detectors.reading import Reading
from companion.detectors.word_sets import WordSets


def test_each_set_has_a_number_and_each_word_its_sets() -> None:
    sets = WordSets()
    home, work = frozenset({"house", "desk"}), frozenset({"desk", "office"})
    assert [sets.number(home), sets.number(work), sets.number(frozenset({"house", "desk"}))] == [0, 1, 0]
    assert sets.known == 2
    assert [list(sets.having(word)) for word in ("house", "desk", "tree")] == [[0], [0, 1], []]


def test_a_set_is_found_in_a_text_whether_it_was_known_before_or_not() -> None:
    words = frozenset({"quagga", "okapi"})
    text = "A quagga. No animal. The okapi's house, the quagga's stable."
    before = Reading(text)
    found = ["A quagga.", "The okapi's house, the quagga's stable."]
    assert [one.text for one in before.with_any(words)] == found
    after = Reading(text)
    assert [one.text for one in after.with_any(words)] == found
    assert [one.text for one in after.with_any(words, frozenset({"stable"}))] == found[1:]
    assert before.holds(words)
    assert after.holds(words)
    assert not after.holds(frozenset({"zebra"}))
