"""One-click fixes leave a text that reads as if the words had never been there."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.draft import Detection, Draft, InsertFix, Limit, ReplaceFix
from companion.policy.fixes import fixes_for, kept, removal
from companion.policy.judge import Judgement
from tests.companion.policy.packs import pack_of, rule


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("call me [on] <07400 123456> tonight", "call me tonight"),
        ("text <07400 123456>.", "text."),
        ("text <07400 123456>, not him", "text, not him"),
        ("<07400 123456> text only", "text only"),
        ("ring me\n<07400 123456>\nbye", "ring me\n\nbye"),
        ("Isla (<07400 123456>) knows", "Isla knows"),
        ("my number is <07400 123456>", "my number"),
        ("phone: <07400 123456>", "phone"),
        ("<07400 123456>", ""),
        ("ends here \n<07400 123456>", "ends here \n"),
        ("ring on\n<07400 123456>", "ring on\n"),
        ("a <b> c", "a c"),
        ("a<b>c", "ac"),
        ('he said "<b>" twice', "he said twice"),
    ],
)
def test_removing_leaves_no_trace(text: str, after: str) -> None:
    text = text.replace("[on]", "on")
    start, end = text.index("<"), text.index(">") - 1
    bare = text.replace("<", "").replace(">", "")
    low, high, between = removal(bare, start, end)
    assert bare[:low] + between + bare[high:] == after


@given(st.text(alphabet="ab .,()\n\"'", max_size=30), st.data())
def test_removing_takes_the_words_and_only_spacing_and_wrapping_besides(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high, between = removal(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)
    assert between in ("", " ")
    lost = text[low:start] + text[end:high]
    assert not set(lost) & set("ab\n,"), "letters and lines stay"


@pytest.mark.parametrize(
    ("part", "quote", "rest"),
    [
        ("district", "KA3 6DN", "KA3"),
        ("district", "ka36dn", "KA3"),
        ("district", "Echo Hotel 6 4 Juliet Foxtrot", None),
        ("year", "3 April 1985", "1985"),
        ("year", "3/4/85", None),
        ("town", "17 Auchmithie Court, Arbroath DD11 5LE", "Arbroath"),
        ("town", "4 Lomondview Grove, Balloch", "Balloch"),
        ("town", "48 Warrender Park Road", None),
        ("town", "14 Dumbarton Road\nPartick\nGlasgow\nG11 6PZ", "Glasgow"),
        ("town", "14 Dumbarton Road, Partick, G11", "Partick"),
        ("town", "14 Dumbarton Road, G11 6PZ", None),
    ],
)
def test_keeping_a_part(part: str, quote: str, rest: str | None) -> None:
    assert kept(part, quote) == rest


def fixes(draft: Draft, *parts: dict[str, Any], seen: Detection | None = None) -> list[Any]:
    (one,) = pack_of(rule(fixes=list(parts))).rules
    return fixes_for(Judgement(one, "warn", seen), draft)


def test_fixes_point_into_the_text() -> None:
    seen = Detection("thing", 5, 12, 0.9)
    found = fixes(
        Draft(text="lives KA3 6DN now"),
        {"kind": "remove", "label": "Remove it"},
        {"kind": "keep", "label": "Shorten", "part": "district"},
        {"kind": "replace", "label": "Use ours", "text": "G1 2AD"},
        seen=Detection("thing", 6, 13, 0.9),
    )
    assert found == [
        ReplaceFix(id="remove-1", label="Remove it", start=5, end=14, text=" "),
        ReplaceFix(id="keep-2", label="Shorten", start=6, end=13, text="KA3"),
        ReplaceFix(id="replace-3", label="Use ours", start=6, end=13, text="G1 2AD"),
    ]
    assert fixes(Draft(text="no code here"), {"kind": "keep", "label": "s", "part": "district"}, seen=seen) == []


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (None, "A long disclaimer."),
        (Limit(rule="codepoints", max=100), "A long disclaimer."),
        (Limit(rule="codepoints", max=20), "Short."),
    ],
)
def test_a_disclaimer_is_short_where_the_limit_asks_for_it(limit: Limit | None, text: str) -> None:
    part = {"kind": "insert", "label": "Add", "at": "end", "text": "A long disclaimer.", "short": "Short."}
    assert fixes(Draft(text="hello there", limit=limit), part) == [
        InsertFix(id="insert-1", label="Add", at="end", text=text)
    ]
