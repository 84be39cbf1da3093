"""What surrounds a post, over HTTP: counts, record, incidents, ask first; and that none of it works unasked."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from companion.policy.guidance import Guidance
from companion.server import around_a_post
from companion.server.around_a_post import tidy
from companion.server.pages.advice import advice
from companion.server.refusals import Refusal
from companion.store.database import LaterVersion
from tests.companion.server.live import POLICY, RULE, TEST_RULE, Browser, Live

POST: dict[str, Any] = {
    "site": "x.com",
    "surface": "post",
    "mode": "official",
    "account": {"id": "1", "name": "@Council"},
    "text": "The library is open on Sunday.",
    "link": None,
    "left": "unsure",
    "signal": "editor-emptied",
}
SHOWN = {"outcomes": [{"rule": RULE, "mode": "personal", "outcome": "shown", "count": 3}]}


def test_nothing_is_counted_or_kept_before_the_person_chose_it(live: Live, browser: Browser) -> None:
    assert live.call("/v1/outcomes", SHOWN, browser.headers).json == {}
    assert live.call("/v1/records/add", POST, browser.headers).json == {"id": None}
    assert not [path.name for path in live.state.iterdir() if "sqlite" in path.name]


def test_counts_are_of_known_rules_only(live: Live, browser: Browser) -> None:
    live.call("/v1/settings/patch", {"measure": True}, browser.headers)
    smuggled = {"outcomes": [{"rule": "my.secret.words", "mode": "personal", "outcome": "shown"}]}
    for body in (SHOWN, SHOWN, smuggled):
        assert live.call("/v1/outcomes", body, browser.headers).json == {}
    assert [(one.rule, one.outcome, one.n) for one in live.companion.counts.weeks()] == [(RULE, "shown", 6)]
    live.call("/v1/settings/patch", {"measure": False}, browser.headers)
    live.call("/v1/outcomes", SHOWN, browser.headers)
    assert live.companion.counts.weeks()[0].n == 6


@pytest.mark.parametrize("more", [{"site": "x.com"}, {"text": "a"}, {"quote": "a"}])
def test_a_count_takes_neither_site_nor_text(live: Live, browser: Browser, more: dict[str, str]) -> None:
    body = {"outcomes": [{**SHOWN["outcomes"][0], **more}]}
    assert live.call("/v1/outcomes", body, browser.headers).status == 400


def test_an_official_post_is_kept_and_settled(live: Live, browser: Browser) -> None:
    live.call("/v1/settings/patch", {"record": True, "record_keep_days": 30}, browser.headers)
    assert live.call("/v1/records/add", {**POST, "mode": "personal"}, browser.headers).json == {"id": None}
    assert live.call("/v1/records/add", POST, browser.headers).json == {"id": 1}
    settle = {"id": 1, "sent": True, "link": "https://x.com/1"}
    assert live.call("/v1/records/settle", settle, browser.headers).json == {}
    (entry,) = live.companion.records.newest()
    assert (entry.left, entry.signal, entry.link) == ("sent", "link-seen", "https://x.com/1")
    assert live.call("/v1/records/add", {**POST, "reply_to": "their words"}, browser.headers).status == 400
    tidy(live.companion)
    assert live.companion.records.count() == 1


def test_where_the_record_cannot_be_tidied_the_counts_are_all_the_same(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_keep_days: int) -> int:
        raise LaterVersion("Your record of official posts")

    tidied: list[bool] = []
    monkeypatch.setattr(live.companion.records, "tidy", refuses)
    monkeypatch.setattr(live.companion.counts, "tidy", lambda: tidied.append(True))
    with pytest.raises(Refusal) as refusal:
        tidy(live.companion)
    assert "written by a later version" in refusal.value.fault.message
    assert tidied == [True]


def test_an_incident_is_in_no_file(live: Live, browser: Browser) -> None:
    note = {
        "site": "xyzzy.example",
        "surface": "post",
        "mode": "personal",
        "account": None,
        "rules": [RULE],
        "verdict": "hold",
        "posted_anyway": True,
    }
    assert live.call("/v1/incidents/note", note, browser.headers).json == {}
    (incident,) = live.companion.incidents.last_day()
    assert (incident.site, incident.rules, incident.posted_anyway) == ("xyzzy.example", (RULE,), True)
    assert not [path for path in live.state.iterdir() if b"xyzzy" in path.read_bytes()]


def test_a_mail_to_ask_names_rules_and_clauses(live: Live, browser: Browser) -> None:
    asked = live.call("/v1/ask-first", {"rules": [RULE]}, browser.headers).json
    assert [(mail["role"], mail["address"]) for mail in asked["mails"]] == [
        ("Your line manager", None),
        ("Press desk", "press@example.org"),
    ]
    mail = urlsplit(asked["mails"][1]["mailto"])
    fields = parse_qs(mail.query)
    assert (mail.scheme, mail.path) == ("mailto", "press@example.org")
    assert fields["subject"] == ["May I post this?"]
    assert "- A secret (§1: Keep secrets.)" in fields["body"][0]


def test_the_line_manager_is_left_out_for_a_claim_about_ones_own_employer(live: Live, browser: Browser) -> None:
    asked = live.call("/v1/ask-first", {"rules": [RULE], "own_employer": True}, browser.headers).json
    assert [mail["role"] for mail in asked["mails"]] == ["Press desk"]
    unknown = live.call("/v1/ask-first", {"rules": ["unknown.rule"]}, browser.headers)
    assert (unknown.status, unknown.json["error"]["fields"]) == (400, ["rules"])


def test_a_rule_that_may_be_about_the_employer_leaves_the_line_manager_out_by_itself(
    live: Live, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = TEST_RULE.model_copy(update={"own_employer": True})
    monkeypatch.setattr(around_a_post, "present_policy", lambda _: replace(POLICY, rules=(rule,)))
    asked = live.call("/v1/ask-first", {"rules": [RULE]}, browser.headers).json
    assert [mail["role"] for mail in asked["mails"]] == ["Press desk"]


def test_a_disk_that_takes_nothing_is_said_and_changes_nothing(
    live: Live, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = live.call("/v1/settings/patch", {"mode": "official"}, browser.headers)
    assert (answer.status, answer.json["error"]["code"]) == (507, "not-kept")
    assert live.call("/v1/settings/read", {}, browser.headers).json["mode"] == "personal"


@pytest.mark.parametrize(
    ("patch", "seen"),
    [
        ({"paused_until": "2026-11-22T12:45:00Z"}, "2026-11-22T12:45:00Z"),
        ({"paused_until": "2026-11-22T14:45:00+02:00"}, "2026-11-22T12:45:00Z"),
        ({"paused_until": "2026-11-22T12:00:00Z"}, None),
        ({"paused_until": "2030-01-01T00:00:00Z"}, "2026-11-23T12:30:00Z"),
    ],
)
def test_a_pause_ends_by_itself_and_lasts_a_day_at_most(
    live: Live, browser: Browser, patch: dict[str, Any], seen: str | None
) -> None:
    assert live.call("/v1/settings/patch", patch, browser.headers).json["paused_until"] == seen
    assert live.call("/v1/settings/patch", {"mode": "official"}, browser.headers).json["paused_until"] == seen
    assert live.call("/v1/settings/patch", {"paused_until": None}, browser.headers).json["paused_until"] is None


def test_readiness_is_due_until_it_was_answered(live: Live, browser: Browser) -> None:
    assert live.call("/v1/settings/read", {}, browser.headers).json["readiness_due"] is True
    patch = {"readiness": {"line-manager": True, "risks": False}}
    assert live.call("/v1/settings/patch", patch, browser.headers).json["readiness_due"] is False
    assert advice(Guidance()).readiness, "a pack without points of its own asks the general ones"
    assert live.companion.settings.present.readiness.answers == {"line-manager": True, "risks": False}


def test_a_change_of_one_field_of_a_site_or_an_account_leaves_the_others(live: Live, browser: Browser) -> None:
    for patch in (
        {"sites": {"x.com": {"messages": True}}, "accounts": {"x.com:1": {"mode": "official", "name": "@Me"}}},
        {"sites": {"x.com": {"enabled": False}}, "accounts": {"x.com:1": {"disclaimer": True}}},
    ):
        view = live.call("/v1/settings/patch", patch, browser.headers).json
    assert view["sites"] == {"x.com": {"enabled": False, "messages": True}}
    official = {"mode": "official", "disclaimer": True, "official": False, "name": "@Me", "asked": True}
    assert view["accounts"]["x.com:1"] == official


PROFILE: dict[str, Any] = {"site": "x", "account": {"id": "jane", "name": "@jane"}}
WITH, WITHOUT = "Kestrels. All views my own.", "Kestrels."

# What is known before, what is noted, and what is known of the profile afterwards.
NOTES = [
    (None, {"text": WITH}, True),
    (None, {"text": WITHOUT}, False),
    (True, {"text": WITHOUT}, True),  # another field of the same profile
    (True, {"text": WITHOUT, "before": WITH}, False),
    (False, {"text": WITH, "before": WITHOUT}, True),
    (True, {"text": WITHOUT, "before": "Newts."}, True),
]


@pytest.mark.parametrize(("known", "note", "after"), NOTES)
def test_of_a_profile_only_the_disclaimer_is_kept(
    live: Live, browser: Browser, known: bool | None, note: dict[str, str], after: bool
) -> None:
    if known is not None:
        said = {"accounts": {"x:jane": {"mode": "personal", "disclaimer": known}}}
        live.call("/v1/settings/patch", said, browser.headers)
    assert live.call("/v1/profiles/note", {**PROFILE, **note}, browser.headers).json == {"disclaimer": after}
    account = live.companion.settings.present.accounts.get("x:jane")
    assert (account is not None and account.disclaimer) == after
    if known is not None:
        assert account is not None
        assert (account.mode, account.asked) == ("personal", True), "what the person said stays"
    elif account is not None:
        assert (account.mode, account.asked, account.name) == (None, False, "@jane")
    kept = [file for file in live.state.rglob("*") if file.is_file() and b"Kestrels" in file.read_bytes()]
    assert kept == []


def test_a_profile_that_says_nothing_new_changes_no_settings(live: Live, browser: Browser) -> None:
    before = live.companion.settings.present.revision
    live.call("/v1/profiles/note", {**PROFILE, "text": WITHOUT}, browser.headers)
    assert live.companion.settings.present.revision == before
