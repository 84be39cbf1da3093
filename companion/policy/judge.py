"""Whether a rule holds, and for which of the things seen. Pure: the draft, the detections and today come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from companion.draft import SEVERITIES, Detection, Draft, Mode, Severity
from companion.policy.conditions import (
    AbsentCondition,
    Condition,
    EntityCondition,
    FieldCondition,
    Group,
    PresentCondition,
    Where,
    conditions_in,
)
from companion.policy.model import Pack, Period, Rule


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a rule may ask about."""

    draft: Draft
    mode: Mode
    seen: Sequence[Detection]  # in the text
    look: Callable[[str, list[str]], Sequence[Detection]]  # for one entity, in any text: asked only when it matters
    periods: Sequence[Period]
    today: date


@dataclass(frozen=True, slots=True)
class Judgement:
    """A rule that holds: how serious, and for which detection (None: for something absent, or for the whole draft)."""

    rule: Rule
    severity: Severity
    detection: Detection | None
    mode: Mode = "personal"


def judge(pack: Pack, scene: Scene) -> list[Judgement]:
    """Every rule that holds, in the pack's order, but those that yield to another at least as serious."""
    found = list(_judgements(pack, scene))
    worst: dict[str, int] = {}
    for one in found:
        weight = SEVERITIES.index(one.severity)
        worst[one.rule.id] = min(weight, worst.get(one.rule.id, weight))
    return [
        one
        for one in found
        if not any(worst.get(other, len(SEVERITIES)) <= SEVERITIES.index(one.severity) for other in one.rule.yields_to)
    ]


def _judgements(pack: Pack, scene: Scene) -> Iterator[Judgement]:
    """Every rule that holds; one about an absence, or about the draft as a whole, at most once."""
    for rule in pack.rules:
        usual = rule.severity.of(scene.mode)
        if usual is None:
            continue
        absence = any(isinstance(inner, AbsentCondition) for inner in conditions_in(rule.when))
        about_something = False
        for candidate in _candidates(rule, scene):
            if candidate is None and (about_something or not scene.draft.text.strip()):
                break
            if not _holds(rule.when, candidate, scene):
                continue
            raised = [other.severity for other in rule.raise_ if _holds(other.when, candidate, scene)]
            severity = min((usual, *raised), key=SEVERITIES.index)
            about_something = True
            yield Judgement(rule, severity, None if absence else candidate, scene.mode)
            if absence:
                break


def entities_of(pack: Pack, mode: Mode) -> list[str]:
    """The entities that some rule may be about in this mode: no others need be looked for."""
    rules = [rule for rule in pack.rules if rule.severity.of(mode) is not None]
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


def _candidates(rule: Rule, scene: Scene) -> Sequence[Detection | None]:
    """What the rule may be about: the detections of its entities, and last the draft as a whole (None)."""
    entities = {inner.entity for inner in conditions_in(rule.when) if isinstance(inner, EntityCondition)}
    return [*(seen for seen in scene.seen if seen.entity in entities), None]


def _holds(condition: Condition, candidate: Detection | None, scene: Scene) -> bool:
    match condition:
        case EntityCondition():
            return candidate is not None and _is_this(condition, candidate, scene)
        case FieldCondition():
            value = _field(condition.field, scene)
            return value == condition.is_ if condition.in_ is None else value in condition.in_
        case AbsentCondition():
            return not any(scene.look(text, [condition.absent]) for text in _texts(condition, scene.draft))
        case PresentCondition():
            found = (seen for text in _texts(condition, scene.draft) for seen in scene.look(text, [condition.present]))
            return any(_of_kind(seen, condition.kind) for seen in found)
        case Group():
            return (
                all(_holds(inner, candidate, scene) for inner in condition.all)
                and (not condition.any or any(_holds(inner, candidate, scene) for inner in condition.any))
                and not any(_holds(inner, candidate, scene) for inner in condition.unless)
            )
    return any(period.name == condition.period and period.from_ <= scene.today <= period.to for period in scene.periods)


def _is_this(condition: EntityCondition, candidate: Detection, scene: Scene) -> bool:
    if candidate.entity != condition.entity:
        return False
    if not _of_kind(candidate, condition.kind):
        return False
    near = condition.near
    return near is None or any(
        seen.entity == near.entity and _gap(seen, candidate) <= near.within
        for seen in scene.seen
        if seen is not candidate
    )


def _of_kind(seen: Detection, kinds: str | list[str] | None) -> bool:
    return kinds is None or seen.kind in ([kinds] if isinstance(kinds, str) else kinds)


def _gap(one: Detection, other: Detection) -> int:
    """Characters between two spans; 0 where they touch or overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def _texts(condition: AbsentCondition | PresentCondition, draft: Draft) -> Iterator[str]:
    places: list[Where] = [condition.in_] if isinstance(condition.in_, str) else condition.in_
    if "text" in places:
        yield draft.text
    if "bio" in places and draft.bio:
        yield draft.bio
    if "siblings" in places:
        yield from draft.siblings
    if "reply_to" in places and draft.reply_to:
        yield draft.reply_to


def _field(name: str, scene: Scene) -> str:
    draft = scene.draft
    account = draft.account.kind if draft.account else "unknown"
    values = {"mode": scene.mode, "site": draft.site, "surface": draft.surface, "audience": draft.audience or ""}
    return account if name == "account.kind" else values[name]
