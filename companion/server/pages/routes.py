"""The companion's pages: from a single-use link to a session, the files they load, and one room for each page."""

from __future__ import annotations

from importlib import resources

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from companion.server.api import Companion
from companion.server.caller import KEY, Opener
from companion.server.guard import COOKIE
from companion.server.pages import about, counts, guide, knows, mistake, practice, readiness, record
from companion.server.pages.change import Done, attempted
from companion.server.pages.desk import FIRST, MORE, Desk, from_our_page
from companion.server.pages.settings import room as settings

FILES = {
    "page.css": "text/css",
    "tokens.css": "text/css",
    "more.css": "text/css",
    "choices.css": "text/css",
    "links.css": "text/css",
    "chart.css": "text/css",
    "practice.js": "text/javascript",
    "copy.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
PAGES = (practice, guide, mistake, settings, record, counts, readiness, knows, about)


def changed_since() -> str:
    return "That was changed again since, so it was left as it is."


def add_pages(app: Flask, companion: Companion) -> None:
    """Add /open/<code> and /ui/<session>/… to the application."""
    desk = Desk(companion)

    @app.get("/open/<code>")
    def open_page(code: str) -> AnyResponse:
        entered = companion.visits.enter(code) if isinstance(request.environ[KEY], Opener) else None
        if entered is None:
            return Response(status=404)
        page, session = entered
        answer = redirect(f"/ui/{session.path}/{page}", code=303)
        answer.set_cookie(COOKIE, session.cookie, path=f"/ui/{session.path}", httponly=True, samesite="Strict")
        answer.headers["Referrer-Policy"] = "no-referrer"  # the address holds the code
        return answer

    @app.post("/ui/<session>/undo")
    def undo(session: str) -> AnyResponse:
        page = request.form.get("page", "")
        if not from_our_page() or page not in dict((*FIRST, *MORE)):
            return Response(status=404)
        at, back = desk.notices.way_back(session, request.form.get("undo", "")) or ("", changed_since)
        done = attempted(lambda: Done(back(), at=at))
        if isinstance(done, Done) and not done.kept:
            done = Done(done.said, back, at, kept=False)  # it was not taken back, and still can be
        return desk.answer(session, page, lambda: done)

    for room in PAGES:
        room.add(app, desk)

    @app.get("/ui/<session>/<name>")
    def file(session: str, name: str) -> Response:
        if name not in FILES:
            return Response(status=404)
        content = resources.files(__package__).joinpath("static", name).read_bytes()
        return Response(content, content_type=f"{FILES[name]}; charset=utf-8")
