"""The one-click fixes of a finding, ready to apply: what to put where, with the spacing settled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.draft import (
    AskFirstFix,
    CopyFix,
    Detection,
    Draft,
    Fix,
    InsertFix,
    OpenFix,
    ReplaceFix,
    SwitchModeFix,
)
from companion.policy.judge import Judgement
from companion.policy.limits import room_left
from companion.policy.model import (
    AskFirstPart,
    CopyPart,
    FixPart,
    InsertPart,
    KeepPart,
    OpenPart,
    RemovePart,
    ReplacePart,
    SwitchModePart,
)
from companion.text import Text

# Words that only lead up to what is removed: "call me on 07…" should not become "call me on."
_LEAD_IN = re.compile(r"(?:[ \t]+(?:on|at|is|to|via|under)|[ \t]*[:=–-]+)[ \t]*\Z", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:(our|my|the|an?) )?((?:[a-z-]+ )?(?:tenant|customer|complainant|claimant|"
    r"applicant|patient|resident|service user|"
    r"client|pupil|"
    r"victim|witness|appellant|prisoner|caller|neighbour|colleague|apprentice|trainee))\b",
    re.IGNORECASE,
)
_SPACE_BEFORE = re.compile(r"[ \t\u00a0]+\Z")  # not "$": that would match before a line break, and take it
_SPACE_AFTER = re.compile(r"^[ \t\u00a0]+")
_POSTCODE_AT_END = re.compile(r"\s*\b[A-Za-z]{1,2}\d[A-Za-z\d]?(?:\s*\d[A-Za-z]{2})?\s*\Z")  # or its first half
_OPENING, _CLOSING = "([{<\"'“‘", ")]}>\"'”’"
_HUGS_LEFT = ".,;:!?)]}>”’"  # characters that want no space before them


def fixes_for(judgement: Judgement, draft: Draft) -> list[Fix]:
    """The fixes the rule offers, in its order; one that does not apply here is left out."""
    return [
        fix
        for number, part in enumerate(judgement.rule.fixes, start=1)
        if not (isinstance(part, SwitchModePart) and part.mode == judgement.mode)
        for fix in _fix(f"{part.kind}-{number}", part, judgement.detection, draft)
    ]


def _fix(id_: str, part: FixPart, seen: Detection | None, draft: Draft) -> Iterator[Fix]:
    match part:
        case RemovePart():
            if seen:
                start, end, text = removal(draft.text, seen.start, seen.end)
                yield ReplaceFix(id=id_, label=part.label, start=start, end=end, text=text)
        case ReplacePart():
            if seen:
                yield ReplaceFix(id=id_, label=part.label, start=seen.start, end=seen.end, text=part.text)
        case KeepPart():
            rest = kept(part.part, draft.text[seen.start : seen.end]) if seen else None
            if seen and rest:
                yield ReplaceFix(id=id_, label=part.label, start=seen.start, end=seen.end, text=rest)
        case InsertPart():
            long_fits = part.short is None or len(part.text) + 1 <= room_left(draft)
            yield InsertFix(
                id=id_, label=part.label, at=part.at, text=part.text if long_fits else part.short or part.text
            )
        case SwitchModePart():
            yield SwitchModeFix(id=id_, label=part.label, mode=part.mode)
        case AskFirstPart():
            yield AskFirstFix(id=id_, label=part.label)
        case OpenPart():
            yield OpenFix(id=id_, label=part.label, page=part.page)
        case CopyPart():
            yield CopyFix(id=id_, label=part.label, text=part.text)


def removal(text: str, start: int, end: int) -> tuple[int, int, str]:
    """What to replace by what so that start…end is gone without a trace: no double space, no orphaned "on"."""
    if start and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING:
        start, end = start - 1, end + 1  # its brackets or quotes go with it
    if lead_in := _LEAD_IN.search(text, max(0, start - 20), start):
        start = lead_in.start()
    before = _SPACE_BEFORE.search(text, max(0, start - 20), start)
    left = before.start() if before else start
    after = _SPACE_AFTER.match(text[end : end + 20])
    right = end + after.end() if after else end
    at_edge = left == 0 or text[left - 1] == "\n" or right == len(text) or text[right] in "\r\n" + _HUGS_LEFT
    if at_edge:
        return left, right, ""
    return (left, right, " ") if left < start or right > end else (start, end, "")


def kept(part: str, quote: str) -> str | None:
    """The part of the quote that gives less away, or None where it cannot be told."""
    plain = Text(quote).plain
    if part == "district":
        squeezed = re.sub(r"\s", "", plain)
        return squeezed[:-3].upper() if re.fullmatch(r"[A-Za-z]{1,2}\d[A-Za-z\d]?\d[A-Za-z]{2}", squeezed) else None
    if part == "year":
        years = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", plain)
        return years[0] if len(years) == 1 else None
    if part == "role":
        return _role(plain)
    return _town(plain)


def _role(quote: str) -> str | None:
    """What a named person is here, without the name: "tenant Jean Forsyth" → "a tenant"."""
    named = _ROLE.search(quote)
    if not named:
        return None
    article = "an" if named[2][0].lower() in "aeiou" else "a"
    return f"{named[1] or article} {named[2]}"


def _town(address: str) -> str | None:
    """The last part of an address that has no number in it: "4 Lomondview Grove, Balloch G83 8AA" → "Balloch"."""
    parts = [_POSTCODE_AT_END.sub("", part).strip(" .()") for part in re.split(r"[,\n]", address)[1:]]
    without_number = [part for part in parts if part and not any(char.isdigit() for char in part)]
    return without_number[-1] if without_number and parts.index(without_number[-1]) >= len(parts) - 2 else None
