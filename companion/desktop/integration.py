"""What ties Forepost to a desktop, as one pure table: where a file or registry value stands, and what is in it."""

from __future__ import annotations

import json
import plistlib
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import Literal

from companion.desktop.manifests import NAME, Family, Launch, manifest_of, wrapper_text

System = Literal["linux", "windows", "macos"]
BROWSERS: dict[str, Family] = {
    "Chrome": "chromium",
    "Chromium": "chromium",
    "Edge": "chromium",
    "Firefox": "firefox",
}
LINUX = {"Chrome": "google-chrome", "Chromium": "chromium", "Edge": "microsoft-edge"}
MACOS = {"Chrome": "Google/Chrome", "Chromium": "Chromium", "Edge": "Microsoft Edge", "Firefox": "Mozilla"}
WINDOWS = {"Chrome": r"Google\Chrome", "Chromium": "Chromium", "Edge": r"Microsoft\Edge", "Firefox": "Mozilla"}
RAN = {  # below AppData: what a browser makes when it first runs
    "Chrome": "Local/Google/Chrome/User Data",
    "Chromium": "Local/Chromium/User Data",
    "Edge": "Local/Microsoft/Edge/User Data",
    "Firefox": "Roaming/Mozilla/Firefox",
}
CURRENT = r"HKCU\Software\Microsoft\Windows\CurrentVersion"
RUN_KEY = rf"{CURRENT}\Run"
SWITCHED_KEY = rf"{CURRENT}\Explorer\StartupApproved\Run"  # Windows itself notes there what was switched off
SUPPORT = "Library/Application Support"  # on macOS
HOME_IN_BATCH = "%USERPROFILE%"
PLAIN_IN_BATCH = re.compile(r"[\w.:/\\-]*[\w.:/-]", re.ASCII)  # needs no quotes
OURS: dict[System, str] = {  # the folder of what browsers start
    "linux": ".local/share/forepost",
    "windows": "AppData/Local/forepost",
    "macos": f"{SUPPORT}/forepost",
}


@dataclass(frozen=True)
class Entry:
    """A file (`path`), or a value of the Windows registry (`path` is None, and `key` and `value` say where)."""

    what: str
    content: str
    path: PurePath | None = None
    key: str = ""
    value: str = ""  # empty: the key's own
    mode: int = 0o600
    needs: PurePath | None = None  # a browser's own folder: where it is not there, neither is the browser

    @property
    def place(self) -> str:
        return str(self.path) if self.path else f"{self.key}\\{self.value}".rstrip("\\")


def this_system() -> System | None:
    """None on one whose desktops and browsers we do not know."""
    known: dict[str, System] = {"linux": "linux", "win32": "windows", "darwin": "macos"}
    return known.get(sys.platform)


def note_of(system: System, home: PurePath) -> PurePath:
    """Where the folders and keys that had to be made are noted, so that they can go again."""
    return home / OURS[system] / "folders.json"


def to_take_away(system: System, home: PurePath) -> list[Entry]:
    """All that may be there after a while of use: besides our own, what Windows notes of it."""
    switched = Entry("Its switch in Task Manager", "", key=SWITCHED_KEY, value="Forepost")
    return [*table(system, home, Launch()), *([switched] if system == "windows" else [])]


def table(system: System, home: PurePath, launch: Launch) -> list[Entry]:
    """Everything `forepost integrate` puts in place. `home`: the person's folder."""
    command = [launch.python, "-P", "-m", "companion", "run", "--tray", *_options(launch)]
    made = {"linux": _linux, "windows": _windows, "macos": _macos}[system]
    return made(home, launch, command)


def _options(launch: Launch) -> list[str]:
    """What every command for this companion is told."""
    state = ["--state", str(launch.state)] if launch.state else []
    return [*state, *(["--port", str(launch.port)] if launch.port is not None else [])]


def _linux(home: PurePath, launch: Launch, command: Sequence[str]) -> list[Entry]:
    launcher = home / OURS["linux"] / "native-host"
    desktop = (
        "[Desktop Entry]\nType=Application\nName=Forepost\n"
        "Comment=Says, beside the Post button, what a post may give away\n"
        f"Exec={' '.join(map(_desktop_quoted, command))}\nTerminal=false\nNoDisplay=true\n"
    )
    folders = {browser: home / ".config" / folder for browser, folder in LINUX.items()}
    hosts = {browser: folder / "NativeMessagingHosts" for browser, folder in folders.items()}
    # A folder made for Firefox before its first start would decide where it keeps its profiles: only where it is there.
    folders["Firefox"], hosts["Firefox"] = home / ".mozilla", home / ".mozilla/native-messaging-hosts"
    return [
        Entry("Start with the desktop", desktop, home / ".config/autostart/forepost.desktop", mode=0o644),
        Entry("What browsers start", wrapper_text(launch), launcher, mode=0o700),
        *(_manifest(browser, hosts[browser] / f"{NAME}.json", launcher, folders[browser]) for browser in BROWSERS),
    ]


