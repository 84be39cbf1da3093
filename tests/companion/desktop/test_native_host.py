"""The native host as a browser uses it: frames in, frames out, and only for our own extension."""

from __future__ import annotations

import io
import json
import os
import signal
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from companion.desktop.instance import is_claimed
from companion.desktop.local import ask, running
from companion.desktop.manifests import Launch, allowed_ids, write_manifest
from companion.desktop.native_host import MAX_FRAME, Arguments, answer, is_allowed, read_arguments, read_frame

OURS = f"chrome-extension://{allowed_ids('chromium')[0]}"
OTHER = "chrome-extension://" + "a" * 32
FIREFOX = "moz-extension://01234567-89ab-cdef-0123-456789abcdef"
FIREFOX_ARGUMENTS = [
    "/home/x/.mozilla/native-messaging-hosts/local.forepost.companion.json",
    "companion@forepost.local",
]


def frame(message: Any) -> bytes:
    body = json.dumps(message).encode()
    return struct.pack("=I", len(body)) + body


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Path]:
    """A state folder; companions started on it are stopped at the end, also one that only waited for its turn."""
    folder = tmp_path / "state"
    yield folder
    end = time.monotonic() + 10
    stopped = set()
    while is_claimed(folder / "instance.lock"):
        assert time.monotonic() < end
        runtime = running(folder)
        if runtime is not None and runtime.pid not in stopped:
            stopped.add(runtime.pid)
            os.kill(runtime.pid, signal.SIGTERM)
        time.sleep(0.02)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--state", "/s", "--port", "7", "--", OURS + "/"], Arguments(Path("/s"), 7, [OURS + "/"])),
        (["--", OURS + "/", "--parent-window=0"], Arguments(None, None, [OURS + "/", "--parent-window=0"])),
        (["--state", "/s"], Arguments(Path("/s"), None, [])),
        (["--", "--state", "/evil"], Arguments(None, None, ["--state", "/evil"])),
    ],
)
def test_what_the_wrapper_and_the_browser_pass(arguments: list[str], expected: Arguments) -> None:
    assert read_arguments(arguments) == expected


@pytest.mark.parametrize(
    ("browser", "origin", "allowed"),
    [
        ([OURS + "/"], OURS, True),
        ([OURS + "/"], None, True),
        ([OURS + "/", "--parent-window=7"], OURS, True),
        ([OURS + "/"], OTHER, False),
        ([OURS + "/"], FIREFOX, False),
        ([OURS + "/"], "", False),
        ([OTHER + "/"], OTHER, False),
        ([OTHER + "/"], None, False),
        (FIREFOX_ARGUMENTS, FIREFOX, True),
        (FIREFOX_ARGUMENTS, None, True),
        (FIREFOX_ARGUMENTS, OURS, False),
        (FIREFOX_ARGUMENTS, "https://evil.example", False),
        ([FIREFOX_ARGUMENTS[0], "other@addon"], FIREFOX, False),
        ([], OURS, False),
        ([], None, False),
    ],
)
def test_only_our_extension_under_its_own_name(browser: list[str], origin: str | None, allowed: bool) -> None:
    assert is_allowed(browser, origin) is allowed


@pytest.mark.parametrize(
    "raw", [b"", b"\x01", b"\x05\0\0\0{", struct.pack("=I", MAX_FRAME + 1) + b"{}", b"\x02\0\0\0{{"]
)
def test_what_is_no_frame_ends_the_talk(raw: bytes) -> None:
    assert read_frame(io.BytesIO(raw)) is None


@pytest.mark.parametrize(
    "message", [{}, [], "start", {"kind": "stop"}, {"kind": "pair"}, {"kind": "pair", "origin": 1}]
)
def test_other_messages_start_nothing(message: Any, tmp_path: Path) -> None:
    said = answer(message, Arguments(tmp_path / "state", 0, [OURS + "/"]))
    assert (said["kind"], said["fault"]) == ("failed", "not-running")
    assert not (tmp_path / "state").exists()


def test_a_stranger_starts_nothing(tmp_path: Path) -> None:
    for message in ({"kind": "start"}, {"kind": "pair", "origin": OTHER, "name": "x"}):
        said = answer(message, Arguments(tmp_path / "state", 0, [OTHER + "/"]))
        assert said["kind"] == "failed"
        assert "forepost pair" in said["message"]
    assert not (tmp_path / "state").exists()


def test_it_starts_the_companion_and_connects_the_browser(state: Path, tmp_path: Path) -> None:
    """From nothing, through the written wrapper, as the browser would; the companion outlives the host."""
    manifest = json.loads(write_manifest(tmp_path / "hosts", "chromium", Launch(state, 0)).read_text())
    messages = [{"kind": "start"}, {"kind": "pair", "origin": OURS, "name": "Chromium"}]
    host = subprocess.run(
        [manifest["path"], OURS + "/"],
        input=b"".join(map(frame, messages)),
        capture_output=True,
        timeout=30,
        check=True,
    )
    assert host.stderr == b""
    out = io.BytesIO(host.stdout)
    started, paired = read_frame(out), read_frame(out)
    assert out.read() == b"", "nothing but frames"
    runtime = running(state)
    assert runtime is not None
    assert started == {"kind": "running", "port": runtime.port}
    assert (paired["kind"], paired["port"]) == ("paired", runtime.port)
    assert set(paired) == {"kind", "client", "port", "secret", "token"}
    listed = ask(runtime, "/v1/pairings", {"kind": "list"})["clients"]
    assert [(each["client"], each["origin"], each["name"]) for each in listed] == [(paired["client"], OURS, "Chromium")]
    assert os.getsid(runtime.pid) == runtime.pid, "a session of its own: it does not end with the browser"


def test_two_browsers_at_once_start_one_companion(state: Path, tmp_path: Path) -> None:
    manifest = json.loads(write_manifest(tmp_path / "hosts", "chromium", Launch(state, 0)).read_text())
    hosts = [
        subprocess.Popen([manifest["path"], OURS + "/"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    for host in hosts:
        assert host.stdin is not None
        host.stdin.write(frame({"kind": "start"}))
        host.stdin.flush()
    ports = {read_frame(io.BytesIO(host.communicate(timeout=30)[0]))["port"] for host in hosts}
    runtime = running(state)
    assert runtime is not None
    assert ports == {runtime.port}


def test_a_companion_that_cannot_start_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.desktop.local.START_LIMIT", 0.3)
    monkeypatch.setattr("companion.desktop.local._start", lambda *_: object())
    said = answer({"kind": "start"}, Arguments(tmp_path / "state", 0, [OURS + "/"]))
    assert said == {
        "kind": "failed",
        "fault": "not-running",
        "message": "The companion could not be started. Run “forepost doctor” in a terminal to see why.",
    }


def test_an_old_note_is_not_believed(state: Path) -> None:
    """A5: after a crash somebody else may sit on the port; without the lock nobody gets the token."""
    state.mkdir()
    note = {"port": 1, "pid": 1, "start_id": "s", "token": "t", "version": "0"}
    (state / "runtime.json").write_text(json.dumps(note))
    assert running(state) is None
