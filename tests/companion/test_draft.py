"""Offsets at the edge, and texts a browser may send that no database would keep."""

from __future__ import annotations

import pytest

from companion.draft import Clause, Draft, Finding, PackRef, ReplaceFix, Review, in_utf16


def review_of(text: str, quote: str) -> Review:
    start = text.index(quote)
    end = start + len(quote)
    finding = Finding(
        id="1",
        rule="personal.phone",
        severity="hold",
        start=start,
        end=end,
        title="t",
        why="w",
        clause=Clause(ref="§3", text="c"),
        fixes=[ReplaceFix(id="remove-1", label="Remove it", start=start, end=end, text="")],
    )
    absence = finding.model_copy(update={"id": "2", "start": None, "end": None, "fixes": []})
    return Review(
        verdict="hold",
        mode="personal",
        mode_source="current",
        settings_revision=0,
        pack=PackRef(id="p", version="1"),
        offsets="codepoints",
        findings=[finding, absence],
    )


@pytest.mark.parametrize("before", ["", "plain ", "👩‍👩‍👧‍👦 ", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 and 🇬🇧 ", "1️⃣ ", "é and e\u0301 ", "𝟎𝟕 "], ids=ascii)
def test_utf16_offsets_select_the_same_words_in_javascript(before: str) -> None:
    text = f"{before}call 07400 123456 👍"
    moved = in_utf16(review_of(text, "07400 123456"), text)
    units = text.encode("utf-16-le")
    first, absence = moved.findings
    fix = first.fixes[0]
    assert isinstance(fix, ReplaceFix)
    assert first.start is not None
    assert first.end is not None
    assert units[2 * first.start : 2 * first.end].decode("utf-16-le") == "07400 123456"
    assert (fix.start, fix.end) == (first.start, first.end)
    assert (absence.start, absence.end) == (None, None)
    assert moved.offsets == "utf16"
    assert in_utf16(moved, text) == moved, "doing it twice changes nothing"


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    draft = Draft.model_validate_json('{"text": "a", "bio": "b"}')
    assert draft.text == "a"
    assert Draft(text="a\ud83d b", siblings=["\udc00"]).text == "a\ufffd b"
    assert Draft(text="x", siblings=["\udc00"]).siblings == ["\ufffd"]
