"""piicleaner with all of its cleaners (compiled patterns, made for British data)."""

from __future__ import annotations

import piicleaner

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"PHONE", "ADDRESS", "IP_ADDRESS", "UK_NINO"})


def start() -> Check:
    cleaner = piicleaner.Cleaner()

    def check(text: str) -> list[Span]:
        return [(int(found["start"]), int(found["end"])) for found in cleaner.detect_pii(text)]

    return check
