"""Too much of anything ends in a named refusal for a known caller and in silence for a stranger (threat A9)."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from companion.draft import MAX_TEXT_UTF16, Draft, Review
from companion.server.checks import Terms
from companion.server.guard import MAX_BODY
from companion.server.pace import AT_ONCE, AT_ONCE_EACH, BURST, Busy, Pace
from tests.companion.server.live import OTHER_EXTENSION, Browser, Clock, Live, undated
from tests.companion.server.live import review as stand_in

TEN_MIB = 10 * 1024 * 1024


def draft_of(length: int) -> bytes:
    """A JSON draft of exactly this many bytes."""
    empty = b'{"text":""}'
    return empty[:-2] + b"a" * (length - len(empty)) + empty[-2:]


def chunked(body: bytes) -> bytes:
    pieces = [body[place : place + 60_000] for place in range(0, len(body), 60_000)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("length", [MAX_BODY + 1, TEN_MIB])
@pytest.mark.parametrize("in_chunks", [False, True])
def test_a_body_above_the_cap_is_named_to_a_known_caller(
    live: Live, browser: Browser, length: int, in_chunks: bool
) -> None:
    head = f"POST /v1/reviews HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nConnection: close\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in browser.headers.items())
    head += "Content-Type: application/json\r\n"
    body = draft_of(length)
    if in_chunks:
        raw = f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunked(body)
    else:
        raw = f"{head}Content-Length: {length}\r\n\r\n".encode() + body
    answer = live.send(raw)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["error"]["code"] == "body-too-large"


def test_a_stranger_with_a_large_body_meets_the_usual_silence(live: Live) -> None:
    head = f"POST /v1/reviews HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n"
    small = live.send(f"{head}Content-Length: 2\r\n\r\n{{}}".encode())
    large = live.send(f"{head}Content-Length: {TEN_MIB}\r\n\r\n".encode() + draft_of(TEN_MIB))
    in_chunks = live.send(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunked(draft_of(TEN_MIB)))
    assert small.startswith(b"HTTP/1.1 404 ")
    assert undated(small) == undated(large) == undated(in_chunks)


def test_a_body_at_the_cap_is_read(live: Live, browser: Browser) -> None:
    """It is the text in it that is too long then, and that has its own name."""
    answer = live.call("/v1/reviews", headers=browser.headers, raw=draft_of(MAX_BODY))
    assert answer.json["error"]["code"] == "text-too-long"


def test_a_large_body_never_touches_the_disk(live: Live, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """waitress by itself would put what is above 512 KiB into a temporary file."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a temporary file was opened")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer.newfile", refuse)
    body = json.dumps({"text": "a", "siblings": ["b" * 900_000]}).encode()
    assert len(body) > 512 * 1024
    assert live.call("/v1/reviews", headers=browser.headers, raw=body).status == 200


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("a" * MAX_TEXT_UTF16, 200),
        ("a" * (MAX_TEXT_UTF16 + 1), 413),
        ("😀" * (MAX_TEXT_UTF16 // 2), 200),
        ("😀" * (MAX_TEXT_UTF16 // 2) + "a", 413),
    ],
    ids=["ascii at the cap", "ascii above", "two units each, at the cap", "two units each, above"],
)
def test_the_text_cap_counts_utf16_units(live: Live, browser: Browser, text: str, status: int) -> None:
    answer = live.call("/v1/reviews", {"text": text}, browser.headers)
    assert answer.status == status
    if status == 413:
        assert answer.json["error"]["code"] == "text-too-long"
        assert "fields" not in answer.json["error"]


DEEP = 100_000


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * DEEP,
        b"[" * DEEP + b"]" * DEEP,
        b'{"text":' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}",
        b'"\\ud800' + b"[" * DEEP,
        b'{"text":"\\ud800","a":' + b"[" * DEEP + b"]" * DEEP + b"}",
        b"",
        b"{",
        b"null",
        b'{"text": NaN}',
        b'{"text": "a", "limit": {"rule": "utf16", "max": 1e999}}',
        b'{"text": "\xff"}',
        b'{"text": "a", "text": 1}',
    ],
    ids=lambda raw: repr(raw[:24]),
)
def test_odd_json_is_a_bad_request_and_no_more(live: Live, browser: Browser, raw: bytes) -> None:
    answer = live.call("/v1/reviews", headers=browser.headers, raw=raw or b" ")
    assert answer.status == 400
    assert answer.json["error"]["code"] == "invalid"
    assert live.call("/v1/reviews", {"text": "still there"}, browser.headers).status == 200


