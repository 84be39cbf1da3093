"""What the person said of an account counts in every draft written with it."""

from __future__ import annotations

from datetime import date

import pytest

from companion.detectors.engine import Engine
from companion.draft import Account, Draft
from companion.policy.allow import NOTHING_ALLOWED
from companion.policy.model import Pack
from companion.review import review
from companion.store.accounts import as_known
from companion.store.settings import AccountSettings, Settings, mode_of

TODAY = date(2026, 1, 15)
KNOWN = Settings(
    accounts={
        "x:shr": AccountSettings(official=True),
        "x:shr-official": AccountSettings(official=True, mode="official"),
        "x:jane": AccountSettings(disclaimer=True),
        "x:joe": AccountSettings(mode="official"),
        "x:quiet": AccountSettings(),
    }
)
DAY = "Lovely day in Oban."
WORK = "Honestly proud of what we put out today at SHR."
MISMATCH, NO_DISCLAIMER = "disclosure.mode-mismatch", "disclosure.missing-disclaimer"
TABLE: list[tuple[Account, str, str, str | None, str]] = [
    (Account(id="shr"), DAY, MISMATCH, "hold", "an official account in personal mode"),
    (Account(id="shr-official", kind="person"), DAY, MISMATCH, None, "they said that it is official"),
    (Account(id="joe", kind="person"), DAY, MISMATCH, "hold", "a person's account in official mode"),
    (Account(id="quiet"), DAY, MISMATCH, None, "waved away when asked"),
    (Account(id="jane"), WORK, NO_DISCLAIMER, None, "its profile says so"),
    (Account(id="quiet"), WORK, NO_DISCLAIMER, "warn", "waved away when asked"),
    (Account(id="stranger"), WORK, NO_DISCLAIMER, "warn", "never asked about"),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[-1])
def test_what_is_known_of_an_account_is_judged_with_the_draft(
    row: tuple[Account, str, str, str | None, str], pack: Pack, engine: Engine
) -> None:
    account, text, rule, severity, _ = row
    draft = Draft(text=text, site="x", account=account)
    mode, _source = mode_of(KNOWN, draft)
    known = as_known(KNOWN, draft)
    found = review(known, pack, engine, mode=mode, allow=NOTHING_ALLOWED, id_key=b"k" * 32, today=TODAY)
    assert {finding.rule: finding.severity for finding in found.findings}.get(rule) == severity


@pytest.mark.parametrize("draft", [Draft(text=DAY), Draft(text=DAY, site="mastodon", account=Account(id="shr"))])
def test_without_an_account_or_on_another_site_nothing_is_known(draft: Draft) -> None:
    assert as_known(KNOWN, draft) == draft


def test_a_profile_that_was_read_counts_as_it_stands() -> None:
    draft = Draft(text=WORK, site="x", account=Account(id="jane"), bio="Runner. Baker.")
    assert as_known(KNOWN, draft).bio == "Runner. Baker."
