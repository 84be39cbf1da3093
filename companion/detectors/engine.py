"""The engine: a text in, everything seen in it out. Presidio orchestrates; it is loaded only when one is built."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.detectors import (
    absence,
    abuse,
    accusation,
    address,
    bank_account,
    birth,
    birthday,
    classification,
    disclaimer,
    email,
    employer,
    foreign_id,
    handling,
    heat,
    host_name,
    iban,
    information_request,
    links_internal,
    links_suspicious,
    location,
    market,
    named_person,
    national_id,
    network_address,
    official_voice,
    passcodes,
    passwords,
    payment_card,
    phone,
    politics,
    postcode,
    private_voice,
    quotation,
    speaker,
    special_category,
    stakeholder,
    tokens,
    unpublished,
    vehicle,
    wallet,
    watchlist,
    workplace,
)
from companion.detectors.detector import Detector
from companion.detectors.pattern import compile_all
from companion.detectors.reading import read
from companion.draft import Detection
from companion.text import Text

if TYPE_CHECKING:
    from companion.policy.model import Pack


class Engine:
    """Runs the detectors over texts. Any number of threads may share one.

    It remembers, in memory alone, what was seen in the last few long texts (`remembered.py`).
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        from companion.detectors.presidio import analyzer_of

        self._detectors = tuple(detectors)
        self._analyzer = analyzer_of(detectors)
        self.entities = frozenset(detector.entity for detector in detectors)  # everything that is looked for

    def detect(self, text: str, entities: Collection[str] = ()) -> list[Detection]:
        """Everything seen in `text` (or only these entities), in order; spans in code points of `text` as typed."""
        typed = Text(text)
        if not typed.plain or typed.plain.isspace():
            return []
        reading = read(typed.plain)
        possible = [
            detector.entity
            for detector in self._detectors
            if (not entities or detector.entity in entities)
            and (detector.needs is None or detector.needs.met_by(reading))
        ]
        if not possible:
            return []
        results = self._analyzer.analyze(typed.plain, "en", entities=possible)
        seen = []
        for result in results:
            start, end = typed.typed_span(result.start, result.end)
            evidence, kind = result.recognition_metadata["evidence"], result.recognition_metadata["kind"]
            seen.append(Detection(result.entity_type, start, end, result.score, evidence, kind))
        return sorted(seen, key=lambda detection: (detection.start, -detection.end, detection.entity))

    def warm(self, breathe: Callable[[], None] = lambda: None) -> None:
        """Do now what some text would otherwise wait for: read the suffix list, compile every pattern."""
        self.detect(_EVERYTHING)
        compile_all(breathe)


_EVERYTHING = (
    "Call 0131 496 0000, write to a@b.co.uk, 14 High Street G2 1AA, born 3/4/1985, password: x. OFFICIAL-SENSITIVE"
)


def detectors_for(pack: Pack) -> list[Detector]:
    """The detectors as this organisation needs them: its region, its names, its domains."""
    organisation = pack.organisation
    names = [organisation.name, *organisation.aliases, *organisation.handles]
    return [
        phone.detector(organisation.region),
        address.DETECTOR,
        postcode.DETECTOR,
        email.detector(organisation.domains),
        birth.DETECTOR,
        tokens.DETECTOR,
        passwords.DETECTOR,
        passcodes.DETECTOR,
        classification.DETECTOR,
        employer.detector(names, organisation.topics),
        disclaimer.detector(names, organisation.disclaimers),
        national_id.DETECTOR,
        foreign_id.DETECTOR,
        payment_card.DETECTOR,
        iban.DETECTOR,
        bank_account.DETECTOR,
        wallet.DETECTOR,
        network_address.DETECTOR,
        host_name.DETECTOR,
        vehicle.DETECTOR,
        location.DETECTOR,
        absence.DETECTOR,
        birthday.DETECTOR,
        links_internal.detector(organisation.domains),
        links_suspicious.detector(organisation.domains, names),
        handling.DETECTOR,
        quotation.DETECTOR,
        watchlist.detector(organisation.watchlist.terms, organisation.watchlist.patterns),
        workplace.DETECTOR,
        unpublished.DETECTOR,
        market.DETECTOR,
        speaker.detector(names, organisation.roles),
        speaker.profile_detector(names),
        official_voice.detector(names),
        private_voice.detector(names, organisation.disclaimers),
        named_person.DETECTOR,
        stakeholder.detector(organisation.stakeholders),
        special_category.DETECTOR,
        abuse.DETECTOR,
        heat.DETECTOR,
        accusation.DETECTOR,
        politics.DETECTOR,
        information_request.DETECTOR,
    ]


def build_engine(pack: Pack) -> Engine:
    """An engine for this pack. Takes about a second, most of it importing Presidio; opens no connection."""
    os.environ.setdefault("REGEX_TIMEOUT_SECONDS", "1")  # Presidio reads it once, on import; its default is 60
    with _seldom_collecting():
        return Engine(detectors_for(pack))


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Loads a little faster, and keeps what is loaded out of every later collection, which would take 60 ms each."""
    usual = gc.get_threshold()
    gc.set_threshold(10 * usual[0], *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect()
        gc.freeze()
