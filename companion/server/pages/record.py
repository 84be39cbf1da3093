"""The record of official posts: looking through it, settling what is unsure, keeping, taking away, and downloads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.pages import said
from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.desk import Desk, damaged, from_our_page, typed
from companion.server.pages.settings.switches import day_choices, recording, span
from companion.store.csv_lines import UTF8
from companion.store.database import LaterVersion, NotKept, SetAside
from companion.store.records import Entry, Signal

MOST = 200  # entries on the page; a search finds the others
SIGNALS: Mapping[Signal, str] = {
    "composer-closed": "the site closed its composer",
    "editor-emptied": "the editor was emptied, as Cancel does, too",
    "site-said-so": "the site said so",
    "link-seen": "its link was seen",
    "none": "nothing was seen that tells",
    "you-said-so": "you said so",
}
NOT_NOTED = (
    "The disk is full, or Forepost cannot write its folder. Everything in your record is still here. Make room: until "
    "then no new post is kept, and Forepost may ask the same question again."
)
CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


@dataclass(frozen=True)
class Row:
    """An entry as the page shows it."""

    entry: Entry
    state: str  # whether it went out, and what tells so
    goes: datetime  # when it is deleted, unless it is kept

    @property
    def start(self) -> str:
        """Enough of its words to know it by."""
        words = " ".join(self.entry.text.split())
        return words if len(words) <= 60 else words[:59].rstrip() + "…"


def row_of(entry: Entry, keep_days: int) -> Row:
    known = "Sent" if entry.left == "sent" else "Unsure whether it went out"
    state = f"{known}: {SIGNALS[entry.signal]}."
    return Row(entry, state, datetime.fromisoformat(entry.at) + timedelta(days=keep_days))


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    def page(session: str, words: str = "") -> Response:
        settings = companion.settings.present.record
        trouble, entries, asked, count = "", list[Entry](), list[Entry](), 0
        try:
            entries = companion.records.search(words, MOST + 1) if words else companion.records.newest(MOST)
            count = companion.records.count()
            asked = companion.records.to_ask() if not words else []
        except (LaterVersion, SetAside) as why:
            trouble = str(why)
        except NotKept:
            trouble = "Your record cannot be read at this moment. It is left as it is."
        trouble = trouble or (asked_about(asked) if asked else "")
        return desk.show(
            session,
            "record",
            "Record of official posts",
            heading="Your official posts",
            record=settings,
            span=span(settings.keep_days),
            days=day_choices(settings.keep_days),
            words=words,
            trouble=trouble or companion.records.database.notice or damaged(companion.records.database),
            rows=[row_of(entry, settings.keep_days) for entry in entries[:MOST]],
            beyond=len(entries) > MOST,
            asked=[row_of(entry, settings.keep_days) for entry in asked],
            count=count,
        )

    def asked_about(asked: list[Entry]) -> str:
        """Ask about these once. Where that cannot be noted they are asked about again: what to say of it."""
        try:
            companion.records.asked_about(asked)
        except SetAside as why:
            return str(why)
        except NotKept:
            return NOT_NOTED
        return ""

    @app.get("/ui/<session>/record", endpoint="record")
    def record(session: str) -> Response:
        return page(session)

    @app.post("/ui/<session>/record")
    def search_or_change(session: str) -> AnyResponse:
        """What is searched for goes in a form: no word of a post may stand in an address."""
        form = request.form
        do = CHANGES.get(form.get("change", ""))
        if not from_our_page() or (do is None and "words" not in form):
            return Response(status=404)
        if do is None:
            return page(session, typed(form, "words", 200))
        answer = desk.answer(session, "record", lambda: do(desk, form))
        found = typed(form, "found", 200)  # what was searched for stays searched for
        return page(session, found) if found and answer.status_code == 303 else answer

    @app.get("/ui/<session>/record.csv")
    def record_as_csv(session: str) -> AnyResponse:
        table = companion.records.export_csv
        return desk.download(session, "record", lambda: (UTF8, *table()), "forepost-record.csv", CSV)

    @app.get("/ui/<session>/record.json")
    def record_as_json(session: str) -> AnyResponse:
        return desk.download(session, "record", companion.records.export_json, "forepost-record.json", JSON)


# --- changes --------------------------------------------------------------------------------------------------------


def entry_in(desk: Desk, form: Form) -> Entry | None:
    id = form.get("entry", "")
    return desk.companion.records.get(int(id)) if id.isascii() and id.isdigit() and len(id) < 16 else None


def keep(desk: Desk, form: Form) -> Answer:
    records, entry = desk.companion.records, entry_in(desk, form)
    if entry is None:
        return None
    wanted = form.get("keep") == "yes"
    records.keep(entry.id, wanted)

    def back() -> str:
        records.keep(entry.id, entry.keep)
        return "As it was before."

    return Done("Kept until you say otherwise." if wanted else "It goes when its time is over.", back, "entries")


def sent(desk: Desk, form: Form) -> Answer:
    records, entry = desk.companion.records, entry_in(desk, form)
    if entry is None:
        return None
    records.settle(entry.id, sent=True, link=None)

    def back() -> str:
        records.put_back(entry)
        return "As it was before."

    return Done("Noted: it was posted.", back, "entries")


def delete(desk: Desk, form: Form) -> Answer:
    entry = entry_in(desk, form)
    if entry is None:
        return None
    if form.get("sure") != "yes":
        row = row_of(entry, 0)
        return Ask(
            "Take this post out of your record?",
            "Its words are gone from this machine for good. What is on the site stays there.",
            "Take it out",
            {"change": "delete", "entry": str(entry.id), "found": typed(form, "found", 200)},
            facts=(("Posted", said.moment(entry.at)), ("Where", entry.site), ("Words", row.start)),
            at="entries",
        )
    desk.companion.records.delete(entry.id)
    return Done("It is out of your record.", at="entries")


def delete_all(desk: Desk, form: Form) -> Answer:
    if form.get("sure") != "yes":
        count = said.counted(desk.companion.records.count(), "post")
        return Ask(
            f"Delete all of your record, {count}?",
            "Kept ones go, too. The words are gone from this machine for good; what is on the sites stays there.",
            "Delete all",
            {"change": "delete-all"},
            no="Keep them",
        )
    desk.companion.records.delete_all()
    return Done("Your record is empty.")


CHANGES: Mapping[str, Callable[[Desk, Form], Answer]] = {
    "keep": keep,
    "sent": sent,
    "delete": delete,
    "delete-all": delete_all,
    "recording": recording,
}
