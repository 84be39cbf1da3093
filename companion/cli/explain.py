"""Prints one rule of a pack for people: what it sees, why that matters, how serious it is, and what it offers."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from companion.draft import MODES
from companion.policy.compare import SAYS
from companion.policy.conditions import (
    AbsentCondition,
    Condition,
    EntityCondition,
    FieldCondition,
    Group,
    PeriodCondition,
    PresentCondition,
    conditions_in,
)
from companion.policy.model import Example, Pack, Rule

_ACCOUNT: Final = {"person": "from a person's account", "organisation": "from an organisation's account"}
_MOST_EXAMPLES: Final = 6  # of each kind


def explain(rule: Rule, pack: Pack, console: Console) -> None:
    """Write everything the pack says of this rule."""
    console.print(Text.assemble((rule.title, "bold"), (f"  {rule.id}", "dim")))
    console.print(Text(rule.why))
    console.print(Text(f"{rule.clause.ref}: {rule.clause.text}", style="dim"))
    if rule.judgement:
        console.print(Text("A question to you, not a fact: at most one is asked a post."))
    console.print()
    console.print(_severities(rule))
    _section(console, "Looks for", [_said(rule.when), *_raised(rule)])
    _section(
        console, "Offers", [_offer(fix.label, getattr(fix, "text", "")) for fix in rule.fixes] or ["nothing to press"]
    )
    _section(console, "Finds", _examples(rule.examples.flag))
    _section(console, "Lets pass", _examples(rule.examples.pass_))
    console.print()
    console.print(Text(f"From {pack.title}, {pack.id} {pack.version}, by {pack.publisher}.", style="dim"))


def nearest_rules(name: str, ids: list[str]) -> list[str]:
    """The rules that may be meant: at most three whose name holds these letters, or is written nearly so."""
    written = name.lower()
    holding = [one for one in ids if written in one]
    named = {one: one for one in ids} | {one.partition(".")[2]: one for one in ids}
    alike = [named[one] for one in difflib.get_close_matches(written, named, n=3, cutoff=0.75)]
    return list(dict.fromkeys([*holding, *alike]))[:3]


def _severities(rule: Rule) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    for mode in MODES:
        severity = rule.severity.of(mode)
        table.add_row(mode, Text(severity or "–", style="bold"), SAYS[severity])
    return table


def _section(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print()
    console.print(Text(title, style="bold"))
    for line in lines:
        console.print(Text(f"  {line}"))


def _raised(rule: Rule) -> Iterator[str]:
    for up in rule.raise_:
        yield f"{up.severity} where there is: {_said(up.when)}"


def _offer(label: str, text: str) -> str:
    return f"{label}: “{text}”" if text else label


def _examples(examples: list[str | Example]) -> list[str]:
    return [_example(one) for one in examples[:_MOST_EXAMPLES]]


def _example(one: str | Example) -> str:
    if isinstance(one, str):
        return f"“{_in_a_line(one)}”"
    beside = [
        *([one.mode] if one.mode != "personal" else []),
        *([one.surface] if one.surface != "post" else []),
        *([f"profile: “{_in_a_line(one.bio)}”"] if one.bio else []),
        *([f"in answer to “{_in_a_line(one.reply_to)}”"] if one.reply_to else []),
        *([f"in a thread with “{_in_a_line(other)}”" for other in one.siblings]),
        *([_ACCOUNT[one.account_kind]] if one.account_kind != "unknown" else []),
    ]
    return f"“{_in_a_line(one.text)}”" + (f"  ({', '.join(beside)})" if beside else "")


def _in_a_line(text: str) -> str:
    return " ⏎ ".join(text.splitlines())


# --- conditions in words --------------------------------------------------------------------------------------------


def _said(condition: Condition) -> str:
    """The condition as a phrase: "phone", "workplace with a phone at most 200 characters away"."""
    match condition:
        case EntityCondition():
            near = (
                f" with {condition.near.entity} at most {condition.near.within} characters away"
                if condition.near
                else ""
            )
            return f"{condition.entity}{_kinds(condition.kind)}{near}"
        case PresentCondition():
            return f"{condition.present}{_kinds(condition.kind)} in the {_list(condition.in_, 'or')}"
        case AbsentCondition():
            return f"no {condition.absent} in the {_list(condition.in_, 'or')}"
        case FieldCondition():
            return f"{condition.field} is {condition.is_ or _list(condition.in_ or [], 'or')}"
        case PeriodCondition():
            return f"today is in the period {condition.period}"
        case Group():
            return _joined(condition)


def _joined(group: Group) -> str:
    parts = [_said(one) for one in group.all]
    if group.any:
        any_of = " or ".join(_in_brackets(one) for one in group.any)
        parts.append(f"({any_of})" if parts and len(group.any) > 1 else any_of)
    parts += [f"not ({_said(one)})" for one in group.unless]
    return " and ".join(parts)


def _in_brackets(condition: Condition) -> str:
    compound = isinstance(condition, Group) and len(list(conditions_in(condition))) > 2
    return f"({_said(condition)})" if compound else _said(condition)


def _kinds(kinds: str | list[str] | None) -> str:
    return f" ({_list(kinds, 'or')})" if kinds else ""


def _list(names: str | Sequence[str], joint: str) -> str:
    given = [names] if isinstance(names, str) else list(names)
    named = [_PLACES.get(one, one) for one in given]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} {joint} {named[-1]}"


_PLACES: Final = {"bio": "profile", "siblings": "rest of the thread", "reply_to": "post being answered"}
