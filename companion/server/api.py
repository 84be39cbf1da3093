"""What each endpoint under /v1 does, once the guard has said who is calling."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from companion import __version__
from companion.draft import MAX_TEXT_UTF16, Draft, Model, PackRef, Review, in_utf16
from companion.policy.allow import AllowList, entry_for
from companion.server.ask_first import mails_about
from companion.server.caller import Caller, Extension, Local, Newcomer
from companion.server.checks import Policy, Starting, Unavailable, Warming
from companion.server.messages import (
    Allowed,
    AskFirst,
    ConnectedBrowser,
    ConnectedBrowsers,
    Fault,
    Hello,
    HelloAnswer,
    IncidentNote,
    Mails,
    Nothing,
    Outcomes,
    PageLink,
    PageRequest,
    PairClose,
    PairCode,
    PairedByCode,
    PairedNatively,
    PairingAnswer,
    PairingRequest,
    PairList,
    PairNative,
    PairOpen,
    PairRevoke,
    PairWindow,
    PolicyUse,
    RecordAdd,
    RecordAdded,
    RecordSettle,
    SettingsView,
)
from companion.server.pace import Busy, Pace
from companion.server.packs import Packs
from companion.server.pairing import WINDOW_SECONDS, Nonces, Window, agree, proof, proves
from companion.server.sightings import Sightings
from companion.server.visits import LINK_SECONDS, Visits
from companion.store.accounts import as_known
from companion.store.chosen_pack import NotAPack
from companion.store.clients import Clients, b64url, from_b64url
from companion.store.counts import Counts
from companion.store.database import LaterVersion, NotKept
from companion.store.incidents import Incident, Incidents
from companion.store.records import Records
from companion.store.settings import SettingsPatch, mode_of
from companion.store.settings_store import SettingsStore, StaleRevision

WAIT_FOR_CHECKS = 5.0  # seconds a request waits while the checks are loaded


class Silence(Exception):
    """Answer as to a stranger."""


class Refusal(Exception):
    """A named fault for somebody known."""

    def __init__(self, status: int, code: str, message: str, fields: list[str] | None = None) -> None:
        super().__init__(code)
        self.status = status
        self.fault = Fault.model_validate({"code": code, "message": message, "fields": fields})


@dataclass(frozen=True)
class Companion:
    """Everything a running companion consists of. `now` is the wall clock, UTC."""

    port: int
    start_id: str
    local_token: str
    id_key: bytes  # of finding ids and the allow list
    settings: SettingsStore
    records: Records
    counts: Counts
    incidents: Incidents
    sightings: Sightings
    clients: Clients
    window: Window
    visits: Visits
    nonces: Nonces
    pace: Pace
    warming: Warming
    packs: Packs
    now: Callable[[], datetime]


def hello(companion: Companion, caller: Caller, asked: Hello) -> HelloAnswer:
    client = companion.clients.get(asked.client)
    if client is None or not isinstance(caller, Newcomer) or client.origin != caller.origin:
        raise Silence
    secret, port = from_b64url(client.secret), str(companion.port)
    if not proves(secret, asked.mac, "client", asked.nonce, port):
        raise Silence
    if not companion.nonces.fresh(client.client, asked.nonce):
        raise Silence
    mac = proof(secret, "server", asked.nonce, port, companion.start_id)
    return HelloAnswer(mac=mac, start_id=companion.start_id, version=__version__)


def pairings(companion: Companion, caller: Caller, asked: PairingRequest) -> PairingAnswer:
    if isinstance(caller, Newcomer):
        if not isinstance(asked, PairCode):
            raise Silence
        return _pair_by_code(companion, caller.origin, asked)
    match asked:
        case PairOpen():
            return PairWindow(code=companion.window.open(), expires_in=WINDOW_SECONDS)
        case PairClose():
            companion.window.close()
            return Nothing()
        case PairNative(origin=origin, name=name):
            return _pair_natively(companion, origin, name)
        case PairList():
            return connected(companion)
        case PairRevoke(client=client):
            companion.clients.revoke(client)
            return Nothing()
        case PairCode():
            raise Refusal(400, "invalid", "Only a browser connects with a code.", ["kind"])


def _pair_by_code(companion: Companion, origin: str, asked: PairCode) -> PairedByCode:
    with companion.window.attempt(asked.nonce, asked.mac, companion.port, origin) as key:
        if key is None:
            raise Silence
        agreed = agree(key, asked.nonce)
        companion.clients.add(asked.name, origin, agreed.secret, b64url(agreed.token), agreed.client)
    return PairedByCode(client=agreed.client, nonce=agreed.nonce, mac=agreed.mac)


def _pair_natively(companion: Companion, origin: str, name: str) -> PairedNatively:
    secret, token = secrets.token_bytes(32), secrets.token_urlsafe(32)
    client = companion.clients.add(name, origin, secret, token)
    return PairedNatively(client=client.client, port=companion.port, secret=b64url(secret), token=token)


def connected(companion: Companion) -> ConnectedBrowsers:
    """The window is looked at first: when it is over, whoever connected through it is already on the list."""
    window = companion.window.seconds_left()
    clients = [
        ConnectedBrowser(client=client.client, name=client.name, origin=client.origin, created=client.created)
        for client in companion.clients.all()
    ]
    return ConnectedBrowsers(clients=clients, window=window)


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
    with _named_faults():
        review = companion.warming.reviews(WAIT_FOR_CHECKS)

    def notice(rule: str) -> None:
        if companion.sightings.is_new(rule, mode):
            with suppress(NotKept, LaterVersion):  # a count that is lost is no reason not to check
                companion.counts.add(rule, mode, "noticed")

    return review(
        as_known(settings, draft),
        mode=mode,
        mode_source=source,
        settings_revision=settings.revision,
        allow=AllowList(settings.allow, companion.id_key),
        id_key=companion.id_key,
        today=companion.now().astimezone().date(),
        choices=settings.rules,
        notice=notice if settings.measure else None,
    )


def utf16_length(text: str) -> int:
    """UTF-16 code units of a text."""
    return len(text.encode("utf-16-le")) // 2


def _policy(companion: Companion) -> Policy:
    with _named_faults():
        return companion.warming.policy(WAIT_FOR_CHECKS)


@contextmanager
def _named_faults() -> Iterator[None]:
    """Say in words that the checks are not there (yet)."""
    try:
        yield
    except Starting:
        raise Refusal(503, "starting", "The companion is still starting. Ask again in a few seconds.") from None
    except Unavailable:
        message = 'The checks could not be loaded, so nothing is checked. Run "forepost doctor" to see why.'
        raise Refusal(503, "checks-unavailable", message) from None


@contextmanager
def _kept() -> Iterator[None]:
    """Say in words that it was not kept, and why."""
    try:
        yield
    except LaterVersion as later:
        raise Refusal(507, "not-kept", str(later)) from None
    except (NotKept, OSError):
        message = "The disk is full, or Forepost cannot write its folder. Nothing was changed. Make room, try again."
        raise Refusal(507, "not-kept", message) from None


def read_settings(companion: Companion, _caller: Caller, _asked: Nothing) -> SettingsView:
    settings, now = companion.settings.present, companion.now()
    return SettingsView(
        revision=settings.revision,
        mode=settings.mode,
        accounts=settings.accounts,
        sites=settings.sites,
        allow=[Allowed(id=entry.id, rule=entry.rule, label=entry.label) for entry in settings.allow],
        pack=_policy(companion).pack,
        on=settings.on,
        paused_until=settings.pause_at(now),
        measure=settings.measure,
        record=settings.record.on,
        gut_check=settings.gut_check,
        language=settings.language,
        readiness_due=settings.readiness.is_due(now),
    )


def patch_settings(companion: Companion, caller: Caller, patch: SettingsPatch) -> SettingsView:
    _policy(companion)  # before anything is changed: the answer needs it
    add = patch.allow_add
    entry = entry_for(add.rule, add.quote, companion.id_key) if add is not None else None
    try:
        with _kept():
            companion.settings.change(patch, entry)
    except StaleRevision:
        message = "The settings were changed from another place in the meantime. Nothing was changed; read them again."
        raise Refusal(409, "stale", message) from None
    return read_settings(companion, caller, Nothing())


def outcomes(companion: Companion, _caller: Caller, asked: Outcomes) -> Nothing:
    """Count what became of findings, where the person measures. A rule the pack does not have is not counted."""
    if companion.settings.present.measure:
        known = {rule.id for rule in _policy(companion).rules}
        with _kept():
            for one in asked.outcomes:
                if one.rule in known:
                    companion.counts.add(one.rule, one.mode, one.outcome, one.count)
    return Nothing()


def add_record(companion: Companion, _caller: Caller, post: RecordAdd) -> RecordAdded:
    if not companion.settings.present.record.on:
        return RecordAdded(id=None)
    with _kept():
        return RecordAdded(id=companion.records.add(**{name: getattr(post, name) for name in RecordAdd.model_fields}))


def settle_record(companion: Companion, _caller: Caller, asked: RecordSettle) -> Nothing:
    with _kept():
        companion.records.settle(asked.id, sent=asked.sent, link=asked.link)
    return Nothing()


def note_incident(companion: Companion, _caller: Caller, note: IncidentNote) -> Nothing:
    fields = {name: getattr(note, name) for name in IncidentNote.model_fields}
    companion.incidents.note(Incident(**{**fields, "rules": tuple(note.rules)}, at=companion.now()))
    return Nothing()


def ask_first(companion: Companion, _caller: Caller, asked: AskFirst) -> Mails:
    policy = _policy(companion)
    about = [rule for rule in policy.rules if rule.id in asked.rules]
    if len(about) < len(set(asked.rules)):
        raise Refusal(400, "invalid", "The policy pack in use has no such rule.", ["rules"])
    return mails_about(about, policy.people, own_employer=asked.own_employer)


def use_policy(companion: Companion, _caller: Caller, asked: PolicyUse) -> PackRef:
    """For programs of this user alone, which ask the person first. A pack that cannot be used changes nothing."""
    with _kept(), _named_faults():
        if asked.pack is None:
            companion.packs.leave()
            return _policy(companion).pack
        try:
            companion.packs.use(companion.packs.look(asked.pack.encode()).pack.sha256)
        except NotAPack as fault:
            message = "\n".join(["This pack cannot be used, and nothing was changed.", *fault.problems])
            raise Refusal(400, "invalid", message, ["pack"]) from None
    return _policy(companion).pack


def tidy(companion: Companion) -> None:
    """What time asks for: posts whose days are over go, old days become weeks. Called at start and once an hour."""
    with _kept():
        companion.records.tidy(companion.settings.present.record.keep_days)
        companion.counts.tidy()


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
    Endpoint("/v1/outcomes", "Count what became of findings", CLIENTS_OF_USER, Outcomes, Nothing, outcomes),
    Endpoint("/v1/records/add", "Keep an official post", CLIENTS_OF_USER, RecordAdd, RecordAdded, add_record),
    Endpoint("/v1/records/settle", "Say whether it was sent", CLIENTS_OF_USER, RecordSettle, Nothing, settle_record),
    Endpoint("/v1/incidents/note", "Note a post for a day", CLIENTS_OF_USER, IncidentNote, Nothing, note_incident),
    Endpoint("/v1/ask-first", "Get mails to ask before posting", CLIENTS_OF_USER, AskFirst, Mails, ask_first),
    Endpoint("/v1/policy/use", "Choose the policy pack", (Local,), PolicyUse, PackRef, use_policy),
    Endpoint("/v1/pages", "Get a link that opens a page once", CLIENTS_OF_USER, PageRequest, PageLink, pages),
)
