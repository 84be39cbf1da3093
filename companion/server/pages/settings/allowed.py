"""What is always allowed: labels of values whose words are not kept, adding one, and taking one away."""

from __future__ import annotations

from companion.policy.allow import entry_for
from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import Desk, typed
from companion.server.pages.undo import changing
from companion.store.settings import Settings, SettingsPatch
from companion.store.settings_store import patched

LONGEST = 300  # characters


def remove(desk: Desk, form: Form) -> Answer:
    store, id = desk.companion.settings, form.get("id")
    if not any(entry.id == id for entry in store.present.allow):
        return None
    patch, now = SettingsPatch(allow_remove=id), desk.now
    back = changing(store, lambda present: patched(present, patch, None, now))
    return Done("Removed. Forepost will mention it again.", back, "allow")


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
