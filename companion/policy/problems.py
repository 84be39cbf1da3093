"""What is wrong in a pack, in words its author can act on: line, column and mend."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from companion.policy import conditions, guidance, model, organisation
from companion.policy.parts import Part

Path_ = tuple[str | int, ...]  # where in the pack: ("rules", 3, "severity")
Marks = Mapping[Path_, tuple[int, int]]  # line and column of everything in the file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a pack. Line and column count from 1."""

    line: int
    column: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.what} {self.mend}".rstrip()


class PackError(Exception):
    """The pack cannot be used. `problems` says where and why; nothing of it was taken over."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("; ".join(map(str, problems)))


def nearest(marks: Marks, path: Path_) -> tuple[int, int]:
    """Line and column of what stands at `path`, or of the nearest thing around it."""
    while path and path not in marks:
        path = path[:-1]
    return marks.get(path, (1, 1))


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean `{close[0]}`?" if close else otherwise


def unknown(marks: Marks, path: Path_, name: str, what: str, known: Iterable[str]) -> Problem:
    """The problem of a name that nothing has."""
    return Problem(*nearest(marks, path), f"There is no {what} `{name}`.", did_you_mean(name, known, "Remove it."))


def problems_of(details: Sequence[ErrorDetails], marks: Marks) -> list[Problem]:
    """The faults the model found, in the order of the file; each place once, with its nearest words."""
    details = list(_one_a_rule(details))
    found: dict[tuple[int, int, str], Problem] = {}
    paths = [tuple(_in_file(detail["loc"], marks)) for detail in details]
    for detail, path in zip(details, paths, strict=True):
        here = {other["type"] for other, at in zip(details, paths, strict=True) if at[: len(path)] == path}
        # An example is a text or has keys, and both are tried: of two answers, the better one is given.
        if detail["type"] == "string_type" and here - {"string_type", "model_type"}:
            continue
        if detail["type"] == "model_type" and "string_type" in here:
            continue
        problem = _problem(detail, nearest(marks, path))
        found.setdefault((problem.line, problem.column, problem.what), problem)
    return sorted(found.values(), key=lambda one: (one.line, one.column))


def _one_a_rule(details: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The faults, with one for all that a rule lacks: who leaves out so much means to change a built-in rule."""
    lacking: dict[Path_, list[str]] = {}
    for detail in details:
        if _lacks_a_part(detail):
            lacking.setdefault(detail["loc"][:2], []).append(f"`{detail['loc'][2]}`")
    for detail in details:
        names = lacking.get(detail["loc"][:2], []) if _lacks_a_part(detail) else []
        if len(names) < 2:
            yield detail
        elif names[0] == f"`{detail['loc'][2]}`":
            fault = f"a rule of your own needs {', '.join(names)} as well; {_CHANGES}"
            yield {**detail, "type": "value_error", "loc": detail["loc"][:2], "ctx": {"error": fault}}


def _lacks_a_part(detail: ErrorDetails) -> bool:
    return detail["type"] == "missing" and len(detail["loc"]) == 3 and detail["loc"][0] == "rules"


_CHANGES: Final = "write them, or say otherwise of a built-in rule under `changes:`"


def _problem(detail: ErrorDetails, place: tuple[int, int]) -> Problem:
    loc, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    name = str(next((step for step in reversed(loc) if isinstance(step, str) and step in _KEYS), "the pack"))
    if kind == "extra_forbidden":
        name = str(loc[-1])
        if name in _PLACES:
            return Problem(*place, f"`{name}` does not belong here.", f"Put it {_PLACES[name]}.")
        return Problem(*place, f"`{name}` is not known here.", did_you_mean(name, _KEYS, "Remove it."))
    if kind == "missing":
        return Problem(*place, f"`{loc[-1]}` is missing.", f"Add `{loc[-1]}:`.")
    if kind == "value_error":
        what, _, mend = str(context.get("error", "")).partition("; ")
        return Problem(*place, f"{_capital(what)}.", f"{_capital(mend)}." if mend else "")
    if kind not in _WORDS:
        return Problem(*place, f"`{name}`: {detail['msg']}.", "")
    what, mend = _WORDS[kind](context)
    return Problem(*place, f"`{name}` {what}", mend)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _form(context: dict[str, Any]) -> tuple[str, str]:
    pattern = str(context.get("pattern", ""))
    mends = {
        "[^\\r\\n]": ("is more than one line.", "Write it in one."),
        "a-z0-9": ("cannot be written like that.", "Use small letters and digits, joined by dots or hyphens."),
        "\\d+": ("is not a version.", 'Write numbers and dots in quotes, as "1.2".'),
        "[A-Z]": ("is not a country.", "Write its two letters, as GB."),
    }
    return next((words for part, words in mends.items() if part in pattern), ("cannot be written like that.", ""))


