"""The whole chain, link by link: as a program beside the companion sees it, and as the companion itself does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from companion.server.checks import load_checks
from companion.server.companion import WAIT_FOR_CHECKS, Companion
from companion.server.doctor import here, there
from companion.server.doctor.link import Link, looked
from companion.store.paths import Places, places


def from_outside(state: Path | None) -> Iterator[Link]:
    """For `forepost doctor`: loads the checks itself, and asks the companion, if one runs, to prove itself."""
    where = places(state)
    yield from _files(where)
    yield here.checks(lambda: load_checks(where))
    yield from looked("Companion", lambda: [here.companion(state)])
    yield from there.native_messaging(where)
    yield from there.browsers(where, there.versions(state))
    yield from looked("Tray", lambda: [there.tray(where)])


def from_inside(companion: Companion, where: Places) -> Iterator[Link]:
    """For a page of the running companion: a few milliseconds, as its checks are loaded and it need not be asked."""
    warming, heard = companion.warming, companion.clients
    yield from _files(where)
    yield here.checks(lambda: (warming.policy(WAIT_FOR_CHECKS), lambda: warming.reviews(WAIT_FOR_CHECKS)))
    yield here.listening(companion.port, os.getpid())
    yield from there.native_messaging(where)
    versions = {client.client: version for client in heard.all() if (version := heard.version(client.client))}
    yield from there.browsers(where, versions)
    yield from looked("Tray", lambda: [there.tray(where)])


def _files(where: Places) -> Iterator[Link]:
    yield from looked("Folder", lambda: [here.folder(where)])
    yield from looked("Disk", lambda: here.room(where))
    yield from looked("Settings", lambda: [here.settings(where)])
    yield from looked("Record and counts", lambda: here.databases(where))
    yield from looked("Set aside", lambda: here.set_aside(where))
    yield from looked("Policy pack", lambda: [here.pack(where)])
