"""Writes what a browser needs to start the native host: the manifest, and a wrapper with the way to this companion.

The browser looks for the manifest in a folder of its own: `NativeMessagingHosts` in the user data folder
(Chromium and its relatives), `native-messaging-hosts` in Firefox's. Its `path` must be absolute and
executable, and it cannot carry arguments: hence the wrapper.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePath
from typing import Literal

NAME = "local.forepost.companion"
Family = Literal["chromium", "firefox"]


@dataclass(frozen=True)
class Launch:
    """How the native host, and through it the companion, is started."""

    state: Path | None = None  # None: the platform's folders
    port: int | None = None  # None: the first free one of ours
    python: str = sys.executable


def allowed_ids(family: Family) -> list[str]:
    """The extension ids that may talk to the native host: one data file for all."""
    file = resources.files("companion.desktop").joinpath("extension_ids.json")
    return [entry["id"] for entry in json.loads(file.read_text(encoding="utf-8"))[family]]


def write_manifest(folder: Path, family: Family, launch: Launch) -> Path:
    """Write manifest and wrapper into the browser's folder. Returns the manifest's path."""
    folder.mkdir(parents=True, exist_ok=True)
    wrapper = folder.absolute() / f"{NAME}.sh"
    wrapper.write_text(wrapper_text(launch), encoding="utf-8")
    wrapper.chmod(0o700)
    manifest = folder / f"{NAME}.json"
    manifest.write_text(json.dumps(manifest_of(family, wrapper), indent=2) + "\n", encoding="utf-8")
    return manifest


def manifest_of(family: Family, wrapper: PurePath) -> dict[str, object]:
    ids = allowed_ids(family)
    if family == "chromium":
        allowed = {"allowed_origins": [f"chrome-extension://{each}/" for each in ids]}
    else:
        allowed = {"allowed_extensions": ids}
    return {"name": NAME, "description": "Forepost's companion", "path": str(wrapper), "type": "stdio", **allowed}


def wrapper_text(launch: Launch) -> str:
    """A shell script: what it passes on comes before the browser's own arguments, parted by `--`.

    `-P` keeps the browser's working folder out of Python's search path.
    """
    command = [launch.python, "-P", "-m", "companion.desktop.native_host"]
    if launch.state is not None:
        command += ["--state", os.path.abspath(launch.state)]
    if launch.port is not None:
        command += ["--port", str(launch.port)]
    return f'#!/bin/sh\nexec {shlex.join(command)} -- "$@"\n'


@dataclass(frozen=True)
class BrowserFolder:
    """Where one browser of this user looks for native hosts."""

    browser: str
    family: Family
    folder: Path

    @property
    def is_there(self) -> bool:
        """Has this browser ever run for this user?"""
        return self.folder.parent.is_dir()

    @property
    def manifest(self) -> Path:
        return self.folder / f"{NAME}.json"


def browser_folders(home: Path, state: Path) -> list[BrowserFolder]:
    """The known browsers' folders under `home`, and the profile that `make run` keeps under the state folder."""
    if sys.platform == "darwin":
        support = home / "Library" / "Application Support"
        chromium = {"Chromium": "Chromium", "Chrome": "Google/Chrome", "Edge": "Microsoft Edge"}
        firefox = support / "Mozilla" / "NativeMessagingHosts"
    else:
        support = home / ".config"
        chromium = {"Chromium": "chromium", "Chrome": "google-chrome", "Edge": "microsoft-edge"}
        firefox = home / ".mozilla" / "native-messaging-hosts"
    found = [
        BrowserFolder(browser, "chromium", support / data / "NativeMessagingHosts")
        for browser, data in chromium.items()
    ]
    own = [
        BrowserFolder(f"profile {folder.parent.name}", "chromium", folder)
        for folder in sorted(state.glob("*/NativeMessagingHosts"))
    ]
    return [*found, BrowserFolder("Firefox", "firefox", firefox), *own]


def manifest_fault(place: BrowserFolder) -> str | None:
    """What is wrong with the manifest of this browser; None when it is well."""
    try:
        manifest = json.loads(place.manifest.read_text(encoding="utf-8"))
        wrapper = Path(manifest["path"])
    except FileNotFoundError:
        return "is not there"
    except (OSError, ValueError, TypeError, KeyError):
        return "cannot be read"
    if manifest != manifest_of(place.family, wrapper):
        return "names other extensions or another program"
    if not os.access(wrapper, os.X_OK):
        return "points to a wrapper that cannot be started"
    try:
        python = shlex.split(wrapper.read_text(encoding="utf-8").splitlines()[1])[1]
    except (OSError, ValueError, IndexError):
        return "points to a wrapper that is damaged"
    return None if os.access(python, os.X_OK) else "points to a Python that is gone"
