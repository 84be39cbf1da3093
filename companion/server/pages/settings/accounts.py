"""Accounts: the mode of each, whether it is official, whether its profile carries a disclaimer; and forgetting one."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pages.undo import changing
from companion.store.settings import AccountSettings, Settings


@dataclass(frozen=True)
class AccountRow:
    key: str  # "<site>:<id>"
    name: str
    site: str
    settings: AccountSettings


def shown(settings: Settings) -> list[AccountRow]:
    rows = [_row(key, account) for key, account in settings.accounts.items()]
    return sorted(rows, key=lambda row: (row.site, row.name.casefold()))


def _row(key: str, account: AccountSettings) -> AccountRow:
    site, _, id = key.partition(":")
    return AccountRow(key, account.name or id, site, account)


def save(desk: Desk, form: Form) -> Answer:
    store, key = desk.companion.settings, form.get("account", "")
    known = store.present.accounts.get(key)
    if known is None:
        return None
    name = _row(key, known).name
    if form.get("forget") == "yes":

        def without(now: Settings) -> Settings:
            kept = {other: account for other, account in now.accounts.items() if other != key}
            return now.model_copy(update={"accounts": kept})

        return Done(f"Forgotten: {name}. It is asked about again when it writes.", changing(store, without), "accounts")
    try:
        account = AccountSettings.model_validate(
            {
                "mode": form.get("mode") or None,
                "official": form.get("official") == "yes",
                "disclaimer": form.get("disclaimer") == "yes",
                "name": known.name,
            }
        )
    except ValidationError:
        return None

    def changed(now: Settings) -> Settings:
        return now.model_copy(update={"accounts": {**now.accounts, key: account}})

    return Done(f"{name}: saved.", changing(store, changed), "accounts")
