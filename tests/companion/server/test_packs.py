"""Another pack in the running companion: looked at, chosen, left; and a broken one changes nothing."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from companion.server import packs
from companion.server.caller import Page
from companion.server.checks import Policy, Reviews, Starting, load_checks
from companion.server.guard import MAX_BODY, unreadable
from companion.server.packs import NotLookedAt
from companion.store.chosen_pack import NotAPack
from companion.store.paths import places
from tests.companion.server.live import EXTENSION, Browser, Live, load
from tests.companion.server.test_pages import Visit

COUNCIL = (Path(__file__).parents[3] / "docs/examples/council.yaml").read_text(encoding="utf-8")
HERON = {"text": "The plans for Project Heron are ready.", "site": "x.com"}


def rules(live: Live, draft: dict[str, Any] = HERON) -> list[str]:
    return [finding["rule"] for finding in live.as_local("/v1/reviews", draft).json["findings"]]


def test_a_chosen_pack_is_what_every_draft_is_checked_by(live: Live, browser: Browser) -> None:
    before = live.as_local("/v1/settings/read", {}).json
    assert rules(live) == []
    answer = live.as_local("/v1/policy/use", {"pack": COUNCIL})
    assert (answer.status, answer.json) == (200, {"id": "strathallison-council", "version": "2.1"})
    assert rules(live) == ["sensitive.watchlist"]
    after = live.call("/v1/settings/read", {}, browser.headers).json
    assert after["revision"] == before["revision"] + 1, "answers of before are stale"
    assert after == before | {"revision": after["revision"], "pack": answer.json}, "nothing else changes"
    policy, _ = load_checks(places(live.state))
    assert (policy.pack.id, policy.organisation) == ("strathallison-council", "Strathallison Council"), "nor is it lost"
    assert live.as_local("/v1/policy/use", {"pack": None}).json["id"] == load_checks()[0].pack.id
    assert rules(live) == []


def test_looking_changes_nothing_and_choosing_takes_what_was_looked_at(live: Live) -> None:
    kept = sorted(live.state.iterdir())
    looked = live.companion.packs.look(COUNCIL.encode())
    assert (looked.pack.title, looked.organisation) == ("Posting with care", "Strathallison Council")
    assert {"It speaks for", "Watched for by name"} <= {difference.what for difference in looked.changes}
    assert (sorted(live.state.iterdir()), rules(live)) == (kept, [])
    for other in ("", "0" * 64):
        with pytest.raises(NotLookedAt):
            live.companion.packs.use(other)
    assert live.companion.packs.use(looked.pack.sha256).sha256 == looked.pack.sha256
    assert rules(live) == ["sensitive.watchlist"]
    with pytest.raises(NotLookedAt):
        live.companion.packs.use(looked.pack.sha256)
    assert live.companion.packs.look(COUNCIL.encode()).changes == [], "it is the one in use"


def test_the_pack_in_use_is_told_with_its_maker_and_hash(live: Live) -> None:
    digest = hashlib.sha256(COUNCIL.encode()).hexdigest()
    visit = Visit(live, "about")
    assert digest not in visit.get().body.decode()
    live.as_local("/v1/policy/use", {"pack": COUNCIL})
    for page in ("about", "settings"):
        html = visit.get(visit.at(page)).body.decode()
        assert digest in html, page
        assert "Strathallison Council, Communications" in html, page


def test_a_rule_that_asks_about_what_nothing_looks_for_is_named(live: Live) -> None:
    own = COUNCIL.replace("\nrules:\n", f"\nrules:\n  - {LONELY}\n")
    with pytest.raises(NotAPack) as fault:
        live.companion.packs.look(own.encode())
    (problem,) = fault.value.problems
    assert problem.startswith("line ")
    assert "There is no entity `phne`." in problem


LONELY = (
    "{id: own.rule, title: Own, why: Because., clause: {ref: '1', text: Own.}, when: {entity: phne}, "
    "severity: {personal: hold, professional: hold, official: hold}, "
    "examples: {flag: [a, b, c], pass: [d, e, f]}}"
)


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("", "line 1, column 1: The pack is empty."),
        (COUNCIL.replace("publisher:", "publishre:"), "line 8, column 1: `publishre` is not known here."),
        (COUNCIL + "\nrecord: {on: true}\n", "`record` is not known here"),
    ],
)
def test_a_broken_pack_changes_nothing_and_says_what_to_mend(live: Live, pack: str, said: str) -> None:
    live.as_local("/v1/policy/use", {"pack": COUNCIL})
    kept = {path: path.read_bytes() for path in live.state.iterdir()}
    answer = live.as_local("/v1/policy/use", {"pack": pack})
    assert (answer.status, answer.json["error"]["fields"]) == (400, ["pack"])
    assert said in answer.json["error"]["message"]
    assert {path: path.read_bytes() for path in live.state.iterdir()} == kept
    assert rules(live) == ["sensitive.watchlist"]


def test_a_disk_that_is_full_leaves_the_checks_of_before(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = live.as_local("/v1/policy/use", {"pack": COUNCIL})
    assert (answer.status, answer.json["error"]["code"]) == (507, "not-kept")
    assert rules(live) == []
    assert live.as_local("/v1/settings/read", {}).json["pack"]["id"] == "test"


def test_a_pack_chosen_while_the_first_checks_are_loaded_waits_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise those would take its place a moment later."""
    go_on = threading.Event()

    def slow() -> tuple[Policy, Callable[[], Reviews]]:
        go_on.wait(60)
        return load()

    live = Live(tmp_path / "state", load=slow)
    try:
        monkeypatch.setattr(packs, "WAIT_FOR_CHECKS", 0.01)
        looked = live.companion.packs.look(COUNCIL.encode())
        with pytest.raises(Starting):
            live.companion.packs.use(looked.pack.sha256)
        assert not (live.state / "organisation.yaml").exists()
    finally:
        go_on.set()
        live.stop()


