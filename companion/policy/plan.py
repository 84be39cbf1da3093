"""What matters of a pack in one mode, worked out once: the rules that speak there and the entities they ask for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from companion.draft import Mode, Severity
from companion.policy.conditions import (
    AbsentCondition,
    Condition,
    EntityCondition,
    FieldCondition,
    Group,
    conditions_in,
)
from companion.policy.model import Pack, Rule

_KEPT: Final = 12  # plans: a few packs, each in three modes and with the person's choices


@dataclass(frozen=True, slots=True)
class Asked:
    """A rule that speaks in this mode, and what it asks for."""

    rule: Rule
    usual: Severity
    entities: frozenset[str]  # what it may be about
    of_an_entity: bool  # it holds only of one of these, never of the draft as a whole
    absence: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The rules that speak in one mode, in the pack's order, and all entities that some of them may be about."""

    asked: tuple[Asked, ...]
    entities: list[str]


def plan_of(pack: Pack, mode: Mode) -> Plan:
    """The plan of this very pack. The last few are kept."""
    for known, of, plan in tuple(_plans):
        if known is pack and of == mode:
            return plan
    plan = _made(pack, mode)
    _plans.append((pack, mode, plan))
    return plan


def entities_of(pack: Pack, mode: Mode) -> list[str]:
    """The entities that some rule may be about in this mode: no others need be looked for."""
    return plan_of(pack, mode).entities


_plans: Final[deque[tuple[Pack, Mode, Plan]]] = deque(maxlen=_KEPT)


def _made(pack: Pack, mode: Mode) -> Plan:
    asked = tuple(
        Asked(
            rule,
            usual,
            frozenset(inner.entity for inner in conditions_in(rule.when) if isinstance(inner, EntityCondition)),
            _of_an_entity(rule.when),
            any(isinstance(inner, AbsentCondition) for inner in conditions_in(rule.when)),
        )
        for rule in pack.rules
        if (usual := rule.severity.of(mode)) is not None
    )
    return Plan(asked, _entities((one.rule for one in asked), mode))


def _of_an_entity(condition: Condition) -> bool:
    """Can it hold of something seen alone?"""
    if isinstance(condition, Group):
        some = bool(condition.any) and all(map(_of_an_entity, condition.any))
        return some or any(map(_of_an_entity, condition.all))
    return isinstance(condition, EntityCondition)


def _entities(rules: Iterable[Rule], mode: Mode) -> list[str]:
    asked = [
        inner
        for rule in rules
        for one in (rule.when, *(up.when for up in rule.raise_))
        for inner in _possible(one, mode)
    ]
    named = [inner for inner in asked if isinstance(inner, EntityCondition)]
    return sorted({one.entity for one in named} | {one.near.entity for one in named if one.near})


def _possible(condition: Condition, mode: Mode) -> Iterator[Condition]:
    """The condition and those inside it, but for branches that cannot hold in this mode."""
    if isinstance(condition, Group):
        if all(_could_hold(inner, mode) for inner in condition.all):
            for inner in (*condition.all, *condition.any, *condition.unless):
                yield from _possible(inner, mode)
    else:
        yield condition


def _could_hold(condition: Condition, mode: Mode) -> bool:
    if not isinstance(condition, FieldCondition) or condition.field != "mode":
        return True
    return mode == condition.is_ if condition.in_ is None else mode in condition.in_
