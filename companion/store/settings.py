"""What the settings file may hold: every choice of the person, each with a safe default."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, model_validator

from companion.draft import Draft, Mode, Model, ModeSource, Surface
from companion.policy.allow import AllowEntry, AllowList, Said, Where, entry_for, entry_here
from companion.policy.choices import RuleChoice
from companion.policy.parts import Identifier

LONGEST_PAUSE = timedelta(hours=24)
PREPARED_FOR = timedelta(days=365)  # then the points for official posts are asked again
Moment = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC).replace(microsecond=0))]
Language = Annotated[str, Field(pattern=r"^(auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$", max_length=35)]
GutCheck = Annotated[int, Field(ge=0, le=60, description="seconds in which a post can be taken back; 0: none")]
KeepDays = Annotated[int, Field(ge=1, le=3650)]


class BothWays(Model):
    """Read and written in the same shape, so that the API describes it once."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)


class SiteSwitch(BothWays):
    """What is read on this host."""

    enabled: bool = True
    messages: bool = False  # private messages, too


class AccountSettings(BothWays):
    """What the person said about one of their accounts."""

    mode: Mode | None = None
    disclaimer: bool = False  # its profile says that the views are the person's own
    official: bool = False
    name: str = Field(default="", max_length=200)  # as the site shows it, to recognise the account by
    asked: bool = True  # False: only its profile was seen, and the person was not asked yet which mode it writes in


class Record(Model):
    """Whether official posts are kept, and how long."""

    on: bool = False
    keep_days: KeepDays = 365


class Readiness(Model):
    """What the person answered to the policy's points before official posts, and when."""

    answers: dict[Identifier, bool] = Field(default_factory=dict, max_length=50)
    answered: Moment | None = None

    def is_due(self, now: datetime) -> bool:
        """Never answered, or a year ago. An answer from days to come was dated by a clock that was wrong."""
        if self.answered is None:
            return True
        return not -timedelta(days=1) < now - self.answered < PREPARED_FOR


class ChosenPack(Model):
    """The organisation's pack the person chose: a copy is kept beside the settings, and this is what they saw."""

    id: str
    version: str
    title: str
    publisher: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")  # of the copy: a file that was changed since is not used
    chosen: Moment


class Settings(Model):
    """The whole settings file."""

    revision: int = Field(default=1, ge=1)
    on: bool = True
    paused_until: Moment | None = None
    mode: Mode = "personal"
    accounts: dict[str, AccountSettings] = Field(default_factory=dict)  # key: "<site>:<id>"
    sites: dict[str, SiteSwitch] = Field(default_factory=dict)  # key: host name
    allow: list[AllowEntry] = Field(default_factory=list)  # keyed hashes and masked labels, never the words
    rules: dict[Identifier, RuleChoice] = Field(default_factory=dict)
    measure: bool | None = None  # None: the person was not asked yet, and nothing is counted
    record: Record = Field(default_factory=Record)
    gut_check: GutCheck = 0
    language: Language = "auto"
    readiness: Readiness = Field(default_factory=Readiness)
    organisation: ChosenPack | None = None  # None: the built-in pack
    set_aside: str | None = Field(default=None, max_length=255)  # the file these took the place of, until that is seen

    def pause_at(self, now: datetime) -> datetime | None:
        """Until when checks rest, or None. A pause longer than any that can be asked for is a clock that was set."""
        until = self.paused_until
        return until if until is not None and now < until <= now + LONGEST_PAUSE else None


class Here(Model):
    """The draft on which the person answered a card."""

    site: str = Field(max_length=253)
    surface: Surface
    mode: Mode


class AllowRequest(Model):
    """Words of which this rule says nothing from now on, because the person answered its card so.

    *Always allow* holds everywhere. `dismissed` (*not a problem here*) holds on this site, `not_useful` on every site;
    both in the mode of `here` alone, and among posts or among private messages.
    """

    rule: str = Field(min_length=1, max_length=100)
    quote: str = Field(min_length=1, max_length=10_000)
    said: Said = "allowed"
    here: Here | None = None

    @model_validator(mode="after")
    def _says_where(self) -> AllowRequest:
        if (self.here is None) != (self.said == "allowed"):
            raise ValueError("dismissed and not_useful need `here`, and allowed has none")
        return self

    def entry(self, key: bytes) -> AllowEntry:
        """What is kept of it: the words are not."""
        if self.here is None:
            return entry_for(self.rule, self.quote, key)
        here = Where(self.here.mode, self.here.surface == "message", self.here.site)
        return entry_here(self.rule, self.quote, key, self.said, here)


class SettingsPatch(Model):
    """A change of the settings; what is left out stays as it is.

    Of a site or an account only the fields that are given change; null forgets it. A null `paused_until` ends a pause.
    """

    on: bool | None = None
    paused_until: Moment | None = None  # 24 hours ahead at most
    mode: Mode | None = None
    sites: dict[str, SiteSwitch | None] | None = Field(default=None, max_length=1_000)
    accounts: dict[str, AccountSettings | None] | None = Field(default=None, max_length=1_000)
    rules: dict[Identifier, RuleChoice | None] | None = Field(default=None, max_length=1_000)
    allow_add: AllowRequest | None = None
    allow_remove: str | None = None
    measure: bool | None = None
    record: bool | None = None
    record_keep_days: KeepDays | None = None
    gut_check: GutCheck | None = None
    language: Language | None = None
    readiness: dict[Identifier, bool] | None = Field(default=None, max_length=50)  # dated when it arrives
    revision: int | None = None  # when given, it must be the present one


def allowed_on(settings: Settings, draft: Draft, mode: Mode, key: bytes) -> AllowList:
    """What the person allows in this draft. `key`: what the fingerprints are made with."""
    return AllowList(settings.allow, key, Where.of(draft, mode))


def mode_of(settings: Settings, draft: Draft) -> tuple[Mode, ModeSource]:
    """The mode a draft is read in: its own, else its account's, else the current one."""
    if draft.mode is not None:
        return draft.mode, "draft"
    if draft.account is not None:
        account = settings.accounts.get(f"{draft.site}:{draft.account.id}")
        if account is not None and account.mode is not None:
            return account.mode, "account"
    return settings.mode, "current"
