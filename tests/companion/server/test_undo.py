"""Each change of the settings page can be taken back once, and only while nothing else was changed after it."""

from __future__ import annotations

import re

import pytest

from tests.companion.server.live import RULE, Live
from tests.companion.server.test_pages import Visit


def undo_of(visit: Visit) -> dict[str, str]:
    """What the Undo button beside the notice would send."""
    html = visit.get().body.decode()
    found = re.search(r'name="page" value="([^"]+)"><button name="undo" value="([^"]+)">Undo', html)
    assert found, "no Undo beside the notice"
    return {"page": found[1], "undo": found[2]}


def settings(live: Live) -> dict[str, object]:
    shown = live.as_local("/v1/settings/read", {}).json
    return {key: shown[key] for key in ("mode", "sites", "allow")}


@pytest.fixture
def arranged(live: Live) -> str:
    change = {"sites": {"x.com": {"enabled": False}}, "allow_add": {"rule": RULE, "quote": "secret"}}
    entry: str = live.as_local("/v1/settings/patch", change).json["allow"][0]["id"]
    return entry


@pytest.mark.parametrize("change", ["mode", "site-on", "allow-remove"])
def test_a_change_can_be_taken_back(live: Live, arranged: str, change: str) -> None:
    before = settings(live)
    visit = Visit(live, "settings")
    visit.post({"change": change, "mode": "official", "host": "x.com", "id": arranged})
    assert settings(live) != before
    answer = visit.post(undo_of(visit), to="undo")
    assert (answer.status, answer.headers["location"]) == (303, visit.path)
    assert settings(live) == before


def test_what_was_taken_back_is_really_allowed_again(live: Live, arranged: str) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "allow-remove", "id": arranged})
    assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "hold"
    visit.post(undo_of(visit), to="undo")
    assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "clear"


def test_an_older_undo_does_nothing_and_says_so(live: Live) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "mode", "mode": "official"})
    old = undo_of(visit)
    visit.post({"change": "mode", "mode": "professional"})
    visit.post(old, to="undo")
    assert settings(live)["mode"] == "professional"
    assert "That was changed again since" in visit.get().body.decode()


def test_an_undo_works_once_and_for_its_own_session(live: Live) -> None:
    visit, other = Visit(live, "settings"), Visit(live, "settings")
    visit.post({"change": "mode", "mode": "official"})
    undo = undo_of(visit)
    other.post(undo, to="undo")
    assert settings(live)["mode"] == "official"
    visit.post(undo, to="undo")
    assert settings(live)["mode"] == "personal"


@pytest.mark.parametrize("page", ["", "/v1/hello", "//evil.example", "../practice"])
def test_undo_leads_to_our_pages_only(live: Live, page: str) -> None:
    assert Visit(live, "settings").post({"page": page, "undo": "x"}, to="undo").status == 404


def test_a_forged_undo_is_met_with_silence(live: Live) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "mode", "mode": "official"})
    assert visit.post(undo_of(visit), without="Origin", to="undo").status == 404
    assert settings(live)["mode"] == "official"
