"""The person's settings: mode, accounts, site switches and allow list, in one validated file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pydantic import ConfigDict, Field, ValidationError

from companion.draft import Draft, Mode, Model, ModeSource
from companion.policy.allow import AllowEntry
from companion.store.private_file import set_aside, write_private


class StaleRevision(Exception):
    """The change was made against settings that have changed since."""


class SiteSwitch(Model):
    """Whether posts on this host are checked."""

    enabled: bool


class AccountSettings(Model):
    """What the person said about one of their accounts."""

    # Read and written in the same shape, so that the API describes it once.
    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    mode: Mode | None = None
    disclaimer: bool = False  # its profile says that the views are the person's own
    official: bool = False


class AllowRequest(Model):
    """Words the person chose to allow under one rule."""

    rule: str = Field(min_length=1, max_length=100)
    quote: str = Field(min_length=1, max_length=10_000)


class Settings(Model):
    """The whole settings file."""

    revision: int = Field(default=1, ge=1)
    mode: Mode = "personal"
    accounts: dict[str, AccountSettings] = Field(default_factory=dict)  # key: "<site>:<id>"
    sites: dict[str, SiteSwitch] = Field(default_factory=dict)  # key: host name
    allow: list[AllowEntry] = Field(default_factory=list)  # keyed hashes and masked labels, never the words


class SettingsPatch(Model):
    """A change of the settings; what is left out stays as it is."""

    mode: Mode | None = None
    sites: dict[str, SiteSwitch] | None = Field(default=None, max_length=1_000)
    accounts: dict[str, AccountSettings | None] | None = Field(default=None, max_length=1_000)  # null forgets one
    allow_add: AllowRequest | None = None
    allow_remove: str | None = None
    revision: int | None = None  # when given, it must be the present one


def mode_of(settings: Settings, draft: Draft) -> tuple[Mode, ModeSource]:
    """The mode a draft is read in: its own, else its account's, else the current one."""
    if draft.mode is not None:
        return draft.mode, "draft"
    if draft.account is not None:
        account = settings.accounts.get(f"{draft.site}:{draft.account.id}")
        if account is not None and account.mode is not None:
            return account.mode, "account"
    return settings.mode, "current"


def patched(settings: Settings, patch: SettingsPatch, entry: AllowEntry | None) -> Settings:
    """The settings after a change, one revision later. `entry` is what `patch.allow_add` became."""
    accounts = {**settings.accounts, **(patch.accounts or {})}
    allow = [known for known in settings.allow if known.id != patch.allow_remove]
    if entry is not None:
        allow = [*(known for known in allow if known.id != entry.id), entry]
    return Settings(
        revision=settings.revision + 1,
        mode=patch.mode or settings.mode,
        accounts={key: account for key, account in accounts.items() if account is not None},
        sites={**settings.sites, **(patch.sites or {})},
        allow=allow,
    )


class SettingsStore:
    """The settings file and its present content. Safe to use from several threads; the companion is the only writer."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self.notice: str | None = None  # for the person, when the file had to be set aside
        self._lock = threading.Lock()
        self.present = self._load(clock)

    def _load(self, clock: Callable[[], datetime]) -> Settings:
        try:
            return Settings.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return Settings()
        except ValidationError as error:
            fields = sorted({".".join(str(part) for part in found["loc"]) for found in error.errors()} - {""})
            aside = set_aside(self.path, clock())
            self.notice = (
                f"Your settings could not be read{' (' + ', '.join(fields[:5]) + ')' if fields else ''}. "
                f"They are kept as {aside.name} in {aside.parent}; everything is checked with the usual settings now."
            )
            settings = Settings(revision=_revision_after(aside))
            _write(self.path, settings)
            return settings

    def change(self, patch: SettingsPatch, entry: AllowEntry | None = None) -> Settings:
        """Apply a change and write it. Raises StaleRevision, having changed nothing, when it names another revision."""
        with self._lock:
            if patch.revision is not None and patch.revision != self.present.revision:
                raise StaleRevision
            after = patched(self.present, patch, entry)
            _write(self.path, after)
            self.present = after
            return after


def _write(path: Path, settings: Settings) -> None:
    write_private(path, settings.model_dump_json(indent=1).encode())


def _revision_after(aside: Path) -> int:
    """A revision no browser has seen yet: answers given under the lost settings must count as stale."""
    return int(aside.stat().st_mtime)
