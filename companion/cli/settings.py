"""`forepost settings`: shows what you chose, takes it along as a file, takes such a file over, begins anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from companion.cli.ending import Unreadable
from companion.cli.yours import STATE, change, kept_settings, now
from companion.draft import MODES
from companion.policy.allow import AllowEntry, Where
from companion.policy.choices import RuleChoice
from companion.store.paths import Places, places
from companion.store.portable import NotSettings, exported, first_day, imported
from companion.store.private_file import key_of, write_private
from companion.store.settings import Settings
from companion.store.settings_store import SettingsStore

PATH = "/v1/settings/import"


@click.group(short_help="Show, export, import and reset your settings.")
def settings() -> None:
    """Your settings: what you chose, and nobody else.

    \b
    forepost settings show                  what is chosen now
    forepost settings export mine.json      take them along
    forepost settings import mine.json      take over such a file
    forepost settings reset                 everything as on the first day
    """


@settings.command()
@STATE
def show(state: Path | None) -> None:
    """Show what is chosen now."""
    for name, value in lines(kept_settings(places(state))):
        click.echo(f"{name + ':':<19}{value}")


def lines(chosen: Settings) -> Iterator[tuple[str, str]]:
    """Every choice, by a name and in words."""
    pause = chosen.pause_at(now())
    yield "Checking", "off" if not chosen.on else f"paused until {pause:%H:%M} UTC" if pause else "on"
    yield "Mode", chosen.mode
    yield "Policy pack", pack_in_words(chosen)
    yield "Rules you changed", "; ".join(map(rule_in_words, chosen.rules.items())) or "none"
    yield "Always allowed", "; ".join(entry.label for entry in chosen.allow if entry.only is None) or "nothing"
    answered = (answer_in_words(one, one.only) for one in chosen.allow if one.only is not None)
    yield "Answered on cards", "; ".join(answered) or "nothing"
    yield "Not checked on", ", ".join(host for host, switch in chosen.sites.items() if not switch.enabled) or "no site"
    yield "Messages read on", ", ".join(host for host, switch in chosen.sites.items() if switch.messages) or "no site"
    accounts = (f"{one.name or key}: {one.mode}" for key, one in chosen.accounts.items() if one.mode)
    yield "Accounts", "; ".join(accounts) or "none with a mode of its own"
    yield "Counting", {None: "not asked yet, so nothing", True: "on", False: "off"}[chosen.measure]
    yield "Record", f"on, each post for {chosen.record.keep_days} days" if chosen.record.on else "off"
    yield "Gut check", f"{chosen.gut_check} seconds" if chosen.gut_check else "off"
    yield "Language", "as the browser" if chosen.language == "auto" else chosen.language


def answer_in_words(answer: AllowEntry, only: Where) -> str:
    """+44 7… (personal.phone, personal, on x, 22 November 2026)"""
    day = answer.day and f"{answer.day.day} {answer.day:%B %Y}"
    parts = (answer.rule, only.mode, f"on {only.site}" if only.site else "every site", day)
    return f"{answer.label} ({', '.join(part for part in parts if part)})"


def pack_in_words(chosen: Settings) -> str:
    pack = chosen.organisation
    return f"{pack.title} {pack.version}, {pack.publisher}, sha256 {pack.sha256}" if pack else "the built-in one"


def rule_in_words(choice: tuple[str, RuleChoice]) -> str:
    rule, chosen = choice
    said = [f"{mode} {word}" for mode in MODES if (word := chosen.of(mode)) is not None]
    return f"{rule} ({', '.join([*said, *(['only counted'] if chosen.monitor_only else [])]) or 'as the pack has it'})"


@settings.command(name="export")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@STATE
def export(file: Path | None, state: Path | None) -> None:
    """Write your settings to FILE, or to the terminal.

    Your record, your counts, the connected browsers and the policy pack are not in it; nor is what you allow, except
    as fingerprints.
    """
    where = places(state)
    key = where.key.read_bytes() if where.key.exists() else b""
    content = exported(kept_settings(where), key)
    if file is None:
        click.echo(content, nl=False)
        return
    if file.exists():
        raise Unreadable(f"{file} is there already and was left as it is. Choose another name.")
    try:
        write_private(file, content.encode())
    except OSError as error:
        raise Unreadable(f"{file} could not be written: {error.strerror}.") from None
    click.echo(f"Written: {file}.")


@settings.command(name="import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@STATE
def import_(file: Path, state: Path | None) -> None:
    """Take over the settings in FILE, which `forepost settings export` has written.

    Counting, the record, private messages and the policy pack stay as you chose them here: no file can switch them on.
    """
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(f"{file} could not be read: {error.strerror}. Nothing was changed.") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{file} is not text in UTF-8. Nothing was changed.") from None
    left: list[str] = []

    def alone(where: Places, store: SettingsStore) -> None:
        key = key_of(where.key, now())
        found = imported(text.encode(), store.present, key)
        store.replace(lambda _: found.settings)
        left.extend(found.left)

    try:
        answer = change(state, PATH, {"file": text}, alone)
    except NotSettings as fault:
        raise Unreadable(fault.why) from None
    click.echo("Taken over. “forepost settings show” shows them.")
    for sentence in (*answer.get("left", ()), *left):
        click.echo(sentence)


@settings.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@STATE
def reset(yes: bool, state: Path | None) -> None:
    """Set everything as on the first day. Your record, your counts and the connected browsers stay."""
    if not yes:
        click.confirm("Every choice of yours goes, your allow list too. This cannot be taken back. Go on?", abort=True)
    change(state, PATH, {"file": None}, lambda _, store: store.replace(first_day))
    click.echo("Everything is as on the first day.")
