"""Who is calling: what the guard found out before the request reached the application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from companion.store.clients import Client

KEY = "forepost.caller"  # where the guard leaves the caller in the WSGI environment


@dataclass(frozen=True)
class Extension:
    """A connected browser: right token, from the origin seen at pairing."""

    client: Client


@dataclass(frozen=True)
class Local:
    """A program of this user that could read the runtime file: CLI, native host, tray."""


@dataclass(frozen=True)
class Page:
    """One of our own pages in a browser: right cookie, from our own origin."""

    session: str  # the random part of its path


@dataclass(frozen=True)
class Newcomer:
    """An extension that proves itself in the body: hello, or pairing while the window is open."""

    origin: str


@dataclass(frozen=True)
class Opener:
    """A browser opening a single-use link."""


@dataclass(frozen=True)
class Late:
    """A browser at an address that was ours: a link that was used or is too old, a page that ended, or its form.

    `gone`: in a session that goes on, a page or a thing that is not there, or not any more. `fault`: one of our own.
    """

    at: Literal["link", "page", "form", "gone", "fault"]


@dataclass(frozen=True)
class Preflight:
    """A browser asking whether a connected origin may call."""


Caller = Extension | Local | Page | Newcomer | Opener | Late | Preflight