def _macos(home: PurePath, launch: Launch, command: Sequence[str]) -> list[Entry]:
    support = home / SUPPORT
    launcher = home / OURS["macos"] / "native-host"
    agent = plistlib.dumps({"Label": NAME, "ProgramArguments": list(command), "RunAtLoad": True}).decode()
    return [
        Entry("Start with the desktop", agent, home / f"Library/LaunchAgents/{NAME}.plist", mode=0o644),
        Entry("What browsers start", wrapper_text(launch), launcher, mode=0o700),
        *(
            _manifest(
                browser,
                support / MACOS[browser] / f"NativeMessagingHosts/{NAME}.json",
                launcher,
                support / MACOS[browser],
            )
            for browser in BROWSERS
        ),
    ]


def _windows(home: PurePath, launch: Launch, command: Sequence[str]) -> list[Entry]:
    """Browsers ask the registry there; one manifest serves all relatives of Chromium."""
    folder = home / OURS["windows"]
    launcher = folder / "native-host.bat"
    host = [launch.python, "-P", "-m", "companion.desktop.native_host", *_options(launch)]
    script = batch_file(host, home)
    manifests = {family: folder / f"{family}.json" for family in sorted(set(BROWSERS.values()))}
    return [
        Entry("Start with the desktop", subprocess.list2cmdline(command), key=RUN_KEY, value="Forepost"),
        Entry("What browsers start", script, launcher, mode=0o700),
        *(Entry(f"For {family}", _manifest_text(family, launcher), manifests[family]) for family in sorted(manifests)),
        *(
            Entry(
                browser,
                str(manifests[BROWSERS[browser]]),
                key=rf"HKCU\Software\{WINDOWS[browser]}\NativeMessagingHosts\{NAME}",
                needs=home / "AppData" / RAN[browser],
            )
            for browser in BROWSERS
        ),
    ]


def batch_file(command: Sequence[str], home: PurePath) -> str:
    """A batch file that runs `command` with what it is given itself; written in UTF-8.

    cmd.exe reads a batch file in the code page of its console, which is seldom UTF-8, but what a variable stands for
    reaches it in UTF-16: so a way through a home like C:\\Users\\Zoë is written with %USERPROFILE%. Only where more
    than the home is not ASCII, the code page is changed first, and that may say nothing on the output, where a browser
    waits for frames. Every word is quoted: & and ( may stand in a folder's name. Nobody has run this on Windows yet.
    """
    words = [_batch_word(word, home) for word in command]
    line = f"@{' '.join(words)} -- %*\r\n"
    return line if line.isascii() else f'@"%SystemRoot%\\System32\\chcp.com" 65001 <nul >nul 2>nul\r\n{line}'


def _batch_word(word: str, home: PurePath) -> str:
    if not word.isascii() and PureWindowsPath(word).is_relative_to(PureWindowsPath(home)):
        inside = PureWindowsPath(word).relative_to(PureWindowsPath(home))
        return f'"{HOME_IN_BATCH}\\{str(inside).replace("%", "%%")}"'
    quoted = word.replace("%", "%%")
    if PLAIN_IN_BATCH.fullmatch(word):
        return quoted
    return f'"{quoted}{chr(92) if word.endswith(chr(92)) else ""}"'  # a backslash before a quote would take it along


def python_in_batch(script: str, home: Path) -> str:
    """The interpreter that such a file starts. Raises IndexError for no file of ours."""
    first = script.splitlines()[-1].removeprefix("@")
    word = first[1:].partition('"')[0] if first.startswith('"') else first.split()[0]
    return word.replace(HOME_IN_BATCH, str(home)).replace("%%", "%")


def _manifest(browser: str, path: PurePath, launcher: PurePath, needs: PurePath) -> Entry:
    return Entry(browser, _manifest_text(BROWSERS[browser], launcher), path, mode=0o644, needs=needs)


def _manifest_text(family: Family, launcher: PurePath) -> str:
    return json.dumps(manifest_of(family, launcher), indent=2) + "\n"


def _desktop_quoted(word: str) -> str:
    """One argument of an Exec line (Desktop Entry Specification, "The Exec key")."""
    escaped = "".join(f"\\{char}" if char in '"`$\\' else char for char in word)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
