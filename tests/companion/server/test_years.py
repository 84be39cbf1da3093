"""Years of use, for a running companion: a full disk, a read-only home, a machine that sleeps, another user beside."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from companion.cli import main, yours
from companion.cli.ending import Exit
from companion.cli.run import steady
from companion.desktop import local
from companion.desktop.instance import claim
from companion.server.pairing import WINDOW_SECONDS
from companion.store.runtime import Runtime, read_runtime
from tests.companion.scarcity import NOBODY, no_room, on_read_only_disk
from tests.companion.server.live import RULE, Browser, Live
from tests.companion.server.test_packs import COUNCIL
from tests.companion.server.test_run import Process, Start, started

__all__ = ["started"]

POST: dict[str, Any] = {
    "site": "x.com",
    "surface": "post",
    "mode": "official",
    "text": "The library is open on Sunday.",
    "left": "sent",
    "signal": "none",
}
SHOWN = {"outcomes": [{"rule": RULE, "mode": "official", "outcome": "shown"}]}


def test_on_a_full_disk_checking_goes_on_and_nothing_is_lost(live: Live, browser: Browser) -> None:
    live.call("/v1/settings/patch", {"record": True, "measure": True, "mode": "official"}, browser.headers)
    live.call("/v1/records/add", POST, browser.headers)
    live.call("/v1/outcomes", SHOWN, browser.headers)
    before = live.call("/v1/settings/read", {}, browser.headers).json
    live.companion.packs.look(COUNCIL.encode())  # what it loads for that is not to be loaded without room
    with no_room():
        for path, body, headers in (
            ("/v1/settings/patch", {"mode": "personal"}, browser.headers),
            ("/v1/records/add", POST, browser.headers),
            ("/v1/records/settle", {"id": 1, "sent": False}, browser.headers),
            ("/v1/outcomes", SHOWN, browser.headers),
            ("/v1/policy/use", {"pack": COUNCIL}, live.local),
            ("/v1/settings/import", {"file": None}, live.local),
        ):
            answer = live.call(path, body, headers)
            assert (answer.status, answer.json["error"]["code"]) == (507, "not-kept"), path
            assert "Nothing was changed. Make room" in answer.json["error"]["message"]
        assert live.call("/v1/reviews", {"text": "a secret"}, browser.headers).json["verdict"] == "hold"
        assert live.call("/v1/settings/read", {}, browser.headers).json == before
    assert live.call("/v1/settings/read", {}, browser.headers).json == before
    assert live.companion.records.count() == 1
    assert [count.n for count in live.companion.counts.weeks()] == [1]
    assert live.call("/v1/records/add", POST, browser.headers).json == {"id": 2}, "with room again, it goes on"


WITHOUT_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
from companion.cli.run import run
run(["--state", sys.argv[1], "--port", "0"])
"""


