"""How a rule of little use can be made quieter for the person, and the choice that does it."""

from __future__ import annotations

from companion.draft import MODES, Mode
from companion.policy.choices import RuleChoice
from companion.policy.model import Rule

QUIETER = {"hint": "a hint from now on", "count": "only counted from now on, and not shown"}
LOUD = ("hold", "warn")


def ways(rule: Rule, choice: RuleChoice) -> tuple[str, ...]:
    """The steps that are left, the smaller one first. None where the person has made it as quiet as a hint already."""
    if choice.monitor_only:
        return ()
    if any(_is_loud(rule, choice, mode) for mode in MODES):
        return ("hint", "count")
    said_nothing = any(rule.severity.of(mode) and choice.of(mode) is None for mode in MODES)
    return ("count",) if said_nothing else ()


def quieter(rule: Rule, choice: RuleChoice, way: str) -> RuleChoice:
    """The choice after that step: what the person switched off or made a hint themselves stays so."""
    if way == "count":
        return choice.model_copy(update={"monitor_only": True})
    return choice.model_copy(update={mode: "hint" for mode in MODES if _is_loud(rule, choice, mode)})


def _is_loud(rule: Rule, choice: RuleChoice, mode: Mode) -> bool:
    """Can it be more than a hint there? The person's own word is final; the policy's may be raised."""
    if (own := choice.of(mode)) is not None:
        return own in LOUD
    usual = rule.severity.of(mode)
    return usual in LOUD or (usual is not None and any(up.severity in LOUD for up in rule.raise_))
