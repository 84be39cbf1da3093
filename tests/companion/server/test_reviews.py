"""A draft over HTTP: offsets in UTF-16, where the mode comes from, how faults are named, waiting for the checks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from companion.server import api
from companion.server.checks import Policy, Reviews
from tests.companion.server.live import POLICY, RULE, Browser, Live, StandIn

FAMILY = "👨‍👩‍👧‍👦"  # four people joined by zero-width joiners: 7 code points, 11 units
FLAG = "🏴󠁧󠁢󠁳󠁣󠁴󠁿"  # Scotland: a black flag with six tags: 7 code points, 14 units
SALTIRE_UNITS = 14


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("", 0),
        ("plain ", 6),
        (FAMILY, 11),
        (FLAG, SALTIRE_UNITS),
        ("🇬🇧 ", 5),
        ("é́ ", 3),
        (f"{FAMILY}{FLAG} and 👍🏽 ", 11 + SALTIRE_UNITS + 5 + 4 + 1),
        ("\ufeff\u200b", 2),
    ],
)
def test_offsets_are_utf16_units(live: Live, browser: Browser, before: str, start: int) -> None:
    """What JavaScript's `slice` cuts out of its string must be the word."""
    text = f"{before}secret {FAMILY}"
    found = live.call("/v1/reviews", {"text": text}, browser.headers).json
    assert found["offsets"] == "utf16"
    (finding,) = found["findings"]
    assert (finding["start"], finding["end"]) == (start, start + 6)
    assert (finding["fixes"][0]["start"], finding["fixes"][0]["end"]) == (start, start + 6)
    in_units = text.encode("utf-16-le")
    assert in_units[2 * start : 2 * start + 12].decode("utf-16-le") == "secret"


@pytest.mark.parametrize(
    ("before", "start"), [(r"\ud83d ", 2), (r"\ude00 ", 2), (r"\ud83d\ude00\ud83d ", 4), (r"\\ud83d ", 7)]
)
def test_half_an_emoji_does_not_stop_the_check(live: Live, browser: Browser, before: str, start: int) -> None:
    """Editors split surrogate pairs while an emoji is typed; JSON.stringify writes the half as an escape."""
    raw = f'{{"text": "{before}secret", "site": "x.com"}}'.encode()
    answer = live.call("/v1/reviews", headers=browser.headers, raw=raw)
    assert answer.status == 200
    assert answer.json["findings"][0]["start"] == start


def test_the_mode_and_where_it_comes_from(live: Live, browser: Browser) -> None:
    jane = {"id": "@jane", "name": "Jane"}
    change = {"mode": "professional", "accounts": {"x.com:@jane": {"mode": "official", "official": True}}}
    assert live.call("/v1/settings/patch", change, browser.headers).status == 200
    table: list[tuple[dict[str, Any], tuple[str, str], str]] = [
        ({}, ("professional", "current"), "nothing said"),
        ({"site": "x.com", "account": jane}, ("official", "account"), "the account has a mode"),
        ({"site": "x.com", "account": jane, "mode": "personal"}, ("personal", "draft"), "the draft overrides"),
        ({"site": "facebook.com", "account": jane}, ("professional", "current"), "same name, other site"),
        ({"site": "x.com", "account": {"id": "@joe"}}, ("professional", "current"), "other account"),
        ({"site": "x.com", "account": None}, ("professional", "current"), "account not known"),
    ]
    for draft, expected, why in table:
        found = live.call("/v1/reviews", {"text": "a", **draft}, browser.headers).json
        assert (found["mode"], found["mode_source"]) == expected, why
        assert found["settings_revision"] == 2, why


