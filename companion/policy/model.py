"""The policy pack: what an organisation says of what was found, as data. No code and no regex in a rule.

A pack is untrusted: every key is known, every list and text has a limit, and nothing in it can switch on, read or
send anything. `load` reads one from YAML and says line, column and mend of what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Discriminator, Field, StringConstraints, Tag, model_validator

from companion.draft import Clause, Mode, Model, Severity, Surface
from companion.policy.pattern import usable_pattern

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\r\n]+$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Pattern = Annotated[str, StringConstraints(min_length=3, max_length=200), AfterValidator(usable_pattern)]

Where = Literal["text", "bio", "siblings", "reply_to"]
FieldName = Literal["mode", "site", "surface", "account.kind", "audience"]


class Part(Model):
    """A part of the pack. Its errors may quote what was written: a pack is not a draft."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=False)


# --- conditions: a closed list -------------------------------------------------------------------------------------


class Near(Part):
    """Another entity at most `within` characters away."""

    entity: Identifier
    within: int = Field(gt=0, le=1000)


class EntityCondition(Part):
    """This entity was seen (of one of these kinds, with another entity near it)."""

    entity: Identifier
    kind: Identifier | list[Identifier] | None = None
    near: Near | None = None


class FieldCondition(Part):
    """A field of the draft has this value, or one of these."""

    field: FieldName
    is_: str | None = Field(default=None, alias="is")
    in_: list[str] | None = Field(default=None, alias="in")

    @model_validator(mode="after")
    def _one_of_both(self) -> FieldCondition:
        if (self.is_ is None) == (self.in_ is None):
            raise ValueError("give either `is` with one value or `in` with a list of them")
        return self


class AbsentCondition(Part):
    """This entity is nowhere in these places."""

    absent: Identifier
    in_: Where | list[Where] = Field(default="text", alias="in")


class PresentCondition(Part):
    """This entity (of one of these kinds) is somewhere in these places."""

    present: Identifier
    kind: Identifier | list[Identifier] | None = None
    in_: Where | list[Where] = Field(default="text", alias="in")


class PeriodCondition(Part):
    """Today lies in one of the pack's periods of this name."""

    period: Identifier


class Group(Part):
    """`all`, `any` and `unless` together: every `all`, at least one `any` where there are some, and no `unless`."""

    all: list[Condition] = Field(default_factory=list, max_length=20)
    any: list[Condition] = Field(default_factory=list, max_length=20)
    unless: list[Condition] = Field(default_factory=list, max_length=20)

    @model_validator(mode="after")
    def _says_something(self) -> Group:
        if not (self.all or self.any or self.unless):
            raise ValueError("give at least one of `all`, `any`, `unless`")
        return self


CONDITION_KEYS = ("entity", "field", "absent", "present", "period")


def _condition_tag(value: object) -> str:
    if isinstance(value, dict):
        return next((key for key in CONDITION_KEYS if key in value), "group")
    return str(getattr(value, "tag", "group"))


Condition = Annotated[
    Annotated[EntityCondition, Tag("entity")]
    | Annotated[FieldCondition, Tag("field")]
    | Annotated[AbsentCondition, Tag("absent")]
    | Annotated[PresentCondition, Tag("present")]
    | Annotated[PeriodCondition, Tag("period")]
    | Annotated[Group, Tag("group")],
    Discriminator(_condition_tag),
]
Group.model_rebuild()


# --- fixes ----------------------------------------------------------------------------------------------------------


class RemovePart(Part):
    """Take the words out."""

    kind: Literal["remove"]
    label: Line


class KeepPart(Part):
    """Shorten the words to the part that gives less away; offered only where that part can be told."""

    kind: Literal["keep"]
    label: Line
    part: Literal["town", "district", "year", "role"]


class ReplacePart(Part):
    """Put this in place of the words."""

    kind: Literal["replace"]
    label: Line
    text: Line


class InsertPart(Part):
    """Add this line; `short` where the site's limit has no room for `text`."""

    kind: Literal["insert"]
    label: Line
    at: Literal["start", "end"] = "end"
    text: Line
    short: Line | None = None


class SwitchModePart(Part):
    kind: Literal["switch_mode"]
    label: Line
    mode: Mode


class AskFirstPart(Part):
    kind: Literal["ask_first"]
    label: Line


class OpenPart(Part):
    kind: Literal["open"]
    label: Line
    page: Identifier


