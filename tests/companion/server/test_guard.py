"""Strangers, whoever they are and whatever they try, meet one and the same silence (threats A1 to A4, A7, A8)."""

from __future__ import annotations

import contextlib
import json
import socket
import statistics
import time
from typing import NoReturn

import pytest

from companion.server.app import create_app
from companion.server.caller import Caller, Newcomer
from companion.server.guard import Guard
from companion.server.pairing import proof
from companion.server.ports import bind
from companion.server.serving import Serving
from tests.companion.server.live import (
    EXTENSION,
    FIREFOX_EXTENSION,
    OTHER_EXTENSION,
    WEB_PAGE,
    Browser,
    Live,
    StandIn,
    undated,
)

DRAFT = json.dumps({"text": "a secret"}).encode()
SILENCE = (
    b"HTTP/1.1 404 Not Found\r\n"
    b"Cache-Control: no-store\r\n"
    b"Connection: close\r\n"
    b"Content-Length: 0\r\n"
    b"Cross-Origin-Resource-Policy: same-origin\r\n"
    b"Vary: Origin\r\n"
    b"X-Content-Type-Options: nosniff\r\n\r\n"
)


def request(
    live: Live,
    *lines: str,
    method: str = "POST",
    path: str = "/v1/reviews",
    host: str | None = "127.0.0.1:{port}",
    kind: str | None = "application/json",
    body: bytes = DRAFT,
    protocol: str = "HTTP/1.1",
) -> bytes:
    """The bytes of a request. `{port}` stands for the companion's port."""
    head = [f"{method} {path} {protocol}"]
    head += [f"Host: {host}"] if host is not None else []
    head += [f"Content-Type: {kind}"] if kind is not None else []
    head += [*lines, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(head).replace("{port}", str(live.port)).encode("latin-1") + body


def bearer(browser: Browser) -> str:
    return f"Authorization: Bearer {browser.token}"


def from_(origin: str) -> str:
    return f"Origin: {origin}"


def test_the_right_caller_is_answered(live: Live, browser: Browser) -> None:
    """The other tests in this file change one thing in this request."""
    raw = request(live, bearer(browser), from_(EXTENSION), "Connection: close")
    assert live.send(raw).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1:{port}.",
        "127.0.0.1.:{port}",
        "localhost.:{port}",
        "0.0.0.0:{port}",
        "[::]:{port}",
        "[::1]:{port}",
        "127.1:{port}",
        "2130706433:{port}",
        "LOCALHOST:{port}",
        "user@127.0.0.1:{port}",
        "127.0.0.1:{port}, 127.0.0.1:{port}",
        "",
        None,
    ],
)
def test_any_other_host_is_a_stranger(live: Live, browser: Browser, host: str | None) -> None:
    """A2: a re-pointed name arrives with the name, not with our address, and with the right token it is still no."""
    raw = request(live, bearer(browser), from_(EXTENSION), host=host)
    assert undated(live.send(raw)) == SILENCE


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_two_names_are_ours(live: Live, browser: Browser, host: str) -> None:
    raw = request(live, bearer(browser), from_(EXTENSION), "Connection: close", host=host)
    assert live.send(raw).startswith(b"HTTP/1.1 200 OK")


def test_a_doubled_header_is_nobodys(live: Live, browser: Browser) -> None:
    for line in ("Host: 127.0.0.1:{port}", from_(EXTENSION), bearer(browser)):
        raw = request(live, bearer(browser), from_(EXTENSION), line)
        assert undated(live.send(raw)) == SILENCE, line


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Origin: https://evil.example", "Sec-Fetch-Site: cross-site"], FORM),
        (["Origin: https://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], "text/plain"),
        (["Origin: null", "Sec-Fetch-Site: cross-site"], "multipart/form-data; boundary=x"),
        (["Origin: https://evil.example", "Sec-Fetch-Site: same-site"], "application/json"),
        (["Origin: http://127.0.0.1:{port}", "Sec-Fetch-Site: same-origin"], "application/json"),
        ([], "application/json"),
        ([], None),
    ],
    ids=["form", "beacon", "sandboxed form", "same site", "re-pointed page", "program", "bare"],
)
def test_a_web_page_cannot_call(live: Live, browser: Browser, lines: list[str], kind: str | None) -> None:
    """A1: whatever a page can send without a preflight."""
    for path in ("/v1/reviews", "/v1/hello", "/v1/pairings", "/v1/settings/read", "/v1/settings/patch", "/v1/pages"):
        assert undated(live.send(request(live, *lines, kind=kind, path=path))) == SILENCE, path


