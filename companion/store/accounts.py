"""What the person said of an account, laid over what the page shows of it."""

from __future__ import annotations

from companion.draft import Draft
from companion.store.settings import AccountSettings, Settings

# Of a profile only the flag is kept. The rules read words, so the flag speaks in the plainest ones.
_DISCLAIMER = "Views are my own."


def account_of(settings: Settings, draft: Draft) -> AccountSettings | None:
    """What is known of the account this draft is written with; None when the page shows none, or one never seen."""
    return settings.accounts.get(f"{draft.site}:{draft.account.id}") if draft.account is not None else None


def as_known(settings: Settings, draft: Draft) -> Draft:
    """The draft with what the person said once: its account is official, or its profile carries a disclaimer."""
    known = account_of(settings, draft)
    if known is None or draft.account is None:
        return draft
    account = draft.account.model_copy(update={"kind": "organisation"}) if known.official else draft.account
    bio = _DISCLAIMER if known.disclaimer and draft.bio is None else draft.bio
    return draft.model_copy(update={"account": account, "bio": bio})
