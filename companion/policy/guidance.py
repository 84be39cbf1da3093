"""What a pack says outside of its rules: the policy in short, what to do after a mistake, what to settle beforehand."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, StringConstraints

from companion.policy.parts import Identifier, Line, Part

Ref = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^\r\n]+$")]


class Advice(Part):
    """One thing to know or to do. `ref` is the place in the organisation's own policy that says so."""

    text: Line
    ref: Ref | None = None


class GuideSection(Part):
    """What goes together in the policy in short, as "When you post for yourself"."""

    title: Line
    points: list[Advice] = Field(min_length=1, max_length=20)


class Step(Part):
    """One thing to do after a mistake. `contacts` are roles of the organisation's contacts."""

    id: Identifier
    title: Line
    text: Line
    ref: Ref | None = None
    contacts: list[Line] = Field(default_factory=list, max_length=5)


class Correction(Part):
    """How a correction begins, before the person says what is right; `short` where the site has no room for `text`."""

    text: Line
    short: Line


class Question(Part):
    """Something to have settled before posting for the organisation."""

    id: Identifier
    text: Line
    ref: Ref | None = None


Named = TypeVar("Named", Step, Question)


def _ids_differ(parts: list[Named]) -> list[Named]:
    ids = [part.id for part in parts]
    if twice := next((one for one in ids if ids.count(one) > 1), None):
        raise ValueError(f"two of these have the id {twice}; give each its own")
    return parts


class Incident(Part):
    """What to do after a mistake, in this order, and how to correct it in the same place."""

    steps: Annotated[list[Step], AfterValidator(_ids_differ), Field(min_length=1, max_length=12)]
    correction: Correction


class Guidance(Part):
    """All of it. What a pack leaves out is said in general words."""

    guide: list[GuideSection] = Field(default_factory=list, max_length=12)
    leaving: list[Advice] = Field(
        default_factory=list, max_length=12, description="Before an account is given up or a site is left."
    )
    request: list[Advice] = Field(
        default_factory=list, max_length=12, description="What to do, in order, when a post may ask for information."
    )
    incident: Incident | None = None
    readiness: Annotated[list[Question], AfterValidator(_ids_differ)] = Field(default_factory=list, max_length=12)
