"""The settings as a file a person can take along, and what is taken over from such a file.

A file may come from anybody. It can hold how strict Forepost is, and nothing that keeps, counts or reads more: the
record, measuring, private messages and the policy pack are switched on by the person alone, on the machine itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from companion.draft import Mode, Model
from companion.policy.allow import AllowEntry
from companion.policy.choices import RuleChoice
from companion.policy.parts import Identifier
from companion.store.settings import AccountSettings, GutCheck, Language, Record, Settings, SiteSwitch

MOST_BYTES = 1024 * 1024
NEVER_FROM_A_FILE = ("measure", "record", "messages", "organisation", "readiness")


class NotSettings(Exception):
    """This file cannot be used as settings. `why` says so to the person; nothing was changed."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Portable(Model):
    """What such a file holds."""

    forepost_settings: Literal[1]
    mode: Mode = "personal"
    accounts: dict[str, AccountSettings] = Field(default_factory=dict, max_length=1_000)
    not_checked: list[Annotated[str, Field(max_length=253)]] = Field(
        default_factory=list, max_length=1_000, description="hosts that are switched off"
    )
    rules: dict[Identifier, RuleChoice] = Field(default_factory=dict, max_length=1_000)
    gut_check: GutCheck = 0
    language: Language = "auto"
    allow: list[AllowEntry] = Field(default_factory=list, max_length=10_000)
    allow_made_with: str = Field(default="", description="a fingerprint of the key that the allow list is hashed with")


@dataclass(frozen=True)
class Imported:
    """The settings after a file was taken over. `left` says what was not, a sentence each."""

    settings: Settings
    left: tuple[str, ...] = ()


def exported(settings: Settings, key: bytes) -> str:
    """The file, as JSON a person can read. `key` is the key of the allow list; it is not in it."""
    portable = Portable(
        forepost_settings=1,
        mode=settings.mode,
        accounts=settings.accounts,
        not_checked=sorted(host for host, switch in settings.sites.items() if not switch.enabled),
        rules=settings.rules,
        gut_check=settings.gut_check,
        language=settings.language,
        allow=settings.allow,
        allow_made_with=_fingerprint(key),
    )
    return portable.model_dump_json(indent=1) + "\n"


def imported(raw: bytes, present: Settings, key: bytes) -> Imported:
    """What the settings become by this file. Raises NotSettings."""
    file = _read(raw)
    same_machine = file.allow_made_with == _fingerprint(key)
    off = {host: _switch(present, host, enabled=False) for host in file.not_checked}
    on = {host: _switch(present, host, enabled=True) for host in present.sites if host not in off}
    after = present.model_copy(
        update={
            "mode": file.mode,
            "accounts": file.accounts,
            "sites": {**on, **off},
            "rules": file.rules,
            "gut_check": file.gut_check,
            "language": file.language,
            "allow": file.allow if same_machine else present.allow,
        }
    )
    left = () if same_machine or not file.allow else (_OTHER_MACHINE,)
    return Imported(after, left)


def first_day(present: Settings) -> Settings:
    """Everything as on the first day, but for the policy pack, which is a file of its own.

    The record stays as well, so its days do: fewer of them would delete posts within the hour.
    """
    return Settings(organisation=present.organisation, record=Record(keep_days=present.record.keep_days))


_OTHER_MACHINE = (
    "The allow list was left out: it holds fingerprints that mean something only on the machine they were made on."
)


def _read(raw: bytes) -> Portable:
    if len(raw) > MOST_BYTES:
        raise NotSettings("This file is larger than 1 MiB. Settings are a few kilobytes. Nothing was changed.")
    try:
        return Portable.model_validate_json(raw)
    except ValidationError as error:
        places = sorted({".".join(str(step) for step in found["loc"]) for found in error.errors()} - {""})
    if not places or "forepost_settings" in places:
        raise NotSettings("This is no file of settings that Forepost has exported. Nothing was changed.")
    barred = [name for name in NEVER_FROM_A_FILE if any(name in place.split(".") for place in places)]
    if barred:
        why = f"This file would set {', '.join(barred)}. Only you can, on this machine. Nothing was changed."
        raise NotSettings(why)
    raise NotSettings(f"These parts of the file cannot be read: {', '.join(places[:5])}. Nothing was changed.")


def _switch(present: Settings, host: str, *, enabled: bool) -> SiteSwitch:
    return present.sites.get(host, SiteSwitch()).model_copy(update={"enabled": enabled})


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(b"allow list of " + key).hexdigest()[:16]
