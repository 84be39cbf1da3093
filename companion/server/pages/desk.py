"""What every page of the companion has in common: headers, navigation, the word of the last change, forms and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from flask import Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from companion.draft import Mode
from companion.policy.guidance import Guidance
from companion.server.api import Companion
from companion.server.caller import KEY, Page
from companion.server.checks import Policy, Starting, Unavailable
from companion.server.pages import said
from companion.server.pages.advice import advice, called
from companion.server.pages.change import Answer, Ask, Done, Mend, attempted
from companion.server.pages.notices import Notices
from companion.store.database import Database
from companion.store.paths import Places

WAIT_FOR_POLICY = 5.0  # seconds

FIRST = (("practice", "Practice"), ("guide", "Guide"), ("mistake", "By mistake"), ("settings", "Settings"))
MORE = (
    ("record", "Record of official posts"),
    ("counts", "Counts"),
    ("readiness", "Before official posts"),
    ("information-request", "A request for information"),
    ("what-forepost-knows", "What Forepost knows about you"),
    ("about", "About Forepost"),
)
MODE_WORDS: tuple[tuple[Mode, str, str, str], ...] = (
    ("personal", "P", "Personal", "As yourself, to friends or to everyone."),
    ("professional", "Pr", "Professional", "As somebody who works where you work."),
    ("official", "O", "Official", "For your organisation, on its account."),
)


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


@dataclass(frozen=True)
class Desk:
    """One for all pages of a companion."""

    companion: Companion
    notices: Notices = field(default_factory=Notices)

    @property
    def now(self) -> datetime:
        return self.companion.now().astimezone(UTC)

    def policy(self) -> Policy | None:
        """None while the pack cannot be had: a page is shown all the same."""
        try:
            return self.companion.warming.policy(WAIT_FOR_POLICY)
        except (Starting, Unavailable):
            return None

    @property
    def places(self) -> Places:
        return Places(config=self.companion.settings.path.parent, state=self.companion.clients.path.parent)

    def guidance(self) -> Guidance:
        policy = self.policy()
        return advice(policy.guidance if policy else None)

    def show(
        self, session: str, name: str, title: str, *, forms: bool = True, template: str = "", **content: Any
    ) -> Response:
        """The page `name`, under its name in the navigation. Without `forms`, the browser sends none from it."""
        html = render_template(
            f"{template or name}.html",
            here=name,
            title=title,
            first=FIRST,
            more=MORE,
            modes=MODE_WORDS,
            notice=self.notices.take(session),
            said=said,
            called=called,
            now=self.now,
            policy=self.policy(),
            **content,
        )
        return Response(html, headers=page_headers("'self'" if forms else "'none'"))

    def answer(self, session: str, page: str, change: Callable[[], Answer]) -> AnyResponse:
        """Make a change and go back to where it can be seen; or ask first; or, for no form of ours, say nothing."""
        match attempted(change):
            case Done(said=words, back=back, at=at, page=other, kept=kept):
                self.notices.leave(session, words, back, at, unkept=None if kept else request.form.to_dict())
                return self.back_to(session, other or page, at)
            case Ask() as ask:
                return self.show(session, page, ask.question, template="sure", ask=ask)
            case Mend() as mend:
                return self.show(session, page, mend.title, template="mend", mend=mend)
        return Response(status=404)

    def download(
        self, session: str, page: str, pieces: Callable[[], Iterable[str]], name: str, kind: str
    ) -> AnyResponse:
        """A file of what is kept, for the person; where that cannot be read, back to the page, which says why."""
        content: list[str] = []

        def read() -> None:
            content.extend(pieces())

        match attempted(read):
            case Done(said=words):
                self.notices.leave(session, words, unkept={})
                return self.back_to(session, page)
        return download("".join(content), name, kind)

    def back_to(self, session: str, page: str, at: str = "") -> AnyResponse:
        return redirect(f"/ui/{session}/{page}{'#' + at if at else ''}", code=303)


def damaged(database: Database) -> str:
    """What to say of files that were damaged and are still kept, whenever that was; empty where there are none."""
    kept = database.kept_aside()
    if not kept:
        return ""
    names, one = ", ".join(path.name for path in kept), len(kept) == 1
    return (
        f"{'A file' if one else 'Files'} of it could not be read, and {'is' if one else 'are'} kept as {names} in "
        f"{kept[0].parent}. What Forepost knows about you, under More, deletes {'it' if one else 'them'}."
    )


def from_our_page() -> bool:
    """The guard has looked already; a view that changes something asks again."""
    return isinstance(request.environ[KEY], Page)


def download(content: str | bytes, name: str, kind: str) -> Response:
    """A file for the person to keep. `name` is ours, never from a form."""
    headers = {**page_headers("'none'"), "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=kind, headers=headers)


def typed(form: Mapping[str, str], name: str, most: int = 10_000) -> str:
    """What was typed into a field: without surrounding space, at most `most` characters, line ends as \\n."""
    return form.get(name, "").replace("\r\n", "\n").strip()[:most]
