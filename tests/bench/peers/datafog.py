"""datafog's `scan` with its default regular expressions (made for data from the United States)."""

from __future__ import annotations

import datafog

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"PHONE", "IP_ADDRESS"})


def start() -> Check:
    def check(text: str) -> list[Span]:
        return [(found.start, found.end) for found in datafog.scan(text).entities]

    return check