def test_an_account_without_a_mode_leaves_the_current_one(live: Live, browser: Browser) -> None:
    live.call("/v1/settings/patch", {"accounts": {"x.com:@jane": {"disclaimer": True}}}, browser.headers)
    draft = {"text": "a", "site": "x.com", "account": {"id": "@jane"}}
    assert live.call("/v1/reviews", draft, browser.headers).json["mode_source"] == "current"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["draft.text"]),
        ({"text": "a", "surface": "wall"}, ["draft.surface"]),
        ({"text": "a", "mode": "party"}, ["draft.mode"]),
        ({"text": "a", "colour": "red"}, ["draft.colour"]),
        ({"text": "a", "account": {"kind": "person"}}, ["draft.account.id"]),
        ({"text": 7, "siblings": ["a", 7]}, ["draft.siblings.1", "draft.text"]),
        ([], []),
        ("a", []),
    ],
)
def test_a_fault_names_the_field_and_not_the_value(live: Live, browser: Browser, body: Any, fields: list[str]) -> None:
    answer = live.call("/v1/reviews", body, browser.headers)
    assert answer.status == 400
    assert answer.json["error"]["code"] == "invalid"
    assert answer.json["error"]["fields"] == fields


def test_a_known_caller_with_another_type_is_told_so(live: Live, browser: Browser) -> None:
    answer = live.call("/v1/reviews", {"text": "a"}, {**browser.headers, "Content-Type": "text/plain"})
    assert (answer.status, answer.json["error"]["code"]) == (400, "invalid")


def test_a_local_program_may_ask_too(live: Live) -> None:
    assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "hold"


def test_what_is_always_allowed_is_quiet_and_kept_without_its_words(live: Live, browser: Browser) -> None:
    change = {"allow_add": {"rule": RULE, "quote": "secret"}}
    (entry,) = live.call("/v1/settings/patch", change, browser.headers).json["allow"]
    assert entry["rule"] == RULE
    assert set(entry) == {"id", "rule", "label", "said"}
    assert live.call("/v1/reviews", {"text": "a secret"}, browser.headers).json["verdict"] == "clear"
    assert b"secret" not in (live.state / "settings.json").read_bytes()
    live.call("/v1/settings/patch", {"allow_remove": entry["id"]}, browser.headers)
    assert live.call("/v1/reviews", {"text": "a secret"}, browser.headers).json["verdict"] == "hold"


def answered(said: str, *, site: str = "x", surface: str = "post", mode: str = "personal") -> dict[str, Any]:
    here = {"site": site, "surface": surface, "mode": mode}
    return {"allow_add": {"rule": RULE, "quote": "secret", "said": said, "here": here}}


@pytest.mark.parametrize(
    ("said", "where", "verdict"),
    [
        ("dismissed", {"site": "x"}, "clear"),
        ("dismissed", {"site": "x", "surface": "reply"}, "clear"),
        ("dismissed", {"site": "linkedin"}, "hold"),
        ("dismissed", {"site": "x", "mode": "official"}, "hold"),
        ("dismissed", {"site": "x", "surface": "message"}, "hold"),
        ("not_useful", {"site": "linkedin"}, "clear"),
        ("not_useful", {"site": "x", "mode": "official"}, "hold"),
        ("not_useful", {"site": "x", "surface": "message"}, "hold"),
    ],
)
def test_an_answer_of_a_card_holds_where_it_was_given(
    live: Live, browser: Browser, said: str, where: dict[str, str], verdict: str
) -> None:
    """What is no problem among friends may be one in public, and what is none as oneself may be one officially."""
    live.call("/v1/settings/patch", answered(said), browser.headers)
    assert live.call("/v1/reviews", {"text": "a secret", **where}, browser.headers).json["verdict"] == verdict


def test_an_answer_in_private_messages_is_none_for_posts(live: Live, browser: Browser) -> None:
    for said in ("dismissed", "not_useful"):
        live.call("/v1/settings/patch", answered(said, surface="message"), browser.headers)
    verdicts = [
        live.call("/v1/reviews", {"text": "a secret", "site": "x", "surface": surface}, browser.headers).json["verdict"]
        for surface in ("message", "post")
    ]
    assert verdicts == ["clear", "hold"]


