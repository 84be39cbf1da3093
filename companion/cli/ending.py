"""How a command ends: its exit codes, and a fault in a sentence for people."""

from __future__ import annotations

from enum import IntEnum

import click


class Exit(IntEnum):
    CLEAR = 0
    ADVISE = 1
    HOLD = 2
    ERROR = 3


class Unreadable(click.ClickException):
    """An error with a sentence for people; ends the command with 3."""

    exit_code = int(Exit.ERROR)
