"""The guide: the policy in short, privacy settings, accounts and leaving a site; and what to do with a request."""

from __future__ import annotations

from flask import Flask, Response

from companion.server.pages.advice import sites
from companion.server.pages.desk import Desk


def add(app: Flask, desk: Desk) -> None:
    @app.get("/ui/<session>/guide", endpoint="guide")
    def guide(session: str) -> Response:
        guidance = desk.guidance()
        return desk.show(session, "guide", "Guide", forms=False, guidance=guidance, sites=sites())

    @app.get("/ui/<session>/information-request", endpoint="information-request")
    def information_request(session: str) -> Response:
        guidance = desk.guidance()
        return desk.show(session, "information-request", "A request for information", forms=False, guidance=guidance)
