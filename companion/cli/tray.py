"""`forepost tray`: shows the icon in the desktop's tray, in a process of its own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import click

from companion.desktop.display import has_display
from companion.desktop.instance import AlreadyRunning, claim
from companion.store.paths import places
from companion.tray import words

CLOSED = 0
NOT_KEPT = 3
NO_TRAY = 4
WAIT = 300.0  # seconds: a panel may start long after the session did


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--wait", type=click.FloatRange(0), default=WAIT, show_default=True, help="Seconds to wait for a tray.")
def tray(state: Path | None, wait: float) -> None:
    """Show Forepost in the desktop's tray.

    Ends with 0 when it was closed, with 3 when the companion's folder cannot be written, and with 4 where no tray is to
    be had: then everything in it is in the browser's popup and on the companion's pages. It says why to a terminal
    alone.
    """
    if importlib.util.find_spec("PySide6") is None:
        end(words.NO_TOOLKIT, NO_TRAY)
    if not has_display():
        end(words.NO_TRAY, NO_TRAY)
    where = places(state)
    try:
        where.make()
        lock = claim(where.tray_lock)
    except AlreadyRunning:
        end(words.SHOWN_ALREADY, CLOSED)
    except OSError as error:
        end(words.no_folder(str(where.state), error.strerror or ""), NOT_KEPT)
    from companion.tray.application import show

    with lock:
        code = show(state, wait)
    end(words.NO_TRAY if code == NO_TRAY else "", code)


def end(sentence: str, code: int) -> None:
    """To a person at a terminal it says why; whatever else started it hears nothing."""
    if sentence and sys.stderr.isatty():
        click.echo(sentence, err=True)
    sys.exit(code)
