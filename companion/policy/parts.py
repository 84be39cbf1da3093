"""The kinds of text a pack is made of, each with its limit: a pack is untrusted."""

from __future__ import annotations

import ipaddress
import re
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, StringConstraints

from companion.draft import Model
from companion.policy.pattern import usable_pattern


class Part(Model):
    """A part of the pack. Its errors may quote what was written: a pack is not a draft."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=False)


def _host(value: str) -> str:
    if not re.fullmatch(r"(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})+", value):
        raise ValueError("this is not a domain; write it without https:// and without a path, as example.gov.uk")
    return value.lower()


def _network(value: str) -> str:
    try:
        ipaddress.ip_network(value, strict=False)
    except ValueError:
        raise ValueError("this is no range of addresses; write one like 192.0.2.0/24 or 2001:db8::/32") from None
    return value


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\r\n]+$")]  # looked for in texts
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\r\n]+$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Pattern = Annotated[str, StringConstraints(min_length=3, max_length=200), AfterValidator(usable_pattern)]
Domain = Annotated[str, StringConstraints(min_length=3, max_length=253), AfterValidator(_host)]
Network = Annotated[str, StringConstraints(min_length=3, max_length=50), AfterValidator(_network)]
