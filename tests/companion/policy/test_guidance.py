"""What a pack says outside of its rules: read, checked against its contacts, layered, and never without words."""

from __future__ import annotations

from pathlib import Path

import pytest

from companion.policy.load import built_in, read_pack, starter_text
from companion.policy.problems import PackError

COUNCIL = Path(__file__).parents[3] / "docs/examples/council.yaml"


def test_the_built_in_pack_says_where_its_policy_says_so() -> None:
    guidance = built_in().guidance
    assert guidance.incident is not None
    advice = [*(point for section in guidance.guide for point in section.points), *guidance.leaving]
    refs = [one.ref for one in advice] + [one.ref for one in guidance.incident.steps]
    refs += [one.ref for one in guidance.readiness]
    assert len(refs) > 25
    assert None not in refs


def test_the_steps_after_a_mistake_come_in_the_order_of_the_policy() -> None:
    incident = built_in().guidance.incident
    assert incident is not None
    assert [(step.id, step.ref) for step in incident.steps][:3] == [
        ("security-incident", "§2"),
        ("line-manager", "§5"),
        ("correct", "§5"),
    ]


def test_readiness_asks_the_five_points() -> None:
    assert [question.id for question in built_in().guidance.readiness] == [
        "line-manager",
        "information-asset-owner",
        "communications-plan",
        "risks",
        "monitoring",
    ]


def test_a_pack_over_the_built_in_rules_takes_over_no_guidance() -> None:
    said = read_pack(COUNCIL.read_bytes()).pack.guidance.model_dump_json()
    assert "Newsroom" in said
    assert "§" not in said
    assert "line manager" not in said


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "contacts: [Press desk]}\n    correction",
            "contacts: [Press dsk]}\n    correction",
            "Did you mean `Press desk`",
        ),
        ("- {id: press, title", "- {id: press, titel", "`titel` is not known here. Did you mean `title`?"),
        (
            '- {id: manager, text: "My manager knows of it.", ref: "6.1"}',
            '- {id: a, text: "Once."}\n    - {id: a, text: "Twice."}',
            "Two of these have the id a. Give each its own.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(old: str, new: str, says: str) -> None:
    text = starter_text()
    assert old in text
    wrong = text.replace(old, new)
    with pytest.raises(PackError) as error:
        read_pack(wrong.encode())
    line = next(number for number, line in enumerate(wrong.splitlines(), 1) if new.splitlines()[0][:30] in line)
    problem = next(one for one in error.value.problems if says in f"{one.what} {one.mend}")
    assert abs(problem.line - line) <= 1
