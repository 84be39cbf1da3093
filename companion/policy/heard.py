"""Finds what a pack's rules ask about and no detector looks for: such a rule would stay silent for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from companion.policy.conditions import (
    AbsentCondition,
    Condition,
    EntityCondition,
    PresentCondition,
    conditions_in,
)
from companion.policy.load import Source
from companion.policy.problems import Problem, unknown


def unknown_entities(source: Source, looked_for: Collection[str]) -> Iterator[Problem]:
    """Entities that a rule of this file asks about and that are not among those looked for."""
    known = sorted(looked_for)
    for number, rule in enumerate(source.pack.rules):
        if ("rules", number) not in source.marks:
            continue
        for condition in (rule.when, *(up.when for up in rule.raise_)):
            for inner in conditions_in(condition):
                for name in _entities_of(inner):
                    if name not in known:
                        yield unknown(source.marks, ("rules", number, "when"), name, "entity", known)


def _entities_of(condition: Condition) -> Iterator[str]:
    match condition:
        case EntityCondition():
            yield condition.entity
            if condition.near:
                yield condition.near.entity
        case AbsentCondition():
            yield condition.absent
        case PresentCondition():
            yield condition.present
