"""A desktop for tests: a screen nobody sees, a session bus, and on it a StatusNotifier panel or an XEmbed tray."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[3]
NEEDED = ("Xvfb", "xfce4-panel", "trayer", "xdotool", "maim", "dbus-daemon", "dbus-monitor", "xfconf-query")
LIMIT = 60.0  # seconds a condition may take on a busy machine
STRIP = 30  # pixels at the top: the panel or the tray
UNDER_A_MENU = (60, 150)  # a place that the menu covers, and nothing else
UNDER_ANY_MENU = (60, 45)  # also the short one that is shown while the companion is away
Host = Literal["panel", "xembed"]  # xfce4-panel: StatusNotifier; trayer: XEmbed

PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="size" type="uint" value="30"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
"""


def missing() -> list[str]:
    return [program for program in NEEDED if shutil.which(program) is None]


def until(what: str, reach: Callable[[], object], limit: float = LIMIT) -> None:
    end = time.monotonic() + limit
    while not reach():
        assert time.monotonic() < end, f"not within {limit:g} s: {what}"
        time.sleep(0.05)


@dataclass
class Desk:
    """One screen with its session; everything started on it ends with it."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def open(self) -> None:
        """A screen with a number of its own, and a bus that no other session has."""
        home = self.folder / "home"
        (home / "run").mkdir(parents=True, mode=0o700)
        reading, writing = os.pipe()
        # Without -noreset it starts anew when its last client goes, as after a picture, and turns away who comes then.
        screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp", "-noreset"]
        self.processes.append(subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL))
        os.close(writing)
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        self.environment = {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "run")}
        self.environment["BROWSER"] = str(self._browser())
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        daemon = subprocess.Popen(bus, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.processes.append(daemon)
        assert daemon.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()

    def close(self) -> None:
        for process in reversed(self.processes):
            stop(process)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        log = (self.folder / "log.txt").open("ab")
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def host(self, kind: Host) -> subprocess.Popen[bytes]:
        """Something that shows trays, in the upper left corner."""
        if kind == "xembed":
            return self.start("trayer", "--edge", "top", "--align", "left", "--height", "30", "--widthtype", "request")
        config = self.folder / "home/.config/xfce4/xfconf/xfce-perchannel-xml"
        config.mkdir(parents=True, exist_ok=True)
        (config / "xfce4-panel.xml").write_text(PANEL)
        return self.start("xfce4-panel", "--disable-wm-check")

    def tray(self, state: Path, *options: str) -> subprocess.Popen[bytes]:
        return self.start(sys.executable, "-m", "companion", "tray", "--state", str(state), *options)

    def listen(self, *rules: str) -> Path:
        """The file into which the messages on the bus that match these rules are written from now on."""
        file = self.folder / "bus.txt"
        with file.open("wb") as heard:
            monitor = ["dbus-monitor", "--session", *rules]
            process = subprocess.Popen(monitor, env=self.environment, stdout=heard, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        until("somebody listens on the bus", lambda: "NameAcquired" in file.read_text())
        return file

    def picture(self, name: str = "screen") -> QImage:
        file = self.folder / f"{name}.png"
        subprocess.run(["maim", "-u", str(file)], env=self.environment, check=True, stderr=subprocess.DEVNULL)
        return QImage(str(file))

    def found(self, colour: str, least: int = 20) -> tuple[int, int] | None:
        """The middle of what the strip at the top has in this colour; None when fewer than `least` pixels have it."""
        image, sought = self.picture(), int(f"ff{colour[1:]}", 16)
        spots = [(x, y) for y in range(STRIP) for x in range(image.width()) if image.pixel(x, y) == sought]
        if len(spots) < least:
            return None
        xs, ys = sorted(x for x, _ in spots), sorted(y for _, y in spots)
        return xs[len(xs) // 2], ys[len(ys) // 2]

    def click(self, button: Literal["1", "3"], colour: str, covered: tuple[int, int] = UNDER_A_MENU) -> None:
        """Press the icon of this colour, and wait until its menu is there."""
        until(f"an icon in {colour}", lambda: self.found(colour))
        x, y = self.found(colour) or (0, 0)
        self.hand("mousemove", str(x), str(y), "click", button)
        until("the menu is open", lambda: self.menu_is_open(covered))

    def menu_is_open(self, covered: tuple[int, int] = UNDER_A_MENU) -> bool:
        return self.picture().pixelColor(*covered).name() != "#000000"

    def choose(self, place: int) -> None:
        """Choose the item of the open menu at this place (from 1, lines that only say something not counted)."""
        self.hand("key", "--delay", "30", *["Down"] * place, "Return")
        until("the menu is closed", lambda: not self.menu_is_open())

    def hand(self, *does: str) -> None:
        """What the person does, as xdotool writes it."""
        subprocess.run(["xdotool", *does], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def opened(self, beyond: int = 0) -> list[str]:
        """The addresses the person's browser was asked to open, after the first `beyond`."""
        file = self.folder / "opened.txt"
        return file.read_text().split()[beyond:] if file.exists() else []

    def _browser(self) -> Path:
        script = self.folder / "browser"
        script.write_text(f'#!/bin/sh\necho "$1" >> "{self.folder}/opened.txt"\n')
        script.chmod(0o700)
        return script


def stop(process: subprocess.Popen[bytes]) -> int:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()
