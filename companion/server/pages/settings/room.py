"""The settings page: every choice of the person, in sections, and the forms that change them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion import __version__
from companion.policy.load import built_in_sha256
from companion.server.pages.advice import advice
from companion.server.pages.change import Answer, Form
from companion.server.pages.desk import Desk, from_our_page
from companion.server.pages.settings import accounts, allowed, browsers, carry, families, pack, rules, sites, switches

SECTIONS = (
    ("checking", "On, off and pause"),
    ("mode", "How you are posting"),
    ("accounts", "Your accounts"),
    ("rules", "Rules"),
    ("allow", "Always allowed"),
    ("answered", "Answered on a card"),
    ("sites", "Sites and private messages"),
    ("around", "After Post"),
    ("recording", "Record of official posts"),
    ("counting", "Counts"),
    ("readiness", "Before official posts"),
    ("browsers", "Connected browsers"),
    ("policy", "Policy pack"),
    ("language", "Language"),
    ("carry", "Take along, start again"),
)
CHANGES: Mapping[str, Callable[[Desk, Form], Answer]] = {
    "checking": switches.checking,
    "mode": switches.mode,
    "account": accounts.save,
    "rules": rules.save,
    "allow-remove": allowed.remove,
    "answer-remove": allowed.take_back,
    "allow-add": allowed.add,
    "sites": sites.save,
    "countdown": switches.countdown,
    "recording": switches.recording,
    "counting": switches.counting,
    "language": switches.language,
    "connect": browsers.connect,
    "disconnect": browsers.disconnect,
    "reset": carry.reset,
}


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion
    pack.add(app, desk)
    carry.add(app, desk)

    @app.get("/ui/<session>/settings", endpoint="settings")
    def settings(session: str) -> Response:
        present, policy = companion.settings.present, desk.policy()
        kept = (companion.settings.notice, companion.clients.notice, policy.notice if policy else None)
        with contextlib.suppress(OSError):  # a full disk: it is said again next time, which harms nobody
            companion.settings.seen()
        return desk.show(
            session,
            "settings",
            "Settings",
            sections=SECTIONS,
            settings=present,
            paused_until=switches.paused_until(desk),
            pauses=switches.PAUSES,
            accounts=accounts.shown(present),
            families=rules.shown(desk),
            titles={rule.id: rule.title for rule in policy.rules} if policy else {},
            rule_choices=families.CHOICES,
            always=[entry for entry in present.allow if entry.only is None],
            answered=allowed.answered(present),
            sites=sites.shown(present),
            countdowns=sorted({*switches.COUNTDOWNS, present.gut_check}),
            days=switches.day_choices(present.record.keep_days),
            languages=switches.languages(present.language),
            questions=advice(policy.guidance if policy else None).readiness,
            clients=browsers.shown(desk),
            version=__version__,
            built_in_sha256=built_in_sha256(),
            warnings=[warning for warning in kept if warning],
        )

    @app.post("/ui/<session>/settings")
    def change(session: str) -> AnyResponse:
        form = request.form
        do = CHANGES.get(form.get("change", ""))
        if do is None or not from_our_page():
            return Response(status=404)
        return desk.answer(session, "settings", lambda: do(desk, form))
