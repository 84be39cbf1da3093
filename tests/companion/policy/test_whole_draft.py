"""Rules about the draft as a whole: what is present elsewhere, what yields to another rule, what a mode needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from companion.draft import Account, Detection, Draft, Mode
from companion.policy.fixes import kept
from companion.policy.judge import Scene, judge
from companion.policy.plan import entities_of
from tests.companion.policy.packs import pack_of, rule

THING = Detection("thing", 0, 5, 0.9)


def scene(*seen: Detection, draft: Draft, mode: Mode = "official") -> Scene:
    def look(text: str, entities: list[str]) -> Sequence[Detection]:
        return [Detection(entity, 0, 1, 0.9, kind="asked") for entity in entities if entity in text]

    return Scene(draft, mode, seen, look, [], date(2026, 4, 1))


@pytest.mark.parametrize(
    ("condition", "draft", "holds"),
    [
        ({"present": "request", "in": "reply_to"}, Draft(text="ok", reply_to="a request"), True),
        ({"present": "request", "in": "reply_to"}, Draft(text="request"), False),
        ({"present": "request", "in": "reply_to", "kind": "asked"}, Draft(text="ok", reply_to="a request"), True),
        ({"present": "request", "in": "reply_to", "kind": "named"}, Draft(text="ok", reply_to="a request"), False),
        ({"present": "profile", "in": ["bio", "siblings"]}, Draft(text="ok", siblings=["profile"]), True),
        ({"present": "profile", "in": "bio"}, Draft(text="  ", bio="profile"), False),
        ({"field": "account.kind", "is": "organisation"}, Draft(text="ok", account=Account(id="a")), False),
    ],
)
def test_what_is_present_elsewhere_is_about_the_draft_as_a_whole(
    condition: dict[str, Any], draft: Draft, holds: bool
) -> None:
    found = judge(pack_of(rule(when=condition)), scene(draft=draft))
    assert [one.detection for one in found] == ([None] if holds else [])


def test_the_draft_as_a_whole_is_judged_only_where_nothing_in_it_was() -> None:
    either = {"any": [{"entity": "thing"}, {"present": "profile", "in": "bio"}]}
    draft = Draft(text="some words", bio="profile")
    assert [one.detection for one in judge(pack_of(rule(when=either)), scene(THING, draft=draft))] == [THING]
    assert [one.detection for one in judge(pack_of(rule(when=either)), scene(draft=draft))] == [None]


@pytest.mark.parametrize(("other", "found"), [("warn", ["test.other"]), ("hint", ["test.rule", "test.other"])])
def test_a_rule_yields_only_to_one_at_least_as_serious(other: str, found: list[str]) -> None:
    same = dict.fromkeys(("personal", "professional", "official"), other)
    pack = pack_of(rule(yields_to=["test.other"]), rule(id="test.other", severity=same))
    assert [one.rule.id for one in judge(pack, scene(THING, draft=Draft(text="some words")))] == found


def test_a_branch_that_cannot_hold_in_a_mode_is_not_looked_for() -> None:
    voices = {
        "any": [
            {"all": [{"entity": "official"}, {"field": "mode", "in": ["personal", "professional"]}]},
            {"all": [{"entity": "private"}, {"field": "mode", "is": "official"}]},
        ]
    }
    pack = pack_of(rule(when=voices))
    assert entities_of(pack, "personal") == ["official"]
    assert entities_of(pack, "official") == ["private"]


@pytest.mark.parametrize(
    ("quote", "rest"),
    [
        ("tenant Jean Forsyth", "a tenant"),
        ("Our tenant Oluwaseun Adebayo", "Our tenant"),
        ("Mohammed Iqbal, an elderly patient", "an elderly patient"),
        ("Mrs Kowalczyk", None),
    ],
)
def test_the_role_is_what_remains_of_a_named_person(quote: str, rest: str | None) -> None:
    assert kept("role", quote) == rest
