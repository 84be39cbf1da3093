"""scrubadub with its default detectors for Britain."""

from __future__ import annotations

import scrubadub

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"PHONE", "ADDRESS", "CREDENTIAL", "UK_NINO", "UK_DRIVING_LICENCE"})  # addresses by their postcode


def start() -> Check:
    scrubber = scrubadub.Scrubber(locale="en_GB")

    def check(text: str) -> list[Span]:
        return [(found.beg, found.end) for found in scrubber.iter_filth(text)]

    return check
