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
)
from companion.policy.model import Pack, Period, Rule
from companion.policy.plan import Asked, plan_of


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
    entities = {seen.entity for seen in scene.seen}
    for asked in plan_of(pack, scene.mode).asked:
        rule = asked.rule
        if asked.of_an_entity and entities.isdisjoint(asked.entities):
            continue
        about_something = False
        for candidate in _candidates(asked, scene):
            if candidate is None and (about_something or not scene.draft.text.strip()):
                break
            if not _holds(rule.when, candidate, scene):
                continue
            raised = [other.severity for other in rule.raise_ if _holds(other.when, candidate, scene)]
            severity = min((asked.usual, *raised), key=SEVERITIES.index)
            about_something = True
            yield Judgement(rule, severity, None if asked.absence else candidate, scene.mode)
            if asked.absence:
                break


def _candidates(asked: Asked, scene: Scene) -> Iterator[Detection | None]:
    """What the rule may be about: the detections of its entities, and last the draft as a whole (None)."""
    yield from (seen for seen in scene.seen if seen.entity in asked.entities)
    if not asked.of_an_entity:
        yield None


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