def test_no_extension_can_choose_a_pack(live: Live, browser: Browser) -> None:
    for headers in (browser.headers, {**browser.headers, "Origin": EXTENSION[:-1] + "c"}, {}):
        assert live.call("/v1/policy/use", {"pack": COUNCIL}, headers).status == 404
    assert live.companion.settings.present.organisation is None


MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
FILE = b'--x\r\nContent-Disposition: form-data; name="pack"; filename="p.yaml"\r\n\r\nid: a\r\n--x--\r\n'


@pytest.mark.parametrize("page", ["settings", "mistake", "what-forepost-knows", "undo", "policy-pack/undo"])
def test_no_other_form_may_carry_a_file(live: Live, page: str) -> None:
    visit = Visit(live, "settings")
    named = {"Cookie": visit.cookie, "Origin": f"http://127.0.0.1:{live.port}", "Sec-Fetch-Site": "same-origin"}
    answer = live.call(visit.at(page), headers={**named, **MULTIPART}, raw=FILE)
    assert (answer.status, answer.body) == (404, b"")


@pytest.mark.parametrize(
    ("path", "kind", "size", "read"),
    [
        ("policy-pack", "multipart/form-data; boundary=x", 100, True),
        ("policy-pack", "application/x-www-form-urlencoded", 100, True),
        ("policy-pack", "multipart/form-data; boundary=x", MAX_BODY + 1, False),
        ("policy-pack", "multipart/mixed; boundary=x", 100, False),
        ("policy-pack", "text/plain", 100, False),
        ("policy-pack/x", "multipart/form-data; boundary=x", 100, False),
        ("x/policy-pack", "multipart/form-data; boundary=x", 100, False),
    ],
)
def test_the_one_form_that_may_carry_a_file_and_how_long(path: str, kind: str, size: int, read: bool) -> None:
    session = "s" * 32
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": f"/ui/{session}/{path}",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": str(size),
    }
    assert (unreadable(environ, Page(session)) is None) is read
