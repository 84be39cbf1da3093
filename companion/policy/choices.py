"""The person's own layer over a pack: how serious a rule is to them, whether it only counts, whether it is off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import ConfigDict

from companion.draft import MODES, Mode, Model, Severity
from companion.policy.conditions import FieldCondition, Group
from companion.policy.model import Pack, Raise, Rule, Severities

Choice = Severity | Literal["off"]


class RuleChoice(Model):
    """What the person chose for one rule; a mode that is left out stays as the pack has it."""

    # Read and written in the same shape, so that the API describes it once.
    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    personal: Choice | None = None
    professional: Choice | None = None
    official: Choice | None = None
    monitor_only: bool = False  # counted for the person where they measure, and never shown

    def of(self, mode: Mode) -> Choice | None:
        return {"personal": self.personal, "professional": self.professional, "official": self.official}[mode]


def chosen(pack: Pack, choices: Mapping[str, RuleChoice]) -> Pack:
    """The pack as the person wants it. Their severity is final: nothing raises it in the modes they chose."""
    if not choices:
        return pack
    return pack.model_copy(update={"rules": [_chosen(rule, choices.get(rule.id)) for rule in pack.rules]})


def _chosen(rule: Rule, choice: RuleChoice | None) -> Rule:
    if choice is None:
        return rule
    said = {mode: word for mode in MODES if (word := choice.of(mode)) is not None}
    severity = {mode: None if word == "off" else word for mode, word in said.items()}
    left = [mode for mode in MODES if mode not in said]
    return rule.model_copy(
        update={
            "severity": Severities.model_validate({**rule.severity.model_dump(), **severity}),
            "raise_": list(_raises(rule, left)) if said else rule.raise_,
        }
    )


def _raises(rule: Rule, modes: list[Mode]) -> Iterator[Raise]:
    """What raises the rule, held to these modes."""
    for up in rule.raise_ if modes else ():
        here = FieldCondition.model_validate({"field": "mode", "in": modes})
        yield Raise(when=Group(all=[here, up.when]), severity=up.severity)


def only_counted(choices: Mapping[str, RuleChoice]) -> frozenset[str]:
    """The rules that the person wants counted and not shown."""
    return frozenset(rule for rule, choice in choices.items() if choice.monitor_only)
