"""The rules of the policy in families, as the settings show them: what the pack says, and what the person says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from companion.draft import MODES, Mode
from companion.policy.choices import Choice, RuleChoice
from companion.policy.model import Rule

FAMILIES = {
    "personal": "Personal details",
    "credentials": "Passwords and keys",
    "marking": "Markings",
    "sensitive": "What is not public yet",
    "links": "Links",
    "disclosure": "Who is speaking",
    "third-party": "Other people",
    "conduct": "Tone and fairness",
    "rights": "Other people's work",
    "foi": "Requests for information",
}
CHOICES: dict[Choice, str] = {"hold": "Hold", "warn": "Warn", "hint": "Hint", "off": "Off"}
PACK_SAYS = {"hold": "hold", "warn": "warn", "hint": "hint", None: "nothing"}


@dataclass(frozen=True)
class InMode:
    """One rule in one mode."""

    mode: Mode
    pack: str  # what the policy says, in words
    chosen: Choice | None


@dataclass(frozen=True)
class RuleRow:
    id: str
    title: str
    modes: tuple[InMode, ...]
    quiet: bool  # counted and not shown
    own: bool  # is anything of it the person's own choice?


@dataclass(frozen=True)
class Family:
    id: str
    label: str
    rules: tuple[RuleRow, ...]

    @property
    def own(self) -> int:
        """How many rules are not as the policy has them."""
        return sum(rule.own for rule in self.rules)


def family_of(rule: str) -> str:
    return rule.partition(".")[0]


def label_of(family: str) -> str:
    return FAMILIES.get(family, family.replace("-", " ").capitalize())


def families(rules: tuple[Rule, ...], choices: Mapping[str, RuleChoice]) -> list[Family]:
    """In the order above, a pack's own families behind them."""
    ids = list(dict.fromkeys([*FAMILIES, *(family_of(rule.id) for rule in rules)]))
    found = [
        Family(id, label_of(id), tuple(_row(rule, choices) for rule in rules if family_of(rule.id) == id)) for id in ids
    ]
    return [family for family in found if family.rules]


def _row(rule: Rule, choices: Mapping[str, RuleChoice]) -> RuleRow:
    choice = choices.get(rule.id, RuleChoice())
    modes = tuple(InMode(mode, PACK_SAYS[rule.severity.of(mode)], choice.of(mode)) for mode in MODES)
    return RuleRow(rule.id, rule.title, modes, choice.monitor_only, choice != RuleChoice())
