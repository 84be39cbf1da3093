"""Looks for the organisation's own terms, as its pack lists them: projects, case references, bodies not to name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import regex

from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern, RegexPattern
from companion.draft import Detection

ENTITY = "watched"

# Patterns of a pack are untrusted: one that runs longer than its share of the second figure is given up for that text.
_SECONDS, _SECONDS_OF_ALL = 0.05, 0.3
_BETWEEN = r"[\s_'&-]{0,3}+"  # two words of a term


def detector(terms: Sequence[str], patterns: Sequence[str]) -> Detector:
    """Looks for these terms (in any case and spacing, also as a hashtag) and these patterns (as `regex` reads them)."""
    named = _any_of(terms)
    compiled = [RegexPattern(rf"(?<!\w)(?:{pattern})(?!\w)", regex.IGNORECASE) for pattern in patterns]

    def find(text: str) -> Iterator[Detection]:
        if named:
            for match in named.finditer(text):
                yield Detection(ENTITY, *match.span(), 0.95, "a term the organisation watches", "term")
        for pattern in compiled:
            yield from _matches(pattern, text, min(_SECONDS, _SECONDS_OF_ALL / len(compiled)))

    return Detector(ENTITY, find)


def _any_of(terms: Sequence[str]) -> Pattern | None:
    """One pattern for all terms; between two words of a term may stand spaces, hyphens, or (as a hashtag) nothing."""
    words = {tuple(re.findall(r"[^\W_]+", term)) for term in terms} - {()}
    return Pattern(rf"(?<![^\W_]){_tree(words)}(?:'?s)?(?![^\W_])", re.IGNORECASE) if words else None


def _tree(terms: Collection[tuple[str, ...]]) -> str:
    """These terms, the longest first; those that begin with the same words share them, so that each is read once."""
    if len(terms) == 1:
        return _BETWEEN.join(map(re.escape, *terms))
    by_first: dict[str, set[tuple[str, ...]]] = {}
    for term in sorted(terms, key=lambda words: (-sum(map(len, words)), words)):
        by_first.setdefault(term[0].lower(), set()).add(term[1:])
    return f"(?:{'|'.join(_branch(first, rests) for first, rests in by_first.items())})"


def _branch(first: str, rests: Collection[tuple[str, ...]]) -> str:
    behind = [rest for rest in rests if rest]
    more = _BETWEEN + _tree(behind) if behind else ""
    return re.escape(first) + (f"(?:{more})?" if more and len(behind) < len(rests) else more)


def _matches(pattern: regex.Pattern[str], text: str, seconds: float) -> Iterator[Detection]:
    try:
        for match in pattern.finditer(text, timeout=seconds):
            if match.end() > match.start():
                yield Detection(
                    ENTITY,
                    match.start(),
                    match.end(),
                    0.95,
                    "a reference of a form the organisation watches",
                    "pattern",
                )
    except TimeoutError:
        return
