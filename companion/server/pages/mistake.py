"""Something was posted by mistake: what to do now, in order, a report to hand on, and a correction for the same place.

What is typed here goes into the answer and is forgotten. Only which steps were done, and when, is remembered:
in memory, until the companion stops.
"""

from __future__ import annotations

import threading
from datetime import datetime

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from companion.policy.guidance import Incident, Step
from companion.server.pages.advice import incident_of, sites
from companion.server.pages.desk import Desk, download, from_our_page, typed
from companion.server.pages.report import Report, fitted

MESSAGE = "message/rfc822"
CONTROL = {ord(char): " " for char in "\r\n\t"}


class Done:
    """Which steps were ticked, and when. In memory only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: dict[str, datetime] = {}

    def tick(self, step: str, now: datetime) -> None:
        with self._lock:
            self._done.setdefault(step, now)

    def untick(self, step: str) -> None:
        with self._lock:
            self._done.pop(step, None)

    def all(self) -> dict[str, datetime]:
        with self._lock:
            return dict(self._done)


def add(app: Flask, desk: Desk) -> None:
    done = Done()

    def page(session: str, form: MultiDict[str, str]) -> Response:
        incident = incident_of(desk.guidance())
        report = report_of(form, incident, done)
        site = next((one for one in sites() if one.id == form.get("site")), None)
        right = typed(form, "right")
        return desk.show(
            session,
            "mistake",
            "By mistake",
            heading="I posted something by mistake",
            incident=incident,
            done=done.all(),
            report=report,
            shown=bool(form),
            sites=sites(),
            chosen=form.get("site", ""),
            right=right,
            correction=fitted(incident.correction, right, site) if site and right else None,
        )

    @app.get("/ui/<session>/mistake", endpoint="mistake")
    def mistake(session: str) -> Response:
        return page(session, MultiDict())

    @app.post("/ui/<session>/mistake")
    def act(session: str) -> AnyResponse:
        """One form for all of it, so that no button loses what was typed beside another."""
        form = request.form
        incident = incident_of(desk.guidance())
        if not from_our_page() or not known(form, incident.steps):
            return Response(status=404)
        if step := form.get("done"):
            done.tick(step, desk.now)
        if step := form.get("undone"):
            done.untick(step)
        if form.get("show") == "mail":
            report = report_of(form, incident, done)
            return download(report.mail("", desk.now), "posted-by-mistake.eml", MESSAGE)
        return page(session, form)


def known(form: MultiDict[str, str], steps: list[Step]) -> bool:
    """Does it come from a button of ours?"""
    ids = {step.id for step in steps}
    asked = [(form.get("done"), ids), (form.get("undone"), ids), (form.get("show"), {"report", "mail", "correction"})]
    return sum(given is not None for given, _ in asked) == 1 and all(given in (None, *may) for given, may in asked)


def report_of(form: MultiDict[str, str], incident: Incident, done: Done) -> Report:
    ticked = done.all()
    site = next((one.name for one in sites() if one.id == form.get("site")), "")
    one_line = {name: typed(form, name, 300).translate(CONTROL) for name in ("when", "account", "what")}
    return Report(
        when=one_line["when"],
        site=site,
        account=one_line["account"],
        what=one_line["what"],
        text=typed(form, "text"),
        done=tuple((step.title, ticked[step.id]) for step in incident.steps if step.id in ticked),
    )