def test_an_answer_of_a_card_is_kept_once_without_its_words_and_can_be_taken_back(live: Live, browser: Browser) -> None:
    live.call("/v1/settings/patch", answered("dismissed"), browser.headers)
    (entry,) = live.call("/v1/settings/patch", answered("dismissed"), browser.headers).json["allow"]
    assert (entry["rule"], entry["said"]) == (RULE, "dismissed")
    assert b"secret" not in (live.state / "settings.json").read_bytes()
    live.call("/v1/settings/patch", {"allow_remove": entry["id"]}, browser.headers)
    assert live.call("/v1/reviews", {"text": "a secret", "site": "x"}, browser.headers).json["verdict"] == "hold"


def test_requests_wait_for_the_checks(tmp_path: Path) -> None:
    """The port opens before they are loaded; a review that comes early is answered all the same."""
    gate = threading.Event()

    def reviews() -> Reviews:
        assert gate.wait(10)
        return StandIn()

    live = Live(tmp_path, lambda: (POLICY, reviews))
    try:
        browser = live.connect()
        found: list[int] = []
        early = threading.Thread(
            target=lambda: found.append(live.call("/v1/reviews", {"text": "a"}, browser.headers).status)
        )
        early.start()
        assert live.as_local("/v1/pairings", {"kind": "list"}).status == 200, "what needs no checks is answered"
        assert found == []
        gate.set()
        early.join(10)
        assert found == [200]
    finally:
        gate.set()
        live.stop()


def test_drafts_are_answered_while_the_checks_get_warm(tmp_path: Path) -> None:
    """What is left to get ready is done after the first drafts can be answered, and keeps nobody waiting."""
    gate = threading.Event()

    class Slow(StandIn):
        def warm(self, breathe: Callable[[], None]) -> None:
            assert gate.wait(10)

    live = Live(tmp_path, lambda: (POLICY, Slow))
    try:
        assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "hold"
    finally:
        gate.set()
        live.stop()


def test_the_checks_get_warm_when_no_draft_is_about(tmp_path: Path) -> None:
    """Each part of it lets drafts go first, and drafts that keep coming do not hold it up for good."""
    warm = threading.Event()

    class InParts(StandIn):
        def warm(self, breathe: Callable[[], None]) -> None:
            breathe()
            breathe()
            warm.set()

    live = Live(tmp_path, lambda: (POLICY, InParts))
    try:
        while not warm.is_set():
            assert live.as_local("/v1/reviews", {"text": "a"}).status == 200
    finally:
        live.stop()


def test_checks_that_take_too_long_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "WAIT_FOR_CHECKS", 0.05)
    gate = threading.Event()

    def reviews() -> Reviews:
        gate.wait(10)
        return StandIn()

    live = Live(tmp_path, lambda: (POLICY, reviews))
    try:
        answer = live.as_local("/v1/reviews", {"text": "a"})
        assert (answer.status, answer.json["error"]["code"]) == (503, "starting")
        assert live.as_local("/v1/settings/patch", {"mode": "official"}).status == 200, "the mode needs no engine"
    finally:
        gate.set()
        live.stop()


def test_checks_that_cannot_be_loaded_are_named(tmp_path: Path) -> None:
    def load() -> tuple[Policy, Callable[[], Reviews]]:
        raise OSError("no pack")

    live = Live(tmp_path, load)
    try:
        assert live.as_local("/v1/settings/patch", {"mode": "official"}).status == 503
        assert live.companion.settings.present.mode == "personal", "what is answered with a fault has changed nothing"
        answer = live.as_local("/v1/reviews", {"text": "a"})
        assert (answer.status, answer.json["error"]["code"]) == (503, "checks-unavailable")
        assert "forepost doctor" in answer.json["error"]["message"]
    finally:
        live.stop()
