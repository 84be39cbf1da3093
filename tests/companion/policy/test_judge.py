"""When a rule holds, and how serious it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from companion.draft import Account, Detection, Draft, Mode
from companion.policy.judge import Scene, judge
from companion.policy.plan import entities_of
from tests.companion.policy.packs import pack_of, rule

TODAY = date(2026, 4, 1)
PERIODS = [{"name": "pre-election", "from": "2026-03-26", "to": "2026-05-07", "what": "an election"}]
THING = Detection("thing", 0, 5, 0.9, kind="blue")


def scene(*seen: Detection, draft: Draft | None = None, mode: Mode = "personal", today: date = TODAY) -> Scene:
    def look(text: str, entities: list[str]) -> Sequence[Detection]:
        return [Detection(entity, 0, 1, 0.9) for entity in entities if entity in text]

    return Scene(draft or Draft(text="some words", site="x"), mode, seen, look, pack_of(periods=PERIODS).periods, today)


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"entity": "thing"}, True),
        ({"entity": "other"}, False),
        ({"entity": "thing", "kind": "blue"}, True),
        ({"entity": "thing", "kind": ["red", "blue"]}, True),
        ({"entity": "thing", "kind": "red"}, False),
        ({"entity": "thing", "near": {"entity": "name", "within": 10}}, True),
        ({"entity": "thing", "near": {"entity": "name", "within": 3}}, False),
        ({"all": [{"entity": "thing"}, {"field": "site", "is": "x"}]}, True),
        ({"all": [{"entity": "thing"}, {"field": "site", "in": ["linkedin"]}]}, False),
        ({"all": [{"entity": "thing"}, {"field": "account.kind", "is": "unknown"}]}, True),
        ({"all": [{"entity": "thing"}, {"field": "mode", "is": "official"}]}, False),
        ({"any": [{"entity": "thing"}, {"entity": "other"}]}, True),
        ({"any": [{"entity": "thing"}], "unless": [{"field": "surface", "is": "post"}]}, False),
        ({"all": [{"entity": "thing"}], "unless": [{"period": "pre-election"}]}, False),
        ({"all": [{"entity": "thing"}, {"period": "pre-election"}]}, True),
        ({"all": [{"entity": "thing"}, {"period": "no-such"}]}, False),
    ],
)
def test_conditions(when: dict[str, Any], holds: bool) -> None:
    name = Detection("name", 10, 14, 0.9)
    found = list(judge(pack_of(rule(when=when)), scene(THING, name)))
    assert [one.detection for one in found] == ([THING] if holds else [])


@pytest.mark.parametrize(
    ("places", "text", "bio", "siblings", "holds"),
    [
        ("text", "words", None, [], True),
        ("text", "disclaimer", None, [], False),
        ("text", "words", "disclaimer", [], True),
        (["text", "bio"], "words", "disclaimer", [], False),
        (["text", "bio", "siblings"], "words", "bio", ["one", "disclaimer"], False),
        (["text", "siblings"], "words", "disclaimer", ["one"], True),
    ],
)
def test_an_absence_is_looked_for_where_the_rule_says(
    places: Any, text: str, bio: str | None, siblings: list[str], holds: bool
) -> None:
    when = {"all": [{"entity": "thing"}, {"absent": "disclaimer", "in": places}]}
    draft = Draft(text=text, bio=bio, siblings=siblings)
    second = Detection("thing", 6, 9, 0.9)
    found = list(judge(pack_of(rule(when=when)), scene(THING, second, draft=draft)))
    assert [one.detection for one in found] == ([None] if holds else []), "once, and about no words of the text"


def test_a_mode_without_a_severity_emits_nothing() -> None:
    pack = pack_of(rule(severity={"personal": "hint", "professional": "hold", "official": None}))
    modes: tuple[Mode, ...] = ("personal", "professional", "official")
    assert [[one.severity for one in judge(pack, scene(THING, mode=mode))] for mode in modes] == [
        ["hint"],
        ["hold"],
        [],
    ]


def test_raise_makes_more_serious_and_never_less() -> None:
    raised = [{"when": {"entity": "thing", "kind": "blue"}, "severity": "hold"}]
    lowered = [{"when": {"entity": "thing"}, "severity": "hint"}]
    assert [one.severity for one in judge(pack_of(rule(**{"raise": raised})), scene(THING))] == ["hold"]
    assert [one.severity for one in judge(pack_of(rule(**{"raise": lowered})), scene(THING))] == ["warn"]


@pytest.mark.parametrize(
    ("today", "holds"),
    [("2026-03-25", False), ("2026-03-26", True), ("2026-05-07", True), ("2026-05-08", False)],
)
def test_a_period_has_both_its_ends(today: str, holds: bool) -> None:
    pack = pack_of(rule(when={"period": "pre-election"}), periods=PERIODS)
    assert bool(list(judge(pack, scene(today=date.fromisoformat(today))))) == holds


def test_a_rule_about_fields_alone_is_about_the_whole_draft() -> None:
    draft = Draft(text="hello", account=Account(id="1", kind="organisation"))
    pack = pack_of(rule(when={"field": "account.kind", "is": "organisation"}))
    assert [one.detection for one in judge(pack, scene(draft=draft))] == [None]


def test_only_entities_that_matter_in_the_mode_are_asked_for() -> None:
    personal_only = rule(id="a.a", severity={"personal": "warn", "professional": None, "official": None})
    near = rule(id="b.b", when={"entity": "other", "near": {"entity": "name", "within": 5}})
    pack = pack_of(personal_only, near)
    assert entities_of(pack, "personal") == ["name", "other", "thing"]
    assert entities_of(pack, "official") == ["name", "other"]
