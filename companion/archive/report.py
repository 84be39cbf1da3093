"""Writes what was found in an archive as one page to read: no script, nothing loaded, every word of a post escaped.

The colours are the pages' own (server/pages/static/tokens.css); they stand in the page itself.
"""

from __future__ import annotations

import os
import shlex
from datetime import date
from importlib import resources
from pathlib import Path

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from companion.archive.entries import PassedOver
from companion.archive.summary import KEPT, Summary

_BEGINS = "<!doctype html>\n<!-- Forepost report -->"
_SITES = {"x": "X", "linkedin": "LinkedIn", "facebook": "Facebook", "mastodon": "Mastodon"}
_TAKE_DOWN = {  # the words on the sites' own menus
    "x": "Open the post, press the three dots at its top right, then Delete.",
    "linkedin": "Open the post or the comment, press the three dots at its top right, then Delete.",
    "facebook": "Find the post in your profile's Activity log, press the three dots, then Move to bin. Empty the bin.",
    "mastodon": "Open the post, press the three dots below it, then Delete. Other servers are asked to delete it, too.",
}
_PASSED: dict[PassedOver, tuple[str, str]] = {
    "repost": ("repost of other people's words", "reposts of other people's words"),
    "private": ("message to named people: private, and not read", "messages to named people: private, and not read"),
    "wordless": ("entry without words, as a picture or a like", "entries without words, as pictures and likes"),
}


def is_report(path: Path) -> bool:
    """Whether this file was written here, and so may be written again."""
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGINS)) == _BEGINS.encode()
    except OSError:
        return False


def report_of(summary: Summary, archive: str, path: Path) -> str:
    """The page about this archive, which will stand at `path`."""
    ours = resources.files("companion")
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["day"] = _day
    environment.filters["things"] = _things
    template = environment.from_string(ours.joinpath("archive/report.html").read_text(encoding="utf-8"))
    styles = (ours.joinpath(name).read_text(encoding="utf-8") for name in _STYLES)
    page = template.render(
        s=summary,
        archive=archive,
        path=str(path),
        remove=shlex.quote(str(path)) if os.name == "posix" else "",
        style=Markup("\n".join(styles)),  # noqa: S704 our own two files
        sites=_SITES,
        take_down=[(_SITES[site], _TAKE_DOWN[site]) for site in summary.sites if site in _SITES],
        passed=[_things(count, *_PASSED[reason]) for reason, count in summary.passed.items()],
        kept=KEPT,
    )
    return f"{_BEGINS}\n{page}\n"


_STYLES = ("server/pages/static/tokens.css", "archive/report.css")


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else "no date"


def _things(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count:,} {many}"
