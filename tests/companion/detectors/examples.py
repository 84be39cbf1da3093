"""Runs a detector over one text the way the engine reads it: on the plain form, spans in the text as typed."""

from __future__ import annotations

from companion.detectors.detector import Detector
from companion.detectors.reading import read
from companion.draft import Detection
from companion.text import Text


def seen(detector: Detector, typed: str) -> list[tuple[str, Detection]]:
    """What the detector is sure of by itself, each with its words; the longest of those that overlap."""
    text = Text(typed)
    kept: list[tuple[str, Detection]] = []
    taken: list[tuple[int, int]] = []
    found = [one for one in detector.find(text.plain) if one.score >= detector.threshold]
    if found and detector.needs:
        assert detector.needs.met_by(read(text.plain)), "the engine would not have asked about this text"
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(start < one.end and one.start < end for start, end in taken):
            start, end = text.typed_span(one.start, one.end)
            kept.append((typed[start:end], one))
            taken.append((one.start, one.end))
    return sorted(kept, key=lambda pair: pair[1].start)


def quotes(detector: Detector, typed: str) -> list[str]:
    return [quote for quote, _ in seen(detector, typed)]
