"""One companion per state folder."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from companion.desktop.instance import AlreadyRunning, claim, is_claimed

HOLD = "import sys; from pathlib import Path; from companion.desktop.instance import claim; "
HOLD += "held = claim(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"


def test_the_lock_is_free_again_when_its_process_dies_in_any_way(tmp_path: Path) -> None:
    lock = tmp_path / "instance.lock"
    assert not is_claimed(lock)
    assert not lock.exists(), "asking makes no file"
    command = [sys.executable, "-c", HOLD, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert is_claimed(lock)
        with pytest.raises(AlreadyRunning):
            claim(lock)
        other.kill()
        other.wait()
    assert not is_claimed(lock)
    claim(lock).release()


def test_somebody_who_only_asks_is_not_in_the_way(tmp_path: Path) -> None:
    """The native host asks again and again while the companion that it started claims the folder."""
    lock = tmp_path / "instance.lock"
    claim(lock).release()
    done = threading.Event()

    def ask_all_the_time() -> None:
        while not done.is_set():
            is_claimed(lock)

    asking = threading.Thread(target=ask_all_the_time)
    asking.start()
    try:
        for _ in range(30):
            claim(lock).release()
    finally:
        done.set()
        asking.join()
