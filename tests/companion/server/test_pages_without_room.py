"""Every form of our pages on a full disk: a page of ours that says what is so and what to do, and nothing is lost."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from companion.server.pages import counts, record
from companion.server.pages.change import NOT_KEPT
from companion.server.pages.settings import room
from companion.store.records import Entry
from tests.companion.scarcity import no_room
from tests.companion.server.live import RULE, Answer, Live
from tests.companion.server.test_pages import Visit
from tests.companion.server.test_pages_files import COUNCIL, send
from tests.companion.server.test_undo import undo_of

POST = {"site": "x.com", "surface": "post", "mode": "official", "account": {"id": "1", "name": "@office"}}
ANSWER = {
    "rule": RULE,
    "quote": "another",
    "said": "not_useful",
    "here": {"site": "x", "surface": "post", "mode": "official"},
}
SURE = {"sure": "yes"}


class Case(NamedTuple):
    """A form, and whether it needs room. `fill` names what stands in its fields; {…} is an id of the present state."""

    page: str
    fill: dict[str, str]
    needs_room: bool = True

    def __str__(self) -> str:
        return " ".join((self.page, *self.fill.values()))


CASES = (
    Case("settings", {"change": "checking", "checking": "15"}),
    Case("settings", {"change": "mode", "mode": "personal"}),
    Case("settings", {"change": "account", "account": "x.com:1", "mode": "personal"}),
    Case("settings", {"change": "rules", "family": "test", f"{RULE}:official": "hint"}),
    Case("settings", {"change": "allow-remove", "id": "{allowed}"}),
    Case("settings", {"change": "allow-add", "rule": RULE, "quote": "a third"}),
    Case("settings", {"change": "answer-remove", "id": "{answered}"}),
    Case("settings", {"change": "sites", "sites": "all"}),
    Case("settings", {"change": "countdown", "seconds": "10"}),
    Case("settings", {"change": "recording", "record": "off", "days": "365"}),
    Case("settings", {"change": "counting", "measure": "no"}),
    Case("settings", {"change": "language", "language": "gd"}),
    Case("settings", {"change": "connect"}, needs_room=False),
    Case("settings", {"change": "disconnect", "client": "{client}", **SURE}),
    Case("settings", {"change": "reset", **SURE}),
    Case("policy-pack", {"pack": "use", "sha256": "{pack}"}),
    Case("readiness", {"change": "readiness", "agreed": "yes"}),
    Case("record", {"change": "keep", "keep": "yes", "entry": "1"}),
    Case("record", {"change": "sent", "entry": "1"}),
    Case("record", {"change": "delete", "entry": "1", **SURE}),
    Case("record", {"change": "delete-all"}, needs_room=False),
    Case("record", {"change": "recording", "record": "off", "days": "365"}),
    Case("record", {"words": "andrew"}, needs_room=False),
    Case("counts", {"change": "quieter", "rule": RULE, "way": "hint"}),
    Case("counts", {"change": "counting", "measure": "no"}),
    Case("counts", {"change": "delete"}, needs_room=False),
    Case("what-forepost-knows", {"file": "settings", **SURE}),
    Case("what-forepost-knows", {"file": "clients", **SURE}),
    Case("mistake", {"show": "report"}, needs_room=False),
    Case("mistake", {"begin": "new"}, needs_room=False),
)


class Kept(NamedTuple):
    """All that is written down."""

    settings: dict[str, Any]
    entries: list[Entry]
    counted: list[int]
    browsers: list[str]


def kept(live: Live) -> Kept:
    companion = live.companion
    return Kept(
        companion.settings.present.model_dump(mode="json"),
        companion.records.newest(),
        [count.n for count in companion.counts.weeks()],
        [client.client for client in companion.clients.all()],
    )


@pytest.fixture
def lived(live: Live) -> Live:
    """A companion that has been used, so that there is something to lose."""
    browser = live.connect()
    live.as_local(
        "/v1/settings/patch", {"measure": True, "record": True, "mode": "official", "accounts": {"x.com:1": {}}}
    )
    for added in ({"rule": RULE, "quote": "secret"}, ANSWER):
        live.as_local("/v1/settings/patch", {"allow_add": added})
    live.as_local("/v1/records/add", {**POST, "text": "St Andrew's Day", "left": "unsure", "signal": "none"})
    live.as_local("/v1/outcomes", {"outcomes": [{"rule": RULE, "mode": "official", "outcome": "shown"}]})
    live.companion.packs.look(COUNCIL.read_bytes())
    assert kept(live).browsers == [browser.client]
    return live


def filled(live: Live, fill: dict[str, str]) -> dict[str, str]:
    now = kept(live)
    ids: dict[str, Callable[[], str]] = {
        "{allowed}": lambda: now.settings["allow"][0]["id"],
        "{answered}": lambda: now.settings["allow"][1]["id"],
        "{client}": lambda: now.browsers[0],
        "{pack}": lambda: live.companion.packs.look(COUNCIL.read_bytes()).pack.sha256,
    }
    return {name: ids[value]() if value in ids else value for name, value in fill.items()}


def followed(visit: Visit, press: Callable[[], Answer]) -> str:
    """The page a person sees in the end."""
    answer = press()
    if answer.status == 303:
        answer = visit.get(answer.headers["location"].partition("#")[0])
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return html.unescape(answer.body.decode())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_form_that_finds_no_room_says_so_and_loses_nothing(lived: Live, case: Case) -> None:
    visit, form, before = Visit(lived, "settings"), filled(lived, case.fill), kept(lived)
    with no_room():
        page = followed(visit, lambda: visit.post(form, to=case.page))
        assert kept(lived) == before
    assert (NOT_KEPT in page) is case.needs_room
    assert (f'<div class="notice care" role="alert"><p>{NOT_KEPT}' in page) is case.needs_room, "not in green"
    assert kept(lived) == before, "nor is it there when there is room again"
    if case.needs_room:
        assert NOT_KEPT not in followed(visit, lambda: visit.post(form, to=case.page)), "the same press, with room"


def test_words_that_could_not_be_allowed_for_want_of_room_need_not_be_typed_again(lived: Live) -> None:
    visit = Visit(lived, "settings")
    form = {"change": "allow-add", "rule": RULE, "quote": 'a "third" one'}
    with no_room():
        page = visit.get(visit.post(form).headers["location"].partition("#")[0]).body.decode()
    assert 'required value="a &#34;third&#34; one"' in page
    assert f'<option value="{RULE}" selected>' in page
    assert "third" not in visit.get().body.decode(), "once, and not to be read later"


def test_every_form_is_among_them() -> None:
    """Those with a file, and undo, have tests of their own below."""
    tested = {page: {case.fill.get("change") for case in CASES if case.page == page} for page, _, _ in CASES}
    assert set(room.CHANGES) <= tested["settings"]
    assert set(record.CHANGES) <= tested["record"]
    assert set(counts.CHANGES) <= tested["counts"]


def test_settings_from_a_file_that_find_no_room_leave_all_as_it_was(lived: Live) -> None:
    visit, before = Visit(lived, "settings"), kept(lived)
    file = json.dumps({"forepost_settings": 1, "mode": "personal"}).encode()
    with no_room():
        assert NOT_KEPT in followed(visit, lambda: send(visit, "settings-file", file))
    assert kept(lived) == before


def test_what_cannot_be_taken_back_for_want_of_room_can_be_taken_back_later(lived: Live) -> None:
    visit, before = Visit(lived, "settings"), kept(lived)
    visit.post({"change": "countdown", "seconds": "10"})
    undo = undo_of(visit)
    with no_room():
        assert visit.post(undo, to="undo").status == 303
        undo = undo_of(visit, NOT_KEPT)
    assert lived.companion.settings.present.gut_check == 10
    visit.post(undo, to="undo")
    after = kept(lived).settings
    assert {**after, "revision": 0} == {**before.settings, "revision": 0}
