"""Each change of the settings page can be taken back once, and only while nothing else was changed after it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from companion.policy.choices import RuleChoice
from tests.companion.server.live import RULE, Live
from tests.companion.server.test_pages import Visit


def undo_of(visit: Visit, said: str = "") -> dict[str, str]:
    """What the Undo button beside the notice, which says this, would send."""
    html = visit.get().body.decode()
    assert said in html
    found = re.search(r'name="page" value="([^"]+)"><button name="undo" value="([^"]+)">Undo', html)
    assert found, "no Undo beside the notice"
    return {"page": found[1], "undo": found[2]}


def settings(live: Live) -> dict[str, Any]:
    shown = live.as_local("/v1/settings/read", {}).json
    return {key: value for key, value in shown.items() if key != "revision"}


@pytest.fixture
def arranged(live: Live) -> str:
    change = {
        "sites": {"x.com": {"enabled": False}},
        "accounts": {"x.com:1": {"official": True, "name": "@me"}},
        "allow_add": {"rule": RULE, "quote": "secret"},
    }
    entry: str = live.as_local("/v1/settings/patch", change).json["allow"][0]["id"]
    return entry


CHANGES = (
    {"change": "mode", "mode": "professional"},
    {"change": "checking", "checking": "off"},
    {"change": "checking", "checking": "15"},
    {"change": "sites", "sites": "all", "bluesky:enabled": "yes", "bluesky:messages": "yes"},
    {"change": "account", "account": "x.com:1", "mode": "personal", "disclaimer": "yes"},
    {"change": "account", "account": "x.com:1", "forget": "yes"},
    {"change": "allow-add", "rule": RULE, "quote": "another secret"},
    {"change": "countdown", "seconds": "10"},
    {"change": "counting", "measure": "yes"},
    {"change": "counting", "measure": "no"},
    {"change": "recording", "record": "on", "days": "365"},
    {"change": "language", "language": "gd"},
)


@pytest.mark.parametrize("form", CHANGES, ids=lambda form: " ".join(form.values()))
def test_a_change_can_be_taken_back(live: Live, arranged: str, form: dict[str, str]) -> None:
    before = settings(live)
    visit = Visit(live, "settings")
    visit.post(form)
    assert settings(live) != before
    answer = visit.post(undo_of(visit), to="undo")
    assert (answer.status, answer.headers["location"].partition("#")[0]) == (303, visit.path)
    assert settings(live) == before


def test_what_another_place_changed_since_stays(live: Live, arranged: str) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "sites", "sites": "all", "bluesky:enabled": "yes"})
    live.as_local("/v1/settings/patch", {"mode": "official", "sites": {"new.example": {"enabled": False}}})
    live.as_local("/v1/settings/patch", {"allow_add": {"rule": RULE, "quote": "mine"}})
    visit.post(undo_of(visit), to="undo")
    after = settings(live)
    assert (after["mode"], len(after["allow"])) == ("official", 2)
    assert {host: one["enabled"] for host, one in after["sites"].items()} == {"x.com": False, "new.example": False}


def test_of_a_rule_that_was_changed_since_only_the_first_change_goes(live: Live) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "rules", "family": "test", f"{RULE}:quiet": "yes"})
    live.as_local("/v1/settings/patch", {"rules": {RULE: {"personal": "warn"}}})
    visit.post(undo_of(visit), to="undo")
    assert live.companion.settings.present.rules == {RULE: RuleChoice(personal="warn")}


def test_what_was_forgotten_since_does_not_come_back(live: Live, arranged: str) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "account", "account": "x.com:1", "mode": "personal"})
    live.as_local("/v1/settings/patch", {"accounts": {"x.com:1": None}})
    visit.post(undo_of(visit), to="undo")
    assert live.companion.settings.present.accounts == {}


def test_a_rule_is_turned_down_by_family_and_goes_back_to_the_policy(live: Live) -> None:
    family = {"change": "rules", "family": "test"}
    visit = Visit(live, "settings")
    visit.post({**family, f"{RULE}:personal": "hint", f"{RULE}:official": "off", f"{RULE}:quiet": "yes"})
    page = visit.get().body.decode()
    assert "1 changed by you" in page
    assert "Test: saved." in page
    assert live.companion.settings.present.rules == {
        RULE: RuleChoice(personal="hint", official="off", monitor_only=True)
    }
    visit.post({**family, "as": "policy"})
    assert live.companion.settings.present.rules == {}
    visit.post(undo_of(visit), to="undo")
    assert live.companion.settings.present.rules[RULE].personal == "hint"
    assert visit.post({**family, f"{RULE}:personal": "shout"}).status == 404


def test_what_was_taken_back_is_really_allowed_again(live: Live, arranged: str) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "allow-remove", "id": arranged})
    assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "hold"
    visit.post(undo_of(visit), to="undo")
    assert live.as_local("/v1/reviews", {"text": "a secret"}).json["verdict"] == "clear"


def test_an_older_undo_does_nothing_and_says_so(live: Live) -> None:
    visit = Visit(live, "settings")
    visit.post({"change": "mode", "mode": "personal"})
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
