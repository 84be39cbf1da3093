"""The vocabulary: Draft, Detection, Finding, Review and what they are made of.

Offsets are code points of the text as typed, everywhere in Python. They become UTF-16 code units
(JavaScript's) only at the HTTP edge, through `in_utf16`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

MAX_TEXT_UTF16 = 100_000  # longest text a review reads, in UTF-16 code units

Mode = Literal["personal", "professional", "official"]
Severity = Literal["hold", "warn", "hint"]
Verdict = Literal["clear", "advise", "hold"]
Surface = Literal["post", "comment", "reply", "message", "article", "title", "profile", "live"]
ModeSource = Literal["draft", "account", "current"]
OffsetUnit = Literal["utf16", "codepoints"]

MODES: tuple[Mode, ...] = ("personal", "professional", "official")
SEVERITIES: tuple[Severity, ...] = ("hold", "warn", "hint")  # most serious first


class Model(BaseModel):
    """Refuses unknown keys; its errors are read for field names only, so that no text of a draft is repeated."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, hide_input_in_errors=True, json_schema_serialization_defaults_required=True
    )


def _whole(value: object) -> object:
    """Half a surrogate pair (a browser may send one) becomes U+FFFD: as long in code points and in UTF-16 units."""
    if isinstance(value, str) and not value.isascii():
        return _HALF_PAIR.sub("\ufffd", value)
    return value


_HALF_PAIR = re.compile("[\ud800-\udfff]")
AnyText = Annotated[str, BeforeValidator(_whole)]


class Account(Model):
    """Who is writing, as far as the page shows it."""

    id: AnyText
    name: AnyText = ""
    kind: Literal["person", "organisation", "unknown"] = "unknown"


class Limit(Model):
    """How long a post may be on this site, and by which way of counting."""

    rule: Literal["graphemes", "codepoints", "utf16", "twitter3", "mastodon"]
    max: int = Field(gt=0)


class Draft(Model):
    """A text about to be posted, and where and by whom."""

    text: AnyText
    site: str = ""
    surface: Surface = "post"
    mode: Mode | None = None  # only to override the account's and the current mode for this one draft
    account: Account | None = None
    bio: AnyText | None = None
    audience: str | None = None
    reply_to: AnyText | None = None
    siblings: list[AnyText] = Field(default_factory=list)  # the other posts of the same thread
    limit: Limit | None = None


@dataclass(frozen=True, slots=True)
class Detection:
    """Something seen in the text. Knows nothing of policy."""

    entity: str
    start: int  # code points into the text as typed
    end: int
    score: float  # 0…1: how sure the detector is
    evidence: str = ""  # why, in a few words and without any word of the text: "'NI number' before it"
    kind: str = ""  # a closed word of the detector's own, as "mobile" or "fixed" for a phone


class ReplaceFix(Model):
    """Put `text` in place of start…end; an empty text removes. Spacing is already settled."""

    kind: Literal["replace"] = "replace"
    id: str
    label: str
    start: int
    end: int
    text: str


class InsertFix(Model):
    """Put `text` (one line) at the start or the end of the draft."""

    kind: Literal["insert"] = "insert"
    id: str
    label: str
    at: Literal["start", "end"]
    text: str


class SwitchModeFix(Model):
    kind: Literal["switch_mode"] = "switch_mode"
    id: str
    label: str
    mode: Mode


class AskFirstFix(Model):
    kind: Literal["ask_first"] = "ask_first"
    id: str
    label: str


class OpenFix(Model):
    kind: Literal["open"] = "open"
    id: str
    label: str
    page: str


class CopyFix(Model):
    kind: Literal["copy"] = "copy"
    id: str
    label: str
    text: str


Fix = Annotated[
    ReplaceFix | InsertFix | SwitchModeFix | AskFirstFix | OpenFix | CopyFix,
    Field(discriminator="kind"),
]


class Clause(Model):
    """Where the policy says so: its own section number and a short paraphrase."""

    ref: str
    text: str


class Finding(Model):
    """What the policy says of one span, or of something absent (start and end both null)."""

    id: str  # keyed hash of rule and normalised quote: stable while the text moves
    rule: str
    severity: Severity
    start: int | None
    end: int | None
    title: str
    why: str
    clause: Clause
    judgement: bool = False
    fixes: list[Fix] = Field(default_factory=list)


class PackRef(Model):
    id: str
    version: str


class Review(Model):
    """All findings of a draft, the most serious first, and the verdict."""

    verdict: Verdict
    mode: Mode
    mode_source: ModeSource
    settings_revision: int
    pack: PackRef
    offsets: OffsetUnit
    partly: list[str] = Field(default_factory=list)  # why the check is not whole, as "text-too-long"
    findings: list[Finding] = Field(default_factory=list)


def verdict_of(findings: Sequence[Finding]) -> Verdict:
    """Any hold holds; any warn advises; hints or nothing are clear."""
    severities = {finding.severity for finding in findings}
    if "hold" in severities:
        return "hold"
    return "advise" if "warn" in severities else "clear"


def in_utf16(review: Review, text: str) -> Review:
    """The same review with every offset in UTF-16 code units of `text`."""
    if review.offsets == "utf16":
        return review
    wide = [place for place, char in enumerate(text) if ord(char) > 0xFFFF]
    if not wide:
        return review.model_copy(update={"offsets": "utf16"})

    def units(place: int) -> int:
        return place + bisect_left(wide, place)

    def moved(finding: Finding) -> Finding:
        fixes = [
            fix.model_copy(update={"start": units(fix.start), "end": units(fix.end)})
            if isinstance(fix, ReplaceFix)
            else fix
            for fix in finding.fixes
        ]
        if finding.start is None or finding.end is None:
            return finding.model_copy(update={"fixes": fixes})
        return finding.model_copy(update={"start": units(finding.start), "end": units(finding.end), "fixes": fixes})

    return review.model_copy(update={"offsets": "utf16", "findings": [moved(f) for f in review.findings]})
