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
