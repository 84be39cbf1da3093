"""The command `forepost`: its subcommands, each loaded only when it is asked for."""

from __future__ import annotations

import importlib

import click

import companion

_COMMANDS = {  # name: where its click command lives, and what it does
    "check": ("companion.cli.check", "Check a text before you post it."),
    "doctor": ("companion.cli.doctor", "Test every link from the browser to the companion."),
    "integrate": ("companion.cli.integrate", "Start with the desktop, and from your browsers."),
    "mode": ("companion.cli.mode", "Show or change in what capacity you write."),
    "pair": ("companion.cli.pair", "Connect a browser with a short code."),
    "policy": ("companion.cli.policy", "Check, explain, begin and use policy packs."),
    "records": ("companion.cli.records", "Find, keep, export and delete your official posts."),
    "run": ("companion.cli.run", "Run the companion."),
    "settings": ("companion.cli.settings", "Show, export, import and reset your settings."),
    "tray": ("companion.cli.tray", "Show Forepost in the desktop's tray."),
    "unintegrate": ("companion.cli.integrate", "Undo integrate."),
}


class LazyGroup(click.Group):
    """A group that imports a subcommand when it is used: `forepost --help` loads no engine and no server."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found = importlib.import_module(_COMMANDS[cmd_name][0])
        command: click.Command = getattr(found, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in sorted(_COMMANDS.items())])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(companion.__version__, prog_name="forepost")
def main() -> None:
    """Says, beside the Post button, what a post may give away. On your own machine."""