@pytest.mark.parametrize("path", ["/", "/favicon.ico", "/v1/hello", "/v1/reviews", "/open/", "/open/" + "a" * 24])
def test_an_image_or_a_link_finds_nothing(live: Live, path: str) -> None:
    """A1, A8: no GET answers a stranger."""
    raw = request(live, "Sec-Fetch-Site: cross-site", method="GET", path=path, kind=None, body=b"")
    assert undated(live.send(raw)) == SILENCE


@pytest.mark.parametrize(
    "origin",
    [
        OTHER_EXTENSION,
        FIREFOX_EXTENSION,
        WEB_PAGE,
        "null",
        EXTENSION + "/",
        EXTENSION.upper(),
        f"http://{EXTENSION.removeprefix('chrome-extension://')}",
        None,
    ],
)
def test_a_token_works_from_its_own_origin_alone(live: Live, browser: Browser, origin: str | None) -> None:
    """A4: another extension, a page or a program with a stolen token."""
    lines = [bearer(browser)] + ([from_(origin)] if origin is not None else [])
    assert undated(live.send(request(live, *lines))) == SILENCE


def test_one_connected_extension_cannot_use_the_token_of_another(live: Live, browser: Browser) -> None:
    other = live.connect(OTHER_EXTENSION)
    assert undated(live.send(request(live, bearer(browser), from_(other.origin)))) == SILENCE


@pytest.mark.parametrize(
    "lines",
    [
        ["Origin: " + EXTENSION],
        ["Origin: " + WEB_PAGE],
        ["Origin: http://127.0.0.1:{port}"],
        ["Sec-Fetch-Site: none"],
        ["Sec-Fetch-Site: same-origin"],
        ["Sec-Fetch-Site: cross-site"],
    ],
)
def test_the_local_token_is_worth_nothing_in_a_browser(live: Live, lines: list[str]) -> None:
    raw = request(live, f"Authorization: Bearer {live.runtime.token}", *lines)
    assert undated(live.send(raw)) == SILENCE


@pytest.mark.parametrize(
    "value",
    ["", "Bearer", "Bearer ", "Bearer x", "bearer {token}", "Bearer  {token}", "Basic {token}", "{token}", "Bearer é"],
)
def test_nothing_but_the_token_is_the_token(live: Live, browser: Browser, value: str) -> None:
    raw = request(live, f"Authorization: {value.format(token=browser.token)}", from_(EXTENSION))
    assert undated(live.send(raw)) == SILENCE


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/reviews"),
        ("HEAD", "/v1/reviews"),
        ("PUT", "/v1/reviews"),
        ("DELETE", "/v1/reviews"),
        ("TRACE", "/v1/reviews"),
        ("POST", "/v1/nothing"),
        ("POST", "/v1/reviews/"),
        ("POST", "//v1/reviews"),
        ("POST", "/v1//reviews"),
        ("POST", "/v1/%72eviews"),
        ("POST", "/v1/reviews?text=secret"),
        ("POST", "/v1/reviews#x"),
        ("POST", "/v1/../v1/reviews"),
        ("POST", "http://127.0.0.1:{port}/v1/reviews"),
        ("POST", "*"),
    ],
)
def test_only_the_listed_methods_and_paths_exist(live: Live, browser: Browser, method: str, path: str) -> None:
    """A query is never part of a path, so that no text of a draft can be put in a URL."""
    raw = request(live, bearer(browser), from_(EXTENSION), method=method, path=path)
    assert undated(live.send(raw)) == SILENCE


