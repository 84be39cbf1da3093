"""Every request and answer of the companion's API that is not a Draft or a Review."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from companion.draft import Account, AnyText, Mode, Model, PackRef, Surface, Verdict
from companion.policy.allow import Said
from companion.policy.parts import Identifier
from companion.store.records import Left
from companion.store.settings import AccountSettings, GutCheck, Language, Moment, SiteSwitch

Nonce = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="16 random bytes, lower-case hex")]
Mac = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="HMAC-SHA256, lower-case hex")]
ClientId = Annotated[str, Field(min_length=1, max_length=64)]
BrowserName = Annotated[  # shown in terminals, too: no control characters
    str, Field(pattern=r"^[^\x00-\x1f\x7f-\x9f]{1,100}$", description='for the list, as "Chromium on Linux"')
]
Origin = Annotated[str, Field(pattern=r"^(chrome-extension://[a-p]{32}|moz-extension://[0-9a-f-]{36})$")]
PageName = Literal[
    "practice",
    "guide",
    "mistake",
    "settings",
    "readiness",
    "record",
    "counts",
    "what-forepost-knows",
    "about",
    "information-request",
]


class Hello(Model):
    """The client proves itself; mac over "client", nonce and port, each on a line of its own."""

    client: ClientId
    nonce: Nonce
    mac: Mac
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,3}$", description="of the extension")] | None = None


class HelloAnswer(Model):
    """The companion proves itself; mac over "server", nonce, port and start id."""

    mac: Mac
    start_id: str
    version: str


class PairOpen(Model):
    """Open the window for connecting a browser with a short code."""

    kind: Literal["open"]


class PairClose(Model):
    """Close that window."""

    kind: Literal["close"]


class PairNative(Model):
    """Connect a browser that asked through native messaging."""

    kind: Literal["native"]
    origin: Origin
    name: BrowserName


class PairCode(Model):
    """Connect with the short code; mac with the stretched code over "pair", nonce, port and origin."""

    kind: Literal["code"]
    name: BrowserName
    nonce: Nonce
    mac: Mac


class PairList(Model):
    """Which browsers are connected?"""

    kind: Literal["list"]


class PairRevoke(Model):
    """Disconnect a browser."""

    kind: Literal["revoke"]
    client: ClientId


PairingRequest = Annotated[
    PairOpen | PairClose | PairNative | PairCode | PairList | PairRevoke, Field(discriminator="kind")
]


class PairWindow(Model):
    code: str
    expires_in: int = Field(description="seconds")


class PairedNatively(Model):
    client: str
    port: int
    secret: str = Field(description="32 bytes, base64url without padding")
    token: str


class PairedByCode(Model):
    """mac with the stretched code over "paired", the client's nonce, `nonce` and `client`."""

    client: str
    nonce: Nonce
    mac: Mac


class ConnectedBrowser(Model):
    client: str
    name: str
    origin: str
    created: str = Field(description="ISO 8601, UTC")
    version: str | None = Field(description="of its extension, by its last hello; null: none since the start")


class ConnectedBrowsers(Model):
    clients: list[ConnectedBrowser]
    window: int = Field(description="seconds for which a browser may still connect with the code; 0: closed")


class Nothing(Model):
    """An empty object."""


PairingAnswer = PairWindow | PairedNatively | PairedByCode | ConnectedBrowsers | Nothing


class Allowed(Model):
    """Something the person always allows, as far as anybody may know it."""

    id: str
    rule: str
    label: str = Field(description='masked, as "phone ending 56"')
    said: Said = Field(description="always allow, not a problem here, not useful")


class SettingsView(Model):
    """What a client may know of the settings."""

    revision: int
    mode: Mode
    accounts: dict[str, AccountSettings]
    sites: dict[str, SiteSwitch]
    allow: list[Allowed]
    pack: PackRef
    on: bool
    paused_until: Moment | None = Field(description="null when no pause is under way")
    measure: bool | None = Field(description="null: the person was not asked yet")
    record: bool
    gut_check: GutCheck
    language: Language
    readiness_due: bool = Field(description="the points before official posts were never answered, or a year ago")
    set_aside: str | None = Field(
        description="where settings are kept that could not be read; null once the person has seen the settings page"
    )


class OutcomeCount(Model):
    """What became of a finding, so many times."""

    rule: Identifier
    mode: Mode
    outcome: Literal["shown", "fixed", "edited", "posted_anyway", "dismissed", "not_useful"]
    count: int = Field(default=1, ge=1, le=1000)


class Outcomes(Model):
    """Counted only where the person chose that."""

    outcomes: list[OutcomeCount] = Field(max_length=500)


Site = Annotated[str, Field(max_length=253)]
Link = Annotated[str, Field(pattern=r"^https?://[^\s]+$", max_length=2048)]


class RecordAdd(Model):
    """A post for the record of official posts: the person's own words and nobody else's."""

    site: Site
    surface: Surface
    mode: Mode
    account: Account | None = None
    text: AnyText = Field(max_length=100_000)
    link: Link | None = None
    left: Left
    signal: Literal["composer-closed", "editor-emptied", "site-said-so", "link-seen", "none"]


class RecordAdded(Model):
    id: int | None = Field(description="null: the record is off, or this was no official post")


class RecordSettle(Model):
    """Whether an entry was sent after all. One that was not is taken away. Null: the person was asked, no more."""

    id: int
    sent: bool | None
    link: Link | None = None


class ProfileNote(Model):
    """A field of a profile: as it stands, or as it was saved. Of its words nothing is kept."""

    site: Site
    account: Account
    text: AnyText = Field(max_length=100_000)
    before: AnyText | None = Field(
        default=None, max_length=100_000, description="when it was saved: as it stood before"
    )


class ProfileNoted(Model):
    disclaimer: bool = Field(description="what is kept of the profile from now on")


class IncidentNote(Model):
    """A post at which something was shown; kept in memory for 24 hours."""

    site: Site
    surface: Surface
    mode: Mode
    account: Account | None = None
    rules: list[Identifier] = Field(max_length=200)
    verdict: Verdict
    posted_anyway: bool


class AskFirst(Model):
    """Which rules to ask about. `own_employer`: it is a claim about the person's own employer."""

    rules: list[Identifier] = Field(max_length=200)
    own_employer: bool = False


class Mail(Model):
    role: str
    address: str | None = Field(description="null: the person knows it")
    mailto: str


class Mails(Model):
    """Mails that can be opened; nothing has been sent."""

    mails: list[Mail]
    subject: str
    body: str


class SettingsImport(Model):
    """The settings from a file that Forepost has exported, or null: everything as on the first day."""

    file: str | None = Field(max_length=1_048_576)


class SettingsImported(Model):
    left: list[str] = Field(description="what was not taken over, a sentence each")


class PolicyUse(Model):
    """Which pack to check by: the YAML of an organisation's, or null for the built-in one."""

    pack: str | None = Field(max_length=1_048_576)


class PageRequest(Model):
    page: PageName


class PageLink(Model):
    """A path on this companion that opens the page once."""

    path: str
    expires_in: int = Field(description="seconds")


class Fault(Model):
    """What happened, for a program (`code`) and for a person (`message`); never a value that was sent."""

    code: Literal[
        "invalid",
        "text-too-long",
        "body-too-large",
        "stale",
        "busy",
        "starting",
        "checks-unavailable",
        "not-kept",
        "internal",
    ]
    message: str
    fields: list[str] | None = Field(default=None, description="names of the fields that could not be read")


class FaultAnswer(Model):
    error: Fault
