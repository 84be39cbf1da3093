"""`forepost mode`: says in what capacity drafts are read, or changes it."""

from __future__ import annotations

from pathlib import Path

import click

from companion.cli.yours import STATE, change, kept_settings, now
from companion.draft import MODES, Mode
from companion.store.paths import places
from companion.store.settings import SettingsPatch

MEANS: dict[Mode, str] = {
    "personal": "You write as yourself.",
    "professional": "You write as somebody who works where you work.",
    "official": "You write for your organisation.",
}


@click.command()
@click.argument("mode", required=False, type=click.Choice(MODES))
@STATE
def mode(mode: Mode | None, state: Path | None) -> None:
    """Show the mode drafts are read in, or change it.

    An account with a mode of its own keeps that.

    \b
    forepost mode             show it
    forepost mode official    from now on you write for your organisation
    """
    if mode is not None:
        patch = SettingsPatch(mode=mode)
        change(state, "/v1/settings/patch", {"mode": mode}, lambda _, store: store.change(patch))
    kept = kept_settings(places(state))
    present = mode or kept.mode
    click.echo(f"{present}. {MEANS[present]}")
    if present == "official" and kept.readiness.is_due(now()):
        click.echo("The policy has a few points to settle first; Settings has them, under Before official posts.")
