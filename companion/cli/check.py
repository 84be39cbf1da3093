"""`forepost check`: review a text from a file, an argument or standard input, and show what it may give away."""

from __future__ import annotations

import errno
import json
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click
from pydantic import ValidationError

from companion.cli.show import show
from companion.detectors.engine import build_engine
from companion.draft import MAX_TEXT_UTF16, MODES, Draft, Mode, ModeSource, Review
from companion.policy.allow import NOTHING_ALLOWED, AllowList
from companion.policy.load import load_pack
from companion.policy.model import Pack
from companion.policy.problems import PackError
from companion.review import review

if TYPE_CHECKING:
    from companion.store.settings import Settings

MAX_INPUT_BYTES = 1024 * 1024


class Exit(IntEnum):
    CLEAR = 0
    ADVISE = 1
    HOLD = 2
    ERROR = 3


_LOOKS_LIKE_A_FILE = re.compile(r"\S*/|\S*[\w-]\.(?:txt|md|json|jsonl|html?|rtf|docx?|odt|pdf|csv|log)")
_OF_VERDICT = {"clear": Exit.CLEAR, "advise": Exit.ADVISE, "hold": Exit.HOLD}


class Unreadable(click.ClickException):
    """An error with a sentence for people; ends the command with 3."""

    exit_code = int(Exit.ERROR)


@click.command(short_help="Check a text before you post it.")
@click.argument("what", required=False, metavar="[FILE|TEXT|-]")
@click.option("--mode", type=click.Choice(MODES), help="In what capacity it is posted.  [default: personal]")
@click.option("--site", default="", help="The site it goes to, as x or linkedin.")
@click.option("--pack", "pack_file", type=click.Path(path_type=Path), help="A policy pack instead of the built-in one.")
@click.option("--state", type=click.Path(path_type=Path), help="Use the settings kept in this folder.")
@click.option("--json", "as_json", is_flag=True, help="Print the review as JSON. Offsets are code points.")
@click.option("--jsonl", is_flag=True, help="Read a JSON draft a line, write a JSON review a line.")
@click.pass_context
def check(
    ctx: click.Context,
    *,
    what: str | None,
    mode: Mode | None,
    site: str,
    pack_file: Path | None,
    state: Path | None,
    as_json: bool,
    jsonl: bool,
) -> None:
    """Check a text: a file, the text itself, or standard input (-).

    Ends with 0 when it is clear, 1 when there is something to look at, 2 when it would be held, 3 on an error.
    """
    reviewer = Reviewer(_pack(pack_file), _settings(state) if state else None)
    if jsonl:
        for line in _lines(what):
            click.echo(reviewer.answer(line))
        return
    text = _text(what)
    if _is_too_long(text):
        raise Unreadable(
            f"The text is longer than {MAX_TEXT_UTF16:,} characters, so it was not read. Check it in parts."
        )
    found = reviewer.review(Draft(text=text, site=site, mode=mode))
    if as_json:
        click.echo(found.model_dump_json())
    else:
        show(found, text)
    ctx.exit(int(_OF_VERDICT[found.verdict]))


class Reviewer:
    """One pack and one engine, for one draft or a million; with a person's settings, or as if nobody had any."""

    def __init__(self, pack: Pack, settings: KeptSettings | None) -> None:
        self._pack = pack
        self._engine = build_engine(pack)
        self._settings = settings
        self._id_key = settings.key if settings else secrets.token_bytes(32)
        self._allow = AllowList(settings.settings.allow, settings.key) if settings else NOTHING_ALLOWED
        self._today = date.today()

    def review(self, draft: Draft) -> Review:
        mode, source = self._mode(draft)
        return review(
            draft,
            self._pack,
            self._engine,
            mode=mode,
            mode_source=source,
            settings_revision=self._settings.settings.revision if self._settings else 0,
            allow=self._allow,
            id_key=self._id_key,
            today=self._today,
        )

    def answer(self, line: str) -> str:
        """The review of one JSON draft, or {"id", "error"}, as one line of JSON. The error repeats no text."""
        id_: Any = None
        try:
            fields = json.loads(line)
            if not isinstance(fields, dict):
                raise ValueError("a draft is an object")
            id_ = fields.pop("id", None)
            if fields.get("surface") == "caption":  # what others call the post below a picture
                fields["surface"] = "post"
            draft = Draft.model_validate(fields)
        except ValidationError as error:
            return json.dumps({"id": id_, "error": _unreadable_fields(error)})
        except (ValueError, RecursionError):
            return json.dumps({"id": id_, "error": "this line is not a draft in JSON"})
        if _is_too_long(draft.text):
            return json.dumps({"id": id_, "error": f"the text is longer than {MAX_TEXT_UTF16} UTF-16 code units"})
        return json.dumps({"id": id_, **self.review(draft).model_dump()})

    def _mode(self, draft: Draft) -> tuple[Mode, ModeSource]:
        if self._settings is None:
            return (draft.mode, "draft") if draft.mode else ("personal", "current")
        from companion.store.settings import mode_of

        return mode_of(self._settings.settings, draft)


