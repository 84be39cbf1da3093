"""What is always allowed and what was answered on a card: labels of words that are not kept, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass

from companion.policy.allow import AllowEntry, Where, entry_for
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


def answered(settings: Settings) -> list[AnswerRow]:
    """The newest first."""
    return [_row(entry, entry.only) for entry in reversed(settings.allow) if entry.only is not None]


def _row(entry: AllowEntry, only: Where) -> AnswerRow:
    mode = next(label for value, _, label, _ in MODE_WORDS if value == only.mode)
    where = (called(only.site) if only.site else "Every site", mode, "private messages" if only.private else "")
    return AnswerRow(entry.id, entry.label, entry.rule, SAID[entry.said], " · ".join(part for part in where if part))


def remove(desk: Desk, form: Form) -> Answer:
    return _without(desk, form, "allow")


def take_back(desk: Desk, form: Form) -> Answer:
    return _without(desk, form, "answered")


def _without(desk: Desk, form: Form, at: str) -> Answer:
    store, id = desk.companion.settings, form.get("id")
    if not any(entry.id == id for entry in store.present.allow):
        return None
    patch, now = SettingsPatch(allow_remove=id), desk.now
    back = changing(store, lambda present: patched(present, patch, None, now))
    return Done("Removed. Forepost will mention it again.", back, at)


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
