"""Reviews drafts for the commands: one pack and one engine, with a person's settings or as if nobody had any."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from companion.cli.ending import Unreadable
from companion.detectors.engine import build_engine
from companion.draft import MAX_TEXT_UTF16, Draft, Mode, ModeSource, Review
from companion.policy.allow import NOTHING_ALLOWED, AllowList
from companion.policy.choices import RuleChoice
from companion.policy.load import built_in, read_pack
from companion.policy.model import Pack
from companion.policy.problems import PackError
from companion.server.checks import Checks, Terms

if TYPE_CHECKING:
    from companion.store.settings import Settings


MANY = 30  # drafts from which it pays to make everything ready that makes a review quicker


class Reviewer:
    """One pack and one engine, for one draft or a million; with a person's settings, or as if nobody had any."""

    def __init__(self, pack: Pack, settings: KeptSettings | None) -> None:
        self._engine = build_engine(pack)
        self._checks = Checks(pack, self._engine)
        self._reviews = 0
        self._settings = settings
        self._id_key = settings.key if settings else secrets.token_bytes(32)
        self._choices: Mapping[str, RuleChoice] = settings.settings.rules if settings else {}
        self._today = date.today()

    def review(self, draft: Draft, day: date | None = None) -> Review:
        """The review of a draft about to be posted, or of one that was posted on this day."""
        self._reviews += 1
        if self._reviews == MANY:
            self._engine.warm()
        mode, source = self.mode_of(draft)
        terms = Terms(
            mode=mode,
            mode_source=source,
            settings_revision=self._settings.settings.revision if self._settings else 0,
            allow=self._allowed_on(draft, mode),
            id_key=self._id_key,
            today=day or self._today,
            choices=self._choices,
        )
        return self._checks(draft, terms)

    def answer(self, line: bytes) -> dict[str, Any]:
        """The review of one JSON draft in UTF-8, or {"id", "error"}. The error repeats no text."""
        id_: Any = None
        try:
            fields = json.loads(line.decode("utf-8-sig"))
            if not isinstance(fields, dict):
                raise ValueError("a draft is an object")
            id_ = fields.pop("id", None)
            if fields.get("surface") == "caption":  # what others call the post below a picture
                fields["surface"] = "post"
            draft = Draft.model_validate(fields)
        except ValidationError as error:
            return {"id": id_, "error": _unreadable_fields(error)}
        except UnicodeDecodeError:
            return {"id": id_, "error": "this line is not in UTF-8"}
        except (ValueError, RecursionError):
            return {"id": id_, "error": "this line is not a draft in JSON"}
        if is_too_long(draft.text):
            return {"id": id_, "error": f"the text is longer than {MAX_TEXT_UTF16} UTF-16 code units"}
        return {"id": id_, **self.review(draft).model_dump()}

    def mode_of(self, draft: Draft) -> tuple[Mode, ModeSource]:
        """In what mode it is read, and who says so: the draft, its account, or the settings."""
        if self._settings is None:
            return (draft.mode, "draft") if draft.mode else ("personal", "current")
        from companion.store.settings import mode_of

        return mode_of(self._settings.settings, draft)

    def _allowed_on(self, draft: Draft, mode: Mode) -> AllowList:
        if self._settings is None:
            return NOTHING_ALLOWED
        from companion.store.settings import allowed_on

        return allowed_on(self._settings.settings, draft, mode, self._settings.key)


@dataclass(frozen=True, slots=True)
class KeptSettings:
    """A person's settings and the key of their allow list."""

    settings: Settings
    key: bytes


def chosen_pack_in(state: Path) -> tuple[Pack, str | None]:
    """The organisation's pack that was chosen in this folder, or the built-in one; and why a chosen one is not used."""
    from companion.store.chosen_pack import found
    from companion.store.paths import places

    kept = found(places(state))
    return (built_in() if kept.raw is None else read_pack(kept.raw).pack), kept.notice


def settings_in(state: Path) -> KeptSettings:
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
    faults = [f"cannot be read: {', '.join(known)}"] if known else []
    if len(known) < len(set(places)):
        faults.append("it has fields that no draft has")  # their names are the writer's own words
    return f"this line is not a draft: {'; '.join(faults)}"


def is_too_long(text: str) -> bool:
    return len(text) + sum(char > "\uffff" for char in text) > MAX_TEXT_UTF16


def pack_in(*paths: Path) -> Pack:
    """The pack in this file, or the built-in one; each further file lies over the one before it."""
    pack: Pack | None = None
    for path in paths:
        try:
            pack = read_pack(path.read_bytes(), below=pack).pack
        except OSError as error:
            raise Unreadable(f"The pack {path} could not be read: {error.strerror}.") from None
        except PackError as error:
            raise Unreadable(f"The pack {path} cannot be used:\n" + "\n".join(map(str, error.problems))) from None
    return pack or built_in()
