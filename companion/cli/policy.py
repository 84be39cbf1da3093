"""`forepost policy check`: read a policy pack, say what is wrong and where, and try its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from companion.cli.check import Exit, Unreadable
from companion.detectors.engine import Engine, build_engine
from companion.draft import Account, Draft, Finding
from companion.policy.load import Source, read_pack
from companion.policy.model import Example, Rule
from companion.policy.problems import PackError, Path_
from companion.review import review

_NO_SECRET = b"examples are no secret"  # finding ids are not looked at here


@dataclass(frozen=True, slots=True)
class Failed:
    """An example its own rule gets wrong. `path` is where it stands in the pack."""

    path: Path_
    rule: str
    what: str


@click.group(short_help="Check a policy pack.")
def policy() -> None:
    """Work on policy packs."""


@policy.command(name="check")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check_pack(ctx: click.Context, file: Path) -> None:
    """Check the pack in FILE and try every rule on its own examples.

    Ends with 0 when all is well and with 3 otherwise.
    """
    try:
        source = read_pack(file.read_bytes())
    except OSError as error:
        raise Unreadable(f"{file} could not be read: {error.strerror}. Nothing was checked.") from None
    except PackError as error:
        for problem in error.problems:
            click.echo(f"{file}:{problem.line}:{problem.column}: {problem.what} {problem.mend}".rstrip(), err=True)
        ctx.exit(int(Exit.ERROR))
    failed = list(failed_examples(source, build_engine(source.pack)))
    for one in failed:
        line, column = source.place(one.path)
        click.echo(f"{file}:{line}:{column}: {one.rule}: {one.what}", err=True)
    rules = source.pack.rules
    tried = sum(len(rule.examples.flag) + len(rule.examples.pass_) for rule in rules)
    if failed:
        click.echo(f"{len(failed)} of {tried} examples do not hold.", err=True)
        ctx.exit(int(Exit.ERROR))
    name = f"{source.pack.title} ({source.pack.id} {source.pack.version})"
    click.echo(f"{name}: {len(rules)} rules, {tried} examples hold.")


def failed_examples(source: Source, engine: Engine) -> Iterator[Failed]:
    """Every example that its own rule does not get right; other rules may say of it what they like."""
    for place, rule in enumerate(source.pack.rules):
        for number, example in enumerate(rule.examples.flag):
            if what := _not_flagged(_whole(example), rule, source, engine):
                yield Failed(("rules", place, "examples", "flag", number), rule.id, what)
        for number, example in enumerate(rule.examples.pass_):
            if _found(_whole(example), rule, source, engine):
                path = ("rules", place, "examples", "pass", number)
                yield Failed(path, rule.id, "this example should pass, and is found.")


def _not_flagged(example: Example, rule: Rule, source: Source, engine: Engine) -> str:
    found = _found(example, rule, source, engine)
    if not found:
        return "this example should be found, and passes."
    quotes = [example.text[one.start : one.end] for one in found if one.start is not None and one.end is not None]
    if example.quote is not None and example.quote not in quotes:
        about = " and ".join(map(repr, quotes)) or "nothing"
        return f"the finding should be about {example.quote!r}, and is about {about}."
    return ""


def _found(example: Example, rule: Rule, source: Source, engine: Engine) -> list[Finding]:
    draft = Draft(
        text=example.text,
        surface=example.surface,
        account=Account(id="example", kind=example.account_kind),
        bio=example.bio,
        siblings=list(example.siblings),
        reply_to=example.reply_to,
    )
    found = review(draft, source.pack, engine, mode=example.mode, id_key=_NO_SECRET, today=date(2026, 1, 15)).findings
    return [finding for finding in found if finding.rule == rule.id]


def _whole(example: str | Example) -> Example:
    return Example(text=example) if isinstance(example, str) else example
