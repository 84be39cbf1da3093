"""What a form of a page comes to: something done that can be taken back, or a question that comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from companion.server.checks import Starting
from companion.store.database import LaterVersion, NotKept, SetAside

Form = MultiDict[str, str]
NOT_KEPT = "The disk is full, or Forepost cannot write its folder. Nothing was changed. Make room, then try again."


@dataclass(frozen=True)
class Done:
    """What to say of it, how to take it back, and where on which page to say it."""

    said: str
    back: Callable[[], str] | None = None
    at: str = ""  # the section
    page: str = ""  # another page than the one the form was on
    kept: bool = True  # False: it could not be done, and all is as it was


@dataclass(frozen=True)
class Ask:
    """A question in plain words before something that cannot be taken back. `again` is what its button sends."""

    question: str
    meaning: str
    yes: str
    again: Mapping[str, str] = field(default_factory=dict)
    no: str = "Keep it"
    facts: tuple[tuple[str, str], ...] = ()  # what there is to know for the answer: name and value
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()  # and lists of such things
    to: str = ""  # what takes the answer, where that is not the page itself
    at: str = ""


@dataclass(frozen=True)
class Mend:
    """Why a file was not taken, and what to mend in it. Nothing was changed."""

    title: str
    why: str
    problems: tuple[str, ...] = ()
    at: str = ""


Answer = Done | Ask | Mend | None  # None: no form of ours


def attempted(change: Callable[[], Answer]) -> Answer:
    """Do it; where it could not be written, say so in words. Then nothing has changed."""
    try:
        return change()
    except (LaterVersion, SetAside) as why:
        return Done(str(why), kept=False)
    except Starting:
        still = "The companion is still starting. Nothing was changed; try again in a few seconds."
        return Done(still, kept=False)
    except (NotKept, OSError):
        return Done(NOT_KEPT, kept=False)
