"""Where the companion keeps its files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Places:
    """The files of one companion. With `--state DIR` everything is under DIR."""

    config: Path
    state: Path

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def clients(self) -> Path:
        return self.state / "clients.json"

    @property
    def key(self) -> Path:
        """32 random bytes: the key of every keyed hash in the settings and in finding ids."""
        return self.state / "key"

    @property
    def organisation(self) -> Path:
        """The copy of the organisation's pack the person chose."""
        return self.config / "organisation.yaml"

    @property
    def record(self) -> Path:
        """SQLite: the record of official posts, where the person wants one. The only file with text of posts."""
        return self.state / "record.sqlite3"

    @property
    def counts(self) -> Path:
        """SQLite: what became of findings, by rule and week, where the person measures."""
        return self.state / "counts.sqlite3"

    @property
    def runtime(self) -> Path:
        return self.state / "runtime.json"

    @property
    def lock(self) -> Path:
        return self.state / "instance.lock"

    @property
    def tray_lock(self) -> Path:
        return self.state / "tray.lock"

    def written_whole(self) -> tuple[Path, ...]:
        """The files that are replaced as a whole."""
        return self.settings, self.clients, self.key, self.organisation, self.runtime

    def make(self) -> None:
        """Create both folders, readable by this user alone."""
        for folder in (self.config, self.state):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def places(state: Path | None = None) -> Places:
    """The platform's own folders, or everything under `state`.

    The runtime file lives in the state folder and not in XDG_RUNTIME_DIR: without that variable
    platformdirs falls back to a folder others can read.
    """
    if state is not None:
        folder = Path(os.path.abspath(state))
        return Places(config=folder, state=folder)
    return Places(
        config=Path(platformdirs.user_config_dir("forepost", appauthor=False)),
        state=Path(platformdirs.user_state_dir("forepost", appauthor=False)),
    )
