"""The endpoints by which the settings are read and changed, and the policy pack is chosen."""

from __future__ import annotations

from companion.draft import PackRef
from companion.server.caller import Caller
from companion.server.companion import Companion, present_policy
from companion.server.messages import Allowed, Nothing, PolicyUse, SettingsImport, SettingsImported, SettingsView
from companion.server.refusals import Refusal, checks_in_words, kept
from companion.store.chosen_pack import NotAPack
from companion.store.portable import NotSettings, first_day, imported
from companion.store.settings import Settings, SettingsPatch
from companion.store.settings_store import StaleRevision


def read_settings(companion: Companion, _caller: Caller, _asked: Nothing) -> SettingsView:
    settings, now = companion.settings.present, companion.now()
    return SettingsView(
        revision=settings.revision,
        mode=settings.mode,
        accounts=settings.accounts,
        sites=settings.sites,
        allow=[Allowed(id=entry.id, rule=entry.rule, label=entry.label, said=entry.said) for entry in settings.allow],
        pack=present_policy(companion).pack,
        on=settings.on,
        paused_until=settings.pause_at(now),
        measure=settings.measure,
        record=settings.record.on,
        gut_check=settings.gut_check,
        language=settings.language,
        readiness_due=settings.readiness.is_due(now),
        set_aside=settings.set_aside,
    )


def patch_settings(companion: Companion, caller: Caller, patch: SettingsPatch) -> SettingsView:
    present_policy(companion)  # before anything is changed: the answer needs it
    entry = patch.allow_add.entry(companion.id_key) if patch.allow_add is not None else None
    try:
        with kept():
            companion.settings.change(patch, entry)
    except StaleRevision:
        message = "The settings were changed from another place in the meantime. Nothing was changed; read them again."
        raise Refusal(409, "stale", message) from None
    return read_settings(companion, caller, Nothing())


def import_settings(companion: Companion, _caller: Caller, asked: SettingsImport) -> SettingsImported:
    """For programs of this user alone. A file that cannot be used changes nothing."""
    left: list[str] = []

    def taken_over(present: Settings) -> Settings:
        if asked.file is None:
            return first_day(present)
        found = imported(asked.file.encode(), present, companion.id_key)
        left.extend(found.left)
        return found.settings

    try:
        with kept():
            companion.settings.replace(taken_over)
    except NotSettings as fault:
        raise Refusal(400, "invalid", fault.why, ["file"]) from None
    return SettingsImported(left=left)


def use_policy(companion: Companion, _caller: Caller, asked: PolicyUse) -> PackRef:
    """For programs of this user alone, which ask the person first. A pack that cannot be used changes nothing."""
    with kept(), checks_in_words():
        if asked.pack is None:
            companion.packs.leave()
            return present_policy(companion).pack
        try:
            companion.packs.use(companion.packs.look(asked.pack.encode()).pack.sha256)
        except NotAPack as fault:
            message = "\n".join(["This pack cannot be used, and nothing was changed.", *fault.problems])
            raise Refusal(400, "invalid", message, ["pack"]) from None
    return present_policy(companion).pack
