"""`forepost pair`: connects a browser with a short code, lists the connected ones, disconnects one."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from companion.desktop.local import NoAnswer, NotRunning, Refused, ask, running
from companion.store.runtime import Runtime

PATH = "/v1/pairings"
POLL_SECONDS = 0.5
NOT_CONNECTED = 1  # exit code: time ran out or the tries were used up
NOT_RUNNING = 3  # exit code


@click.command()
@click.option("--state", type=click.Path(file_okay=False, path_type=Path), help="The companion's folder, as in run.")
@click.option("--list", "as_list", is_flag=True, help="Show the connected browsers.")
@click.option("--revoke", metavar="ID", help="Disconnect the browser with this id.")
def pair(state: Path | None, as_list: bool, revoke: str | None) -> None:
    """Connect a browser with a short code that is typed into Forepost's button there."""
    try:
        runtime = running(state)
        if runtime is None:
            raise NotRunning
        if revoke is not None:
            disconnect(runtime, revoke)
        elif as_list:
            show(browsers(runtime))
        else:
            connect(runtime)
    except NoAnswer:
        end("The companion is running and does not answer. To see why: forepost doctor", NOT_RUNNING)
    except NotRunning:
        end("The companion is not running. Start it with: forepost run", NOT_RUNNING)
    except Refused as refused:
        end(refused.message, NOT_CONNECTED)


def end(message: str, code: int) -> None:
    click.echo(message, err=True)
    sys.exit(code)


def browsers(runtime: Runtime) -> list[dict[str, str]]:
    found: list[dict[str, str]] = ask(runtime, PATH, {"kind": "list"})["clients"]
    return found


def show(clients: list[dict[str, str]]) -> None:
    if not clients:
        click.echo("No browser is connected.")
    for client in clients:
        click.echo(f"{client['client']}  {client['name']}  since {client['created']}  {client['origin']}")


def disconnect(runtime: Runtime, client: str) -> None:
    known = {each["client"]: each["name"] for each in browsers(runtime)}
    if client not in known:
        end(f"No connected browser has the id {client}. “forepost pair --list” shows them.", NOT_CONNECTED)
    ask(runtime, PATH, {"kind": "revoke", "client": client})
    click.echo(f"Disconnected {known[client]}. It can no longer ask the companion.")


def connect(runtime: Runtime) -> None:
    """Show the code until a browser has used it, the time is over or the tries are used up."""
    before = {client["client"] for client in browsers(runtime)}
    opened = ask(runtime, PATH, {"kind": "open"})
    click.echo(f"Type this code into Forepost's button in your browser: {opened['code']}")
    click.echo(f"It works once, for {opened['expires_in']} seconds.")
    began = time.monotonic()
    try:
        for answer in watch(runtime):
            new = [client for client in answer["clients"] if client["client"] not in before]
            if new:
                countdown("")
                click.echo(f"Connected: {new[0]['name']}.")
                return
            countdown(f"{answer['window']} seconds left")
    except KeyboardInterrupt:
        ask(runtime, PATH, {"kind": "close"})
        countdown("")
        end("Stopped. The code is void.", NOT_CONNECTED)
    countdown("")
    over = time.monotonic() - began >= opened["expires_in"] - 1
    why = "The time is over" if over else "The code was mistyped five times"
    end(f"{why}, and no browser was connected. Run “forepost pair” again for a new code.", NOT_CONNECTED)


def watch(runtime: Runtime) -> Iterator[dict[str, Any]]:
    """The state of the pairing window twice a second, the last time after it closed."""
    while True:
        answer = ask(runtime, PATH, {"kind": "list"})
        yield answer
        if answer["window"] == 0:
            return
        time.sleep(POLL_SECONDS)


def countdown(text: str) -> None:
    """Rewrite the last line of a terminal; say nothing in a pipe."""
    if sys.stdout.isatty():
        click.echo(f"\r{text:<20}\r" if not text else f"\r{text:<20}", nl=False)
