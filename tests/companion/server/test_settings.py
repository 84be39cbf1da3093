"""Reading and changing the settings over HTTP."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from companion.server.around_a_post import tidy
from companion.store.records import Records
from companion.store.settings import Record
from tests.companion.server.live import RULE, Browser, Live
from tests.companion.server.test_pages import Visit
from tests.companion.store.test_records import POST


def test_the_settings_before_anything_was_changed(live: Live, browser: Browser) -> None:
    assert live.call("/v1/settings/read", {}, browser.headers).json == {
        "revision": 1,
        "mode": "personal",
        "accounts": {},
        "sites": {},
        "allow": [],
        "pack": {"id": "test", "version": "1"},
        "on": True,
        "paused_until": None,
        "measure": None,
        "record": False,
        "gut_check": 0,
        "language": "auto",
        "readiness_due": True,
        "set_aside": None,
    }


def test_no_post_goes_before_the_person_has_seen_that_their_settings_are_lost(tmp_path: Path) -> None:
    """For how long to keep a post may be among what was lost: the usual year would delete what was to stay for ten."""
    state = tmp_path / "state"
    state.mkdir()
    (state / "settings.json").write_text('{"record": {"on": true, "keep_days": 3650')
    live = Live(state)
    try:
        records = Records(state / "record.sqlite3", lambda: live.companion.now() - timedelta(days=500))
        records.add(**POST)
        records.database.close()
        live.companion.records.tidy(3650)  # the clock is known now
        tidy(live.companion)
        assert live.companion.records.count() == 1
        visit = Visit(live, "settings")
        assert "no post goes from your record" in visit.get().body.decode()
        live.as_local("/v1/settings/patch", {"record_keep_days": 3650})
        tidy(live.companion)
        assert live.companion.records.count() == 1
        live.as_local("/v1/settings/patch", {"record_keep_days": 365})
        tidy(live.companion)
        assert live.companion.records.count() == 0
    finally:
        live.stop()


@pytest.mark.parametrize("left", [b"", b"short", None])
def test_an_allow_list_whose_key_is_lost_is_told_of(tmp_path: Path, left: bytes | None) -> None:
    """Its fingerprints mean nothing without it: the words are mentioned again, though the list still shows them."""
    state, pages = tmp_path / "state", list[str]()
    for _ in range(3):
        live = Live(state)
        live.as_local("/v1/settings/patch", {"allow_add": {"rule": RULE, "quote": "secret"}})
        pages.append(Visit(live, "settings").get().body.decode())
        live.stop()
        if len(pages) > 1:
            continue
        (state / "key").unlink()
        if left is not None:
            (state / "key").write_bytes(left)
    assert ["The key with which your allow list was made is lost" in page for page in pages] == [False, True, False]


def test_everything_as_on_the_first_day_leaves_the_days_of_the_record(live: Live) -> None:
    """It says that the record stays: a year instead of ten would delete nine of them within the hour."""
    live.as_local("/v1/settings/patch", {"record": True, "record_keep_days": 3650, "mode": "official"})
    live.as_local("/v1/settings/import", {"file": None})
    assert live.companion.settings.present.record == Record(on=False, keep_days=3650)


def test_settings_that_were_broken_are_told_of_until_the_page_was_seen(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    (state / "settings.json").write_text("{mode")
    live = Live(state)
    try:
        (aside,) = state.glob("settings.json.broken-*")
        for body in ({}, {"mode": "official"}):
            path = "/v1/settings/patch" if body else "/v1/settings/read"
            assert live.as_local(path, body).json["set_aside"] == aside.name
        visit = Visit(live, "about")
        assert live.as_local("/v1/settings/read", {}).json["set_aside"] == aside.name, "another page is not the place"
        for _ in range(2):
            assert f"They are kept as {aside.name} in {state}" in visit.get(visit.at("settings")).body.decode()
            assert live.as_local("/v1/settings/read", {}).json["set_aside"] is None
    finally:
        live.stop()


def test_every_change_is_one_revision_and_the_answer_is_the_view_after_it(live: Live, browser: Browser) -> None:
    changes: list[tuple[dict[str, Any], str, Any]] = [
        ({"mode": "official"}, "mode", "official"),
        ({"sites": {"x.com": {"enabled": False}}}, "sites", {"x.com": {"enabled": False, "messages": False}}),
        (
            {"sites": {"b.example": {"enabled": True}}},
            "sites",
            {"x.com": {"enabled": False, "messages": False}, "b.example": {"enabled": True, "messages": False}},
        ),
        (
            {"accounts": {"x.com:1": {"mode": "official", "official": True}}},
            "accounts",
            {"x.com:1": {"mode": "official", "disclaimer": False, "official": True, "name": "", "asked": True}},
        ),
        ({"accounts": {"x.com:1": None}}, "accounts", {}),
        ({}, "mode", "official"),
    ]
    for revision, (change, field, expected) in enumerate(changes, start=2):
        answer = live.call("/v1/settings/patch", change, browser.headers)
        assert answer.status == 200, change
        assert answer.json["revision"] == revision
        assert answer.json[field] == expected
        assert live.as_local("/v1/settings/read", {}).json == answer.json


def test_a_change_of_older_settings_is_refused_and_changes_nothing(live: Live, browser: Browser) -> None:
    assert live.call("/v1/settings/patch", {"mode": "official", "revision": 1}, browser.headers).status == 200
    answer = live.call("/v1/settings/patch", {"mode": "personal", "revision": 1}, browser.headers)
    assert (answer.status, answer.json["error"]["code"]) == (409, "stale")
    assert live.as_local("/v1/settings/read", {}).json["mode"] == "official"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"mode": "party"}, "mode"),
        ({"sites": {"x.com": {"enabled": "perhaps"}}}, "sites.x.com.enabled"),
        ({"sites": {"x.com": {"enabled": True, "colour": 1}}}, "sites.x.com.colour"),
        ({"allow_add": {"rule": "a", "quote": ""}}, "allow_add.quote"),
        ({"allow_add": {"rule": "a", "quote": "b", "said": "dismissed"}}, "allow_add"),  # where?
        ({"records": True}, "records"),
    ],
)
def test_a_change_that_cannot_be_read_changes_nothing(
    live: Live, browser: Browser, change: dict[str, Any], field: str
) -> None:
    answer = live.call("/v1/settings/patch", change, browser.headers)
    assert (answer.status, answer.json["error"]["fields"]) == (400, [field])
    assert live.as_local("/v1/settings/read", {}).json["revision"] == 1


def test_changes_at_the_same_time_are_all_kept(live: Live) -> None:
    hosts = [f"site{number}.example" for number in range(12)]
    calls = [
        lambda host=host: live.as_local("/v1/settings/patch", {"sites": {host: {"enabled": False}}}) for host in hosts
    ]
    assert {answer.status for answer in live.together(list(calls))} == {200}
    after = live.as_local("/v1/settings/read", {}).json
    assert set(after["sites"]) == set(hosts)
    assert after["revision"] == 1 + len(hosts)
