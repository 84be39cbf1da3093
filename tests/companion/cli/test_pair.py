"""`forepost pair`: what it prints, how it ends, and that the window is really open and closed."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.cli import pair as command
from companion.desktop.instance import claim
from companion.server import pairing
from companion.store.runtime import write_runtime
from tests.companion.server.live import EXTENSION, Live


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A running companion that also holds its folder, as `forepost run` does."""
    companion = Live(tmp_path)
    write_runtime(tmp_path / "runtime.json", companion.runtime)
    with claim(tmp_path / "instance.lock"):
        yield companion
    companion.stop()


def pair(live: Live, *options: str) -> Result:
    return CliRunner().invoke(command.pair, ["--state", str(live.state), *options])


def test_without_a_companion_it_says_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(command.pair, ["--state", str(tmp_path), "--list"])
    assert result.exit_code == command.NOT_RUNNING
    assert "forepost run" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_browser_that_uses_the_code_is_named(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process, so that the code is read from its output by whoever types it."""
    argv = [sys.executable, "-m", "companion", "pair", "--state", str(live.state)]
    monkeypatch.setattr(pairing, "PBKDF2_ROUNDS", 10)
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as shown:
        assert shown.stdout is not None
        found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", shown.stdout.readline())
        assert found is not None
        nonce = secrets.token_hex(16)
        typed = found[0].replace("-", "").encode()
        key = hashlib.pbkdf2_hmac("sha256", typed, nonce.encode(), 10, 32)
        proof = hmac.new(key, f"pair\n{nonce}\n{live.port}\n{EXTENSION}".encode(), hashlib.sha256).hexdigest()
        body = {"kind": "code", "name": "Firefox on Linux", "nonce": nonce, "mac": proof}
        assert live.call("/v1/pairings", body, {"Origin": EXTENSION}).status == 200
        assert shown.stdout.readline() == "It works once, for 120 seconds.\n"
        out, err = shown.communicate(timeout=20)
    assert (shown.returncode, out, err) == (0, "Connected: Firefox on Linux.\n", "")


def test_when_the_time_is_over_it_says_so(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes for the companion and for the command alike."""

    def later(seconds: float) -> None:
        live.clock.seconds += 60

    monkeypatch.setattr(time, "sleep", later)
    monkeypatch.setattr(time, "monotonic", live.clock)
    result = pair(live)
    assert result.exit_code == command.NOT_CONNECTED
    assert "The time is over" in result.output
    assert live.companion.clients.all() == []


def test_when_the_tries_are_used_up_it_says_so(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistype(_seconds: float) -> None:
        for _ in range(pairing.TRIES):
            with live.companion.window.attempt("0" * 32, "0" * 64, live.port, EXTENSION) as key:
                assert key is None

    monkeypatch.setattr(pairing, "PBKDF2_ROUNDS", 10)
    monkeypatch.setattr(time, "sleep", mistype)
    result = pair(live)
    assert result.exit_code == command.NOT_CONNECTED
    assert "mistyped five times" in result.output


def test_stopping_it_makes_the_code_void(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_seconds: float) -> None:
        assert live.companion.window.is_open()
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupt)
    result = pair(live)
    assert result.exit_code == command.NOT_CONNECTED
    assert "void" in result.output
    assert not live.companion.window.is_open()


def test_browsers_are_listed_and_disconnected(live: Live) -> None:
    assert pair(live, "--list").output == "No browser is connected.\n"
    browser = live.connect(name="Chromium on Linux")
    listed = pair(live, "--list")
    assert listed.exit_code == 0
    assert all(part in listed.output for part in (browser.client, "Chromium on Linux", "2026-11-22", EXTENSION))
    assert browser.token not in listed.output
    wrong = pair(live, "--revoke", "nobody")
    assert wrong.exit_code == command.NOT_CONNECTED
    assert "--list" in wrong.output
    assert "Disconnected Chromium on Linux" in pair(live, "--revoke", browser.client).output
    assert live.call("/v1/settings/read", {}, browser.headers).status == 404
