"""What was found in an archive, by rule and the most serious first. Of the words, a short piece around each find."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from companion.archive.entries import PassedOver, Post, Unread
from companion.archive.recognise import LeftOut
from companion.draft import SEVERITIES, Clause, Finding, Mode, Review, Severity, Verdict

KEPT = 100  # places a rule remembers: the most serious, then the latest; all are counted
_AROUND = 140  # code points kept of a post on each side of what was found
_WHOLE = 280  # a text as short as this is kept whole where something is absent from it
MAX_NAMES = 500  # files that are named as not read; all are counted


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found, with the words there."""

    file: str
    severity: Severity
    post: Post  # its text emptied: the piece below is all that is kept
    before: str
    quote: str
    after: str


@dataclass(slots=True)
class OfRule:
    """All that one rule found."""

    rule: str
    title: str
    why: str
    clause: Clause
    severities: Counter[Severity] = field(default_factory=Counter)
    posts: int = 0
    latest: date | None = None
    _places: list[tuple[tuple[int, int, int], Place]] = field(default_factory=list)

    @property
    def severity(self) -> Severity:
        """The most serious one found."""
        return next(one for one in SEVERITIES if self.severities[one])

    @property
    def findings(self) -> int:
        return self.severities.total()

    @property
    def places(self) -> list[Place]:
        """The places that are kept, the most serious first, then the latest."""
        return [place for _, place in sorted(self._places, key=lambda kept: kept[0], reverse=True)]

    def add(self, place: Place) -> None:
        self.severities[place.severity] += 1
        day = place.post.day.toordinal() if place.post.day else 0
        self.latest = max(self.latest or date.min, place.post.day) if place.post.day else self.latest
        kept = ((-SEVERITIES.index(place.severity), day, -self.findings), place)
        push = heapq.heappush if len(self._places) < KEPT else heapq.heappushpop
        push(self._places, kept)


@dataclass(slots=True)
class OfFile:
    """One file that was read."""

    name: str
    format: str
    posts: int = 0


@dataclass(slots=True)
class Summary:
    """The whole answer. It is whole in itself at any moment, so that a check that was stopped has one, too."""

    mode: Mode
    since: date | None = None
    stopped: bool = False
    posts: int = 0  # that were checked
    with_findings: int = 0
    earlier: int = 0  # than `since`, and so not checked
    undated: int = 0  # checked, though `since` was asked for
    first: date | None = None
    last: date | None = None
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    passed: Counter[PassedOver] = field(default_factory=Counter)
    files: list[OfFile] = field(default_factory=list)
    unread: list[tuple[str, Unread]] = field(default_factory=list)
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    left_out_names: list[str] = field(default_factory=list)
    _rules: dict[str, OfRule] = field(default_factory=dict)

    @property
    def rules(self) -> list[OfRule]:
        """The rules that found something: the most serious first, then the most frequent."""
        return sorted(self._rules.values(), key=lambda one: (SEVERITIES.index(one.severity), -one.findings, one.rule))

    @property
    def is_whole(self) -> bool:
        """Whether every post there was has been read."""
        return not self.stopped and not any(why.loses_posts for _, why in self.unread)

    @property
    def verdict(self) -> Verdict:
        """The most serious verdict on any post."""
        return "hold" if self.verdicts["hold"] else "advise" if self.verdicts["advise"] else "clear"

    @property
    def sites(self) -> list[str]:
        """The sites something was found on that is worth taking down."""
        return sorted({place.post.site for rule in self.rules for place in rule.places if place.post.site})

    def add(self, file: str, post: Post, review: Review) -> None:
        """Count one reviewed post. The offsets of the review are code points of the post's text."""
        self.posts += 1
        self.files[-1].posts += 1
        self.verdicts[review.verdict] += 1
        self.with_findings += bool(review.findings)
        if post.day:
            self.first = min(self.first or post.day, post.day)
            self.last = max(self.last or post.day, post.day)
        for rule in {finding.rule for finding in review.findings}:
            self._of(next(one for one in review.findings if one.rule == rule)).posts += 1
        for finding in review.findings:
            self._of(finding).add(_place(file, post, finding))

    def leave_out(self, name: str, why: LeftOut) -> None:
        self.left_out[why] += 1
        if why == "other" and len(self.left_out_names) < MAX_NAMES:
            self.left_out_names.append(name)

    def not_read(self, name: str, why: Unread) -> None:
        if len(self.unread) < MAX_NAMES:
            self.unread.append((name, why))

    def without_words(self) -> dict[str, Any]:
        """The answer for other programs: counts and places, and no word of any post."""
        return {
            "verdict": self.verdict,
            "whole": self.is_whole,
            "stopped": self.stopped,
            "mode": self.mode,
            "since": self.since and self.since.isoformat(),
            "posts": self.posts,
            "posts_with_findings": self.with_findings,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "by_rule": [_rule_without_words(one) for one in self.rules],
            "files": [{"file": one.name, "format": one.format, "posts": one.posts} for one in self.files],
            "not_read": [{"file": name, "why": why.what, "loses_posts": why.loses_posts} for name, why in self.unread],
            "passed_over": dict(self.passed) | ({"earlier": self.earlier} if self.earlier else {}),
            "undated": self.undated,
            "left_out": dict(self.left_out),
        }

    def _of(self, finding: Finding) -> OfRule:
        return self._rules.setdefault(finding.rule, OfRule(finding.rule, finding.title, finding.why, finding.clause))


def _place(file: str, post: Post, finding: Finding) -> Place:
    known = Post("", post.site, post.surface, post.id, post.day, post.link, post.audience)
    text = post.text
    if finding.start is None or finding.end is None:
        short = text if len(text) <= _WHOLE else text[:_WHOLE].rstrip() + "…"
        return Place(file, finding.severity, known, short, "", "")
    start, end = finding.start, finding.end
    before = text[:start] if start <= _AROUND else "…" + text[start - _AROUND : start]
    after = text[end:] if len(text) - end <= _AROUND else text[end : end + _AROUND] + "…"
    quote = text[start:end] if end - start <= 2 * _WHOLE else text[start : start + 2 * _WHOLE] + "…"
    return Place(file, finding.severity, known, before, quote, after)


def _rule_without_words(one: OfRule) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "severity": one.severity,
        "title": one.title,
        "findings": one.findings,
        "posts": one.posts,
        "where": [
            {
                "file": place.file,
                "id": place.post.id,
                "date": place.post.day and place.post.day.isoformat(),
                "severity": place.severity,
            }
            for place in one.places
        ],
        "where_more": one.findings - len(one.places),
    }
