"""The tray on a real StatusNotifier panel and a real XEmbed tray: seen on the screen, pressed with a pointer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from companion.desktop import local
from companion.desktop.instance import claim, is_claimed
from companion.store.runtime import write_runtime
from companion.store.settings import SettingsPatch
from companion.tray import words
from companion.tray.icon import FILL, HOLLOW
from tests.companion.server.live import Live
from tests.companion.server.test_pages import TYPED
from tests.companion.tray.desk import LIMIT, ROOT, UNDER_ANY_MENU, Desk, Host, missing, stop, until

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"scripts/ensure-tray-hosts.sh would install {missing()}")

PERSONAL, OFFICIAL = FILL["personal"], FILL["official"]
NO_TRAY = 4
# Places of the items in the menu.
CHECK, PAUSE, PROFESSIONAL_MODE, OFFICIAL_MODE, MISTAKE, PRACTICE, SETTINGS, CLOSE = 1, 2, 4, 5, 6, 7, 8, 9
START = 1  # while the companion is away
ONE_HOST_EACH = pytest.mark.parametrize("host", ["panel", "xembed"])


def now() -> datetime:
    """As in the tray, which has no clock of the test's."""
    return datetime.now(UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    try:
        desk.open()
        yield desk
    finally:
        desk.close()


@dataclass
class Running:
    """A companion that can go away."""

    live: Live
    lock: FileLock

    def page(self, address: str) -> str:
        """The page that this link opens."""
        begins = f"http://127.0.0.1:{self.live.port}"
        assert address.startswith(f"{begins}/open/")
        opened = self.live.call(address.removeprefix(begins), headers=TYPED, method="GET")
        return opened.headers["location"].rpartition("/")[2]

    def go(self) -> None:
        if self.lock.is_locked:
            self.live.stop()
            self.lock.release()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    live = Live(tmp_path / "state", wall=now)
    write_runtime(live.state / "runtime.json", live.runtime)
    running = Running(live, claim(live.state / "instance.lock"))
    yield running
    running.go()


@ONE_HOST_EACH
def test_a_day_with_the_tray(desk: Desk, running: Running, host: Host) -> None:
    """Left click opens the menu, and each line of it does what it says; it closes, and the checks go on."""
    settings = running.live.companion.settings
    desk.host(host)
    tray = desk.tray(running.live.state)

    def press(place: int, colour: str, what: str, reached: Callable[[], object]) -> None:
        desk.click("1", colour)
        desk.choose(place)
        until(what, reached)

    press(CHECK, PERSONAL, "checking is off", lambda: not settings.present.on)
    press(CHECK, HOLLOW, "checking is on", lambda: settings.present.on)
    press(PAUSE, PERSONAL, "a pause", lambda: settings.present.pause_at(now()))
    assert settings.present.pause_at(now() + timedelta(minutes=14))
    assert not settings.present.pause_at(now() + timedelta(minutes=15))
    press(PAUSE, HOLLOW, "the pause is over", lambda: settings.present.paused_until is None)

    for count, (place, page) in enumerate(((PRACTICE, "practice"), (MISTAKE, "mistake"), (SETTINGS, "settings"))):
        press(place, PERSONAL, f"{page} is opened", partial(desk.opened, beyond=count))
        assert running.page(desk.opened()[-1]) == page

    press(PROFESSIONAL_MODE, PERSONAL, "professional", lambda: settings.present.mode == "professional")
    press(OFFICIAL_MODE, PERSONAL, "official in the companion", lambda: settings.present.mode == "official")
    until("the points before official posts are shown", partial(desk.opened, beyond=3))
    assert running.page(desk.opened()[-1]) == "readiness"
    until("official in the tray", lambda: desk.found(OFFICIAL))

    settings.change(SettingsPatch(mode="personal"))
    until("what was changed elsewhere is seen", lambda: desk.found(PERSONAL))

    desk.click("1", PERSONAL)
    desk.choose(CLOSE)
    assert tray.wait(LIMIT) == 0
    assert running.live.as_local("/v1/settings/read", {}).status == 200


@ONE_HOST_EACH
def test_a_right_click_opens_it_as_well(desk: Desk, running: Running, host: Host) -> None:
    """On the panel this menu is drawn by the panel itself, from what it is told over D-Bus."""
    desk.host(host)
    desk.tray(running.live.state)
    desk.click("3", PERSONAL)
    desk.choose(OFFICIAL_MODE)
    until("official in the companion", lambda: running.live.companion.settings.present.mode == "official")


def test_settings_that_could_not_be_read_are_said_once(desk: Desk, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    (state / "settings.json").write_text("{mode")
    live = Live(state)
    write_runtime(state / "runtime.json", live.runtime)
    desk.host("panel")
    bus = desk.listen("member=Notify,interface=org.freedesktop.Notifications", "member=NewToolTip")
    with claim(state / "instance.lock"):
        tray = desk.tray(state)
        until("it is said", lambda: words.SET_ASIDE in bus.read_text())
        shown = bus.read_text().count("member=NewToolTip")
        live.as_local("/v1/settings/patch", {"mode": "official"})
        until("the tray has looked again", lambda: bus.read_text().count("member=NewToolTip") > shown)
        assert stop(tray) == 0
    live.stop()
    assert bus.read_text().count(words.SET_ASIDE) == 1


@ONE_HOST_EACH
def test_a_companion_that_goes_away_is_seen_and_started_again(desk: Desk, running: Running, host: Host) -> None:
    desk.host(host)
    desk.tray(running.live.state)
    until("the icon is there", lambda: desk.found(PERSONAL))
    running.go()
    until("the icon is hollow", lambda: desk.found(HOLLOW) and not desk.found(PERSONAL))
    desk.click("1", HOLLOW, UNDER_ANY_MENU)
    desk.choose(START)
    try:
        until("the icon is back", lambda: desk.found(PERSONAL))
    finally:
        if runtime := local.running(running.live.state):
            os.kill(runtime.pid, signal.SIGTERM)
    until("it has gone as well", lambda: not is_claimed(running.live.state / "instance.lock"))


@ONE_HOST_EACH
def test_whatever_shows_trays_may_start_late_and_again(desk: Desk, running: Running, host: Host) -> None:
    """The same process all along, so nothing that watches it sees it end."""
    tray = desk.tray(running.live.state)
    until("the tray holds its lock", (running.live.state / "tray.lock").exists)
    for _ in range(2):
        shown = desk.host(host)
        desk.click("1", PERSONAL)
        desk.hand("key", "Escape")
        shown.terminate()
        shown.wait()
        until("nothing is shown", lambda: not desk.found(PERSONAL))
    assert tray.poll() is None


def test_where_nothing_shows_trays_it_ends_and_says_nothing(desk: Desk, running: Running) -> None:
    assert desk.tray(running.live.state, "--wait", "0.5").wait(LIMIT) == NO_TRAY
    assert (desk.folder / "log.txt").read_text() == ""


@pytest.mark.parametrize("display", [None, ":4711"])
def test_without_a_display_it_ends_and_says_nothing(tmp_path: Path, display: str | None) -> None:
    """Qt would call abort() where the display does not answer."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    if display:
        environment["DISPLAY"] = display
    command = [sys.executable, "-m", "companion", "tray", "--state", str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, timeout=LIMIT, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (NO_TRAY, b"", b"")


def test_a_second_tray_of_the_same_companion_ends(desk: Desk, running: Running) -> None:
    desk.host("xembed")
    desk.tray(running.live.state)
    until("the icon is there", lambda: desk.found(PERSONAL))
    assert desk.tray(running.live.state).wait(LIMIT) == 0


def test_the_companion_brings_it_and_takes_it_away(desk: Desk, tmp_path: Path) -> None:
    state = tmp_path / "state"
    desk.host("xembed")
    command = [sys.executable, "-m", "companion", "run", "--tray", "--state", str(state), "--port", "0"]
    companion = desk.start(*command)
    until("the icon is there", lambda: desk.found(PERSONAL))
    companion.terminate()
    assert companion.wait(LIMIT) == 0
    assert not is_claimed(state / "tray.lock")
