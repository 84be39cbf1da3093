"""The browsers of this user, and whether each finds what it needs to start the native host."""

from __future__ import annotations

import json
import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from companion.desktop.integration import BROWSERS, System, python_in_batch, table
from companion.desktop.manifests import NAME, Family, Launch, manifest_of
from companion.desktop.registry import Registry


@dataclass(frozen=True)
class BrowserPlace:
    """Where one browser of this user looks for native hosts."""

    browser: str
    family: Family
    folder: Path  # its own; it is there when the browser has run
    manifest: Path | None  # None: the Windows registry names none

    @property
    def is_there(self) -> bool:
        """Has this browser ever run for this user?"""
        return self.folder.is_dir()


def browser_places(system: System, home: Path, state: Path, registry: Registry | None = None) -> list[BrowserPlace]:
    """The known browsers under `home`, and the profile that `make run` keeps under the state folder."""
    found = []
    for entry in table(system, home, Launch()):
        if entry.needs is not None:
            named = registry.read(entry.key, entry.value) if entry.path is None and registry else entry.path
            manifest = Path(named) if named is not None else None
            found.append(BrowserPlace(entry.what, BROWSERS[entry.what], Path(entry.needs), manifest))
    own = [
        BrowserPlace(f"profile {folder.parent.name}", "chromium", folder.parent, folder / f"{NAME}.json")
        for folder in sorted(state.glob("*/NativeMessagingHosts"))
    ]
    return [*found, *own]


def manifest_fault(family: Family, manifest: Path) -> str | None:
    """What is wrong with the manifest of a browser; None when it is well."""
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))
        wrapper = Path(said["path"])
    except FileNotFoundError:
        return "is not there"
    except (OSError, ValueError, TypeError, KeyError):
        return "cannot be read"
    if said != manifest_of(family, wrapper):
        return "names other extensions or another program"
    if not os.access(wrapper, os.X_OK):
        return "points to a wrapper that cannot be started"
    try:
        python = _python_of(wrapper)
    except (OSError, ValueError, IndexError):
        return "points to a wrapper that is damaged"
    return None if os.access(python, os.X_OK) else "points to a Python that is gone"


def _python_of(wrapper: Path) -> str:
    """The interpreter that the wrapper starts. Raises OSError, ValueError and IndexError for no wrapper of ours."""
    script = wrapper.read_text(encoding="utf-8")
    return python_in_batch(script, Path.home()) if wrapper.suffix == ".bat" else shlex.split(script.splitlines()[1])[1]
