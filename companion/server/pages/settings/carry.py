"""Settings as a file to take along, taking over such a file, and everything as on the first day."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.pages.change import Answer, Ask, Done, Form, Mend
from companion.server.pages.desk import Desk, download, from_our_page
from companion.server.pages.undo import changing
from companion.store.portable import NotSettings, exported, first_day, imported
from companion.store.settings import Settings

AT = "carry"


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    @app.get("/ui/<session>/forepost-settings.json")
    def settings_as_file(session: str) -> Response:
        content = exported(companion.settings.present, companion.id_key)
        return download(content, "forepost-settings.json", "application/json; charset=utf-8")

    @app.post("/ui/<session>/settings-file")
    def settings_from_file(session: str) -> AnyResponse:
        if not from_our_page():
            return Response(status=404)
        return desk.answer(session, "settings", lambda: take_over(desk))


def take_over(desk: Desk) -> Answer:
    file = request.files.get("file")
    if file is None or not file.filename:
        return Done("No file was chosen, so nothing was changed.", at=AT)
    raw, left = file.read(), list[str]()

    def made(present: Settings) -> Settings:
        found = imported(raw, present, desk.companion.id_key)
        left.extend(found.left)
        return found.settings

    try:
        back = changing(desk.companion.settings, made)
    except NotSettings as fault:
        return Mend("This file was not taken over", fault.why, at=AT)
    return Done(" ".join(["Taken over.", *left]), back, at=AT)


def reset(desk: Desk, form: Form) -> Answer:
    if form.get("sure") != "yes":
        return Ask(
            "Everything as on the first day?",
            "Every choice on the settings page goes, your allow list too. Your record, your counts, the connected "
            "browsers and the policy pack stay.",
            "Start again",
            {"change": "reset"},
            no="Leave it as it is",
            at=AT,
        )
    return Done("Everything is as on the first day.", changing(desk.companion.settings, first_day), AT)
