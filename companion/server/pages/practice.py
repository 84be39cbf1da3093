"""The practice page: two composers in which nothing is ever posted, and texts to try in every mode."""

from __future__ import annotations

from flask import Flask, Response

from companion.server.checks import Policy
from companion.server.pages.desk import Desk

CLEAN_DRAFT = "Lovely walk along the canal this morning. The swans have seven cygnets!"
DRAFTS = (
    ("A phone number", "If the ramp is shut ring me on 07400 123456 and I'll come down."),
    ("A marking", "OFFICIAL-SENSITIVE: the draft report is out for comments until Friday."),
    ("A password", "Wi-Fi for Saturday: the password is Tr0ut&Heather9, see you at ten."),
    ("A birthday", "Born 3 April 1985, so you can work out how old this makes me."),
)


def add(app: Flask, desk: Desk) -> None:
    @app.get("/ui/<session>/practice", endpoint="practice")
    def practice(session: str) -> Response:
        drafts = [*DRAFTS[:2], *employer_talk(desk.policy()), *DRAFTS[2:], ("A clean post", CLEAN_DRAFT)]
        settings = desk.companion.settings.present
        # Without its script, no text may end up in an address: this page sends no form at all.
        return desk.show(
            session,
            "practice",
            "Practice",
            forms=False,
            drafts=drafts,
            mode=settings.mode,
            undecided=settings.measure is None,
        )


def employer_talk(policy: Policy | None) -> list[tuple[str, str]]:
    """An example in which the person speaks about where they work, by the pack's name for it."""
    if policy is None:
        return []
    return [("About your work", f"Proud of what we do at the {policy.organisation}. Best team I've worked in!")]
