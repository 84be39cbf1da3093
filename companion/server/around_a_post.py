"""The endpoints around a post: counts, the record, what to say after a mistake, whom to ask before."""

from __future__ import annotations

from contextlib import ExitStack

from companion.server.ask_first import mails_about
from companion.server.caller import Caller
from companion.server.companion import WAIT_FOR_CHECKS, Companion, present_policy
from companion.server.messages import (
    AskFirst,
    IncidentNote,
    Mails,
    Nothing,
    Outcomes,
    ProfileNote,
    ProfileNoted,
    RecordAdd,
    RecordAdded,
    RecordSettle,
)
from companion.server.refusals import Refusal, checks_in_words, kept
from companion.store.incidents import Incident
from companion.store.settings import AccountSettings, SettingsPatch


def outcomes(companion: Companion, _caller: Caller, asked: Outcomes) -> Nothing:
    """Count what became of findings, where the person measures. A rule the pack does not have is not counted."""
    if companion.settings.present.measure:
        known = {rule.id for rule in present_policy(companion).rules}
        with kept():
            for one in asked.outcomes:
                if one.rule in known:
                    companion.counts.add(one.rule, one.mode, one.outcome, one.count)
    return Nothing()


def add_record(companion: Companion, _caller: Caller, post: RecordAdd) -> RecordAdded:
    if not companion.settings.present.record.on:
        return RecordAdded(id=None)
    with kept():
        return RecordAdded(id=companion.records.add(**{name: getattr(post, name) for name in RecordAdd.model_fields}))


def settle_record(companion: Companion, _caller: Caller, asked: RecordSettle) -> Nothing:
    with kept():
        companion.records.settle(asked.id, sent=asked.sent, link=asked.link)
    return Nothing()


def note_incident(companion: Companion, _caller: Caller, note: IncidentNote) -> Nothing:
    fields = {name: getattr(note, name) for name in IncidentNote.model_fields}
    companion.incidents.note(Incident(**{**fields, "rules": tuple(note.rules)}, at=companion.now()))
    return Nothing()


def note_profile(companion: Companion, _caller: Caller, note: ProfileNote) -> ProfileNoted:
    """A disclaimer in a profile counts for its posts from then on; one that was taken out counts no more.

    A profile has several fields: one without a disclaimer says nothing of the others.
    """
    with checks_in_words():
        reviews = companion.warming.reviews(WAIT_FOR_CHECKS)
    known = companion.settings.present.accounts.get(key := f"{note.site}:{note.account.id}")
    had = known is not None and known.disclaimer
    has = reviews.has_disclaimer(note.text)
    gone = not has and note.before is not None and reviews.has_disclaimer(note.before)
    if (after := has or (had and not gone)) != had:
        said = AccountSettings(disclaimer=after)
        if known is None:
            said = AccountSettings(disclaimer=after, name=note.account.name[:200], asked=False)
        with kept():
            companion.settings.change(SettingsPatch(accounts={key: said}))
    return ProfileNoted(disclaimer=after)


def ask_first(companion: Companion, _caller: Caller, asked: AskFirst) -> Mails:
    policy = present_policy(companion)
    about = [rule for rule in policy.rules if rule.id in asked.rules]
    if len(about) < len(set(asked.rules)):
        raise Refusal(400, "invalid", "The policy pack in use has no such rule.", ["rules"])
    own_employer = asked.own_employer or any(rule.own_employer for rule in about)
    return mails_about(about, policy.people, own_employer=own_employer)


def tidy(companion: Companion) -> None:
    """What time asks for: posts whose days are over go, old days become weeks. Called at start and once an hour.

    Where one of the two files cannot be written, the other is tidied all the same. Raises Refusal. While the person has
    not seen that their settings could not be read, no post goes: for how long to keep it may be among what was lost.
    """
    settings = companion.settings.present
    with kept(), ExitStack() as both:
        both.callback(companion.counts.tidy)
        if settings.set_aside is None:
            companion.records.tidy(settings.record.keep_days)
