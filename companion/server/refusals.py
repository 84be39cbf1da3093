"""How an endpoint says no: silence to strangers, a named fault in words to somebody known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from companion.server.checks import Starting, Unavailable
from companion.server.messages import Fault
from companion.store.database import LaterVersion, NotKept, SetAside


class Silence(Exception):
    """Answer as to a stranger."""


class Refusal(Exception):
    """A named fault for somebody known."""

    def __init__(self, status: int, code: str, message: str, fields: list[str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.fault = Fault.model_validate({"code": code, "message": message, "fields": fields})


@contextmanager
def checks_in_words() -> Iterator[None]:
    """Say in words that the checks are not there (yet)."""
    try:
        yield
    except Starting:
        raise Refusal(503, "starting", "The companion is still starting. Ask again in a few seconds.") from None
    except Unavailable:
        message = 'The checks could not be loaded, so nothing is checked. Run "forepost doctor" to see why.'
        raise Refusal(503, "checks-unavailable", message) from None


@contextmanager
def kept() -> Iterator[None]:
    """Say in words that it was not kept, and why."""
    try:
        yield
    except (LaterVersion, SetAside) as why:
        raise Refusal(507, "not-kept", str(why)) from None
    except (NotKept, OSError):
        message = "The disk is full, or Forepost cannot write its folder. Nothing was changed. Make room, try again."
        raise Refusal(507, "not-kept", message) from None