class CopyPart(Part):
    kind: Literal["copy"]
    label: Line
    text: Words


FixPart = Annotated[
    RemovePart | KeepPart | ReplacePart | InsertPart | SwitchModePart | AskFirstPart | OpenPart | CopyPart,
    Field(discriminator="kind"),
]


# --- rules ----------------------------------------------------------------------------------------------------------


class Severities(Part):
    """How serious in each mode; null emits nothing there."""

    personal: Severity | None
    professional: Severity | None
    official: Severity | None

    def of(self, mode: Mode) -> Severity | None:
        return {"personal": self.personal, "professional": self.professional, "official": self.official}[mode]


class Raise(Part):
    """Another severity where this holds, too."""

    when: Condition
    severity: Severity


class Example(Part):
    """A draft to try a rule on; a bare text is a personal post. `quote` is what the finding must be about."""

    text: Words
    quote: Line | None = None
    mode: Mode = "personal"
    surface: Surface = "post"
    bio: Words | None = None
    siblings: list[Words] = Field(default_factory=list, max_length=5)
    reply_to: Words | None = None
    account_kind: Literal["person", "organisation", "unknown"] = "unknown"


class Examples(Part):
    """At least three the rule must find and three it must pass."""

    flag: list[Words | Example] = Field(min_length=3, max_length=50)
    pass_: list[Words | Example] = Field(alias="pass", min_length=3, max_length=50)


class Rule(Part):
    id: Identifier
    title: Line
    why: Line
    clause: Clause
    when: Condition
    severity: Severities
    raise_: list[Raise] = Field(default_factory=list, alias="raise", max_length=10)
    fixes: list[FixPart] = Field(default_factory=list, max_length=5)
    judgement: bool = False
    yields_to: list[Identifier] = Field(default_factory=list, max_length=5)  # rules that say it better where they hold
    examples: Examples


# --- the pack ---------------------------------------------------------------------------------------------------------


class Allowed(Part):
    """Exact values the organisation has published itself: never flagged, however they are spaced."""

    phones: list[Line] = Field(default_factory=list, max_length=500)
    emails: list[Line] = Field(default_factory=list, max_length=500)
    addresses: list[Line] = Field(default_factory=list, max_length=500)
    postcodes: list[Line] = Field(default_factory=list, max_length=500)


class Watchlist(Part):
    """What must not leave the organisation by name: terms in any case and spacing, and patterns of references."""

    terms: list[Line] = Field(default_factory=list, max_length=500)
    patterns: list[Pattern] = Field(default_factory=list, max_length=50)


class Contact(Part):
    """Whom to turn to; no person's name, so that it stays true."""

    role: Line
    email: Line | None = None
    phone: Line | None = None


class Organisation(Part):
    """Who the pack speaks for, and how people write of it."""

    name: Line
    aliases: list[Line] = Field(default_factory=list, max_length=50)
    domains: list[Line] = Field(default_factory=list, max_length=50)
    handles: list[Line] = Field(default_factory=list, max_length=50)
    topics: list[Line] = Field(default_factory=list, max_length=100)
    region: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] = "GB"
    allow: Allowed = Field(default_factory=Allowed)
    watchlist: Watchlist = Field(default_factory=Watchlist)
    stakeholders: list[Line] = Field(default_factory=list, max_length=500)  # not to be named or quoted unasked
    contacts: list[Contact] = Field(default_factory=list, max_length=50)
    disclaimers: list[Line] = Field(default_factory=list, max_length=50)  # wordings it accepts beside any clear one


class Period(Part):
    """A named stretch of days, both ends in it."""

    name: Identifier
    from_: date = Field(alias="from")
    to: date
    what: Line


class Pack(Part):
    id: Identifier
    version: Annotated[str, StringConstraints(pattern=r"^\d+(?:\.\d+){0,2}$")]
    title: Line
    publisher: Line
    organisation: Organisation
    periods: list[Period] = Field(default_factory=list, max_length=100)
    rules: list[Rule] = Field(max_length=200)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Pack:
        seen: set[str] = set()
        for rule in self.rules:
            if rule.id in seen:
                raise ValueError(f"two rules have the id {rule.id}")
            seen.add(rule.id)
        return self


def conditions_in(condition: Condition) -> Iterator[Condition]:
    """The condition and all those inside it."""
    yield condition
    if isinstance(condition, Group):
        for inner in (*condition.all, *condition.any, *condition.unless):
            yield from conditions_in(inner)