_NOT_A_DATE: Final = ("is not a date.", "Write it as 2026-03-26.")
_NOT_KEYS: Final = ("should hold keys and values.", "Write `key: value` pairs, or put the text where it belongs.")
_WORDS: Final[dict[str, Callable[[dict[str, Any]], tuple[str, str]]]] = {
    "literal_error": lambda ctx: ("cannot be that.", f"Write one of {ctx.get('expected', '')}."),
    "string_pattern_mismatch": _form,
    "string_too_long": lambda ctx: (f"is longer than {ctx['max_length']} characters.", "Shorten it."),
    "string_too_short": lambda ctx: (f"needs at least {ctx['min_length']} characters.", "Write it out, or remove it."),
    "too_long": lambda ctx: (f"has more than {ctx['max_length']} entries.", "Shorten the list."),
    "too_short": lambda ctx: (f"needs at least {ctx['min_length']} entries.", "Add what is missing."),
    "string_type": lambda _: ("should be text.", "Put it in quotes."),
    "list_type": lambda _: ("should be a list.", "Write it as [one, two]."),
    "bool_parsing": lambda _: ("is yes or no.", "Write true or false."),
    "bool_type": lambda _: ("is yes or no.", "Write true or false."),
    "int_parsing": lambda _: ("should be a whole number.", "Write it in digits."),
    "int_type": lambda _: ("should be a whole number.", "Write it in digits."),
    "greater_than": lambda ctx: (f"should be more than {ctx['gt']}.", "Write a larger number."),
    "less_than_equal": lambda ctx: (f"should be at most {ctx['le']}.", "Write a smaller number."),
    "date_type": lambda _: _NOT_A_DATE,
    "date_parsing": lambda _: _NOT_A_DATE,
    "date_from_datetime_parsing": lambda _: _NOT_A_DATE,
    "date_from_datetime_inexact": lambda _: _NOT_A_DATE,
    "model_type": lambda _: _NOT_KEYS,
    "model_attributes_type": lambda _: _NOT_KEYS,
    "dict_type": lambda _: _NOT_KEYS,
    "union_tag_not_found": lambda _: ("lacks its `kind`.", "Write one of remove, keep, replace, insert, ask_first …"),
    "union_tag_invalid": lambda ctx: (f"has no kind '{ctx['tag']}'.", f"Write one of {ctx['expected_tags']}."),
}


def _in_file(loc: Sequence[str | int], marks: Marks) -> Iterator[str | int]:
    """The steps of a pydantic location that are steps in the file: not the names of union members.

    A member is named as its key ("entity"), so a step counts only where the next one does not stand beside it.
    """
    path: Path_ = ()
    for step, after in zip(loc, (*loc[1:], None), strict=True):
        if (*path, step) not in marks:
            continue
        if after is not None and (*path, step, after) not in marks and (*path, after) in marks:
            continue
        path = (*path, step)
        yield step


def _all_keys() -> list[str]:
    """Every key a pack may hold, for "did you mean"."""
    described = [part for module in (conditions, guidance, model, organisation) for part in vars(module).values()]
    parts = [part for part in described if isinstance(part, type) and issubclass(part, BaseModel)]
    keys = {field.alias or name for part in parts for name, field in part.model_fields.items()}
    return sorted(keys | {"extends"} | set(get_args(conditions.Where)))


def _places(part: type[BaseModel], where: str) -> Iterator[tuple[str, str]]:
    """Every key of a part and of the parts in it, with the words for where it stands."""
    for name, field in part.model_fields.items():
        yield field.alias or name, where
        for inner in (field.annotation, *get_args(field.annotation)):
            if isinstance(inner, type) and issubclass(inner, Part):
                yield from _places(inner, f"under `{field.alias or name}:`")


_KEYS: Final = _all_keys()
_PLACES: Final = dict(reversed(list(_places(model.Pack, "at the beginning of a line"))))
