"""What another policy pack would change for a person, in words they can weigh before they choose it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from companion.draft import MODES, SEVERITIES, Severity
from companion.policy.model import Pack, Rule

SAYS: dict[Severity | None, str] = {
    "hold": "held until you have looked at it",
    "warn": "underlined, never held",
    "hint": "a quiet dot, nothing more",
    None: "nothing is said",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One kind of change, and each thing it is true of."""

    what: str
    of: tuple[str, ...]


def differences(before: Pack, after: Pack) -> list[Difference]:
    """Everything a person would notice after going from one pack to the other; empty when that is nothing."""
    known, coming = {rule.id: rule for rule in before.rules}, {rule.id: rule for rule in after.rules}
    both = [(known[id_], rule) for id_, rule in coming.items() if id_ in known]
    found = [
        ("It speaks for", _named(before.organisation.name, after.organisation.name)),
        ("New rules", [rule.title for id_, rule in coming.items() if id_ not in known]),
        ("Rules that go", [rule.title for id_, rule in known.items() if id_ not in coming]),
        ("More serious", list(_moved(both, up=True))),
        ("Less serious", list(_moved(both, up=False))),
        ("Looked for in another way", [new.title for old, new in both if _looks_otherwise(old, new)]),
        ("Explained in other words", [new.title for old, new in both if _speaks_otherwise(old, new)]),
        ("Never flagged, because this pack says it is public", _allowed(before, after)),
        ("Watched for by name", _watched(before, after)),
        ("Whom to ask", _contacts(before, after)),
        ("On Forepost's pages", _advice(before, after)),
    ]
    return [Difference(what, tuple(of)) for what, of in found if of]


def _named(before: str, after: str) -> list[str]:
    return [f"{after}, no longer {before}"] if before != after else []


def _moved(pairs: Iterable[tuple[Rule, Rule]], *, up: bool) -> Iterator[str]:
    """Rules that became more (or less) serious in some mode, and how they are met there from now on."""
    for old, new in pairs:
        for mode in MODES:
            was, will = old.severity.of(mode), new.severity.of(mode)
            if was != will and (_weight(will) > _weight(was)) is up:
                yield f"{new.title}, in {mode} posts: {SAYS[will]} (now: {SAYS[was]})"


def _weight(severity: Severity | None) -> int:
    return 0 if severity is None else len(SEVERITIES) - SEVERITIES.index(severity)


def _looks_otherwise(old: Rule, new: Rule) -> bool:
    return (old.when, old.raise_, old.yields_to) != (new.when, new.raise_, new.yields_to)


def _speaks_otherwise(old: Rule, new: Rule) -> bool:
    said = (old.title, old.why, old.clause.text, old.own_employer)
    return said != (new.title, new.why, new.clause.text, new.own_employer)


def _allowed(before: Pack, after: Pack) -> list[str]:
    old, new = before.organisation.allow, after.organisation.allow
    if old == new:
        return []
    values = [*new.phones, *new.emails, *new.addresses, *new.postcodes, *new.domains, *new.networks]
    forms = [f"whatever has the form {one.pattern}" for one in new.patterns]
    return [*values, *(one.value for one in new.values), *forms]


def _watched(before: Pack, after: Pack) -> list[str]:
    old, new = before.organisation.watchlist, after.organisation.watchlist
    return [*new.terms, *(f"the form {pattern}" for pattern in new.patterns)] if old != new else []


def _contacts(before: Pack, after: Pack) -> list[str]:
    old, new = before.organisation.contacts, after.organisation.contacts
    return [contact.role for contact in new] if old != new else []


def _advice(before: Pack, after: Pack) -> list[str]:
    return ["the guide, the steps after a mistake, the points before official posts"] * (
        before.guidance != after.guidance
    )
