"""`forepost run` as a process: what it prints, writes, refuses and leaves behind."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from companion.server.api import ENDPOINTS
from companion.server.ports import PORTS, PortTaken, bind, who_listens
from companion.store.records import Records
from companion.store.runtime import Runtime, read_runtime
from tests.companion.store.test_records import POST as ENTRY

CANARY = "xyzzy7719plugh"
EXTENSION = "chrome-extension://" + "a" * 32


@dataclass
class Process:
    """A companion in a process of its own."""

    state: Path
    process: subprocess.Popen[str]
    first_line: str
    runtime: Runtime
    seconds: float  # until the first line

    def call(self, path: str, body: Any, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        link = http.client.HTTPConnection("127.0.0.1", self.runtime.port, timeout=20)
        token = {"Authorization": f"Bearer {self.runtime.token}", "Content-Type": "application/json"}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        link.request("POST", path, content, token if headers is None else headers)
        answer = link.getresponse()
        found = answer.status, answer.read()
        link.close()
        return found

    def wait_for_checks(self) -> None:
        """On a busy machine they take longer than the 5 s a request waits."""
        end = time.monotonic() + 60
        while self.call("/v1/reviews", {"text": ""})[0] == 503:
            assert time.monotonic() < end

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


def start(state: Path, *options: str) -> Process:
    command = [sys.executable, "-m", "companion", "run", "--state", str(state), *(options or ("--port", "0"))]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    seconds = time.perf_counter() - began
    runtime = read_runtime(state / "runtime.json")
    assert runtime is not None, process.communicate(timeout=5)
    return Process(state, process, line, runtime, seconds)


Start = Callable[..., Process]


@pytest.fixture
def started() -> Iterator[Start]:
    """Starts companions; none outlives the test, however it ends."""
    processes: list[Process] = []

    def begin(state: Path, *options: str) -> Process:
        processes.append(start(state, *options))
        return processes[-1]

    yield begin
    for each in processes:
        if each.process.poll() is None:
            each.process.kill()
            each.process.communicate()


@pytest.fixture
def running(tmp_path: Path, started: Start) -> Process:
    return started(tmp_path / "state", "--port", "0", "--log-level", "debug")


def test_the_first_line_says_where_it_listens(running: Process) -> None:
    assert running.first_line == f"listening on http://127.0.0.1:{running.runtime.port}\n"
    assert running.runtime.pid == running.process.pid


def test_what_it_writes_is_for_this_user_alone(running: Process) -> None:
    assert running.call("/v1/settings/patch", {"mode": "official"})[0] == 200
    native = {"kind": "native", "origin": EXTENSION, "name": "x"}
    assert running.call("/v1/pairings", native)[0] == 200
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in running.state.iterdir()}
    assert {"settings.json", "clients.json", "runtime.json", "key", "instance.lock"} == set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(running.state.stat().st_mode) == 0o700


def test_it_leaves_no_core_file(running: Process) -> None:
    """Limit 0, and not dumpable: a core_pattern that is a program ignores the limit."""
    limits = Path(f"/proc/{running.process.pid}/limits").read_text()
    (line,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert line.split()[4:6] == ["0", "0"]
    status = Path(f"/proc/{running.process.pid}/status").read_text()
    assert "Umask:\t0077" in status


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_is_clean(tmp_path: Path, started: Start, number: int) -> None:
    running = started(tmp_path)
    code, out, err = running.end(number)
    assert (code, out, err) == (0, "", "")
    assert not (tmp_path / "runtime.json").exists()
    bind(running.runtime.port).close()


def test_after_a_crash_it_starts_again_with_a_new_token(tmp_path: Path, started: Start) -> None:
    first = started(tmp_path)
    first.process.kill()
    first.process.communicate()
    assert (tmp_path / "runtime.json").exists()
    second = started(tmp_path)
    assert second.runtime.token != first.runtime.token
    assert second.runtime.start_id != first.runtime.start_id
    second.end()


def test_a_second_one_on_the_same_folder_says_where_the_first_is(running: Process) -> None:
    command = [sys.executable, "-m", "companion", "run", "--state", str(running.state)]
    second = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert second.returncode == 3
    assert second.stdout == ""
    assert (
        f"already running at http://127.0.0.1:{running.runtime.port} (process {running.process.pid})" in second.stderr
    )
    assert read_runtime(running.state / "runtime.json") == running.runtime


def test_a_port_that_is_taken_is_named_with_who_has_it(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "companion", "run", "--state", str(tmp_path), "--port", str(port)]
        refused = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert refused.returncode == 3
    assert refused.stdout == ""
    assert f"Port {port} is taken by" in refused.stderr
    assert f"(process {os.getpid()})" in refused.stderr
    assert "--port" in refused.stderr
    assert not (tmp_path / "runtime.json").exists()


def test_the_known_ports_are_tried_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    assert PORTS == (41729, 41730, 41731, 41732, 41733)
    held = [bind(0) for _ in range(3)]
    ports = [each.getsockname()[1] for each in held]
    held.pop(1).close()
    monkeypatch.setattr("companion.server.ports.PORTS", tuple(ports))
    with bind(None) as found:
        assert found.getsockname()[1] == ports[1], "the first is taken, so the second"
        with pytest.raises(PortTaken):
            bind(None)
    for each in held:
        each.close()
    assert who_listens(ports[0]) is None


def test_broken_settings_are_kept_aside_and_said(tmp_path: Path, started: Start) -> None:
    tmp_path.joinpath("settings.json").write_text('{"mode": "party", "revision": 7}')
    running = started(tmp_path)
    status, body = running.call("/v1/settings/read", {})
    assert (status, json.loads(body)["mode"]) == (200, "personal")
    assert json.loads(body)["revision"] > 7, "answers given under the lost settings are stale"
    _, _, err = running.end()
    (aside,) = tmp_path.glob("settings.json.broken-*")
    assert aside.read_text() == '{"mode": "party", "revision": 7}'
    assert aside.name in err
    assert "mode" in err
    assert "party" not in err


def test_what_was_left_when_it_was_killed_while_it_wrote_is_gone_at_the_next_start(
    tmp_path: Path, started: Start
) -> None:
    """It holds what the file holds, and no page lists it."""
    left = [tmp_path / f".{name}.a1b2c3d4" for name in ("settings.json", "clients.json", "key")]
    for file in (*left, tmp_path / ".settings.json.mine", tmp_path / ".other.a1b2c3d4"):
        file.write_text("x")
    started(tmp_path).end()
    assert sorted(path.name for path in tmp_path.glob(".*")) == [".other.a1b2c3d4", ".settings.json.mine"]


def test_after_a_stop_the_record_is_one_file_that_can_be_copied(tmp_path: Path, started: Start) -> None:
    """SQLite keeps what is new beside the file: whoever copied that alone had an empty record."""
    running = started(tmp_path)
    running.call("/v1/settings/patch", {"record": True, "measure": True})
    post = {"site": "x.com", "surface": "post", "mode": "official", "text": "a", "left": "sent", "signal": "none"}
    assert running.call("/v1/records/add", post)[0] == 200
    running.end()
    assert [path.name for path in tmp_path.glob("record.sqlite3*")] == ["record.sqlite3"]
    with closing(sqlite3.connect(tmp_path / "record.sqlite3")) as copy:
        assert copy.execute("SELECT text FROM record").fetchall() == [("a",)]


def test_a_damaged_record_is_said_at_the_start(tmp_path: Path, started: Start) -> None:
    (tmp_path / "record.sqlite3").write_bytes(b"no database" * 100)
    _, _, err = started(tmp_path).end()
    (aside,) = tmp_path.glob("record.sqlite3.broken-*")
    assert f"kept as {aside.name}" in err


def test_damage_that_only_tidying_finds_does_not_keep_the_companion_from_starting(
    tmp_path: Path, started: Start
) -> None:
    records = Records(tmp_path / "record.sqlite3", lambda: datetime.now(UTC))
    for number in range(60):
        records.add(**ENTRY | {"text": f"number {number} " * 200})
    with records.database.work() as link:
        link.execute("DELETE FROM record WHERE id < 20")  # leaves gaps, which are given back when it is tidied
    records.database.close()
    whole = records.database.path.read_bytes()
    page = len(whole) // 4096 // 2 * 4096
    records.database.path.write_bytes(whole[:page] + b"\xff" * 4096 + whole[page + 4096 :])
    running = started(tmp_path)
    running.wait_for_checks()
    assert running.call("/v1/reviews", {"text": "ring me on 07400 123456"})[0] == 200
    code, _, err = running.end()
    (aside,) = tmp_path.glob("record.sqlite3.broken-*")
    assert (code, f"kept as {aside.name}" in err) == (0, True)


def test_a_record_of_a_later_version_is_left_as_it_is_and_checking_goes_on(tmp_path: Path, started: Start) -> None:
    with closing(sqlite3.connect(tmp_path / "record.sqlite3")) as later:
        later.execute("PRAGMA user_version = 99")
    before = (tmp_path / "record.sqlite3").read_bytes()
    running = started(tmp_path)
    running.wait_for_checks()
    assert running.call("/v1/settings/patch", {"record": True})[0] == 200
    post = {"site": "x.com", "surface": "post", "mode": "official", "text": "a", "left": "sent", "signal": "none"}
    status, body = running.call("/v1/records/add", post)
    assert status == 507
    assert b"written by a later version of Forepost" in body
    assert running.call("/v1/reviews", {"text": "ring me on 07400 123456"})[0] == 200
    code, _, err = running.end()
    assert code == 0
    assert "Your record of official posts: the file was written by a later version" in err, "said at the start"
    assert (tmp_path / "record.sqlite3").read_bytes() == before
    assert not list(tmp_path.glob("*.broken-*"))


def test_the_port_opens_long_before_the_checks_are_loaded(running: Process) -> None:
    """Target: 0.5 s (design §7); the bound here leaves room for a busy machine."""
    assert running.seconds < 2.5


def test_no_word_of_a_draft_is_logged_or_written(running: Process) -> None:
    """At debug level, through every endpoint and every error."""
    running.wait_for_checks()
    native = {"kind": "native", "origin": EXTENSION, "name": "x"}
    token = json.loads(running.call("/v1/pairings", native)[1])["token"]
    browser = {"Authorization": f"Bearer {token}", "Origin": EXTENSION, "Content-Type": "application/json"}
    draft = {"text": f"{CANARY} ring 07400 123456 or {CANARY}@mail.example, password: {CANARY}", "site": "x.com"}
    bodies: list[Any] = [
        draft,
        {**draft, "surface": CANARY},
        {**draft, "bio": CANARY, "reply_to": CANARY, "siblings": [CANARY]},
        {"text": CANARY * 8000},
        {CANARY: CANARY},
        CANARY.encode(),
        b'{"text": "' + CANARY.encode() + b'\\ud800"}',
        b"\xff" + CANARY.encode(),
        b"[" * 50_000 + CANARY.encode(),
        CANARY.encode() * 100_000,
    ]
    known = {running.call("/v1/reviews", body, browser)[0] for body in bodies}
    assert known == {200, 400, 413}
    post = {"site": "x.com", "surface": "post", "mode": "official", "text": CANARY, "left": "sent", "signal": "none"}
    assert json.loads(running.call("/v1/records/add", post, browser)[1]) == {"id": None}, "the record is off"
    assert running.call("/v1/settings/patch", {"measure": True}, browser)[0] == 200
    for path in (*(endpoint.path for endpoint in ENDPOINTS), f"/{CANARY}"):
        for headers in (browser, {}, None):
            running.call(path, {CANARY: CANARY}, headers)
    code, out, err = running.end()
    assert code == 0
    assert "debug" in err, "the log was at debug level"
    assert CANARY not in out + err
    kept = [path for path in running.state.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if CANARY.encode() in path.read_bytes()]


def test_with_record_counts_and_incidents_a_draft_is_in_the_record_alone(running: Process) -> None:
    """Two canaries: one in a draft that was never posted, one in a post for the record, until that is deleted."""
    running.wait_for_checks()
    draft, post = "quixotry4417", "zenzizenzic9923"
    on = {"record": True, "measure": True, "rules": {"personal.email": {"monitor_only": True}}}
    assert running.call("/v1/settings/patch", on)[0] == 200
    at = {"site": "x.com", "surface": "post", "mode": "official"}
    risky = {**at, "text": f"{draft} ring me on 07400 123456 or write to {draft}@mail.example, password: {draft}"}
    status, answer = running.call("/v1/reviews", risky)
    rules = [finding["rule"] for finding in json.loads(answer)["findings"]]
    assert (status, "personal.phone" in rules, "personal.email" in rules) == (200, True, False)
    done = [{"rule": rule, "mode": "official", "outcome": "shown"} for rule in rules]
    kept = {**at, "text": f"The {post} is open.", "left": "unsure", "signal": "editor-emptied"}
    note = {**at, "rules": rules, "verdict": "hold", "posted_anyway": True}
    for path, body in (
        ("/v1/outcomes", {"outcomes": done}),
        ("/v1/incidents/note", note),
        ("/v1/records/add", kept),
        ("/v1/records/settle", {"id": 1, "sent": True}),
        ("/v1/ask-first", {"rules": rules}),
        ("/v1/pages", {"page": "mistake"}),
    ):
        status, answer = running.call(path, body)
        assert status == 200, path
        assert draft.encode() not in answer, path
        assert post.encode() not in answer, path
    for path in ("/v1/outcomes", "/v1/incidents/note", "/v1/records/add", "/v1/records/settle", "/v1/ask-first"):
        wrong = {"rules": [draft], "outcomes": [draft], "id": draft, "mode": draft, "signal": draft}
        status, answer = running.call(path, wrong)
        assert (status, draft.encode() in answer) == (400, False), path
    delete = [sys.executable, "-m", "companion", "records", "delete", "1", "--yes", "--state", str(running.state)]
    before = holding(running.state, post)
    assert subprocess.run(delete, check=False, capture_output=True, timeout=60).returncode == 0
    code, out, err = running.end()
    assert (code, "debug" in err) == (0, True)
    assert draft not in out + err
    assert post not in out + err
    assert (running.state / "counts.sqlite3").exists()
    assert (before <= {"record.sqlite3", "record.sqlite3-wal"}, bool(before)) == (True, True)
    assert holding(running.state, draft) == set()
    assert holding(running.state, post) == set(), "deleted is deleted, beside the file as well"


def holding(folder: Path, word: str) -> set[str]:
    """The names of the files that hold this word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if word.encode() in path.read_bytes()}


