"""The whole flow: a draft in, a review out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.detectors.engine import Engine
from companion.draft import Detection, Draft, Finding, Limit, Mode, ReplaceFix, Review
from companion.policy.allow import NOTHING_ALLOWED, AllowList, entry_for
from companion.policy.judge import Judgement
from companion.policy.model import Pack
from companion.review import one_a_span, review
from tests.companion.policy.packs import pack_of, rule

KEY = b"k" * 32
TODAY = date(2026, 1, 15)
ADDRESS = "17 Auchmithie Court, Arbroath DD11 5LE"
OFFICIAL: dict[str, Any] = {"bio": "The official account of the Scottish Housing Regulator."}
PROUD = "Honestly proud of what we put out today at SHR."


class Reviewing:
    """`review` with the built-in pack and engine, and what a test does not care about already given."""

    def __init__(self, pack: Pack, engine: Engine) -> None:
        self.pack, self.engine = pack, engine

    def __call__(self, text: str, mode: Mode = "personal", allow: AllowList = NOTHING_ALLOWED, **fields: Any) -> Review:
        draft = Draft(text=text, **fields)
        return review(draft, self.pack, self.engine, mode=mode, allow=allow, id_key=KEY, today=TODAY)


@pytest.fixture
def reviewed(pack: Pack, engine: Engine) -> Reviewing:
    return Reviewing(pack, engine)


def rules(found: Review) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in found.findings]


def quote(found: Finding, text: str) -> str:
    return "" if found.start is None or found.end is None else text[found.start : found.end]


def test_a_clean_text_is_clear(reviewed: Reviewing) -> None:
    found = reviewed("Soup, telly, bed.")
    assert (found.verdict, found.findings, found.partly, found.offsets) == ("clear", [], [], "codepoints")


def test_the_most_serious_comes_first_and_decides(reviewed: Reviewing) -> None:
    text = "KA3 6DN, isla@gmail.com, OFFICIAL-SENSITIVE, 07400 123456"
    found = reviewed(text)
    assert found.verdict == "hold"
    assert rules(found) == [
        ("marking.classification", "hold"),
        ("personal.phone", "hold"),
        ("personal.postcode", "warn"),
        ("personal.email", "warn"),
    ]
    assert [quote(one, text) for one in found.findings] == [
        "OFFICIAL-SENSITIVE",
        "07400 123456",
        "KA3 6DN",
        "isla@gmail.com",
    ]


def test_warnings_advise_and_hints_are_clear(reviewed: Reviewing) -> None:
    assert reviewed("write to isla@gmail.com").verdict == "advise"
    hinted = reviewed("Governance failures at RSLs nearly always start with the chair.")
    assert rules(hinted) == [("disclosure.missing-disclaimer", "hint")]
    assert hinted.verdict == "clear"


def test_an_address_holds_its_postcode_and_is_one_finding(reviewed: Reviewing) -> None:
    text = f"drop it at {ADDRESS}?"
    (found,) = reviewed(text).findings
    assert found.rule == "personal.home-address"
    assert quote(found, text) == ADDRESS
    assert [fix.label for fix in found.fixes] == ["Remove it", "Keep the town only"]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("personal", [("personal.email", "warn")]),
        ("professional", [("personal.email", "warn")]),
        ("official", [("personal.email", "hold")]),
    ],
)
def test_the_mode_decides_how_serious(reviewed: Reviewing, mode: Mode, expected: list[tuple[str, str]]) -> None:
    found = reviewed("new inbox: shrpressdesk@gmail.com", mode)
    assert [one for one in rules(found) if one[0] == "personal.email"] == expected
    assert found.mode == mode


def test_an_absence_has_no_span_and_offers_the_sentence_of_the_policy(reviewed: Reviewing) -> None:
    (found,) = reviewed(PROUD).findings
    assert (found.rule, found.severity, found.start, found.end) == ("disclosure.missing-disclaimer", "warn", None, None)
    (fix,) = found.fixes
    assert fix.kind == "insert"
    assert fix.text == "The views expressed here are my own and do not necessarily reflect the views of my employer."
    (short,) = reviewed(PROUD, limit=Limit(rule="twitter3", max=80)).findings[0].fixes
    assert short.kind == "insert"
    assert short.text == "Views my own."


@pytest.mark.parametrize(
    "fields",
    [
        {"text": f"{PROUD} Views my own."},
        {"text": PROUD, "bio": "Numbers and noodles. Views my own, obviously."},
        {"text": PROUD, "siblings": ["2/2 speaking for myself here"]},
        {"text": PROUD, "mode": "official", **OFFICIAL},
    ],
)
def test_a_disclaimer_anywhere_is_enough_and_official_posts_need_none(
    reviewed: Reviewing, fields: dict[str, Any]
) -> None:
    assert rules(reviewed(**fields)) == []


def test_the_inserted_disclaimer_satisfies_its_own_rule(reviewed: Reviewing) -> None:
    (found,) = reviewed(PROUD).findings
    (fix,) = found.fixes
    assert fix.kind == "insert"
    assert rules(reviewed(f"{PROUD} {fix.text}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "call us on 0141 242 5642",
        "post to 36 North Hanover Street, Glasgow G1 2AD",
        "we're at G1 2AD",
        "press@scottishhousingregulator.gov.scot",
    ],
)
def test_what_the_organisation_has_published_is_silent(reviewed: Reviewing, text: str) -> None:
    assert rules(reviewed(text, "official", **OFFICIAL)) == []


def test_what_the_person_allows_is_silent_in_every_spacing(reviewed: Reviewing) -> None:
    allow = AllowList([entry_for("personal.phone", "07400 123456", KEY)], KEY)
    assert rules(reviewed("ring +44 7400-123456", allow=allow)) == []
    assert rules(reviewed("ring 07400 123457", allow=allow)) == [("personal.phone", "hold")]


def test_an_allowed_address_takes_its_postcode_with_it(reviewed: Reviewing) -> None:
    allow = AllowList([entry_for("personal.home-address", ADDRESS, KEY)], KEY)
    assert rules(reviewed(f"drop it at {ADDRESS}?", allow=allow)) == []


def test_an_id_is_stable_while_the_text_moves_and_tells_nothing(reviewed: Reviewing) -> None:
    (before,) = reviewed("ring 07400 123456").findings
    (after,) = reviewed("hello, so please ring +44 7400 123456 tonight").findings
    assert before.id == after.id
    draft = Draft(text="ring 07400 123456")
    other = review(draft, reviewed.pack, reviewed.engine, mode="personal", id_key=b"another", today=TODAY)
    assert other.findings[0].id != before.id
    twice = reviewed("07400 123456 or 07400 123456").findings
    assert len({one.id for one in twice}) == 2
    assert twice[0].id == before.id


def test_removing_all_that_was_found_leaves_a_clear_text(reviewed: Reviewing) -> None:
    text = f"Hi! Ring me on 07400 123456 or mail isla@gmail.com. I live at {ADDRESS}. Bye 👍"
    for _ in range(5):
        found = reviewed(text).findings
        if not found:
            break
        fix = next(fix for fix in found[0].fixes if isinstance(fix, ReplaceFix) and fix.id.startswith("remove"))
        text = text[: fix.start] + fix.text + text[fix.end :]
    assert reviewed(text).verdict == "clear"
    assert "  " not in text
    assert " ." not in text


def test_where_the_mode_comes_from_is_in_the_review(reviewed: Reviewing) -> None:
    found = review(
        Draft(text="x"),
        reviewed.pack,
        reviewed.engine,
        mode="professional",
        mode_source="account",
        settings_revision=7,
        id_key=KEY,
        today=TODAY,
    )
    assert (found.mode, found.mode_source, found.settings_revision) == ("professional", "account", 7)
    assert (found.pack.id, found.pack.version) == (reviewed.pack.id, reviewed.pack.version)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(
            st.characters(),
            st.sampled_from("07400 123456@.,/-:; SECRETKA3 6DNborn 3/4/1985\u200d\ufe0f\ud800\udfff👩🇬🇧"),
        ),
        max_size=200,
    ),
    st.sampled_from(["personal", "professional", "official"]),
)
def test_any_text_gets_a_well_formed_review(reviewed: Reviewing, text: str, mode: Mode) -> None:
    found = reviewed(text, mode)
    spans = sorted((one.start, one.end) for one in found.findings if one.start is not None and one.end is not None)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans)), "one span, one finding"
    for one in found.findings:
        for fix in one.fixes:
            if isinstance(fix, ReplaceFix):
                assert 0 <= fix.start <= fix.end <= len(text)
    severities = {one.severity for one in found.findings}
    assert found.verdict == ("hold" if "hold" in severities else "advise" if "warn" in severities else "clear")


def judgement(severity: Any, start: int, end: int, **changes: Any) -> Judgement:
    (one,) = pack_of(rule(**changes)).rules
    return Judgement(one, severity, Detection("thing", start, end, 0.9))


def test_of_overlapping_judgements_the_most_serious_stays_then_the_longest() -> None:
    warned, held, inside = judgement("warn", 0, 20), judgement("hold", 5, 10), judgement("hold", 6, 8)
    apart, absent = judgement("hint", 30, 31), Judgement(warned.rule, "warn", None)
    assert one_a_span([inside, warned, apart, absent, held]) == [held, absent, apart]


SPANS = st.tuples(st.sampled_from(["hold", "warn", "hint"]), st.integers(0, 40), st.integers(1, 12))


@given(st.lists(SPANS, max_size=30))
def test_what_stays_is_apart_and_what_goes_gave_way_to_something_as_serious(drawn: list[tuple[str, int, int]]) -> None:
    order = ["hold", "warn", "hint"]
    given_ = [judgement(severity, start, start + length) for severity, start, length in drawn]
    kept = one_a_span(given_)
    spans = sorted((one.detection.start, one.detection.end) for one in kept if one.detection)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for one in given_:
        assert one.detection
        assert any(
            other.detection
            and other.detection.start < one.detection.end
            and one.detection.start < other.detection.end
            and order.index(other.severity) <= order.index(one.severity)
            for other in kept
        )


def test_one_question_a_post() -> None:
    first, second = judgement("warn", 0, 5, judgement=True), judgement("hint", 10, 15, judgement=True)
    plain = judgement("hint", 20, 25)
    assert one_a_span([second, plain, first]) == [first, plain]
