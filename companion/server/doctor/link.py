"""One link of the chain from the browser to the checks, as it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Health = Literal["well", "note", "broken"]


@dataclass(frozen=True)
class Link:
    """One link of the chain. `do` is the one thing that mends it; empty when it is well."""

    link: str
    health: Health
    what: str
    do: str = ""
