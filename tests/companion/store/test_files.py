"""Where files are kept, and the small ones among them: key, runtime note, list of browsers."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.store.clients import Clients, b64url, from_b64url
from companion.store.paths import places
from companion.store.private_file import key_of
from companion.store.runtime import Runtime, read_runtime, remove_runtime, write_runtime

RUNTIME = Runtime(port=41729, pid=7, start_id="s1", token="t", version="0")


def now() -> datetime:
    return datetime(2026, 11, 22, 12, 30, tzinfo=UTC)


def test_everything_is_under_the_folder_that_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    where = places(Path("here"))
    files = [where.settings, where.clients, where.key, where.runtime, where.lock]
    assert {file.parent for file in files} == {tmp_path / "here"}
    where.make()
    assert stat.S_IMODE((tmp_path / "here").stat().st_mode) == 0o700


def test_without_a_folder_the_platform_s_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the runtime note is not under XDG_RUNTIME_DIR, which may be missing or readable by others."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    where = places()
    assert where.settings.is_relative_to(tmp_path)
    assert where.runtime.parent == where.state
    where.make()
    assert stat.S_IMODE(where.state.stat().st_mode) == 0o700


def test_the_key_is_made_once(tmp_path: Path) -> None:
    key = key_of(tmp_path / "key", now())
    assert len(key) == 32
    assert key_of(tmp_path / "key", now()) == key
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_a_broken_key_is_kept_aside(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"short")
    assert len(key_of(tmp_path / "key", now())) == 32
    (aside,) = tmp_path.glob("key.broken-*")
    assert aside.read_bytes() == b"short"


def test_the_runtime_note_is_read_back_and_taken_away_by_its_own_start(tmp_path: Path) -> None:
    file = tmp_path / "runtime.json"
    assert read_runtime(file) is None
    write_runtime(file, RUNTIME)
    assert read_runtime(file) == RUNTIME
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    remove_runtime(file, "another start")
    assert file.exists()
    remove_runtime(file, "s1")
    assert not file.exists()
    remove_runtime(file, "s1")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"port": 1}', '"x"', '{"port":1,"new":2}'])
def test_a_runtime_note_that_cannot_be_read_is_no_note(tmp_path: Path, content: str) -> None:
    (tmp_path / "runtime.json").write_text(content)
    assert read_runtime(tmp_path / "runtime.json") is None


@pytest.mark.parametrize("raw", [bytes(32), b"\xff" * 32, b"a", b"ab", b"abc", b""])
def test_base64url_without_padding(raw: bytes) -> None:
    assert "=" not in b64url(raw)
    assert from_b64url(b64url(raw)) == raw


def test_clients_are_found_by_token_and_forgotten(tmp_path: Path) -> None:
    clients = Clients(tmp_path / "clients.json", now)
    one = clients.add("One", "chrome-extension://a", b"s" * 32, "token-1")
    two = clients.add("Two", "chrome-extension://b", b"t" * 32, "token-2")
    assert one.created == "2026-11-22T12:30:00Z"
    assert (clients.by_token("token-1"), clients.by_token("token-2")) == (one, two)
    assert clients.by_token("") is None
    assert clients.origins() == ["chrome-extension://a", "chrome-extension://b"]
    assert clients.revoke(one.client)
    assert not clients.revoke(one.client)
    assert clients.by_token("token-1") is None
    assert [each.name for each in Clients(tmp_path / "clients.json", now).all()] == ["Two"]


@pytest.mark.parametrize("content", ["", "{", "{}", '[{"client": "x"}]'])
def test_a_broken_list_of_browsers_is_kept_aside(tmp_path: Path, content: str) -> None:
    file = tmp_path / "clients.json"
    file.write_text(content)
    clients = Clients(file, now)
    assert clients.all() == []
    assert clients.notice is not None
    (aside,) = tmp_path.glob("clients.json.broken-*")
    assert aside.read_text() == content
    assert aside.name in clients.notice
    clients.add("One", "chrome-extension://a", b"s" * 32, "token")
    assert len(json.loads(file.read_text())) == 1
