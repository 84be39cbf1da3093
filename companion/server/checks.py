"""The checks as the server sees them, loaded while the port is already open."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from companion.draft import Draft, Mode, ModeSource, PackRef, Review
from companion.policy.allow import AllowList
from companion.policy.guidance import Guidance
from companion.server.quiet import log_fault

if TYPE_CHECKING:
    from companion.policy.model import Pack, Rule


class Reviews(Protocol):
    """`companion.review.review` with its pack and engine already given. Offsets in code points."""

    def __call__(
        self,
        draft: Draft,
        *,
        mode: Mode,
        mode_source: ModeSource,
        settings_revision: int,
        allow: AllowList,
        id_key: bytes,
        today: date,
    ) -> Review: ...


@dataclass(frozen=True)
class Policy:
    """What people are told of the policy pack in use."""

    pack: PackRef
    title: str
    organisation: str  # what the pack calls the place the person works for
    contacts: tuple[str, ...] = ()  # whom to turn to, a line each
    guidance: Guidance = field(default_factory=Guidance)
    rules: tuple[Rule, ...] = ()


Load = Callable[[], tuple[Policy, Callable[[], Reviews]]]  # the policy at once; the second part takes its time


def load_checks() -> tuple[Policy, Callable[[], Reviews]]:
    """The built-in pack, and how to get reviews by it: that takes about a second, most of it importing Presidio."""
    from companion.policy.load import load_pack

    pack = load_pack()

    def reviews() -> Reviews:
        from companion.detectors.engine import build_engine
        from companion.review import review

        engine = build_engine(pack)
        engine.warm()
        return partial(review, pack=pack, engine=engine)

    return policy_of(pack), reviews


def policy_of(pack: Pack) -> Policy:
    return Policy(
        PackRef(id=pack.id, version=pack.version),
        pack.title,
        pack.organisation.name,
        contacts(pack),
        pack.guidance,
        tuple(pack.rules),
    )


def contacts(pack: Pack) -> tuple[str, ...]:
    """The organisation's contacts as people read them: "Press desk: press@example.org"."""
    return tuple(
        f"{contact.role}: {' · '.join(way for way in (contact.phone, contact.email) if way)}"
        for contact in pack.organisation.contacts
    )


class Starting(Exception):
    """The checks are still being loaded."""


class Unavailable(Exception):
    """The checks could not be loaded; the fault is in the log."""


class Warming:
    """Loads the checks in a thread; those who need them wait a little, and not longer than for what they need."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._policy_known, self._reviews_ready = threading.Event(), threading.Event()
        self._policy: Policy | None = None
        self._reviews: Reviews | None = None
        threading.Thread(target=self._run, name="warming", daemon=True).start()

    def _run(self) -> None:
        try:
            self._policy, build = self._load()
            self._policy_known.set()
            self._reviews = build()
        except Exception as error:
            log_fault(error)
        finally:
            self._policy_known.set()
            self._reviews_ready.set()

    @property
    def under_way(self) -> bool:
        return not self._reviews_ready.is_set()

    def policy(self, wait: float) -> Policy:
        """The policy pack in use. Waits at most `wait` seconds; raises Starting or Unavailable."""
        return _awaited(self._policy_known, wait, lambda: self._policy)

    def reviews(self, wait: float) -> Reviews:
        """How to review. Waits at most `wait` seconds; raises Starting or Unavailable."""
        return _awaited(self._reviews_ready, wait, lambda: self._reviews)


T = TypeVar("T")


def _awaited(done: threading.Event, wait: float, found: Callable[[], T | None]) -> T:
    if not done.wait(wait):
        raise Starting
    value = found()
    if value is None:
        raise Unavailable
    return value