def test_real_checks_answer_over_http(running: Process) -> None:
    """The joint with the core: offsets of a real finding behind an emoji family, in UTF-16."""
    running.wait_for_checks()
    text = "👨‍👩‍👧‍👦 ring me on 07400 123456"
    status, body = running.call("/v1/reviews", {"text": text, "site": "x.com"})
    assert status == 200
    (finding,) = [each for each in json.loads(body)["findings"] if each["rule"] == "personal.phone"]
    units = text.encode("utf-16-le")
    assert units[2 * finding["start"] : 2 * finding["end"]].decode("utf-16-le") == "07400 123456"


def test_the_practice_examples_are_what_they_say(running: Process) -> None:
    running.wait_for_checks()
    from companion.server.pages.practice import CLEAN_DRAFT, DRAFTS

    def review(text: str) -> dict[str, Any]:
        status, body = running.call("/v1/reviews", {"text": text})
        assert status == 200
        found: dict[str, Any] = json.loads(body)
        return found

    drafts = dict(DRAFTS)
    assert [each["rule"] for each in review(drafts["A phone number"])["findings"]] == ["personal.phone"]
    assert [each["rule"] for each in review(drafts["A marking"])["findings"]] == ["marking.classification"]
    assert [each["rule"] for each in review(drafts["A password"])["findings"]] == ["credentials.secret"]
    assert [each["rule"] for each in review(drafts["A birthday"])["findings"]] == ["personal.date-of-birth"]
    assert review(CLEAN_DRAFT) | {"pack": None, "settings_revision": 0} == {
        "verdict": "clear",
        "mode": "personal",
        "mode_source": "current",
        "settings_revision": 0,
        "pack": None,
        "offsets": "utf16",
        "partly": [],
        "findings": [],
    }


def test_a_token_of_an_earlier_start_is_a_stranger_s(running: Process) -> None:
    old = {"Authorization": f"Bearer {secrets.token_urlsafe(32)}", "Content-Type": "application/json"}
    assert running.call("/v1/settings/read", {}, old) == (404, b"")
