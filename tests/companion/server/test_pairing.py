"""Connecting a browser and proving each other (threats A4 to A6), with the extension's half written out once more."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import stat
from typing import Any

import pytest

from companion.server import pairing
from companion.server.pairing import ALPHABET, CODE_LENGTH, TRIES, WINDOW_SECONDS, Nonces, Window, stretched
from companion.store.clients import Clients, b64url
from tests.companion.server.live import (
    EXTENSION,
    FIREFOX_EXTENSION,
    OTHER_EXTENSION,
    WEB_PAGE,
    Answer,
    Browser,
    Clock,
    Live,
)


def mac(key: bytes, *parts: str) -> str:
    """HMAC-SHA256 as the extension computes it."""
    return hmac.new(key, "\n".join(parts).encode(), hashlib.sha256).hexdigest()


def open_window(live: Live) -> str:
    answer = live.as_local("/v1/pairings", {"kind": "open"}).json
    assert answer["expires_in"] == WINDOW_SECONDS
    code: str = answer["code"]
    return code


def with_code(
    live: Live, code: str, origin: str = EXTENSION, port: int | None = None, proven_origin: str | None = None
) -> tuple[Answer, bytes, str]:
    """The extension's half: the answer, K and its nonce."""
    nonce = secrets.token_hex(16)
    typed = code.replace("-", "").upper().encode()
    key = hashlib.pbkdf2_hmac("sha256", typed, nonce.encode(), pairing.PBKDF2_ROUNDS, 32)
    proof = mac(key, "pair", nonce, str(port or live.port), proven_origin or origin)
    body = {"kind": "code", "name": "Firefox on Linux", "nonce": nonce, "mac": proof}
    return live.call("/v1/pairings", body, {"Origin": origin}), key, nonce


def wrong_code(live: Live) -> Answer:
    body = {"kind": "code", "name": "x", "nonce": secrets.token_hex(16), "mac": secrets.token_hex(32)}
    return live.call("/v1/pairings", body, {"Origin": EXTENSION})


def say_hello(live: Live, browser: Browser, origin: str | None = None, nonce: str = "", **wrong: Any) -> Answer:
    nonce = nonce or secrets.token_hex(16)
    proof = mac(browser.secret, "client", nonce, str(wrong.pop("port", live.port)))
    body = {"client": browser.client, "nonce": nonce, "mac": proof, **wrong}
    return live.call("/v1/hello", body, {"Origin": origin or browser.origin})


