"""Of a long text that has changed, only the changed paragraphs are read again, and nothing is seen otherwise for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from companion.detectors.detector import MOST_OF_ONE_ENTITY, NEARBY, Detector
from companion.detectors.engine import detectors_for
from companion.detectors.remembered import KEPT, LONG, Remembered
from companion.draft import Detection
from companion.policy.load import load_pack
from companion.policy.model import Pack
from tests.bench.texts import text_of

EDITS = 15
LETTERS = " x7é\n.\"'"


def _in_order(seen: tuple[Detection, ...]) -> list[Detection]:
    return sorted(seen, key=lambda one: (one.start, one.end, one.kind, one.evidence))


def _examples(pack: Pack) -> list[str]:
    all_of_them = [one for rule in pack.rules for one in (*rule.examples.flag, *rule.examples.pass_)]
    return [one if isinstance(one, str) else one.text for one in all_of_them]


def _drafts(examples: list[str], seed: int) -> Iterator[str]:
    """A long text while somebody works on it: paragraphs come and go, words change. At first it holds every example."""
    draw = random.Random(seed)
    paragraphs = draw.sample([*examples, *(text_of(200, place) for place in range(80))], len(examples) + 80)
    for _ in range(EDITS):
        at = draw.randrange(len(paragraphs))
        text = paragraphs[at]
        cut = draw.randrange(len(text) + 1)
        match draw.randrange(5):
            case 0:
                paragraphs.insert(at, draw.choice(examples))
            case 1:
                paragraphs.pop(at)
            case 2:
                paragraphs[at] = text[:cut] + draw.choice(LETTERS) + text[cut:]
            case 3:
                paragraphs[at] = text[:cut] + text[cut + 3 :]
            case 4:
                paragraphs[at] = text[:cut] + draw.choice(examples) + text[cut:]
        yield "\n".join(paragraphs)


def _with_a_reach() -> list[Detector]:
    return [detector for detector in detectors_for(load_pack()) if detector.reach is not None]


@pytest.mark.parametrize("detector", _with_a_reach(), ids=lambda detector: detector.entity)
def test_sees_exactly_what_a_run_over_the_whole_text_sees(detector: Detector, pack: Pack) -> None:
    remembered = Remembered(detector)
    seen_at_all = 0
    for seed in (3, 4):
        for text in _drafts(_examples(pack), seed):
            seen = remembered.find(text)
            assert _in_order(seen) == _in_order(tuple(detector.find(text))[:MOST_OF_ONE_ENTITY])
            seen_at_all += len(seen)
    assert seen_at_all > 0, "these texts hold nothing for this detector to see"


def test_most_of_the_work_has_a_reach() -> None:
    assert len(_with_a_reach()) > len(detectors_for(load_pack())) / 2


class Counting:
    """A detector that finds the word "here" and knows how much it was given to read."""

    def __init__(self) -> None:
        self.characters = 0

    def find(self, text: str) -> Iterator[Detection]:
        self.characters += len(text)
        place = text.find("here")
        while place >= 0:
            yield Detection("word", place, place + 4, 1.0)
            place = text.find("here", place + 1)


def _counting(reach: int | None = NEARBY) -> tuple[Counting, Remembered]:
    counting = Counting()
    return counting, Remembered(Detector("word", counting.find, reach=reach))


LONG_TEXT = "\n".join(f"{number}. " + "word " * 40 for number in range(200))


def test_unchanged_paragraphs_are_not_read_again() -> None:
    counting, remembered = _counting()
    remembered.find(LONG_TEXT)
    counting.characters = 0
    at = LONG_TEXT.index("100.")

    changed = LONG_TEXT[:at] + "here " + LONG_TEXT[at:]

    assert [one.start for one in remembered.find(changed)] == [at]
    assert 0 < counting.characters < 10 * NEARBY


def test_the_same_text_is_not_read_twice() -> None:
    counting, remembered = _counting()
    remembered.find(LONG_TEXT)
    counting.characters = 0
    assert remembered.find(LONG_TEXT) == ()
    assert counting.characters == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("word " * (LONG // 5 - 1), "a short text"),
        ("word here " * LONG, "one paragraph without an end"),
    ],
)
def test_is_read_whole(text: str, why: str) -> None:
    counting, remembered = _counting()
    remembered.find(text)
    counting.characters = 0
    remembered.find(text + " x")
    assert counting.characters == len(text) + 2, why


def test_a_detector_that_looks_anywhere_reads_everything() -> None:
    counting, remembered = _counting(reach=None)
    remembered.find(LONG_TEXT)
    counting.characters = 0
    remembered.find(LONG_TEXT + "x")
    assert counting.characters == len(LONG_TEXT) + 1


def test_more_than_is_counted_is_never_carried_over() -> None:
    _, remembered = _counting()
    crowded = LONG_TEXT.replace("word", "here")
    assert len(remembered.find(crowded)) == MOST_OF_ONE_ENTITY
    assert len(remembered.find("here\n" + crowded)) == MOST_OF_ONE_ENTITY
    assert remembered.find(LONG_TEXT) == ()


def test_the_last_few_texts_are_kept_and_no_more() -> None:
    counting, remembered = _counting()
    others = [LONG_TEXT.replace("word", f"other{number}") for number in range(KEPT)]
    for text in (LONG_TEXT, *others):
        remembered.find(text)
    counting.characters = 0
    for text in others:
        remembered.find(text)
    assert counting.characters == 0
    remembered.find(LONG_TEXT)
    assert counting.characters == len(LONG_TEXT)


def test_a_reach_too_short_would_show() -> None:
    """The check above can fail: a detector that looks further than it says is found out."""
    far = Detector("word", lambda text: [Detection("word", 0, 1, 1.0, str(text.count("\n")))], reach=NEARBY)
    remembered = Remembered(replace(far))
    texts = [LONG_TEXT, LONG_TEXT + "\nmore"]
    assert [remembered.find(text) for text in texts] != [tuple(far.find(text)) for text in texts]
