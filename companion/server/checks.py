"""The checks as the server sees them, loaded while the port is already open."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from companion.draft import Draft, Mode, ModeSource, PackRef, Review
from companion.policy.allow import AllowList
from companion.server.quiet import log_fault


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
class Checks:
    """A policy pack, and a review by it."""

    pack: PackRef
    title: str
    organisation: str  # what the pack calls the place the person works for
    review: Reviews


def load_checks() -> Checks:
    """The built-in pack and an engine for it, warm. Takes about a second, most of it importing Presidio."""
    from companion.detectors.engine import build_engine
    from companion.policy.load import load_pack
    from companion.review import review

    pack = load_pack()
    engine = build_engine(pack)
    engine.warm()

    return Checks(
        PackRef(id=pack.id, version=pack.version),
        pack.title,
        pack.organisation.name,
        partial(review, pack=pack, engine=engine),
    )


class Starting(Exception):
    """The checks are still being loaded."""


class Unavailable(Exception):
    """The checks could not be loaded; the fault is in the log."""


class Warming:
    """Loads the checks in a thread; those who need them wait a little."""

    def __init__(self, load: Callable[[], Checks]) -> None:
        self._load = load
        self._done = threading.Event()
        self._checks: Checks | None = None
        threading.Thread(target=self._run, name="warming", daemon=True).start()

    def _run(self) -> None:
        try:
            self._checks = self._load()
        except Exception as error:
            log_fault(error)
        finally:
            self._done.set()

    def checks(self, wait: float) -> Checks:
        """The loaded checks. Waits at most `wait` seconds; raises Starting or Unavailable."""
        if not self._done.wait(wait):
            raise Starting
        if self._checks is None:
            raise Unavailable
        return self._checks
