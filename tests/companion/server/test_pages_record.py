"""The record and the points before official posts, as pages: what they show, what they ask, what can be taken back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest

from companion.server.pages.record import MOST, SIGNALS
from companion.store.database import LaterVersion
from companion.store.records import Entry
from tests.companion.scarcity import no_room
from tests.companion.server.live import Live
from tests.companion.server.test_pages import BY_HAND, Visit
from tests.companion.server.test_undo import undo_of
from tests.companion.store.test_records import POST as ENTRY

POST = {"site": "x.com", "surface": "post", "mode": "official", "account": {"id": "1", "name": "@office"}}
LATER = "Closed on St Andrew's Day"


@pytest.fixture
def visit(live: Live) -> Visit:
    live.as_local("/v1/settings/patch", {"record": True})
    for text, left, signal in ((LATER, "sent", "site-said-so"), ("=Panel is <open>", "unsure", "editor-emptied")):
        live.as_local("/v1/records/add", {**POST, "text": text, "left": left, "signal": signal})
    return Visit(live, "record")


def shown(visit: Visit) -> str:
    return visit.get().body.decode()


def entries(live: Live) -> list[Entry]:
    return live.companion.records.newest()


def test_an_entry_says_whether_it_went_out_and_what_tells_so(visit: Visit) -> None:
    page = shown(visit)
    assert "Sent: the site said so." in page
    assert "Unsure whether it went out: the editor was emptied, as Cancel does, too." in page
    assert "It is deleted on 22 November 2027." in page
    assert "=Panel is &lt;open&gt;" in page
    assert len(set(SIGNALS.values())) == len(SIGNALS)


def test_what_is_unsure_is_asked_once(visit: Visit, live: Live) -> None:
    assert "One question" in shown(visit)
    assert "One question" not in shown(visit)
    (unsure,) = [entry for entry in entries(live) if entry.left == "unsure"]
    visit.post({"change": "sent", "entry": str(unsure.id)})
    assert live.companion.records.get(unsure.id) == unsure.model_copy(update={"left": "sent", "signal": "you-said-so"})
    visit.post(undo_of(visit), to="undo")
    assert live.companion.records.get(unsure.id) == unsure


def test_without_room_every_entry_is_shown_and_the_question_comes_again(visit: Visit) -> None:
    for _ in range(2):
        with no_room():
            page = shown(visit)
        for part in ("St Andrew", "2 posts", "One question", "Everything in your record is still here. Make room"):
            assert part in page, part
    assert "Make room" not in shown(visit)
    assert "One question" not in shown(visit), "with room again, it is asked once more and no more"


def test_words_are_found_and_never_stand_in_an_address(visit: Visit) -> None:
    found = visit.post({"words": "andrew"})
    assert found.status == 200
    assert "St Andrew&#39;s Day" in found.body.decode()
    assert "Panel" not in found.body.decode()
    assert "No post has these words" in visit.post({"words": "nowhere"}).body.decode()
    for odd in ('"', "a AND", "(", "*", "—", "x:y"):
        assert visit.post({"words": odd}).status == 200, odd


def test_after_a_change_the_same_posts_are_still_found(visit: Visit, live: Live) -> None:
    """Whoever keeps several of those that were found need not search again after each."""
    (entry,) = live.companion.records.search("andrew")
    form = {"entry": str(entry.id), "found": "andrew"}
    page = visit.post({**form, "change": "keep", "keep": "yes"}).body.decode()
    assert "1 post with “andrew”" in page
    assert "Kept until you say otherwise." in page
    assert "Panel" not in page
    assert 'name="found" value="andrew"' in visit.post({**form, "change": "delete"}).body.decode()
    page = visit.post({**form, "change": "delete", "sure": "yes"}).body.decode()
    assert "No post has these words" in page
    assert "It is out of your record." in page


def test_that_more_posts_have_a_word_is_said(visit: Visit, live: Live) -> None:
    for number in range(MOST + 1):
        live.companion.records.add(**ENTRY | {"text": f"library number {number}"})
    page = visit.post({"words": "library"}).body.decode()
    assert f"More than {MOST} posts with “library”" in page
    assert "Another word finds fewer" in page
    assert page.count("<article") == MOST
    page = visit.post({"words": "library 12"}).body.decode()
    assert "More than" not in page


def test_one_is_kept_and_one_is_taken_out_after_a_question(visit: Visit, live: Live) -> None:
    unsure, sent = entries(live)
    visit.post({"change": "keep", "keep": "yes", "entry": str(sent.id)})
    assert "<b>Kept</b>" in shown(visit)
    asked = visit.post({"change": "delete", "entry": str(unsure.id)}).body.decode()
    assert "Take this post out of your record?" in asked
    assert "gone from this machine for good" in asked
    assert len(entries(live)) == 2
    visit.post({"change": "delete", "entry": str(unsure.id), "sure": "yes"})
    assert [entry.id for entry in entries(live)] == [sent.id]
    assert "2 posts" not in visit.post({"change": "delete-all"}).body.decode()
    visit.post({"change": "delete-all", "sure": "yes"})
    assert entries(live) == []
    assert "No post yet" in shown(visit)


def test_the_downloads_hold_the_whole_record(visit: Visit) -> None:
    whole = json.loads(visit.get(visit.at("record.json")).body)
    assert [entry["text"] for entry in whole] == [LATER, "=Panel is <open>"]
    answer = visit.get(visit.at("record.csv"))
    assert answer.headers["content-disposition"] == 'attachment; filename="forepost-record.csv"'
    assert answer.body.startswith(b"\xef\xbb\xbfid,at,site"), "so a spreadsheet knows its encoding"
    rows = list(csv.DictReader(io.StringIO(answer.body.decode())))
    assert [row["text"] for row in rows] == [LATER, "'=Panel is <open>"], "no cell begins a formula"


def test_fewer_days_are_asked_about_first(visit: Visit, live: Live) -> None:
    fewer = {"change": "recording", "record": "on", "days": "30"}
    assert "deleted within the hour, for good" in visit.post(fewer).body.decode()
    assert live.companion.settings.present.record.keep_days == 365
    visit.post({**fewer, "sure": "yes"})
    assert live.companion.settings.present.record.keep_days == 30


def test_a_record_of_a_later_version_is_left_as_it_is(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def later(*_: object) -> int:
        raise LaterVersion("Your record of official posts")

    records = visit.live.companion.records
    monkeypatch.setattr(records, "count", later)
    monkeypatch.setattr(records, "settle", lambda *_, **__: later())
    assert "written by a later version of Forepost" in shown(visit)
    visit.post({"change": "sent", "entry": str(entries(visit.live)[0].id)})
    monkeypatch.undo()
    assert "written by a later version of Forepost" in shown(visit)


@pytest.mark.parametrize(
    ("file", "page"), [("record.csv", "record"), ("record.json", "record"), ("counts.csv", "counts")]
)
def test_what_cannot_be_downloaded_is_said_on_the_page(visit: Visit, live: Live, file: str, page: str) -> None:
    live.companion.counts.add("a.rule", "personal", "shown")
    for database in (live.companion.records.database, live.companion.counts.database):
        database.close()
        with closing(sqlite3.connect(database.path)) as link:
            link.execute("PRAGMA user_version = 99")
    answer = visit.get(visit.at(file))
    assert (answer.status, answer.headers["location"]) == (303, visit.at(page))
    shown = visit.get(visit.at(page)).body.decode()
    assert "written by a later version of Forepost" in shown


def test_a_damaged_record_is_said_on_its_page_and_in_the_download(visit: Visit, live: Live) -> None:
    for number in range(60):
        live.companion.records.add(**ENTRY | {"text": f"number {number} " * 200})
    database = live.companion.records.database
    database.close()
    whole = database.path.read_bytes()
    database.path.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
    assert visit.get(visit.at("record.csv")).status == 303
    (aside,) = live.state.glob("record.sqlite3.broken-*")
    page = shown(visit)
    assert f"kept as {aside.name} in {live.state}, and a new one was begun." in page
    assert "full" not in page
    visit.live.companion.records.database.notice = None  # as after a restart
    assert f"A file of it could not be read, and is kept as {aside.name}" in shown(visit)
    aside.unlink()
    assert "could not be read" not in shown(visit)


def test_what_was_taken_away_on_another_page_is_said_and_not_the_browser_s_own_fault_page(visit: Visit) -> None:
    (first, *_) = entries(visit.live)
    form = {"change": "delete", "entry": str(first.id), "sure": "yes"}
    assert visit.post(form).status == 303
    again = visit.post(form, **BY_HAND | {"Sec-Fetch-Site": "same-origin"})
    assert again.status == 404
    assert "<h1>That is not here any more</h1>" in again.body.decode()
    assert '<a href="settings">' in again.body.decode()


@pytest.mark.parametrize(
    "form", [{"change": "keep", "entry": "99"}, {"change": "sent", "entry": "x"}, {"change": "all"}]
)
def test_a_form_we_did_not_make_changes_nothing(visit: Visit, form: dict[str, str]) -> None:
    assert visit.post(form).status == 404


def test_the_points_are_asked_at_the_first_official_post_dated_and_asked_again_after_a_year(live: Live) -> None:
    visit = Visit(live, "settings")
    answer = visit.post({"change": "mode", "mode": "official"})
    assert answer.headers["location"] == visit.at("readiness")
    assert live.as_local("/v1/settings/read", {}).json["mode"] == "official", "nothing waits for the answers"
    page = visit.get(visit.at("readiness")).body.decode()
    assert "Not answered yet" in page
    visit.post({"change": "readiness", "agreed": "yes", "plan": "yes"}, to="readiness")
    page = visit.get(visit.at("readiness")).body.decode()
    assert "3 points still open" in page
    assert "You answered on 22 November 2026. Forepost asks again on 22 November 2027." in page
    assert live.companion.settings.present.readiness.answers == {
        "agreed": True,
        "information": False,
        "plan": True,
        "risks": False,
        "watching": False,
    }
    settings = shown(visit)
    assert "You answered on <b>22 November 2026</b>" in settings
    assert settings.count("<li>Open: ") == 3
    assert visit.post({"change": "mode", "mode": "official"}).headers["location"].endswith("settings#mode")
