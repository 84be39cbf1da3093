"""The checks as the server sees them, loaded while the port is already open."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from companion.draft import Draft, Mode, ModeSource, PackRef, Review
from companion.policy.allow import AllowList
from companion.policy.choices import RuleChoice, chosen, only_counted
from companion.policy.guidance import Guidance
from companion.policy.organisation import Contact
from companion.server.quiet import log_fault

if TYPE_CHECKING:
    from companion.policy.model import Pack, Rule
    from companion.review import Detects
    from companion.store.paths import Places


QUIET = 0.05  # seconds since the last draft after which the checks are warmed
BREATH = 0.001  # seconds between two things that are warmed: a draft that comes meanwhile waits for one of them
MOST_BREATHS = 20  # for drafts that keep coming, before the next thing is warmed all the same
DISCLAIMER = "disclaimer"  # the detectors' name for it


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a draft is reviewed. `notice` is told each rule that holds and is only to be counted."""

    mode: Mode
    mode_source: ModeSource
    settings_revision: int
    allow: AllowList
    id_key: bytes
    today: date
    choices: Mapping[str, RuleChoice]
    notice: Callable[[str], None] | None = None


class Reviews(Protocol):
    """What can be asked of a pack and an engine."""

    def __call__(self, draft: Draft, terms: Terms) -> Review:
        """Offsets in code points."""
        ...

    def has_disclaimer(self, text: str) -> bool: ...

    def warm(self, breathe: Callable[[], None]) -> None:
        """Do now what a later draft would wait for, in small parts: after each, `breathe`."""
        ...


class Checks:
    """The core with its pack and engine; the person's own layer is laid over the pack when it has changed."""

    def __init__(
        self, pack: Pack, engine: Detects, warm: Callable[[Callable[[], None]], None] = lambda breathe: None
    ) -> None:
        self._pack, self._engine, self.warm = pack, engine, warm
        self._layered: tuple[Mapping[str, RuleChoice], Pack, Pack] = ({}, pack, pack.model_copy(update={"rules": []}))

    def __call__(self, draft: Draft, terms: Terms) -> Review:
        from companion.review import review, rules_that_hold

        mode, allow, today = terms.mode, terms.allow, terms.today
        loud, quiet = self._layers(terms.choices)
        if terms.notice is not None and quiet.rules:
            for rule in rules_that_hold(draft, quiet, self._engine, mode=mode, allow=allow, today=today):
                terms.notice(rule)
        return review(
            draft,
            loud,
            self._engine,
            mode=mode,
            mode_source=terms.mode_source,
            settings_revision=terms.settings_revision,
            allow=allow,
            id_key=terms.id_key,
            today=today,
        )

    def has_disclaimer(self, text: str) -> bool:
        """Does it say whose views these are, in the pack's words or in any clear ones?"""
        return any(seen.entity == DISCLAIMER for seen in self._engine.detect(text, [DISCLAIMER]))

    def _layers(self, choices: Mapping[str, RuleChoice]) -> tuple[Pack, Pack]:
        """What is shown, and what is only counted."""
        known, loud, quiet = self._layered
        if known is not choices:
            pack, counted = chosen(self._pack, choices), only_counted(choices)
            loud = pack.model_copy(update={"rules": [rule for rule in pack.rules if rule.id not in counted]})
            quiet = pack.model_copy(update={"rules": [rule for rule in pack.rules if rule.id in counted]})
            self._layered = choices, loud, quiet
        return loud, quiet


@dataclass(frozen=True)
class Policy:
    """What people are told of the policy pack in use."""

    pack: PackRef
    title: str
    organisation: str  # what the pack calls the place the person works for
    contacts: tuple[str, ...] = ()  # whom to turn to, a line each
    guidance: Guidance = field(default_factory=Guidance)
    rules: tuple[Rule, ...] = ()
    people: tuple[Contact, ...] = ()
    notice: str | None = None  # for the person, when their organisation's pack could not be used


Loaded = tuple[Policy, Callable[[], Reviews]]  # the policy at once; the second part takes its time
Load = Callable[[], Loaded]


def load_checks(where: Places | None = None) -> Loaded:
    """The pack in use, and how to get reviews by it: that takes about a second, most of it importing Presidio.

    It is the organisation's pack that was chosen in these folders, and else the built-in one.
    """
    from companion.policy.load import built_in, read_pack
    from companion.store.chosen_pack import Found, found

    kept = found(where) if where is not None else Found()
    return checks_of(built_in() if kept.raw is None else read_pack(kept.raw).pack, kept.notice)


def checks_of(pack: Pack, notice: str | None = None) -> Loaded:
    """What people are told of this pack, and how to get reviews by it."""

    def reviews() -> Reviews:
        from companion.detectors.engine import build_engine

        engine = build_engine(pack)
        return Checks(pack, engine, engine.warm)

    return policy_of(pack, notice), reviews


def policy_of(pack: Pack, notice: str | None = None) -> Policy:
    return Policy(
        PackRef(id=pack.id, version=pack.version),
        pack.title,
        pack.organisation.name,
        contacts(pack),
        pack.guidance,
        tuple(pack.rules),
        tuple(pack.organisation.contacts),
        notice,
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
    """Loads the checks in a thread; those who need them wait a little, and not longer than for what they need.

    When they can be used and no draft is about, the same thread warms them and ends: a draft that was waiting for them
    should not share the processor with that, nor should those that come.
    """

    def __init__(self, load: Load) -> None:
        self._load = load
        self._policy_known, self._reviews_ready = threading.Event(), threading.Event()
        self._policy: Policy | None = None
        self._reviews: Reviews | None = None
        self._last_asked = time.monotonic()
        threading.Thread(target=self._run, name="warming", daemon=True).start()

    def _run(self) -> None:
        try:
            self._policy, build = self._load()
            self._policy_known.set()
            self._reviews = reviews = build()
            self._reviews_ready.set()
            self._last_asked = time.monotonic()
            self._breathe()
            reviews.warm(self._breathe)
        except Exception as error:
            log_fault(error)
        finally:
            self._policy_known.set()
            self._reviews_ready.set()

    def use(self, policy: Policy, reviews: Reviews, wait: float) -> Callable[[], None]:
        """Check by these from now on. Returns the way back.

        Waits at most `wait` seconds for those that are being loaded, which would take their place; raises Starting.
        """
        if not self._reviews_ready.wait(wait):
            raise Starting
        before = self._policy, self._reviews
        self._policy, self._reviews = policy, reviews

        def back() -> None:
            self._policy, self._reviews = before

        return back

    def _breathe(self) -> None:
        """Let drafts go first."""
        time.sleep(BREATH)
        for _ in range(MOST_BREATHS):
            if time.monotonic() - self._last_asked >= QUIET:
                return
            time.sleep(QUIET / 10)

    @property
    def under_way(self) -> bool:
        return not self._reviews_ready.is_set()

    def policy(self, wait: float) -> Policy:
        """The policy pack in use. Waits at most `wait` seconds; raises Starting or Unavailable."""
        return _awaited(self._policy_known, wait, lambda: self._policy)

    def reviews(self, wait: float) -> Reviews:
        """How to review. Waits at most `wait` seconds; raises Starting or Unavailable."""
        self._last_asked = time.monotonic()
        return _awaited(self._reviews_ready, wait, lambda: self._reviews)


T = TypeVar("T")


def _awaited(done: threading.Event, wait: float, found: Callable[[], T | None]) -> T:
    if not done.wait(wait):
        raise Starting
    value = found()
    if value is None:
        raise Unavailable
    return value
