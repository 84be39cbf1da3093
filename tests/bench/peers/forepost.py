"""Our own path, from draft to review, in personal mode with the default pack."""

from __future__ import annotations

import datetime

from companion.detectors.engine import build_engine
from companion.detectors.pattern import compile_all
from companion.draft import Draft
from companion.policy.load import load_pack
from companion.review import review
from tests.bench.peers import Check, Span

CLAIMS = frozenset(
    {"PHONE", "ADDRESS", "CREDENTIAL", "IBAN", "IP_ADDRESS"}
    | {"UK_NINO", "UK_NHS", "UK_CHI", "UK_PASSPORT", "UK_DRIVING_LICENCE"}
)


def start() -> Check:
    """Counts what a person would be stopped or told by: warnings and holds, not hints."""
    pack = load_pack()
    engine = build_engine(pack)
    today = datetime.date(2026, 11, 22)

    def check(text: str) -> list[Span]:
        found = review(Draft(text=text), pack, engine, mode="personal", id_key=b"bench", today=today).findings
        return [(one.start or 0, one.end or 0) for one in found if one.severity != "hint"]

    return check


def settle() -> None:
    """What the companion does in the quiet after its start."""
    compile_all()