@pytest.mark.parametrize(
    "raw",
    [
        b"nonsense\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nbad header\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    ],
    ids=lambda raw: raw[:24].decode("latin-1"),
)
def test_what_is_no_request_is_answered_no_differently(live: Live, raw: bytes) -> None:
    """A8: the server's own error pages would tell which server this is."""
    assert undated(live.send(raw)) == SILENCE


def test_endless_headers_are_not_read_to_their_end(live: Live) -> None:
    """The connection ends with bytes unread, so the system may reset it before the silence arrives."""
    raw = b"GET / HTTP/1.1\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"
    with contextlib.suppress(ConnectionError):
        assert undated(live.send(raw)) == SILENCE
    assert live.as_local("/v1/settings/read", {}).status == 200


def test_nobody_is_asked_to_go_on_before_it_is_known_who_it_is(live: Live) -> None:
    raw = request(live, "Expect: 100-continue", path="/")
    assert undated(live.send(raw)) == SILENCE


def test_a_revoked_browser_is_a_stranger(live: Live, browser: Browser) -> None:
    live.as_local("/v1/pairings", {"kind": "revoke", "client": browser.client})
    assert undated(live.send(request(live, bearer(browser), from_(EXTENSION)))) == SILENCE


def test_the_silence_of_a_wrong_token_takes_no_longer_than_that_of_a_wrong_path(live: Live) -> None:
    """A8. Medians of many, a factor apart at most: it is the same code path, and a second one would show."""
    for number in range(8):
        live.connect(name=f"browser {number}")
    wrong_token = request(live, "Authorization: Bearer " + "x" * 43, from_(EXTENSION))
    wrong_path = request(live, path="/nothing")

    def seconds(raw: bytes) -> float:
        began = time.perf_counter()
        live.send(raw)
        return time.perf_counter() - began

    pairs = [(seconds(wrong_token), seconds(wrong_path)) for _ in range(80)]  # in turns: a busy machine slows both
    first, second = (statistics.median(times) for times in zip(*pairs, strict=True))
    assert max(first, second) < 2 * min(first, second)


def test_only_the_loopback_address_is_served(live: Live) -> None:
    """A7."""
    assert live.serving.port == live.port
    outside = socket.socket()
    outside.bind(("0.0.0.0", 0))
    outside.listen()
    with outside, pytest.raises(RuntimeError, match="loopback"):
        Serving(lambda _environ, _start: [], outside)


def test_another_address_of_this_machine_finds_nobody(live: Live) -> None:
    """A7: 127.0.0.2 is loopback as well, but not the address that is bound."""
    with socket.socket() as link:
        link.settimeout(2)
        assert link.connect_ex(("127.0.0.2", live.port)) != 0


def test_the_port_is_not_shared_on_every_address() -> None:
    with bind(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_every_answer_keeps_other_origins_and_caches_out(live: Live, browser: Browser) -> None:
    """A3: also what a known caller gets carries no permission for others."""
    answer = live.call("/v1/settings/read", {}, browser.headers)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert answer.headers["vary"] == "Origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == EXTENSION
    assert "server" not in answer.headers
    assert "via" not in answer.headers


def test_a_local_program_is_told_nothing_of_connected_browsers(live: Live, browser: Browser) -> None:
    answer = live.as_local("/v1/settings/read", {})
    assert answer.status == 200
    assert not [name for name in answer.headers if name.startswith("access-control")]


def preflight(live: Live, origin: str, method: str = "POST", path: str = "/v1/reviews") -> bytes:
    lines = [from_(origin), f"Access-Control-Request-Method: {method}", "Sec-Fetch-Site: cross-site"]
    lines.append("Access-Control-Request-Headers: authorization,content-type")
    return live.send(request(live, *lines, "Connection: close", method="OPTIONS", path=path, kind=None, body=b""))


def test_a_preflight_is_answered_for_connected_origins_only(live: Live, browser: Browser) -> None:
    """A3, and the list is the present one: connecting and disconnecting take effect at once."""
    answer = preflight(live, EXTENSION)
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert f"Access-Control-Allow-Origin: {EXTENSION}\r\n".encode() in answer
    assert b"Access-Control-Allow-Headers: authorization, content-type\r\n" in answer
    assert b"Access-Control-Allow-Methods: POST\r\n" in answer
    for origin in (OTHER_EXTENSION, FIREFOX_EXTENSION, WEB_PAGE, "null", "http://127.0.0.1:1"):
        assert undated(preflight(live, origin)) == SILENCE, origin
    live.connect(FIREFOX_EXTENSION)
    assert preflight(live, FIREFOX_EXTENSION).startswith(b"HTTP/1.1 200 OK")
    live.as_local("/v1/pairings", {"kind": "revoke", "client": browser.client})
    assert undated(preflight(live, EXTENSION)) == SILENCE


@pytest.mark.parametrize(("method", "path"), [("GET", "/v1/reviews"), ("PUT", "/v1/reviews"), ("POST", "/v1/nothing")])
def test_a_preflight_for_anything_else_is_silence(live: Live, browser: Browser, method: str, path: str) -> None:
    assert undated(preflight(live, EXTENSION, method, path)) == SILENCE


TYPED = ("Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate")
HELLO = json.dumps({"client": "0" * 16, "nonce": "0" * 32, "mac": "0" * 64}).encode()
CODE = json.dumps({"kind": "code", "name": "x", "nonce": "0" * 32, "mac": "0" * 64}).encode()


def test_the_application_s_own_refusals_are_the_same_silence(live: Live, browser: Browser) -> None:
    """Whoever gets past the guard and fails behind it cannot tell that from not getting past it."""
    live.as_local("/v1/pairings", {"kind": "open"})
    session = live.companion.visits.enter(live.companion.visits.link("practice"))
    assert session is not None
    cookie = f"Cookie: forepost={session[1].cookie}"
    refused = [
        request(live, from_(EXTENSION), path="/v1/hello", body=HELLO),
        request(live, from_(EXTENSION), path="/v1/hello", body=b"{"),
        request(live, from_(OTHER_EXTENSION), path="/v1/pairings", body=CODE),
        request(live, from_(EXTENSION), bearer(browser), path="/v1/pairings", body=b'{"kind": "open"}'),
        request(live, cookie, *TYPED, method="GET", path=f"/ui/{session[1].path}/x.css", kind=None, body=b""),
        request(live, *TYPED, method="GET", path="/open/" + "a" * 24, kind=None, body=b""),
    ]
    for raw in refused:
        assert undated(live.send(raw)) == SILENCE, raw


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", None])
def test_who_proves_itself_in_the_body_must_send_json(live: Live, browser: Browser, kind: str | None) -> None:
    """Otherwise a page's simple request would get as far as the proof. The same with JSON is looked at and answered."""
    nonce = "0" * 32
    mac = proof(browser.secret, "client", nonce, str(live.port))
    body = json.dumps({"client": browser.client, "nonce": nonce, "mac": mac}).encode()
    assert undated(live.send(request(live, from_(EXTENSION), path="/v1/hello", kind=kind, body=body))) == SILENCE
    raw = request(live, from_(EXTENSION), "Connection: close", path="/v1/hello", body=body)
    assert live.send(raw).startswith(b"HTTP/1.1 200 OK")


def test_a_newcomer_with_a_large_body_is_a_stranger(live: Live, browser: Browser) -> None:
    live.as_local("/v1/pairings", {"kind": "open"})
    body = b" " * (1024 * 1024) + HELLO
    for path, origin in (("/v1/hello", EXTENSION), ("/v1/pairings", OTHER_EXTENSION)):
        assert undated(live.send(request(live, from_(origin), path=path, body=body))) == SILENCE


def who(live: Live, path: str, origin: str) -> Caller | None:
    """What the guard alone makes of a JSON request without a token."""
    guard = create_app(live.companion)
    assert isinstance(guard, Guard)
    named = {"HTTP_HOST": f"127.0.0.1:{live.port}", "HTTP_ORIGIN": origin, "CONTENT_TYPE": "application/json"}
    return guard.caller({"REQUEST_METHOD": "POST", "PATH_INFO": path, "REQUEST_URI": path, **named})


def test_who_gets_as_far_as_a_proof(live: Live, browser: Browser) -> None:
    """Nobody makes the companion compute anything but a connected extension's hello, and a code while one is shown."""
    assert who(live, "/v1/hello", EXTENSION) == Newcomer(EXTENSION)
    assert who(live, "/v1/hello", OTHER_EXTENSION) is None
    assert who(live, "/v1/pairings", OTHER_EXTENSION) is None
    live.as_local("/v1/pairings", {"kind": "open"})
    assert who(live, "/v1/pairings", OTHER_EXTENSION) == Newcomer(OTHER_EXTENSION)
    assert who(live, "/v1/pairings", WEB_PAGE) is None
    live.clock.seconds += 120
    assert who(live, "/v1/pairings", OTHER_EXTENSION) is None
    assert who(live, "/v1/reviews", EXTENSION) is None


def test_a_connected_extension_may_not_manage_the_others(live: Live, browser: Browser) -> None:
    for kind in ("open", "close", "list"):
        assert live.call("/v1/pairings", {"kind": kind}, browser.headers).status == 404
    assert live.call("/v1/hello", {}, browser.headers).status == 404


def test_a_crash_of_ours_says_nothing_of_what_was_sent(
    live: Live, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> NoReturn:
        raise ValueError("cannot read: a secret")

    live.companion.warming.use(live.companion.warming.policy(1), StandIn(crash), 1)
    answer = live.call("/v1/reviews", {"text": "a secret"}, browser.headers)
    assert answer.status == 500
    assert answer.json["error"]["code"] == "internal"
    assert b"secret" not in answer.body
    monkeypatch.setattr(live.companion.clients, "get", crash)
    assert undated(live.send(request(live, from_(EXTENSION), path="/v1/hello", body=HELLO))) == SILENCE
