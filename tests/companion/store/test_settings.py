"""The settings file: what is in it, how it changes, what happens when it is broken."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from companion.draft import Account, Draft, Mode
from companion.policy.allow import entry_for
from companion.policy.choices import RuleChoice
from companion.store.settings import AccountSettings, Record, Settings, SettingsPatch, SiteSwitch, mode_of
from companion.store.settings_store import SettingsStore, StaleRevision, patched

KEY = bytes(range(32))


def now() -> datetime:
    return datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("draft", "mode", "source"),
    [
        (Draft(text=""), "personal", "current"),
        (Draft(text="", mode="official"), "official", "draft"),
        (Draft(text="", site="x.com", account=Account(id="1")), "professional", "account"),
        (Draft(text="", site="x.com", account=Account(id="1"), mode="personal"), "personal", "draft"),
        (Draft(text="", site="x.com", account=Account(id="2")), "personal", "current"),
        (Draft(text="", site="y.com", account=Account(id="1")), "personal", "current"),
        (Draft(text="", site="x.com", account=Account(id="3")), "personal", "current"),
    ],
)
def test_which_mode_a_draft_is_read_in(draft: Draft, mode: Mode, source: str) -> None:
    accounts = {"x.com:1": AccountSettings(mode="professional"), "x.com:3": AccountSettings(disclaimer=True)}
    assert mode_of(Settings(accounts=accounts), draft) == (mode, source)


def test_a_patch_leaves_what_it_does_not_name() -> None:
    entry = entry_for("personal.phone", "07400 123456", KEY)
    before = Settings(revision=4, mode="official", sites={"a": SiteSwitch(enabled=False)}, allow=[entry])
    after = patched(before, SettingsPatch(sites={"b": SiteSwitch(enabled=False)}), None, now())
    assert after.model_dump(exclude={"revision", "sites"}) == before.model_dump(exclude={"revision", "sites"})
    assert (after.revision, set(after.sites)) == (5, {"a", "b"})


def test_the_same_words_are_allowed_once() -> None:
    spaced, plain = (entry_for("personal.phone", text, KEY) for text in ("07400 123456", "07400123456"))
    once = patched(Settings(), SettingsPatch(), spaced, now())
    assert once.allow == [replace(spaced, day=date(2026, 11, 22))]
    assert patched(once, SettingsPatch(), plain, now()).allow == once.allow
    assert patched(once, SettingsPatch(allow_remove=spaced.id), None, now()).allow == []
    assert patched(once, SettingsPatch(allow_remove="unknown"), None, now()).allow == once.allow


def test_a_change_is_on_disk_and_for_this_user_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    store = SettingsStore(file, now)
    assert not file.exists(), "reading writes nothing"
    entry = entry_for("personal.phone", "07400 123456", KEY)
    store.change(SettingsPatch(mode="official"), entry)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert SettingsStore(file, now).present == store.present
    kept = file.read_text()
    assert "ending 56" in kept
    assert "123456" not in kept
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"], "no temporary file is left"


def test_a_stale_change_is_refused(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", now)
    store.change(SettingsPatch(mode="official", revision=1))
    with pytest.raises(StaleRevision):
        store.change(SettingsPatch(mode="personal", revision=1))
    assert (store.present.mode, store.present.revision) == ("official", 2)


BROKEN = {
    "not json": ("{mode", []),
    "empty": ("", []),
    "a list": ("[]", []),
    "unknown mode": ('{"mode": "party"}', ["mode"]),
    "unknown key": ('{"colour": 1}', ["colour"]),
    "from a later version": ('{"mode": "personal", "accounts": {"a": {"shade": 1}}}', ["accounts.a.shade"]),
    "half written": (Settings().model_dump_json()[:-5], []),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_kept_aside_and_never_overwritten(tmp_path: Path, name: str) -> None:
    content, fields = BROKEN[name]
    file = tmp_path / "settings.json"
    file.write_text(content)
    store = SettingsStore(file, now)
    (aside,) = tmp_path.glob("settings.json.broken-20261122-123000-*")
    assert aside.read_text() == content
    assert store.notice is not None
    assert aside.name in store.notice
    assert str(tmp_path) in store.notice
    assert all(field in store.notice for field in fields)
    assert store.present.set_aside == aside.name
    assert store.present.model_copy(update={"revision": 1, "set_aside": None}) == Settings(), "the safe defaults"
    assert store.present.revision > 1_000_000, "no browser may take an older answer for a present one"
    assert SettingsStore(file, now).present == store.present, "nor after the next start"
    store.change(SettingsPatch(mode="official"))
    assert aside.read_text() == content


@pytest.mark.parametrize(
    ("place", "value", "lost"),
    [
        (("theme",), "dark", "nothing we know"),
        (("mode",), "campaign", "mode"),
        (("record",), {"on": True, "keep_days": "for ever"}, "record"),
        (("accounts", "x.com:1", "mode"), "campaign", "accounts"),
        (("sites", "x.com", "stories"), True, "sites"),
        (("rules", "a.rule", "personal"), "shout", "rules"),
    ],
)
def test_what_a_later_version_has_does_not_cost_the_rest(
    tmp_path: Path, place: tuple[str, ...], value: object, lost: str
) -> None:
    """Whoever goes back to this version keeps their allow list, and what else can be read."""
    whole = Settings(
        mode="professional",
        measure=True,
        accounts={"x.com:1": AccountSettings(mode="official"), "x.com:2": AccountSettings(official=True)},
        sites={"x.com": SiteSwitch(enabled=False), "bsky.app": SiteSwitch(enabled=False)},
        rules={"a.rule": RuleChoice(personal="hint"), "b.rule": RuleChoice(monitor_only=True)},
        allow=[entry_for("a.rule", str(number), b"k" * 32) for number in range(12)],
        record=Record(on=True, keep_days=3650),
    )
    written = json.loads(whole.model_dump_json())
    *above, last = place
    inside = written
    for step in above:
        inside = inside[step]
    inside[last] = value
    (tmp_path / "settings.json").write_text(json.dumps(written))
    kept = SettingsStore(tmp_path / "settings.json", now).present
    left_out: dict[str, dict[str, Any]] = {
        "accounts": {"accounts": {"x.com:2": whole.accounts["x.com:2"]}},
        "sites": {"sites": {"bsky.app": whole.sites["bsky.app"]}},
        "rules": {"rules": {"b.rule": whole.rules["b.rule"]}},
        "mode": {"mode": "personal"},
        "record": {"record": Record()},
    }
    told = {"revision": kept.revision, "set_aside": kept.set_aside}
    assert kept == whole.model_copy(update={**left_out.get(lost, {}), **told})


def test_of_an_allow_list_only_the_entries_go_that_cannot_be_read(tmp_path: Path) -> None:
    whole = Settings(allow=[entry_for("a.rule", str(number), b"k" * 32) for number in range(12)])
    written = json.loads(whole.model_dump_json())
    for number in (2, 9, 10):
        written["allow"][number]["until"] = "2030-01-01"
    (tmp_path / "settings.json").write_text(json.dumps(written))
    kept = SettingsStore(tmp_path / "settings.json", now).present
    assert kept.allow == [entry for number, entry in enumerate(whole.allow) if number not in (2, 9, 10)]


def test_of_a_broken_file_it_is_said_until_that_was_seen(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{mode")
    name = SettingsStore(file, now).present.set_aside
    assert name is not None
    store = SettingsStore(file, now)
    store.change(SettingsPatch(mode="official"))
    assert (store.present.set_aside, name in (store.notice or "")) == (name, True), "after a start and a change"
    revision = store.present.revision
    store.seen()
    assert store.notice is not None, "it still stands on the page that is open"
    again = SettingsStore(file, now)
    assert (again.notice, again.present.set_aside, again.present.revision) == (None, None, revision)


def test_two_broken_files_in_one_second_are_both_kept(tmp_path: Path) -> None:
    for content in ("one", "two"):
        tmp_path.joinpath("settings.json").write_text(content)
        SettingsStore(tmp_path / "settings.json", now)
    assert sorted(path.read_text() for path in tmp_path.glob("*.broken-*")) == ["one", "two"]


def test_a_write_that_fails_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    store = SettingsStore(file, now)
    store.change(SettingsPatch(mode="official"))
    before = file.read_bytes()

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        store.change(SettingsPatch(mode="personal"))
    assert file.read_bytes() == before
    assert store.present.mode == "official", "memory says what the file says"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_the_file_is_plain_to_read(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", now)
    store.change(SettingsPatch(mode="official"))
    assert json.loads((tmp_path / "settings.json").read_text())["mode"] == "official"
