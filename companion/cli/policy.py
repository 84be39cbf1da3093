"""`forepost policy`: check a pack and try its examples, explain a rule, begin a new pack, use one, print the schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click
from rich.console import Console

from companion.cli.ending import Exit, Unreadable
from companion.cli.explain import explain, nearest_rules
from companion.cli.reviewer import pack_in
from companion.cli.use_pack import use
from companion.detectors.engine import Engine, build_engine
from companion.draft import Account, Draft, Finding
from companion.policy.heard import unknown_entities
from companion.policy.judge import Scene, judge
from companion.policy.load import Source, read_pack, starter_text
from companion.policy.model import Example, Rule
from companion.policy.plan import entities_of
from companion.policy.problems import PackError, Path_
from companion.policy.schema import schema_text
from companion.review import review

_NO_SECRET = b"examples are no secret"  # finding ids are not looked at here
_A_DAY = date(2026, 1, 15)  # outside every period there is


@dataclass(frozen=True, slots=True)
class Failed:
    """An example its own rule gets wrong. `path` is where it stands in the pack."""

    path: Path_
    rule: str
    what: str


_OVER = click.option(
    "--over", type=click.Path(path_type=Path), help="The organisation's pack, for one that lies over it."
)
_PACKS = click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A pack instead of the built-in one; another --pack lies over it.",
)


@click.group(short_help="Check, explain, begin and use policy packs.")
def policy() -> None:
    """Work on policy packs: what is looked for, how serious it is, and what is said of it."""


policy.add_command(use)


@policy.command(name="check")
@click.argument("file", type=click.Path(path_type=Path))
@_OVER
@click.pass_context
def check_pack(ctx: click.Context, file: Path, over: Path | None) -> None:
    """Check the pack in FILE and try every rule on its own examples.

    Ends with 0 when all is well and with 3 otherwise.
    """
    try:
        source = read_pack(_bytes_of(file), below=pack_in(over) if over else None)
        engine = build_engine(source.pack)
        if faults := list(unknown_entities(source, engine.entities)):
            raise PackError(faults)
    except PackError as error:
        for problem in error.problems:
            click.echo(f"{file}:{problem.line}:{problem.column}: {problem.what} {problem.mend}".rstrip(), err=True)
        ctx.exit(int(Exit.ERROR))
    failed = list(failed_examples(source, engine))
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


@policy.command(name="explain")
@click.argument("rule", required=False)
@_PACKS
def explain_rule(rule: str | None, packs: tuple[Path, ...]) -> None:
    """Say what RULE looks for, why, how serious it is in each mode, and what it offers.

    Without a RULE it lists all there are. Without a pack the built-in one is meant. `forepost check` names the rules
    it found.
    """
    pack = pack_in(*packs)
    known = {one.id: one for one in pack.rules}
    if rule is None:
        widest = max(map(len, known), default=0)
        for one in pack.rules:
            click.echo(f"{one.id.ljust(widest)}  {one.title}")
        return
    if rule not in known:
        close = nearest_rules(rule, list(known))
        mend = f"Did you mean {' or '.join(close)}?" if close else f"The pack has: {', '.join(known)}."
        raise Unreadable(f"There is no rule {rule} in {pack.id} {pack.version}. {mend}")
    explain(known[rule], pack, Console(highlight=False, soft_wrap=True))


@policy.command(name="schema")
def schema() -> None:
    """Print the JSON Schema of a pack, for editors that complete and check YAML."""
    click.echo(schema_text(), nl=False)


@policy.command(name="new")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def new(file: Path | None) -> None:
    """Begin a pack for your own organisation: write a commented one to FILE, or to the terminal.

    A file that is there already is left as it is.
    """
    if file is None:
        click.echo(starter_text(), nl=False)
        return
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(starter_text())
    except FileExistsError:
        raise Unreadable(f"{file} is there already and was left as it is. Choose another name.") from None
    except OSError as error:
        raise Unreadable(f"{file} could not be written: {error.strerror}. Nothing was changed.") from None
    click.echo(f"Written. Open {file}, put in your own names, then run: forepost policy check {file}")


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(f"{file} could not be read: {error.strerror}. Nothing was checked.") from None


def failed_examples(source: Source, engine: Engine) -> Iterator[Failed]:
    """Every example that its own rule does not get right; other rules may say of it what they like."""
    for rule in source.pack.rules:
        where = source.path_of(rule)
        for number, example in enumerate(rule.examples.flag):
            what = _not_flagged(_whole(example), rule, source, engine)
            if what and not (where == ("extends",) and _settled_otherwise(_whole(example), rule, source, engine)):
                yield Failed((*where, "examples", "flag", number), rule.id, what)
        for number, example in enumerate(rule.examples.pass_):
            if _found(_whole(example), rule, source, engine):
                yield Failed((*where, "examples", "pass", number), rule.id, "this example should pass, and is found.")


def _not_flagged(example: Example, rule: Rule, source: Source, engine: Engine) -> str:
    found = _found(example, rule, source, engine)
    if not found:
        return "this example should be found, and passes."
    quotes = [example.text[one.start : one.end] for one in found if one.start is not None and one.end is not None]
    if example.quote is not None and example.quote not in quotes:
        about = " and ".join(map(repr, quotes)) or "nothing"
        return f"the finding should be about {example.quote!r}, and is about {about}."
    return ""


def _settled_otherwise(example: Example, rule: Rule, source: Source, engine: Engine) -> bool:
    """Does this pack switch the rule off here, allow the words, or say something more serious of them?

    Then an example of the pack below need not hold.
    """
    pack, draft = source.pack, _draft(example)
    seen = engine.detect(draft.text, entities_of(pack, example.mode))
    scene = Scene(draft, example.mode, seen, engine.detect, pack.periods, _A_DAY)
    return rule.severity.of(example.mode) is None or any(one.rule.id == rule.id for one in judge(pack, scene))


def _found(example: Example, rule: Rule, source: Source, engine: Engine) -> list[Finding]:
    found = review(_draft(example), source.pack, engine, mode=example.mode, id_key=_NO_SECRET, today=_A_DAY).findings
    return [finding for finding in found if finding.rule == rule.id]


def _draft(example: Example) -> Draft:
    return Draft(
        text=example.text,
        surface=example.surface,
        account=Account(id="example", kind=example.account_kind),
        bio=example.bio,
        siblings=list(example.siblings),
        reply_to=example.reply_to,
    )


def _whole(example: str | Example) -> Example:
    return Example(text=example) if isinstance(example, str) else example