def test_the_first_start_on_a_full_disk_says_what_to_do(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_ROOM, str(tmp_path / "state")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert f"its folder {tmp_path / 'state'} cannot be written" in done.stderr
    assert "Make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "state" / "key").exists(), "no half key is left that a later start would take"


def test_a_later_start_on_a_full_disk_checks_all_the_same(tmp_path: Path, started: Start) -> None:
    first = started(tmp_path)
    browser = {"kind": "native", "origin": "chrome-extension://" + "a" * 32, "name": "x"}
    assert first.call("/v1/pairings", browser)[0] == 200
    first.end()
    command = [sys.executable, "-c", WITHOUT_ROOM, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("listening on http://127.0.0.1:")
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 0
    assert f"{tmp_path / 'runtime.json'} could not be written" in err
    assert "Traceback" not in err


def test_a_home_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is in the way of root, too."""
    (tmp_path / "home").write_text("")
    command = [sys.executable, "-m", "companion", "run", "--state", str(tmp_path / "home" / "state"), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 3
    assert "cannot be written: Not a directory" in done.stderr
    assert "--state" in done.stderr
    assert "Traceback" not in done.stderr


ON_THAT_DISK = """
import sys
from pathlib import Path
from click.testing import CliRunner
from companion.cli.run import run
from companion.cli.pair import pair
from companion.cli.tray import tray
from companion.server.doctor import here
from companion.store.paths import places
new, used = sys.argv[1:]
for command, state in ((run, new), (run, used), (pair, used), (tray, used)):
    port = ["--port", "0"] if command is run else []
    said = CliRunner().invoke(command, ["--state", state, *port])
    print(command.name, said.exit_code, repr(said.exception), said.output.strip() or "silent")
print(here.folder(places(Path(used))).do)
"""


def test_on_a_disk_that_can_only_be_read_everything_says_what_to_do(tmp_path: Path) -> None:
    """At the first start, and where the folder of an earlier one is, with its lock."""
    new, used = tmp_path / "new", tmp_path / "used"
    used.mkdir()
    claim(used / "instance.lock").release()
    command = on_read_only_disk(tmp_path, [sys.executable, "-c", ON_THAT_DISK, str(new), str(used)])
    environment = {**os.environ, "DISPLAY": ":4711"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60, check=True)
    not_started = (
        "run 3 SystemExit(3) Forepost did not start, because its folder {} cannot be written: Read-only file system. "
        "Make room or let it be written, or choose another folder with --state, then start Forepost again."
    )
    assert done.stdout.splitlines() == [
        not_started.format(new),
        not_started.format(used),
        "pair 3 SystemExit(3) The companion is not running. Start it with: forepost run",
        "tray 3 SystemExit(3) silent",  # to a terminal it would say why
        "Its disk can only be read. Let that disk be written, then start the companion again.",
    ]
    assert [path.name for path in used.iterdir()] == ["instance.lock"]


def test_a_companion_is_known_by_its_lock_where_the_disk_can_only_be_read_since(tmp_path: Path) -> None:
    lock = tmp_path / "instance.lock"
    asking = "import pathlib, sys, companion.desktop.instance as i; print(i.is_claimed(pathlib.Path(sys.argv[1])))"
    command = on_read_only_disk(tmp_path, [sys.executable, "-c", asking, str(lock)])

    def said() -> str:
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout

    with claim(lock):
        assert said() == "True\n"
    assert said() == "False\n"


def test_a_machine_that_sleeps_wakes_to_the_same_companion(tmp_path: Path, started: Start) -> None:
    """Stopped and continued, as a suspended machine does it: what was asked is answered, and nothing starts anew."""
    running = started(tmp_path)
    running.wait_for_checks()
    os.kill(running.process.pid, signal.SIGSTOP)
    os.waitpid(running.process.pid, os.WUNTRACED)  # until all its threads stand still
    found: list[int] = []
    asking = threading.Thread(target=lambda: found.append(running.call("/v1/reviews", {"text": "07400 123456"})[0]))
    asking.start()
    assert state_of(running) == "T"
    assert found == []
    os.kill(running.process.pid, signal.SIGCONT)
    asking.join(20)
    assert found == [200]
    assert running.call("/v1/settings/patch", {"mode": "official"})[0] == 200
    assert read_runtime(tmp_path / "runtime.json") == running.runtime
    code, _, err = running.end()
    assert (code, err) == (0, "")


def test_a_companion_that_is_stuck_is_named_and_does_nothing_later_that_was_said_not_to_be_done(
    tmp_path: Path, started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = started(tmp_path)
    running.call("/v1/settings/patch", {"mode": "official"})
    monkeypatch.setattr(local, "ANSWER_LIMIT", 0.3)
    os.kill(running.process.pid, signal.SIGSTOP)
    os.waitpid(running.process.pid, os.WUNTRACED)

    def said(*words: str) -> str:
        return CliRunner().invoke(main, [*words, "--state", str(tmp_path)]).output

    assert "Forepost does not answer. Run: forepost doctor. Nothing was changed." in said("settings", "reset", "--yes")
    assert "is running and does not answer" in said("pair", "--list")
    assert f"(process {running.process.pid}) does not answer: it may be stuck." in said("doctor")
    os.kill(running.process.pid, signal.SIGCONT)
    assert b'"mode":"official"' in running.call("/v1/settings/read", {})[1]


def test_what_is_not_answered_in_time_is_not_said_to_be_undone(
    tmp_path: Path, started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = started(tmp_path)
    asked = local.ask

    def stuck(runtime: Runtime, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """From the moment at which the change is asked for."""
        if path == "/v1/settings/patch":
            monkeypatch.setattr(local, "ANSWER_LIMIT", 0.3)
            os.kill(running.process.pid, signal.SIGSTOP)
            os.waitpid(running.process.pid, os.WUNTRACED)
        return asked(runtime, path, body)

    monkeypatch.setattr(yours, "ask", stuck)
    done = CliRunner().invoke(main, ["mode", "official", "--state", str(tmp_path)])
    assert "Whether it was changed is not known" in done.output
    assert done.exit_code == Exit.ERROR
    os.kill(running.process.pid, signal.SIGCONT)


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="this system does not say how long it slept")
def test_the_clock_of_sessions_counts_the_time_in_which_the_machine_slept() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= steady() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def state_of(running: Process) -> str:
    return Path(f"/proc/{running.process.pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_code_shown_before_the_machine_slept_is_void_after(live: Live) -> None:
    live.as_local("/v1/pairings", {"kind": "open"})
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] > 0
    live.clock.seconds += WINDOW_SECONDS
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 0


# --- two users on one machine ---------------------------------------------------------------------------------------

AS_ANOTHER = """
import os, sys, resource, sqlite3, http.client, multiprocessing.connection, encodings.idna, tldextract
from companion.cli.run import run
from companion.server import app, assemble, serving
from companion.server.checks import load_checks
load_checks()[1]()  # before: another user may not be let near this Python's own files
os.setgroups([])
os.setgid(int(sys.argv[1]))
os.setuid(int(sys.argv[1]))
os.environ["HOME"] = sys.argv[2]
run(["--state", sys.argv[2], "--port", "0"])
"""
USERS = (NOBODY, NOBODY - 1)


@pytest.fixture
def theirs() -> Iterator[list[Process]]:
    """A companion for each of two users, each with a folder of its own."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can be two users")
    found: list[Process] = []
    folders = [Path(tempfile.mkdtemp(prefix=f"forepost-user-{user}-")) for user in USERS]
    try:
        for user, folder in zip(USERS, folders, strict=True):
            os.chown(folder, user, user)
            command = [sys.executable, "-c", AS_ANOTHER, str(user), str(folder)]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            assert process.stdout is not None
            line = process.stdout.readline()
            runtime = read_runtime(folder / "runtime.json")
            assert runtime is not None, process.communicate(timeout=5)
            found.append(Process(folder, process, line, runtime, 0))
        yield found
    finally:
        for each in found:
            each.process.kill()
            each.process.communicate()
        for folder in folders:
            shutil.rmtree(folder)


def test_two_users_have_two_companions_and_neither_gets_at_the_others(theirs: list[Process]) -> None:
    mine, other = theirs
    assert mine.call("/v1/settings/patch", {"mode": "official", "record": True, "measure": True})[0] == 200
    assert mine.call("/v1/records/add", POST)[0] == 200
    mine.wait_for_checks()
    shown = {"outcomes": [{"rule": "personal.phone", "mode": "official", "outcome": "shown"}]}
    assert mine.call("/v1/outcomes", shown)[0] == 200
    files = [path for path in mine.state.rglob("*") if path.is_file()]
    assert {"settings.json", "key", "runtime.json", "record.sqlite3", "counts.sqlite3"} <= {file.name for file in files}
    assert all(file.stat().st_uid == USERS[0] for file in files)
    for file in [*files, mine.state]:
        look = ["ls", str(file)] if file.is_dir() else ["cat", str(file)]
        for user, allowed in zip(USERS, (True, False), strict=True):
            done = subprocess.run(look, user=user, group=user, extra_groups=[], capture_output=True, check=False)
            assert (done.returncode == 0) is allowed, f"{file.name} by {user}"
    token = {"Authorization": f"Bearer {other.runtime.token}", "Content-Type": "application/json"}
    assert mine.call("/v1/settings/read", {}, token) == (404, b""), "the other's token is a stranger's"
    assert other.call("/v1/settings/read", {})[0] == 200
    assert b"official" not in other.call("/v1/settings/read", {})[1]
