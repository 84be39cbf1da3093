"""Changes the person's settings for a command: through the running companion, or in the file while none runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from companion.cli.ending import Unreadable
from companion.desktop.instance import AlreadyRunning, claim
from companion.desktop.local import NoAnswer, NotRunning, Refused, ask, running
from companion.store.database import LaterVersion, NotKept, SetAside
from companion.store.paths import Places, places
from companion.store.settings import Settings
from companion.store.settings_store import SettingsStore, read_settings

STATE = click.option(
    "--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run."
)
UNKNOWN = "Forepost did not answer in time. Whether it was changed is not known; “forepost settings show” shows it."
Alone = Callable[[Places, SettingsStore], object]  # does the same where no companion runs


def now() -> datetime:
    return datetime.now(UTC)


def change(state: Path | None, path: str, body: dict[str, Any], alone: Alone) -> dict[str, Any]:
    """Have the running companion do it and give its answer; else do it `alone`, and let none start meanwhile."""
    where = places(state)
    with said_plainly(where):
        runtime = running(state)
        if runtime is not None:
            ask(runtime, "/v1/settings/read", {})  # one that is stuck would do it when nobody expects that any more
            try:
                return ask(runtime, path, body)
            except NoAnswer:
                raise Unreadable(UNKNOWN) from None
        where.make()
        with claim(where.lock):
            store = SettingsStore(where.settings, now)
            if store.notice:
                click.echo(store.notice, err=True)
            alone(where, store)
    return {}


def kept_settings(where: Places) -> Settings:
    """The settings as they are, read and never changed: what cannot be read is for the companion to set aside."""
    try:
        return read_settings(where.settings)
    except OSError as error:
        raise Unreadable(f"{where.settings} could not be read: {error.strerror}.") from None
    except ValidationError:
        again = "When Forepost starts again, it keeps the file aside and goes on with what it can read of it."
        raise Unreadable(f"{where.settings} is damaged. {again}") from None


@contextmanager
def said_plainly(where: Places) -> Iterator[None]:
    """End the command with a sentence for people when it does not work."""
    try:
        yield
    except AlreadyRunning:
        raise Unreadable("Forepost is just starting. Try again in a moment. Nothing was changed.") from None
    except NotRunning:
        raise Unreadable("Forepost does not answer. Run: forepost doctor. Nothing was changed.") from None
    except Refused as refused:
        raise Unreadable(refused.message) from None
    except (LaterVersion, SetAside) as why:
        raise Unreadable(str(why)) from None
    except (NotKept, OSError):
        what = f"{where.config} cannot be written, or the disk is full. Nothing was changed."
        raise Unreadable(f"{what} Make room, or run: forepost doctor") from None
