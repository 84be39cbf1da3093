"""What the pages advise: the pack's own guidance, general words where it has none, and what is known of each site."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Annotated, Any

import yaml
from pydantic import Field, TypeAdapter

from companion.draft import Limit
from companion.policy.guidance import Guidance, Incident
from companion.policy.parts import Domain, Identifier, Line, Part


class Site(Part):
    """One of the sites people post on: where its settings are, and how long a post may be there."""

    id: Identifier
    name: Line
    limit: Limit
    privacy: Line
    account: Line
    where: Line
    hosts: Annotated[tuple[Domain, ...], Field(min_length=1)]  # where posts are written, as the browser shows them

    def is_at(self, host: str) -> bool:
        """Is this host one of the site's, or a part of one?"""
        return any(f".{host}".endswith(f".{own.removeprefix('www.')}") for own in self.hosts)


def _data(name: str) -> Any:
    return yaml.safe_load(resources.files(__package__).joinpath("data", name).read_bytes())


@cache
def sites() -> tuple[Site, ...]:
    return tuple(TypeAdapter(list[Site]).validate_python(_data("sites.yaml")))


def called(site: str) -> str:
    """What people call a site, by its id or by the host a draft was written on."""
    if site == "127.0.0.1":
        return "the practice page"
    return next((one.name for one in sites() if site == one.id or one.is_at(site)), site)


@cache
def general() -> Guidance:
    return Guidance.model_validate(_data("general.yaml"))


def advice(said: Guidance | None) -> Guidance:
    """The pack's guidance; each part it leaves out is taken from the general words."""
    if said is None:
        return general()
    own = {name: value for name in Guidance.model_fields if (value := getattr(said, name))}
    return general().model_copy(update=own)


def incident_of(guidance: Guidance) -> Incident:
    """What to do after a mistake; `advice` always has it."""
    found = guidance.incident or general().incident
    if found is None:
        raise LookupError("data/general.yaml has no incident")
    return found
