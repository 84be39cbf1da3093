"""Before official posts: the policy's points, answered and dated, asked again after a year, never waited for."""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.pages import said
from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import Desk, from_our_page
from companion.server.pages.settings.switches import patching
from companion.store.settings import PREPARED_FOR


def add(app: Flask, desk: Desk) -> None:
    @app.get("/ui/<session>/readiness", endpoint="readiness")
    def readiness(session: str) -> Response:
        known = desk.companion.settings.present.readiness
        return desk.show(
            session,
            "readiness",
            "Before official posts",
            questions=desk.guidance().readiness,
            known=known,
            due=known.is_due(desk.now),
            again=known.answered + PREPARED_FOR if known.answered else None,
        )

    @app.post("/ui/<session>/readiness")
    def answer(session: str) -> AnyResponse:
        if not from_our_page() or request.form.get("change") != "readiness":
            return Response(status=404)
        return desk.answer(session, "readiness", lambda: answered(desk, request.form))


def answered(desk: Desk, form: Form) -> Answer:
    ids = [question.id for question in desk.guidance().readiness]
    settled = {id: form.get(id) == "yes" for id in ids}
    back = patching(desk, readiness=settled)
    left = len(ids) - sum(settled.values())
    still = f"{said.counted(left, 'point')} still open." if left else "All of it is settled."
    return Done(f"Saved, with today's date. {still}", back)
