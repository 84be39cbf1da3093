"""One link of the chain from the browser to the checks, as it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def looked(name: str, look: Callable[[], Iterable[Link]]) -> Iterator[Link]:
    """What a look at one link finds. Where the system refuses the look, that is what is wrong with this link."""
    try:
        yield from look()
    except OSError as error:
        why = error.strerror or type(error).__name__
        if error.filename is None:
            yield Link(
                name, "broken", f"It could not be looked at: {why}.", "Start this computer again, then try again."
            )
        else:
            what = f"{error.filename} could not be looked at: {why}."
            yield Link(name, "broken", what, "It should be yours. See whose it is, then take it back or move it away.")
