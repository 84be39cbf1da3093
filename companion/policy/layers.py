"""Lays one pack over another: an organisation's over the built-in rules, and a person's over the organisation's.

`extends: built-in` takes over the built-in *rules* alone: names, contacts, lists and periods belong to the organisation
that they were written for. `extends: organisation` takes over everything; lists add up, the rest is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from companion.draft import Clause
from companion.policy.model import CopyPart, Example, FixPart, InsertPart, Pack, ReplacePart, Rule, RuleChange
from companion.policy.organisation import Organisation

GOOD_PRACTICE = "Good practice"  # in place of the section of another organisation's policy


def over_built_in(data: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    """The pack with the built-in rules it does not write itself behind its own, whose places in the file stay true."""
    own = data.get("rules", [])
    if not isinstance(own, list):
        return data
    replaced = ids_of(own)
    return {**data, "rules": own + [rule for rule in base["rules"] if rule["id"] not in replaced]}


def over_organisation(data: dict[str, Any], base: Pack) -> dict[str, Any]:
    """The pack over a whole other one: its lists come first and add up, its rules replace those of the same id."""
    own = data.get("rules", [])
    rest = base.model_dump(by_alias=True, exclude={"rules"})
    whole = _merged({key: value for key, value in data.items() if key != "rules"}, rest)
    if not isinstance(own, list):
        return {**whole, "rules": own}
    replaced = ids_of(own)
    return {**whole, "rules": own + [rule for rule in base.rules if rule.id not in replaced]}


def ids_of(rules: list[Any]) -> set[str]:
    """The ids of rules as a file gives them: whatever else stands there is for the model to refuse."""
    return {rule["id"] for rule in rules if isinstance(rule, dict) and isinstance(rule.get("id"), str)}


def settled(pack: Pack, *, own: Collection[str], base: Organisation | None) -> Pack:
    """The pack as it is used: inherited rules fit the organisation, changes are made, names and numbers filled in.

    `own` are the ids of the rules the pack writes itself, `base` is the organisation the others were written for.
    """
    rules = pack.rules
    if base and base.name != pack.organisation.name:
        about_base = _mentions(base)
        rules = [rule if rule.id in own else _of_nobody(rule, about_base) for rule in rules]
    rules = [_changed(rule, pack.changes[rule.id]) if rule.id in pack.changes else rule for rule in rules]
    rules = [rule.model_copy(update={"fixes": list(_filled(rule.fixes, pack.organisation))}) for rule in rules]
    return pack.model_copy(update={"rules": rules, "changes": {}})


def _merged(own: Any, base: Any) -> Any:
    if isinstance(own, dict) and isinstance(base, dict):
        return {**base, **{key: _merged(value, base.get(key)) for key, value in own.items()}}
    if isinstance(own, list) and isinstance(base, list):
        return own + [one for one in base if one not in own]
    return own


def _changed(rule: Rule, change: RuleChange) -> Rule:
    """The rule as another pack says it. A null severity says nothing in that mode, one left out stays."""
    said = {name: getattr(change, name) for name in change.model_fields_set if getattr(change, name) is not None}
    if change.severity:
        given = {mode: getattr(change.severity, mode) for mode in change.severity.model_fields_set}
        said["severity"] = rule.severity.model_copy(update=given)
    return rule.model_copy(update=said)


# --- rules written for another organisation -------------------------------------------------------------------------


def _of_nobody(rule: Rule, about_base: re.Pattern[str]) -> Rule:
    """The rule without the section of that organisation's policy, and without the examples that speak of it."""
    examples = {
        "flag": [one for one in rule.examples.flag if not about_base.search(_all_of(one))],
        "pass_": [one for one in rule.examples.pass_ if not about_base.search(_all_of(one))],
    }
    clause = Clause(ref=GOOD_PRACTICE, text=rule.clause.text)
    return rule.model_copy(update={"clause": clause, "examples": rule.examples.model_copy(update=examples)})


def _all_of(example: str | Example) -> str:
    if isinstance(example, str):
        return example
    return "\n".join([example.text, example.bio or "", example.reply_to or "", *example.siblings])


def _mentions(base: Organisation) -> re.Pattern[str]:
    """Whatever only makes sense for this organisation: its names, people, numbers, addresses and references."""
    allow, watch = base.allow, base.watchlist
    words = [base.name, *base.aliases, *base.domains, *base.handles, *base.topics, *base.stakeholders, *base.roles]
    words += [*watch.terms, *allow.emails, *allow.postcodes, *allow.domains, *allow.addresses]
    numbers = [r"\W*".join(re.sub(r"\D", "", phone)) for phone in allow.phones]
    forms = [r"[\s_-]*".join(map(re.escape, word.removeprefix("the ").split())) for word in words]
    forms += [r"(?:\w+[.-])*" + _as_imitated(domain.partition(".")[0]) + r"[\w.-]*" for domain in base.domains]
    # As a whole word, or capitals that begin one: a host of the ABC may be ABCAPP02.
    capitals = [rf"(?-i:{re.escape(word)})" for word in words if word.isupper()]
    named = rf"(?<!\w)(?:{'|'.join(forms)})s?(?!\w)|(?<!\w)(?:{'|'.join(capitals or ['(?!)'])})"
    return re.compile("|".join([named, *numbers, *watch.patterns]), re.IGNORECASE)


def _as_imitated(label: str) -> str:
    """The label also with the digits that look-alikes put for its letters."""
    return "".join({"l": "[l1i]", "i": "[i1l]", "o": "[o0]"}.get(char, re.escape(char)) for char in label)


# --- what a pack leaves to be filled in -----------------------------------------------------------------------------


def _filled(fixes: list[FixPart], organisation: Organisation) -> Iterator[FixPart]:
    """The fixes with {organisation}, {short-name}, {phone}, {email} filled in; one that lacks its value is left out."""
    contacts, allow = organisation.contacts, organisation.allow
    values = {
        "{organisation}": organisation.name,
        "{short-name}": organisation.short_name,
        "{phone}": next(iter([one.phone for one in contacts if one.phone] + allow.phones), None),
        "{email}": next(iter([one.email for one in contacts if one.email] + allow.emails), None),
    }
    for fix in fixes:
        if not isinstance(fix, ReplacePart | InsertPart | CopyPart):
            yield fix
            continue
        text, short = fix.text, fix.short if isinstance(fix, InsertPart) else None
        missing = False
        for name, value in values.items():
            missing = missing or (value is None and name in text)
            text = text.replace(name, value or "")
            short = short.replace(name, value or "") if short else short
        if not missing:
            yield fix.model_copy(update={"text": text} | ({"short": short} if short else {}))