@dataclass(frozen=True, slots=True)
class KeptSettings:
    """A person's settings and the key of their allow list."""

    settings: Settings
    key: bytes


def _settings(state: Path) -> KeptSettings:
    """The settings kept in this folder, read and never changed."""
    from companion.store.paths import places
    from companion.store.settings import Settings

    where = places(state)
    try:
        settings = Settings.model_validate_json(where.settings.read_bytes()) if where.settings.exists() else Settings()
        return KeptSettings(settings, where.key.read_bytes() if where.key.exists() else secrets.token_bytes(32))
    except OSError as error:
        raise Unreadable(f"The settings in {state} could not be read: {error.strerror}. Nothing was checked.") from None
    except ValidationError:
        raise Unreadable(
            f"The settings in {state} are damaged. Nothing was checked, and nothing was changed."
        ) from None


def _unreadable_fields(error: ValidationError) -> str:
    places = [".".join(map(str, detail["loc"])) for detail in error.errors(include_input=False)]
    known = sorted({place for place in places if place.split(".")[0] in Draft.model_fields})
    unknown = "" if len(known) == len(set(places)) else " there are fields no draft has;"
    return f"this line is not a draft:{unknown} cannot be read: {', '.join(known) or 'nothing else'}"


def _is_too_long(text: str) -> bool:
    return len(text) + sum(char > "\uffff" for char in text) > MAX_TEXT_UTF16


def _pack(path: Path | None) -> Pack:
    try:
        return load_pack(path)
    except OSError as error:
        raise Unreadable(f"The pack {path} could not be read: {error.strerror}.") from None
    except PackError as error:
        raise Unreadable(f"The pack {path} cannot be used:\n" + "\n".join(map(str, error.problems))) from None


def _text(what: str | None) -> str:
    if what is None or what == "-":
        return _decoded(_stdin().read(MAX_INPUT_BYTES + 1), "Standard input")
    path = Path(what)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _decoded(file.read(MAX_INPUT_BYTES + 1), what)
    except ValueError:  # a null byte in it: it is the text itself
        return what
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise Unreadable(f"{what} could not be read: {error.strerror}.") from None
        return what
    if _LOOKS_LIKE_A_FILE.fullmatch(what):
        raise Unreadable(f"There is no file {what}. To check these very words, send them through standard input (-).")
    return what


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > MAX_INPUT_BYTES:
        raise Unreadable(f"{name} is larger than 1 MiB, so it was not read. Check it in parts.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(f"{name} is not text in UTF-8, so it was not read. Save it as UTF-8 and try again.") from None


def _lines(what: str | None) -> Iterator[str]:
    """The drafts of standard input or of a file, one a line; a line is read when it is asked for."""
    with ExitStack() as stack:
        source: BinaryIO = _stdin()
        if what not in (None, "-"):
            try:
                source = stack.enter_context(Path(str(what)).open("rb"))
            except OSError as error:
                raise Unreadable(f"{what} could not be read: {error.strerror}.") from None
        for line in source:
            if line.strip():
                yield line.decode(errors="replace")


def _stdin() -> BinaryIO:
    return sys.stdin.buffer
