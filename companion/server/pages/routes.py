"""The companion's pages: from a single-use link to a session, and what their forms do."""

from __future__ import annotations

from datetime import datetime
from importlib import resources

from flask import Flask, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from companion import __version__
from companion.draft import MODES
from companion.server.api import Companion
from companion.server.caller import KEY, Opener, Page
from companion.server.checks import Policy, Starting, Unavailable
from companion.server.guard import COOKIE
from companion.store.settings import SettingsPatch, SiteSwitch

FILES = {
    "page.css": "text/css",
    "tokens.css": "text/css",
    "practice.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
WAIT_FOR_POLICY = 5.0  # seconds

MODE_WORDS = [
    ("personal", "P", "Personal", "As yourself, to friends or to everyone."),
    ("professional", "Pr", "Professional", "As somebody who works where you work."),
    ("official", "O", "Official", "For your organisation, on its account."),
]
CLEAN_DRAFT = "Lovely walk along the canal this morning. The swans have seven cygnets!"
DRAFTS = [
    ("A phone number", "If the ramp is shut ring me on 07400 123456 and I'll come down."),
    ("A marking", "OFFICIAL-SENSITIVE: the draft report is out for comments until Friday."),
    ("A clean post", CLEAN_DRAFT),
]
DONE = {
    "mode": "Saved.",
    "site-on": "That site is checked again.",
    "allow-remove": "Removed. Forepost will mention it again.",
    "disconnect": "Disconnected. That browser can no longer ask the companion.",
}


def page_headers(form_action: str) -> dict[str, str]:
    """The strict policy of our pages.

    The referrer is our own, and for ourselves alone: with `no-referrer` browsers send `Origin: null` on a form's
    POST (Fetch, "append a request Origin header"; seen in Chromium 156), and the guard asks for our own Origin there.
    """
    return {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"base-uri 'none'; frame-ancestors 'none'; form-action {form_action}",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Frame-Options": "DENY",
    }


def add_pages(app: Flask, companion: Companion) -> None:
    """Add /open/<code> and /ui/<session>/… to the application."""

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

    @app.get("/ui/<session>/practice")
    def practice(session: str) -> Response:
        drafts = [*DRAFTS[:2], *employer_talk(policy_of(companion)), *DRAFTS[2:]]
        page = render_template("practice.html", here="practice", title="Practice", drafts=drafts)
        return Response(page, headers=page_headers("'none'"))  # without its script, no text may end up in an address

    @app.get("/ui/<session>/information-request")
    def information_request(session: str) -> Response:
        page = render_template(
            "information-request.html",
            here="information-request",
            title="A request for information",
            policy=policy_of(companion),
        )
        return Response(page, headers=page_headers("'none'"))

    @app.get("/ui/<session>/settings")
    def settings(session: str) -> Response:
        return Response(settings_page(companion, session), headers=page_headers("'self'"))

    @app.post("/ui/<session>/settings")
    def change(session: str) -> AnyResponse:
        if not isinstance(request.environ[KEY], Page) or not changed(companion):
            return Response(status=404)
        companion.visits.leave_word(session, DONE[request.form["change"]])
        return redirect(f"/ui/{session}/settings", code=303)

    @app.get("/ui/<session>/<name>")
    def file(session: str, name: str) -> Response:
        if name not in FILES:
            return Response(status=404)
        content = resources.files(__package__).joinpath("static", name).read_bytes()
        return Response(content, content_type=f"{FILES[name]}; charset=utf-8")


def policy_of(companion: Companion) -> Policy | None:
    try:
        return companion.warming.policy(WAIT_FOR_POLICY)
    except (Starting, Unavailable):
        return None


def employer_talk(policy: Policy | None) -> list[tuple[str, str]]:
    """An example in which the person speaks about where they work, by the pack's name for it."""
    if policy is None:
        return []
    return [("About your work", f"Proud of what we do at the {policy.organisation}. Best team I've worked in!")]


def settings_page(companion: Companion, session: str) -> str:
    present = companion.settings.present
    return render_template(
        "settings.html",
        here="settings",
        title="Settings",
        settings=present,
        modes=MODE_WORDS,
        off=sorted(host for host, switch in present.sites.items() if not switch.enabled),
        clients=companion.clients.all(),
        policy=policy_of(companion),
        version=__version__,
        day=day,
        done=companion.visits.word(session),
        notices=[notice for notice in (companion.settings.notice, companion.clients.notice) if notice],
    )


def day(moment: str) -> str:
    """ "2026-11-22T12:30:00Z" as "22 November 2026", in the time of this machine."""
    there = datetime.fromisoformat(moment).astimezone()
    return f"{there.day} {there:%B %Y}"


def changed(companion: Companion) -> bool:
    """Do what a form of the settings page asks for. False when it asks for nothing we know."""
    form = request.form
    match form.get("change"):
        case "mode" if form.get("mode") in MODES:
            companion.settings.change(SettingsPatch.model_validate({"mode": form["mode"]}))
        case "site-on" if form.get("host") in companion.settings.present.sites:
            companion.settings.change(SettingsPatch(sites={form["host"]: SiteSwitch(enabled=True)}))
        case "allow-remove" if form.get("id"):
            companion.settings.change(SettingsPatch(allow_remove=form["id"]))
        case "disconnect" if form.get("client"):
            companion.clients.revoke(form["client"])
        case _:
            return False
    return True