def test_the_code_is_easy_to_read_and_hard_to_guess() -> None:
    assert not set("01OIL") & set(ALPHABET)
    window = Window(Clock())
    codes = {window.open() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(code) == CODE_LENGTH + 1 and code[4] == "-" for code in codes)
    assert len(ALPHABET) ** CODE_LENGTH / TRIES > 1e11, "odds against five guesses"


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A code is stretched with 600,000 rounds; the tests that are about something else take a few."""
    assert pairing.PBKDF2_ROUNDS == 600_000
    if "full_stretch" not in request.fixturenames:
        monkeypatch.setattr(pairing, "PBKDF2_ROUNDS", 10)


@pytest.fixture
def full_stretch() -> None:
    """Stretch the code as in real life."""


@pytest.mark.parametrize("origin", [EXTENSION, FIREFOX_EXTENSION])
def test_a_browser_connects_with_the_code(live: Live, origin: str, full_stretch: None) -> None:
    """Neither code, secret nor token travels, and both sides end up with the same ones."""
    code = open_window(live)
    answer, key, nonce = with_code(live, code.lower(), origin)
    assert answer.status == 200
    ours = answer.json
    assert ours["mac"] == mac(key, "paired", nonce, ours["nonce"], ours["client"])
    assert set(ours) == {"client", "nonce", "mac"}
    allowed = [name for name in answer.headers if name.startswith("access-control")]
    assert allowed == [], "it was not connected when it asked"
    secret = bytes.fromhex(mac(key, "secret", nonce, ours["nonce"]))
    token = b64url(bytes.fromhex(mac(key, "token", nonce, ours["nonce"])))
    browser = Browser(ours["client"], origin, secret, token)
    assert say_hello(live, browser).status == 200
    assert live.call("/v1/reviews", {"text": "a"}, browser.headers).status == 200
    listed = live.as_local("/v1/pairings", {"kind": "list"}).json
    assert [(each["name"], each["origin"], each["created"]) for each in listed["clients"]] == [
        ("Firefox on Linux", origin, "2026-11-22T12:30:00Z")
    ]
    assert listed["window"] == 0, "the code works once"
    assert with_code(live, code, OTHER_EXTENSION)[0].status == 404


def test_nobody_can_connect_while_the_window_is_closed(live: Live) -> None:
    assert with_code(live, "ABCD-EFGH")[0].status == 404
    code = open_window(live)
    live.as_local("/v1/pairings", {"kind": "close"})
    assert with_code(live, code)[0].status == 404


def test_the_window_is_not_over_before_the_browser_is_on_the_list(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """`forepost pair` watches both: in between it would say that nobody connected."""
    seen = []
    add = live.companion.clients.add

    def look_and_add(*arguments: Any) -> Any:
        seen.append(live.as_local("/v1/pairings", {"kind": "list"}).json)
        return add(*arguments)

    monkeypatch.setattr(live.companion.clients, "add", look_and_add)
    code = open_window(live)
    for _ in range(TRIES - 1):
        wrong_code(live)
    assert with_code(live, code)[0].status == 200
    assert [(each["clients"], each["window"]) for each in seen] == [([], WINDOW_SECONDS)]
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 0


def test_the_window_closes_after_120_seconds(live: Live) -> None:
    code = open_window(live)
    live.clock.seconds += WINDOW_SECONDS - 0.1
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 1
    live.clock.seconds += 0.1
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["window"] == 0
    assert with_code(live, code)[0].status == 404


def test_five_wrong_codes_close_the_window(live: Live) -> None:
    """A6: brute force has five tries, and the right code comes too late afterwards."""
    code = open_window(live)
    for _ in range(TRIES):
        assert wrong_code(live).status == 404
    assert with_code(live, code)[0].status == 404
    assert live.as_local("/v1/pairings", {"kind": "list"}).json == {"clients": [], "window": 0}


def test_the_fifth_try_may_be_the_right_one(live: Live) -> None:
    code = open_window(live)
    for _ in range(TRIES - 1):
        wrong_code(live)
    assert with_code(live, code)[0].status == 200


def test_many_tries_at_once_are_still_five(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    """The try is counted before the half second of arithmetic, not after it."""
    computed = []

    def counted(code: str, nonce: str) -> bytes:
        computed.append(nonce)
        return stretched(code, nonce)

    monkeypatch.setattr("companion.server.pairing.stretched", counted)
    open_window(live)
    answers = live.together([lambda: wrong_code(live)] * 12)
    assert {answer.status for answer in answers} == {404}
    assert len(computed) == TRIES


def test_a_proof_made_for_another_port_or_origin_is_worth_nothing(live: Live) -> None:
    """A5: a fake companion on another port cannot pass the proof on, nor another extension use it."""
    code = open_window(live)
    assert with_code(live, code, port=live.port + 1)[0].status == 404
    assert with_code(live, code, origin=OTHER_EXTENSION, proven_origin=EXTENSION)[0].status == 404
    assert with_code(live, code)[0].status == 200


@pytest.mark.parametrize(
    "origin", [WEB_PAGE, "null", "http://127.0.0.1:41729", "chrome-extension://short", "moz-extension://" + "g" * 36]
)
def test_only_an_extension_gets_as_far_as_trying(live: Live, origin: str) -> None:
    """A6: a page that knows the code cannot connect, and does not even use up a try."""
    code = open_window(live)
    for _ in range(TRIES):
        assert with_code(live, code, origin=origin)[0].status == 404
    assert with_code(live, code)[0].status == 200


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "open"},
        {"kind": "close"},
        {"kind": "list"},
        {"kind": "revoke", "client": "x"},
        {"kind": "native", "origin": EXTENSION, "name": "x"},
        {"kind": "code"},
        {"kind": "code", "name": "x", "nonce": "short", "mac": "short"},
        {},
    ],
)
def test_a_newcomer_can_do_nothing_else(live: Live, body: dict[str, Any]) -> None:
    """Also its mistakes are met with silence: it is not known yet."""
    code = open_window(live)
    answer = live.call("/v1/pairings", body, {"Origin": EXTENSION})
    assert (answer.status, answer.body) == (404, b"")
    assert with_code(live, code)[0].status == 200


def test_a_new_code_makes_the_old_one_void(live: Live) -> None:
    old, new = open_window(live), open_window(live)
    assert with_code(live, old)[0].status == 404
    assert with_code(live, new)[0].status == 200


def test_hello_proves_both_sides(live: Live, browser: Browser) -> None:
    nonce = secrets.token_hex(16)
    answer = say_hello(live, browser, nonce=nonce)
    assert answer.status == 200
    assert answer.json["start_id"] == live.runtime.start_id
    expected = mac(browser.secret, "server", nonce, str(live.port), live.runtime.start_id)
    assert answer.json["mac"] == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"mac": "0" * 64},
        {"mac": "short"},
        {"client": "0" * 16},
        {"client": ""},
        {"nonce": "A" * 32},
        {"nonce": "zz"},
        {"port": 1},
        {"extra": 1},
        {"version": "1.0\n"},
        {"version": "a secret"},
        {"origin": FIREFOX_EXTENSION},
        {"origin": WEB_PAGE},
    ],
    ids=str,
)
def test_a_hello_with_anything_wrong_is_met_with_silence(live: Live, browser: Browser, wrong: dict[str, Any]) -> None:
    live.connect(OTHER_EXTENSION)
    answer = say_hello(live, browser, **wrong)
    assert (answer.status, answer.body) == (404, b"")


def test_the_extension_s_version_is_known_from_its_hello_alone(live: Live, browser: Browser) -> None:
    def known() -> Any:
        return live.as_local("/v1/pairings", {"kind": "list"}).json["clients"][0]["version"]

    assert known() is None
    assert say_hello(live, browser, version="9.9", mac="0" * 64).status == 404
    assert known() is None, "whoever is not proved is not believed"
    assert say_hello(live, browser, version="1.2").status == 200
    assert known() == "1.2"
    assert say_hello(live, browser).status == 200
    assert known() == "1.2"
    assert b"1.2" not in (live.state / "clients.json").read_bytes()


def test_one_connected_browser_cannot_say_hello_for_another(live: Live, browser: Browser) -> None:
    live.connect(OTHER_EXTENSION)
    assert say_hello(live, browser, origin=OTHER_EXTENSION).status == 404


def test_a_recorded_hello_is_answered_once(live: Live, browser: Browser) -> None:
    nonce = secrets.token_hex(16)
    assert say_hello(live, browser, nonce=nonce).status == 200
    assert say_hello(live, browser, nonce=nonce).status == 404
    assert say_hello(live, browser).status == 200


def test_a_wrong_hello_does_not_use_up_the_nonce(live: Live, browser: Browser) -> None:
    """Otherwise anybody who saw a nonce could block the right hello."""
    nonce = secrets.token_hex(16)
    assert say_hello(live, browser, nonce=nonce, mac="0" * 64).status == 404
    assert say_hello(live, browser, nonce=nonce).status == 200


def test_remembered_nonces_do_not_grow_for_ever() -> None:
    nonces = Nonces()
    for number in range(10_000):
        assert nonces.fresh("client", str(number))
    assert len(nonces._seen["client"]) == 4096


def test_a_fake_companion_learns_nothing_from_hello(live: Live, browser: Browser) -> None:
    """A5: what the extension sends first holds no token, and cannot be answered without the secret."""
    nonce = secrets.token_hex(16)
    proof = mac(browser.secret, "client", nonce, str(live.port))
    assert browser.token not in proof
    assert mac(b"guess", "server", nonce, str(live.port), "start") != say_hello(live, browser, nonce=nonce).json["mac"]


def test_a_disconnected_browser_is_a_stranger_at_once(live: Live, browser: Browser) -> None:
    live.as_local("/v1/pairings", {"kind": "revoke", "client": browser.client})
    assert say_hello(live, browser).status == 404
    assert live.call("/v1/reviews", {"text": "a"}, browser.headers).status == 404
    assert live.as_local("/v1/pairings", {"kind": "list"}).json["clients"] == []


def test_native_pairing_is_for_local_programs_and_extensions(live: Live, browser: Browser) -> None:
    body = {"kind": "native", "origin": EXTENSION, "name": "x"}
    assert live.call("/v1/pairings", body, browser.headers).status == 404
    assert live.call("/v1/pairings", body).status == 404
    for name in ("", "x" * 101, "\x1b[2J", "a\nb"):
        answer = live.as_local("/v1/pairings", {**body, "name": name})
        assert (answer.status, answer.json["error"]["fields"]) == (400, ["native.name"]), "it is shown in terminals"
    for origin in (WEB_PAGE, EXTENSION + "/", "", "chrome-extension://x"):
        answer = live.as_local("/v1/pairings", {**body, "origin": origin})
        assert (answer.status, answer.json["error"]["fields"]) == (400, ["native.origin"])


def test_connected_browsers_survive_a_restart_and_their_tokens_are_not_in_the_file(
    live: Live, browser: Browser
) -> None:
    file = live.state / "clients.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert browser.token not in file.read_text()
    again = Clients(file, live.companion.now)
    found = again.by_token(browser.token)
    assert found is not None
    assert found.client == browser.client
    assert again.by_token(browser.token + "x") is None
