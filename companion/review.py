"""The whole flow of a draft, to be read first: what is in the text, what the policy says of it, what to show.

Pure: no file, network, clock or setting is touched here; all of them come in as arguments. Offsets are code points.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from companion.draft import (
    SEVERITIES,
    Detection,
    Draft,
    Finding,
    Mode,
    ModeSource,
    PackRef,
    Review,
    verdict_of,
)
from companion.policy.allow import NOTHING_ALLOWED, AllowList, keyed_hash, pack_allows
from companion.policy.embargo import long_over
from companion.policy.fixes import fixes_for
from companion.policy.judge import Judgement, Scene, judge
from companion.policy.model import Pack
from companion.policy.plan import entities_of


class Detects(Protocol):
    """What a review needs of an engine; the real one is `companion.detectors.engine.Engine`."""

    def detect(self, text: str, entities: list[str]) -> Sequence[Detection]: ...


def review(
    draft: Draft,
    pack: Pack,
    engine: Detects,
    *,
    mode: Mode,
    mode_source: ModeSource = "draft",
    settings_revision: int = 0,
    allow: AllowList = NOTHING_ALLOWED,
    id_key: bytes,
    today: date,
) -> Review:
    """Review one draft. Any text will do: empty, one emoji, half a surrogate pair. `id_key` makes finding ids."""
    found = engine.detect(draft.text, entities_of(pack, mode))
    seen = [one for one in found if not long_over(draft.text, one, today)]
    scene = Scene(draft, mode, seen, engine.detect, pack.periods, today)
    judgements = one_a_span(judge(pack, scene))
    kept = [one for one in judgements if not _allowed(one, draft, pack, allow)]
    findings = _findings(kept, draft, id_key)
    return Review(
        verdict=verdict_of(findings),
        mode=mode,
        mode_source=mode_source,
        settings_revision=settings_revision,
        pack=PackRef(id=pack.id, version=pack.version),
        offsets="codepoints",
        findings=findings,
    )


def rules_that_hold(
    draft: Draft, pack: Pack, engine: Detects, *, mode: Mode, allow: AllowList = NOTHING_ALLOWED, today: date
) -> list[str]:
    """Which rules have something to say of this draft, in the pack's order. Nothing is shown of it."""
    seen = engine.detect(draft.text, entities_of(pack, mode))
    found = judge(pack, Scene(draft, mode, seen, engine.detect, pack.periods, today))
    return list(dict.fromkeys(one.rule.id for one in found if not _allowed(one, draft, pack, allow)))


def one_a_span(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Of overlapping judgements the most serious, then the longest (an address holds its postcode); one question."""
    kept: list[Judgement] = []
    asked = False
    taken: list[tuple[int, int]] = []  # in order and apart, so that only two neighbours can overlap a new one
    for one in sorted(judgements, key=_weight):
        span = (one.detection.start, one.detection.end) if one.detection else None
        place = bisect(taken, span) if span else 0
        if span and any(start < span[1] and span[0] < end for start, end in taken[max(0, place - 1) : place + 1]):
            continue
        if one.rule.judgement and asked:
            continue
        asked |= one.rule.judgement
        kept.append(one)
        if span:
            taken.insert(place, span)
    return sorted(kept, key=_order)


def _weight(one: Judgement) -> tuple[int, int]:
    return SEVERITIES.index(one.severity), one.detection.start - one.detection.end if one.detection else 0


def _order(one: Judgement) -> tuple[int, float]:
    return SEVERITIES.index(one.severity), one.detection.start if one.detection else float("inf")


def _allowed(one: Judgement, draft: Draft, pack: Pack, allow: AllowList) -> bool:
    quote, kind = _quote(one, draft), one.detection.kind if one.detection else ""
    return bool(quote) and (pack_allows(pack, one.rule.id, quote, kind) or allow.allows(one.rule.id, quote))


def _findings(judgements: Sequence[Judgement], draft: Draft, id_key: bytes) -> list[Finding]:
    """The findings of these judgements. The second of two equal quotes gets an id of its own."""
    times: dict[str, int] = {}
    findings = []
    for one in judgements:
        hashed = keyed_hash(one.rule.id, _quote(one, draft), id_key)[:24]
        times[hashed] = times.get(hashed, 0) + 1
        findings.append(
            Finding(
                id=hashed if times[hashed] == 1 else f"{hashed}-{times[hashed]}",
                rule=one.rule.id,
                severity=one.severity,
                start=one.detection.start if one.detection else None,
                end=one.detection.end if one.detection else None,
                title=one.rule.title,
                why=one.rule.why,
                clause=one.rule.clause,
                judgement=one.rule.judgement,
                fixes=fixes_for(one, draft),
            )
        )
    return findings


def _quote(one: Judgement, draft: Draft) -> str:
    return draft.text[one.detection.start : one.detection.end] if one.detection else ""
