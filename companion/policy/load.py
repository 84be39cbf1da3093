"""Reads a policy pack from YAML, as untrusted text: what is wrong is named by line, column and mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from companion.policy import model
from companion.policy.model import Pack

MAX_PACK_BYTES: Final = 1024 * 1024
_MAX_DEPTH: Final = 24
_MAX_NODES: Final = 60_000
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same language, ten times the speed
_TAG: Final = "tag:yaml.org,2002:"
_TAGS: Final = {_TAG + kind for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")}
_BUILT_IN: Final = "default.yaml"

Path_ = tuple[str | int, ...]  # where in the pack: ("rules", 3, "severity")


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


@dataclass(frozen=True, slots=True)
class Source:
    """A pack with the place of everything in it, for messages about it."""

    pack: Pack
    marks: dict[Path_, tuple[int, int]]

    def place(self, path: Path_) -> tuple[int, int]:
        """Line and column of what stands at `path`, or of the nearest thing around it."""
        return _nearest(self.marks, path)


def load_pack(path: Path | None = None) -> Pack:
    """The pack in this file, or the built-in one. Raises PackError, and OSError where the file cannot be read."""
    return built_in() if path is None else read_pack(path.read_bytes()).pack


def built_in() -> Pack:
    """The pack that ships with Forepost."""
    return read_pack(_built_in_bytes()).pack


def read_pack(raw: bytes) -> Source:
    """Check and read a pack. With `extends: built-in`, its rules and the built-in ones are laid one over the other."""
    root = _tree(raw)
    marks: dict[Path_, tuple[int, int]] = {}
    data = _plain_data(root, (), marks)
    if not isinstance(data, dict):
        raise PackError([Problem(1, 1, "A pack is a list of keys and values.", "Begin with `id:`.")])
    try:
        return Source(Pack.model_validate(_layered(data, marks)), marks)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise PackError([_problem(detail, marks) for detail in details]) from None


def _layered(data: dict[str, Any], marks: dict[Path_, tuple[int, int]]) -> dict[str, Any]:
    """The pack over the built-in one where it says so: its rules replace those of the same id, the rest adds up."""
    base_name = data.pop("extends", None)
    if base_name is None:
        return data
    if base_name != "built-in":
        line, column = _nearest(marks, ("extends",))
        raise PackError(
            [Problem(line, column, "Only the built-in pack can be extended.", "Write `extends: built-in`.")]
        )
    base: dict[str, Any] = yaml.load(_built_in_bytes(), Loader=_Loader)  # noqa: S506 a safe loader, our own file
    own = data.get("rules", [])
    replaced = {rule.get("id") for rule in own if isinstance(rule, dict)} if isinstance(own, list) else set()
    if isinstance(own, list):  # the pack's own rules come first, so that their places in the file stay true
        data["rules"] = own + [rule for rule in base["rules"] if rule["id"] not in replaced]
    return {**base, **data}


def _built_in_bytes() -> bytes:
    return resources.files("companion.policy").joinpath("packs", _BUILT_IN).read_bytes()


# --- YAML, with limits ----------------------------------------------------------------------------------------------


def _tree(raw: bytes) -> yaml.Node:
    if len(raw) > MAX_PACK_BYTES:
        raise PackError([Problem(1, 1, "The pack is larger than 1 MiB.", "Split long lists or shorten the texts.")])
    try:
        text = raw.decode("utf-8-sig")
        _within_limits(text)
        root = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError:
        raise PackError([Problem(1, 1, "The file is not text in UTF-8.", "Save it as UTF-8.")]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = f"This is not YAML: {error.problem or error.context}."
        raise PackError([Problem(line, column, what, "Check indentation and quotes just before.")]) from None
    except yaml.YAMLError:
        raise PackError([Problem(1, 1, "This is not YAML: it holds a character YAML does not allow.", "")]) from None
    if root is None:
        raise PackError([Problem(1, 1, "The pack is empty.", "Begin with `id:`.")])
    return root


def _within_limits(text: str) -> None:
    """Refuse what could grow without end before anything is built from it: aliases, depth, number of nodes."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent):
            raise PackError([Problem(*place, "Aliases (*name) are not read.", "Write the value out.")])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > _MAX_DEPTH:
            raise PackError([Problem(*place, "The pack is nested too deeply.", "A rule needs six levels.")])
        if nodes > _MAX_NODES:
            raise PackError([Problem(*place, "The pack has too many entries.", "Shorten it from here on.")])


def _plain_data(node: yaml.Node, path: Path_, marks: dict[Path_, tuple[int, int]]) -> Any:
    """Lists, dicts and scalars of the tree, noting where each stands; a key given twice is refused."""
    marks[path] = line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if node.tag not in _TAGS:
        raise PackError([Problem(line, column, "Tags (!name) are not read.", "Write a plain value.")])
    if isinstance(node, yaml.SequenceNode):
        return [_plain_data(item, (*path, place), marks) for place, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in found:
                place = key_node.start_mark.line + 1, key_node.start_mark.column + 1
                raise PackError([Problem(*place, f"`{key}` is given twice.", "Keep one of them.")])
            found[key] = _plain_data(value_node, (*path, key), marks)
            marks[(*path, key)] = key_node.start_mark.line + 1, key_node.start_mark.column + 1
        return found
    if node.tag == _TAG + "null":
        return None
    text = str(node.value)
    is_text = node.tag in (_TAG + "str", _TAG + "timestamp")  # dates are read by the model
    return text if is_text or path[-1:] == ("version",) else yaml.safe_load(text)


# --- messages ---------------------------------------------------------------------------------------------------------


def _nearest(marks: dict[Path_, tuple[int, int]], path: Path_) -> tuple[int, int]:
    while path and path not in marks:
        path = path[:-1]
    return marks.get(path, (1, 1))


def _problem(detail: ErrorDetails, marks: dict[Path_, tuple[int, int]]) -> Problem:
    path = tuple(_in_file(detail["loc"], marks))
    line, column = _nearest(marks, path)
    name = str(detail["loc"][-1]) if detail["loc"] else "the pack"
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        close = difflib.get_close_matches(name, _all_keys(), n=1)
        return Problem(
            line, column, f"`{name}` is not known here.", f"Did you mean `{close[0]}`?" if close else "Remove it."
        )
    if kind == "missing":
        return Problem(line, column, f"`{name}` is missing.", f"Add `{name}:`.")
    if kind == "literal_error":
        return Problem(line, column, f"`{name}` cannot be that.", f"Write one of {context.get('expected', '')}.")
    if kind == "value_error":
        return Problem(line, column, f"{str(context.get('error', '')).capitalize()}.", "")
    return Problem(line, column, f"`{name}`: {detail['msg']}.", "")


def _in_file(loc: Sequence[str | int], marks: dict[Path_, tuple[int, int]]) -> Iterator[str | int]:
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
    parts = [part for part in vars(model).values() if isinstance(part, type) and issubclass(part, BaseModel)]
    keys = {field.alias or name for part in parts for name, field in part.model_fields.items()}
    return sorted(keys | {"extends"} | set(get_args(model.Where)))
