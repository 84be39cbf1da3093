"""`forepost run`: the companion's process, from claiming the state folder to a clean stop."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from companion import __version__
from companion.desktop.display import has_display
from companion.desktop.instance import AlreadyRunning, claim
from companion.desktop.local import start_apart
from companion.server.hardening import harden
from companion.store.paths import Places, places
from companion.store.private_file import remove_left_over
from companion.store.runtime import Runtime, read_runtime, remove_runtime, write_runtime

if TYPE_CHECKING:
    from companion.server.companion import Companion
    from companion.server.serving import Serving

HOUR = 3600  # seconds
TRAY_LIMIT = 5.0  # seconds for the tray's icon to go when the companion stops
NOT_STARTED = 3  # exit code: nothing was changed, another companion or program is in the way


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="Keep every file in this folder.")
@click.option("--port", type=click.IntRange(0, 65535), help="Listen on exactly this port (0: any free one).")
@click.option(
    "--log-level",
    type=click.Choice(["info", "debug"]),
    default="info",
    help="How much to log on standard error: never a word of a draft.",
)
@click.option("--tray", is_flag=True, help="Show the icon in the desktop's tray, too, where there is a display.")
def run(state: Path | None, port: int | None, log_level: str, tray: bool) -> None:
    """Run the companion until it is stopped with Ctrl+C.

    The first line it prints is "listening on http://127.0.0.1:PORT".
    """
    harden()
    where = places(state)
    try:
        where.make()
        lock = claim(where.lock)
        for file in where.written_whole():
            remove_left_over(file)
    except AlreadyRunning:
        refuse(already_running(where))
    except OSError as error:
        refuse(cannot_be_kept(where, error))
    icon = icon_shown(state) if tray and has_display() else contextlib.nullcontext()
    with lock, stop_signal() as stopped:
        serve(where, port, log_level, stopped, icon)


def refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(NOT_STARTED)


def already_running(where: Places) -> str:
    runtime = read_runtime(where.runtime)
    at = f" at http://127.0.0.1:{runtime.port} (process {runtime.pid})" if runtime else ""
    return f"Forepost is already running{at}. Nothing was changed."


def cannot_be_kept(where: Places, error: OSError) -> str:
    return (
        f"Forepost did not start, because its folder {where.state} cannot be written: {error.strerror}. "
        "Make room or let it be written, or choose another folder with --state, then start Forepost again."
    )


@contextlib.contextmanager
def stop_signal() -> Iterator[threading.Event]:
    """An event that is set when this process is asked to stop."""
    stopped = threading.Event()
    asked = [signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = {number: signal.signal(number, lambda *_: stopped.set()) for number in asked}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def icon_shown(state: Path | None) -> Iterator[None]:
    """The tray in a process of its own: closing it leaves the companion alone, the companion takes it along."""
    process = start_apart("tray", state)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(TRAY_LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def serve(
    where: Places,
    port: int | None,
    log_level: str,
    stopped: threading.Event,
    icon: contextlib.AbstractContextManager[None],
) -> None:
    """Open the port first, then load what answers on it: requests wait in the socket's queue meanwhile."""
    listener = listen(port)
    runtime = Runtime(
        port=listener.getsockname()[1],
        pid=os.getpid(),
        start_id=secrets.token_hex(16),
        token=secrets.token_urlsafe(32),
        version=__version__,
    )
    leave_note(where, runtime)
    try:
        click.echo(f"listening on http://127.0.0.1:{runtime.port}")
        sys.stdout.flush()
        try:
            server, companion = start(where, runtime, listener, log_level)
        except OSError as error:
            refuse(cannot_be_kept(where, error))
        with icon:
            while not stopped.wait(HOUR):
                keep_tidy(companion)
        server.stop()
        for database in (companion.records.database, companion.counts.database):
            database.close()  # puts all of it into one file, of which a person can take a copy
    finally:
        remove_runtime(where.runtime, runtime.start_id)
    if companion.warming.under_way:
        # Python taking itself down under a thread that imports C extensions can crash; nothing is left to be done.
        sys.stderr.flush()
        os._exit(0)


def leave_note(where: Places, runtime: Runtime) -> None:
    """A disk that is full is no reason not to check: connected browsers find the port without the note."""
    try:
        write_runtime(where.runtime, runtime)
    except OSError as error:
        click.echo(
            f"{where.runtime} could not be written: {error.strerror}. Your browsers are served all the same. The tray "
            "and the commands find Forepost again when there is room and it was started anew.",
            err=True,
        )


def listen(port: int | None) -> socket.socket:
    from companion.server.ports import PORTS, PortTaken, bind, who_listens

    try:
        return bind(port)
    except PortTaken:
        tried = port if port is not None else PORTS[0]
        who = who_listens(tried) or "another program"
        if port is not None:
            refuse(f"Port {port} is taken by {who}. Stop it, or choose another port with --port. Nothing was changed.")
        refuse(
            f"The ports {PORTS[0]} to {PORTS[-1]} are all taken, the first by {who}. Browsers look for Forepost only "
            "there, so it did not start. Stop one of those programs and start Forepost again."
        )


def start(where: Places, runtime: Runtime, listener: socket.socket, log_level: str) -> tuple[Serving, Companion]:
    """The application behind the open port, and its checks that are being loaded."""
    from companion.server.app import create_app
    from companion.server.assemble import Clocks, assemble
    from companion.server.checks import load_checks
    from companion.server.quiet import set_up
    from companion.server.serving import Serving

    set_up(sys.stderr, debug=log_level == "debug")
    clocks = Clocks(wall=lambda: datetime.now(UTC), steady=steady)
    companion = assemble(where, runtime, clocks, lambda: load_checks(where))
    for notice in (companion.settings.notice, companion.clients.notice):
        if notice:
            click.echo(notice, err=True)
    server = Serving(create_app(companion), listener)
    keep_tidy(companion)
    for database in (companion.records.database, companion.counts.database):
        if database.notice:
            click.echo(database.notice, err=True)
    return server, companion


def steady() -> float:
    """Seconds that never go back; those in which the machine slept count, where the system says how many they were.

    Else a session of twelve hours would last for days on a computer that is closed in between.
    """
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def keep_tidy(companion: Companion) -> None:
    """A disk that is full is no reason to stop checking."""
    from companion.server.around_a_post import tidy
    from companion.server.refusals import Refusal

    try:
        tidy(companion)
    except Refusal as refusal:
        click.echo(refusal.fault.message, err=True)
