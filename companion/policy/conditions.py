"""What a rule may ask of a draft: a closed list of conditions, joined by `all`, `any` and `unless`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from companion.policy.parts import Identifier, Part

Where = Literal["text", "bio", "siblings", "reply_to"]
FieldName = Literal["mode", "site", "surface", "account.kind", "audience"]


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
    return next((key for key in CONDITION_KEYS if key in getattr(type(value), "model_fields", ())), "group")


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


def conditions_in(condition: Condition) -> Iterator[Condition]:
    """The condition and all those inside it."""
    yield condition
    if isinstance(condition, Group):
        for inner in (*condition.all, *condition.any, *condition.unless):
            yield from conditions_in(inner)
