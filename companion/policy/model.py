"""The policy pack: what an organisation says of what was found, as data. No code and no regex in a rule.

A pack is untrusted: every key is known, every list and text has a limit, and nothing in it can switch on, read or
send anything. `load` reads one from YAML and says line, column and mend of what is wrong.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from companion.draft import Clause, Mode, Severity, Surface
from companion.policy.conditions import Condition
from companion.policy.guidance import Guidance
from companion.policy.organisation import Organisation
from companion.policy.parts import Identifier, Line, Part, Words

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


def _clause_fits(clause: Clause) -> Clause:
    if not 0 < len(clause.ref) <= 60 or not 0 < len(clause.text) <= 400:
        raise ValueError("a clause has a `ref` of 1 to 60 and a `text` of 1 to 400 characters; shorten or fill it")
    return clause


ShortClause = Annotated[Clause, AfterValidator(_clause_fits)]


class Rule(Part):
    """One thing to look for: when, how serious, what to say and what to offer."""

    id: Identifier
    title: Line
    why: Line
    clause: ShortClause
    when: Condition
    severity: Severities
    raise_: list[Raise] = Field(default_factory=list, alias="raise", max_length=10)
    fixes: list[FixPart] = Field(default_factory=list, max_length=5)
    judgement: bool = False
    own_employer: bool = False  # may be a concern about one's own employer: nothing to ask the line manager first
    yields_to: list[Identifier] = Field(default_factory=list, max_length=5)  # rules that say it better where they hold
    examples: Examples


# --- the pack ---------------------------------------------------------------------------------------------------------


class Period(Part):
    """A named stretch of days, both ends in it."""

    name: Identifier
    from_: date = Field(alias="from")
    to: date
    what: Line

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Period:
        if self.to < self.from_:
            raise ValueError("this period ends before it begins; `to` is its last day")
        return self


class SeverityChange(Part):
    """Another severity in some modes; those left out stay, null says nothing there."""

    personal: Severity | None = None
    professional: Severity | None = None
    official: Severity | None = None


class RuleChange(Part):
    """What this pack says otherwise of a rule it does not write itself; what is left out stays as it is."""

    title: Line | None = None
    why: Line | None = None
    clause: ShortClause | None = None
    severity: SeverityChange | None = None
    raise_: list[Raise] | None = Field(default=None, alias="raise", max_length=10)
    fixes: list[FixPart] | None = Field(default=None, max_length=5)
    examples: Examples | None = None


class Pack(Part):
    """A whole policy pack. With `extends`, a layer over another one: see `layers`."""

    id: Identifier
    version: Annotated[str, StringConstraints(pattern=r"^\d+(?:\.\d+){0,2}$")]
    title: Line
    publisher: Line
    organisation: Organisation
    guidance: Guidance = Field(default_factory=Guidance)
    periods: list[Period] = Field(default_factory=list, max_length=100)
    rules: list[Rule] = Field(max_length=200)
    changes: dict[Identifier, RuleChange] = Field(
        default_factory=dict, max_length=200, description="Rules of the pack below, said otherwise."
    )

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Pack:
        seen: set[str] = set()
        for rule in self.rules:
            if rule.id in seen:
                raise ValueError(f"two rules have the id {rule.id}")
            seen.add(rule.id)
        return self
