"""Something was posted by mistake: what to do now, in order, a report to hand on, and a correction for the same place.

What is typed here goes into the answer and is forgotten. Only which steps were done, and when, is remembered:
in memory, for a day.
"""

from __future__ import annotations

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from companion.draft import MAX_TEXT_UTF16
from companion.policy.guidance import Incident, Step
from companion.server.ask_first import LINE_MANAGER
from companion.server.pages import said
from companion.server.pages.advice import incident_of, sites
from companion.server.pages.change import Done
from companion.server.pages.desk import Desk, download, from_our_page, typed
from companion.server.pages.report import Report, fitted
from companion.store.incidents import Incident as Noted
from companion.store.ticks import Ticks

MESSAGE = "message/rfc822"
CONTROL = {ord(char): " " for char in "\r\n\t"}


def add(app: Flask, desk: Desk) -> None:
    ticks = desk.companion.ticks

    def page(session: str, form: MultiDict[str, str]) -> Response:
        incident = incident_of(desk.guidance())
        report = report_of(form, incident, ticks, titles(desk))
        site = next((one for one in sites() if one.id == form.get("site")), None)
        right = typed(form, "right")
        return desk.show(
            session,
            "mistake",
            "By mistake",
            heading="I posted something by mistake",
            incident=incident,
            done=ticks.all(),
            noted=noted(desk),
            title_of=titles(desk),
            report=report,
            shown=bool(form),
            recipients=recipients(desk),
            to=recipient(desk, form),
            rules=form.get("rules", ""),
            sites=sites(),
            chosen=report.site if site is None else site.id,
            elsewhere=bool(report.site) and site is None,
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
        ours = known(form, incident.steps, [name for name, _ in noted(desk)])
        if not from_our_page() or not ours:
            return Response(status=404)
        if step := form.get("done"):
            ticks.tick(step)
        if step := form.get("undone"):
            ticks.untick(step)
        if form.get("begin"):
            return desk.answer(session, "mistake", lambda: begun_anew(ticks))
        if form.get("take"):
            return page(session, filled_in(desk, form))
        if form.get("show") == "mail":
            report = report_of(form, incident, ticks, titles(desk))
            return download(report.mail(recipient(desk, form), desk.now), "posted-by-mistake.eml", MESSAGE)
        return page(session, form)


def known(form: MultiDict[str, str], steps: list[Step], posts: list[str]) -> bool:
    """Does it come from a button of ours?"""
    ids = [step.id for step in steps]
    buttons = {"take": posts, "done": ids, "undone": ids, "begin": ["new"], "show": ["report", "mail", "correction"]}
    pressed = [name for name in buttons if name in form]
    return len(pressed) == 1 and form[pressed[0]] in buttons[pressed[0]]


def recipients(desk: Desk) -> list[tuple[str, str]]:
    """For whom the mail can be: address and role. The line manager's address is nothing a pack can know."""
    policy = desk.policy()
    contacts = [(one.email, f"{one.role} ({one.email})") for one in policy.people if one.email] if policy else []
    return [("", f"{LINE_MANAGER} (fill in the address)"), *contacts]


def recipient(desk: Desk, form: MultiDict[str, str]) -> str:
    """Whom the person chose; nobody yet where the pack names that address no more, which must not lose the report."""
    to = form.get("to", "")
    return to if to in dict(recipients(desk)) else ""


def begun_anew(ticks: Ticks) -> Done:
    """Nothing is ticked or filled in; only what was ticked can come back."""
    before = ticks.begin_anew()

    def back() -> str:
        before()
        return "The ticks are back. What stood in the fields was not kept."

    return Done("A new report: nothing is ticked, and the fields are empty.", back)


def noted(desk: Desk) -> list[tuple[str, Noted]]:
    """The posts of the last 24 hours at which something was shown, named in the form by moment and place."""
    return [(f"{one.at.isoformat()} {one.site}", one) for one in desk.companion.incidents.last_day()]


def titles(desk: Desk) -> dict[str, str]:
    """How the pack says what each rule is about."""
    policy = desk.policy()
    return {rule.id: rule.title for rule in policy.rules} if policy else {}


def filled_in(desk: Desk, form: MultiDict[str, str]) -> MultiDict[str, str]:
    """What is known of the post that was chosen, in the fields of the report; the rest as it was typed."""
    post = dict(noted(desk))[form["take"]]
    site = next((one.id for one in sites() if one.is_at(post.site)), post.site)
    account = (post.account.name or post.account.id) if post.account else ""
    found = {"when": said.moment(post.at), "site": site, "account": account, "rules": " ".join(post.rules)}
    return MultiDict({**form.to_dict(), **found})


def report_of(form: MultiDict[str, str], incident: Incident, ticks: Ticks, title_of: dict[str, str]) -> Report:
    ticked = ticks.all()
    one_line = {name: typed(form, name, 300).translate(CONTROL) for name in ("when", "site", "account", "what")}
    site = next((one.name for one in sites() if one.id == one_line["site"]), one_line["site"])
    return Report(
        when=one_line["when"],
        site=site,
        account=one_line["account"],
        what=one_line["what"],
        text=typed(form, "text", MAX_TEXT_UTF16),
        rules=tuple(title_of[rule] for rule in form.get("rules", "").split() if rule in title_of),
        done=tuple((step.title, ticked[step.id]) for step in incident.steps if step.id in ticked),
    )
