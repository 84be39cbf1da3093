"""What is always allowed and what was answered on a card: labels of words that are not kept, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from companion.draft import MODES
from companion.policy.allow import AllowEntry, Where, entry_for
from companion.policy.choices import RuleChoice
from companion.server.pages.advice import called
from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import MODE_WORDS, Desk, typed
from companion.server.pages.undo import changing
from companion.store.settings import Settings, SettingsPatch
from companion.store.settings_store import patched

LONGEST = 300  # characters
SAID = {"dismissed": "Not a problem here", "not_useful": "Not useful"}


@dataclass(frozen=True)
class AnswerRow:
    """An answer to a card that holds from then on, in one place or one mode."""

    id: str
    label: str
    rule: str
    said: str
    where: str  # "X · Personal"
    day: date | None


def answered(settings: Settings) -> list[AnswerRow]:
    """The newest first."""
    return [_row(entry, entry.only) for entry in reversed(settings.allow) if entry.only is not None]


def _row(entry: AllowEntry, only: Where) -> AnswerRow:
    return AnswerRow(entry.id, entry.label, entry.rule, SAID[entry.said], _place(only), entry.day)


def _place(only: Where) -> str:
    mode = next(label for value, _, label, _ in MODE_WORDS if value == only.mode)
    where = (called(only.site) if only.site else "Every site", mode, "private messages" if only.private else "")
    return " · ".join(part for part in where if part)


def remove(desk: Desk, form: Form) -> Answer:
    return _without(desk, form, "allow")


def take_back(desk: Desk, form: Form) -> Answer:
    return _without(desk, form, "answered")


def _without(desk: Desk, form: Form, at: str) -> Answer:
    store, id = desk.companion.settings, form.get("id")
    entry = next((entry for entry in store.present.allow if entry.id == id), None)
    if entry is None:
        return None
    patch, now = SettingsPatch(allow_remove=id), desk.now
    back = changing(store, lambda present: patched(present, patch, None, now))
    return Done(_from_now_on(entry, store.present), back, at)


def _from_now_on(gone: AllowEntry, left: Settings) -> str:
    """What becomes of these words now that this entry is gone: others, or a choice about the rule, may still hold."""
    own = left.rules.get(gone.rule, RuleChoice())
    if own.monitor_only:
        return "Removed. Still quiet, because you chose that its rule is only counted."
    if gone.only is None and all(own.of(mode) == "off" for mode in MODES):
        return "Removed. Still quiet, because you switched its rule off in every mode."
    if gone.only is not None and own.of(gone.only.mode) == "off":
        return "Removed. Still quiet there, because you switched its rule off in that mode."
    if still := next((one for one in left.allow if one.covers(gone)), None):
        return f"Removed. Still quiet {'there' if gone.only else 'everywhere'}, because {_why(still)}."
    if parts := [one for one in left.allow if one.is_within(gone)]:
        return f"Removed. Forepost will mention it again, but not where {' and '.join(map(_why, parts))}."
    return "Removed. Forepost will mention it again."


def _why(entry: AllowEntry) -> str:
    if entry.only is None:
        return "you always allow these words"
    return f"you answered “{SAID[entry.said]}” about the same words ({_place(entry.only)})"


def add(desk: Desk, form: Form) -> Answer:
    """The words become a fingerprint here and are forgotten."""
    policy, rule, quote = desk.policy(), form.get("rule", ""), typed(form, "quote", LONGEST)
    if policy is None or rule not in {one.id for one in policy.rules}:
        return None
    if not quote:
        return Done("Nothing was added: the field was empty.", at="allow")
    entry, now = entry_for(rule, quote, desk.companion.id_key), desk.now

    def added(present: Settings) -> Settings:
        return patched(present, SettingsPatch(), entry, now)

    return Done(f"Allowed from now on: {entry.label}.", changing(desk.companion.settings, added), "allow")
