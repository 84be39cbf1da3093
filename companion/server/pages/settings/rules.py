"""Rules: how serious each is in each mode, only counted, off, and back to what the policy says."""

from __future__ import annotations

from pydantic import ValidationError

from companion.draft import MODES
from companion.policy.choices import RuleChoice
from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pages.settings.families import Family, families, label_of
from companion.server.pages.undo import changing
from companion.store.settings import Settings

QUIET = "quiet"


def shown(desk: Desk) -> list[Family]:
    policy = desk.policy()
    return families(policy.rules, desk.companion.settings.present.rules) if policy else []


def save(desk: Desk, form: Form) -> Answer:
    """One family at a time: what is on the form becomes the choice, all of it."""
    family = form.get("family", "")
    rules = [rule.id for found in shown(desk) if found.id == family for rule in found.rules]
    if not rules:
        return None
    if form.get("as") == "policy":
        chosen: dict[str, RuleChoice] = {}
    else:
        try:
            chosen = {rule: choice_in(form, rule) for rule in rules}
        except ValidationError:
            return None

    def made(now: Settings) -> Settings:
        rest = {rule: choice for rule, choice in now.rules.items() if rule not in rules}
        return now.model_copy(
            update={"rules": rest | {rule: choice for rule, choice in chosen.items() if choice != RuleChoice()}}
        )

    back = changing(desk.companion.settings, made)
    said = f"{label_of(family)}: as the policy has it." if form.get("as") == "policy" else f"{label_of(family)}: saved."
    return Done(said, back, at=f"rules-{family}")


def choice_in(form: Form, rule: str) -> RuleChoice:
    """What the form says of one rule; nothing chosen is the policy's word."""
    modes = {mode: form.get(f"{rule}:{mode}") or None for mode in MODES}
    return RuleChoice.model_validate({**modes, "monitor_only": form.get(f"{rule}:{QUIET}") == "yes"})
