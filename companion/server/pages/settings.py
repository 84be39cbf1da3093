"""The settings page: what is chosen, and forms that change it and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from companion import __version__
from companion.draft import Mode
from companion.server.api import Companion
from companion.server.pages.desk import Desk, from_our_page
from companion.store.settings import SettingsPatch, SiteSwitch

Done = tuple[str, Callable[[], str] | None]  # what to say, and how to take it back


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    @app.get("/ui/<session>/settings", endpoint="settings")
    def settings(session: str) -> Response:
        present = companion.settings.present
        return desk.show(
            session,
            "settings",
            "Settings",
            settings=present,
            off=sorted(host for host, switch in present.sites.items() if not switch.enabled),
            clients=companion.clients.all(),
            version=__version__,
            notices=[notice for notice in (companion.settings.notice, companion.clients.notice) if notice],
        )

    @app.post("/ui/<session>/settings")
    def change(session: str) -> AnyResponse:
        done = changed(companion, request.form) if from_our_page() else None
        if done is None:
            return Response(status=404)
        desk.notices.leave(session, *done)
        return desk.back_to(session, "settings")


def changed(companion: Companion, form: MultiDict[str, str]) -> Done | None:
    """Do what a form asks for. None when it asks for nothing we know."""
    store, present = companion.settings, companion.settings.present
    match form.get("change"):
        case "mode" if form.get("mode") in get_args(Mode):
            store.change(SettingsPatch.model_validate({"mode": form["mode"]}))
            return "Saved.", undoing(companion, SettingsPatch(mode=present.mode))
        case "site-on" if form.get("host") in present.sites:
            host = form["host"]
            before = {host: present.sites[host]}
            store.change(SettingsPatch(sites={host: SiteSwitch(enabled=True)}))
            return "That site is checked again.", undoing(companion, SettingsPatch(sites={**before}))
        case "allow-remove" if entry := next((one for one in present.allow if one.id == form.get("id")), None):
            store.change(SettingsPatch(allow_remove=entry.id))

            def allow_again() -> str:
                store.change(SettingsPatch(), entry)
                return "It is allowed again, as before."

            return "Removed. Forepost will mention it again.", allow_again
        case "disconnect" if companion.clients.revoke(form.get("client", "")):
            return "Disconnected. That browser can no longer ask the companion.", None
    return None


def undoing(companion: Companion, patch: SettingsPatch) -> Callable[[], str]:
    def back() -> str:
        companion.settings.change(patch)
        return "As it was before."

    return back
