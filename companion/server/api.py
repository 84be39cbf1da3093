"""The API under /v1: each path with who may call it, what it takes and answers; and the review itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from companion.draft import MAX_TEXT_UTF16, Draft, Model, PackRef, Review, in_utf16
from companion.server.around_a_post import (
    add_record,
    ask_first,
    note_incident,
    note_profile,
    outcomes,
    settle_record,
)
from companion.server.caller import Caller, Extension, Local, Newcomer
from companion.server.checks import Terms
from companion.server.choosing import import_settings, patch_settings, read_settings, use_policy
from companion.server.companion import WAIT_FOR_CHECKS, Companion
from companion.server.connecting import hello, pairings
from companion.server.messages import (
    AskFirst,
    Hello,
    HelloAnswer,
    IncidentNote,
    Mails,
    Nothing,
    Outcomes,
    PageLink,
    PageRequest,
    PairingAnswer,
    PairingRequest,
    PolicyUse,
    ProfileNote,
    ProfileNoted,
    RecordAdd,
    RecordAdded,
    RecordSettle,
    SettingsImport,
    SettingsImported,
    SettingsView,
)
from companion.server.pace import Busy
from companion.server.refusals import Refusal, checks_in_words
from companion.server.visits import LINK_SECONDS
from companion.store.accounts import as_known
from companion.store.database import LaterVersion, NotKept
from companion.store.settings import SettingsPatch, allowed_on, mode_of

__all__ = ["ENDPOINTS", "Companion", "Endpoint"]


def reviews(companion: Companion, caller: Caller, draft: Draft) -> Review:
    """Offsets of the answer are UTF-16 code units: here, and nowhere else, they change."""
    if utf16_length(draft.text) > MAX_TEXT_UTF16:
        raise Refusal(413, "text-too-long", f"A text of more than {MAX_TEXT_UTF16:,} characters is not read.")
    who = caller.client.client if isinstance(caller, Extension) else "local"
    try:
        with companion.pace.turn(who, limited=isinstance(caller, Extension)):
            review = _review(companion, draft)
    except Busy:
        raise Refusal(429, "busy", "Many texts are being checked at this moment. Ask again in a second.") from None
    return in_utf16(review, draft.text)


def _review(companion: Companion, draft: Draft) -> Review:
    settings = companion.settings.present
    mode, source = mode_of(settings, draft)
    with checks_in_words():
        review = companion.warming.reviews(WAIT_FOR_CHECKS)

    def notice(rule: str) -> None:
        if companion.sightings.is_new(rule, mode):
            with suppress(NotKept, LaterVersion):  # a count that is lost is no reason not to check
                companion.counts.add(rule, mode, "noticed")

    terms = Terms(
        mode=mode,
        mode_source=source,
        settings_revision=settings.revision,
        allow=allowed_on(settings, draft, mode, companion.id_key),
        id_key=companion.id_key,
        today=companion.now().astimezone().date(),
        choices=settings.rules,
        notice=notice if settings.measure else None,
    )
    return review(as_known(settings, draft), terms)


def utf16_length(text: str) -> int:
    """UTF-16 code units of a text."""
    return len(text.encode("utf-16-le")) // 2


def pages(companion: Companion, _caller: Caller, asked: PageRequest) -> PageLink:
    return PageLink(path=f"/open/{companion.visits.link(asked.page)}", expires_in=LINK_SECONDS)


@dataclass(frozen=True)
class Endpoint:
    """One path of the API. `request` and `answer` are what pydantic makes a TypeAdapter of."""

    path: str
    summary: str
    callers: tuple[type, ...]
    request: Any
    answer: Any
    call: Callable[[Companion, Caller, Any], Model]
    names: str = ""  # how a field of this body is called in errors, before its own name


CLIENTS_OF_USER = (Extension, Local)
ENDPOINTS = (
    Endpoint("/v1/hello", "Prove each other before any text or token goes out", (Newcomer,), Hello, HelloAnswer, hello),
    Endpoint(
        "/v1/pairings",
        "Connect a browser, list the connected ones, disconnect one",
        (Newcomer, Local),
        PairingRequest,
        PairingAnswer,
        pairings,
    ),
    Endpoint("/v1/reviews", "Review a draft", CLIENTS_OF_USER, Draft, Review, reviews, names="draft."),
    Endpoint("/v1/settings/read", "Read the settings", CLIENTS_OF_USER, Nothing, SettingsView, read_settings),
    Endpoint("/v1/settings/patch", "Change settings", CLIENTS_OF_USER, SettingsPatch, SettingsView, patch_settings),
    Endpoint(
        "/v1/settings/import",
        "Take over a file of settings, or begin anew",
        (Local,),
        SettingsImport,
        SettingsImported,
        import_settings,
    ),
    Endpoint("/v1/outcomes", "Count what became of findings", CLIENTS_OF_USER, Outcomes, Nothing, outcomes),
    Endpoint("/v1/records/add", "Keep an official post", CLIENTS_OF_USER, RecordAdd, RecordAdded, add_record),
    Endpoint("/v1/records/settle", "Say whether it was sent", CLIENTS_OF_USER, RecordSettle, Nothing, settle_record),
    Endpoint("/v1/incidents/note", "Note a post for a day", CLIENTS_OF_USER, IncidentNote, Nothing, note_incident),
    Endpoint(
        "/v1/profiles/note", "Note a profile's disclaimer", CLIENTS_OF_USER, ProfileNote, ProfileNoted, note_profile
    ),
    Endpoint("/v1/ask-first", "Get mails to ask before posting", CLIENTS_OF_USER, AskFirst, Mails, ask_first),
    Endpoint("/v1/policy/use", "Choose the policy pack", (Local,), PolicyUse, PackRef, use_policy),
    Endpoint("/v1/pages", "Get a link that opens a page once", CLIENTS_OF_USER, PageRequest, PageLink, pages),
)
