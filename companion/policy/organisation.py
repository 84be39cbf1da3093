"""Who a pack speaks for: its names, people and places to turn to, what it publishes and what it watches."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from companion.policy.parts import Domain, Identifier, Line, Name, Network, Part, Pattern


class AllowedValue(Part):
    """A value that one rule is silent about."""

    rule: Identifier
    value: Line


class AllowedPattern(Part):
    """A form of values that one rule is silent about: the whole of what was found must have it."""

    rule: Identifier
    pattern: Pattern


class Allowed(Part):
    """What the organisation has published itself: never flagged, however it is spaced."""

    phones: list[Line] = Field(default_factory=list, max_length=500, description="Public phone numbers.")
    emails: list[Line] = Field(default_factory=list, max_length=500, description="Public mailboxes.")
    addresses: list[Line] = Field(default_factory=list, max_length=500, description="Published office addresses.")
    postcodes: list[Line] = Field(default_factory=list, max_length=500, description="Postcodes of public buildings.")
    domains: list[Domain] = Field(
        default_factory=list, max_length=500, description="Public hosts: links, addresses and mailboxes below them."
    )
    networks: list[Network] = Field(
        default_factory=list, max_length=500, description="Public ranges of IP addresses, as 192.0.2.0/24."
    )
    values: list[AllowedValue] = Field(default_factory=list, max_length=500, description="Exact values, for any rule.")
    patterns: list[AllowedPattern] = Field(default_factory=list, max_length=50, description="Forms, for any rule.")


class Watchlist(Part):
    """What must not leave the organisation by name: terms in any case and spacing, and patterns of references."""

    terms: list[Name] = Field(default_factory=list, max_length=500)
    patterns: list[Pattern] = Field(default_factory=list, max_length=50)


class Contact(Part):
    """Whom to turn to; no person's name, so that it stays true."""

    role: Line
    email: Line | None = None
    phone: Line | None = None


class Organisation(Part):
    """Who the pack speaks for, and how people write of it."""

    name: Name
    aliases: list[Name] = Field(
        default_factory=list, max_length=50, description="The first is used where room is short."
    )
    domains: list[Domain] = Field(default_factory=list, max_length=50)
    handles: list[Name] = Field(default_factory=list, max_length=50, description="Its accounts, as @Example.")
    roles: list[Name] = Field(default_factory=list, max_length=200, description="Posts that people speak in.")
    topics: list[Name] = Field(default_factory=list, max_length=100, description="Words of its field of work.")
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "GB"
    allow: Allowed = Field(default_factory=Allowed)
    watchlist: Watchlist = Field(default_factory=Watchlist)
    stakeholders: list[Name] = Field(
        default_factory=list, max_length=500, description="Partners not to be named or quoted unasked."
    )
    contacts: list[Contact] = Field(default_factory=list, max_length=50)
    disclaimers: list[Line] = Field(
        default_factory=list, max_length=50, description="Wordings it accepts beside any clear one."
    )

    @property
    def short_name(self) -> str:
        return self.aliases[0] if self.aliases else self.name
