"""What a detector needs of a text: one of a few things is enough, and without any it is not asked.

That no detector needs more than it says is checked with each of their examples (`examples.seen`).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from companion.detectors.detector import Detector
from companion.detectors.engine import Engine, detectors_for
from companion.detectors.needs import Needs
from companion.detectors.reading import Reading
from companion.draft import Detection
from companion.policy.model import Example, Pack
from companion.text import Text


@pytest.mark.parametrize(
    ("needs", "text", "met"),
    [
        (Needs(words=frozenset({"desk"})), "My Desk.", True),
        (Needs(words=frozenset({"desk"})), "My desktop.", False),
        (Needs(signs=("desk",)), "My DESKTOP.", True),
        (Needs(signs=("://",)), "https: //a", False),
        (Needs(digits=3), "1 and 23", True),
        (Needs(digits=3), "1 and 2", False),
        (Needs(longest=5), "four five5", True),
        (Needs(longest=6), "four five5", False),
        (Needs(words=frozenset({"desk"}), signs=("@",), digits=2, longest=30), "a@b", True),
        (Needs(words=frozenset({"desk"}), signs=("@",), digits=2, longest=30), "a b 1", False),
        (Needs(digits=1), "", False),
    ],
)
def test_one_of_them_is_enough(needs: Needs, text: str, met: bool) -> None:
    assert needs.met_by(Reading(text)) is met


def test_a_detector_is_asked_only_about_texts_that_hold_what_it_needs() -> None:
    asked: list[str] = []

    def find(text: str) -> Iterator[Detection]:
        asked.append(text)
        yield Detection("thing", 0, 1, 1)

    engine = Engine([Detector("thing", find, needs=Needs(digits=1))])
    assert engine.detect("no figure") == []
    assert [one.entity for one in engine.detect("1 figure")] == ["thing"]
    assert asked == ["1 figure"]


def test_the_pack_s_examples_hold_what_is_needed(pack: Pack) -> None:
    detectors = [detector for detector in detectors_for(pack) if detector.needs]
    assert len(detectors) > 20
    for rule in pack.rules:
        for example in (*rule.examples.flag, *rule.examples.pass_):
            text = Text(example.text if isinstance(example, Example) else example).plain
            for detector in detectors:
                if detector.needs and not detector.needs.met_by(Reading(text)):
                    assert list(detector.find(text)) == [], f"{detector.entity} is not asked about: {text}"