def gated(started: threading.Semaphore, gate: threading.Event) -> Any:
    def review(draft: Draft, terms: Terms) -> Review:
        started.release()
        assert gate.wait(10)
        return stand_in(draft, terms)

    return review


def test_one_client_cannot_take_all_the_threads(live: Live, browser: Browser) -> None:
    """Beyond four at once it is told to wait, another browser is served, and hello and settings still answer."""
    started, gate = threading.Semaphore(0), threading.Event()
    live.companion.warming.reviews(1)
    live.companion.warming._reviews = gated(started, gate)
    other = live.connect(OTHER_EXTENSION)
    found: list[int] = []

    def ask(who: Browser) -> threading.Thread:
        thread = threading.Thread(
            target=lambda: found.append(live.call("/v1/reviews", {"text": "a"}, who.headers).status)
        )
        thread.start()
        return thread

    under_way = [ask(browser) for _ in range(AT_ONCE_EACH)]
    for _ in under_way:
        assert started.acquire(timeout=5)
    refused = live.call("/v1/reviews", {"text": "a"}, browser.headers)
    assert (refused.status, refused.json["error"]["code"]) == (429, "busy")
    under_way += [ask(other) for _ in range(AT_ONCE - AT_ONCE_EACH)]
    for _ in range(AT_ONCE - AT_ONCE_EACH):
        assert started.acquire(timeout=5)
    assert live.call("/v1/reviews", {"text": "a"}, other.headers).status == 429
    assert live.call("/v1/settings/read", {}, browser.headers).status == 200
    gate.set()
    for thread in under_way:
        thread.join(10)
    assert found == [200] * AT_ONCE
    assert live.call("/v1/reviews", {"text": "a"}, browser.headers).status == 200


def test_the_rate_of_one_client_is_limited_and_recovers() -> None:
    clock = Clock()
    pace = Pace(clock)

    def reviews_until_busy(client: str) -> int:
        for count in range(BURST * 2):
            try:
                with pace.turn(client, limited=True):
                    pass
            except Busy:
                return count
        return BURST * 2

    assert reviews_until_busy("one") == BURST
    assert reviews_until_busy("other") == BURST
    clock.seconds += 0.1
    assert reviews_until_busy("one") == 5, "fifty a second"
    clock.seconds += 3600
    assert reviews_until_busy("one") == BURST


def test_a_busy_client_keeps_no_place() -> None:
    """Refused calls must not count as under way."""
    pace = Pace(Clock())
    with pytest.raises(RuntimeError), pace.turn("one", limited=False):
        raise RuntimeError("a review failed")
    turns = [pace.turn("one", limited=False) for _ in range(AT_ONCE_EACH)]
    for turn in turns:
        turn.__enter__()
    with pytest.raises(Busy):
        pace.turn("one", limited=False).__enter__()
    turns[0].__exit__(None, None, None)
    with pace.turn("one", limited=False):
        pass


def test_nothing_of_a_refused_body_is_repeated(live: Live, browser: Browser, tmp_path: Path) -> None:
    canary = "xyzzy-7719"
    bad: list[dict[str, Any]] = [
        {"text": canary, "surface": canary},
        {"text": "a", canary: canary},
        {"text": {"a": canary}},
        {"text": "a", "account": {"id": canary, "kind": canary}},
    ]
    for body in bad:
        answer = live.call("/v1/reviews", body, browser.headers)
        assert answer.status == 400
        assert answer.json["error"]["fields"], body
        if canary not in body:
            assert canary.encode() not in answer.body
