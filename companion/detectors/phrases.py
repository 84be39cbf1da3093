"""Compiles the lists of phrases in `data/` into one pattern each.

A file holds one phrase a line, in the syntax of regular expressions but with plain spaces, matched as whole words and
in any case; a line that begins with # is a comment. A line `NAME = …` gives a part that later lines use as {NAME}.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources
from typing import Final

_PART: Final = re.compile(r"([A-Z_]+) = (.+)")
_USE: Final = re.compile(r"\{([A-Z_]+)\}")


@lru_cache
def phrases(name: str) -> re.Pattern[str]:
    """Any phrase of the file, as whole words. Raises KeyError for a part that was not given before."""
    parts: dict[str, str] = {}
    found = []
    for line in entries(name):
        if part := _PART.fullmatch(line):
            parts[part[1]] = f"(?:{_filled(part[2], parts)})"
        else:
            found.append(_filled(line, parts))
    return re.compile(rf"(?<![\w'])(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)


def entries(name: str) -> list[str]:
    """The lines of a file in `data`, without comments and empty lines."""
    text = resources.files("companion.detectors").joinpath("data", name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _filled(line: str, parts: dict[str, str]) -> str:
    return _USE.sub(lambda use: parts[use[1]], line)
