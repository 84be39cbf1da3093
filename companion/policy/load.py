"""Reads a policy pack from YAML, as untrusted text: what is wrong is named by line, column and mend."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from companion.policy.conditions import PeriodCondition, conditions_in
from companion.policy.layers import ids_of, over_built_in, over_organisation, settled
from companion.policy.model import Pack, Rule
from companion.policy.organisation import Organisation
from companion.policy.problems import PackError, Path_, Problem, nearest, problems_of, unknown

MAX_PACK_BYTES: Final = 1024 * 1024
_MAX_DEPTH: Final = 24
_MAX_NODES: Final = 60_000
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same language, ten times the speed
_TAG: Final = "tag:yaml.org,2002:"
_TAGS: Final = {_TAG + kind for kind in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")}
_BUILT_IN: Final = "default.yaml"
_STARTER: Final = "starter.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A pack with the place of everything in it, for messages about it."""

    pack: Pack
    marks: dict[Path_, tuple[int, int]]

    def place(self, path: Path_) -> tuple[int, int]:
        """Line and column of what stands at `path`, or of the nearest thing around it."""
        return nearest(self.marks, path)

    def path_of(self, rule: Rule) -> Path_:
        """Where the examples of a rule stand: in the rule, in a change of it, or (the rest) in the pack below."""
        if ("changes", rule.id, "examples") in self.marks:
            return ("changes", rule.id)
        place = self.pack.rules.index(rule)
        return ("rules", place) if ("rules", place) in self.marks else ("extends",)


def load_pack(path: Path | None = None) -> Pack:
    """The pack in this file, or the built-in one. Raises PackError, and OSError where the file cannot be read."""
    return built_in() if path is None else read_pack(path.read_bytes()).pack


def built_in() -> Pack:
    """The pack that ships with Forepost."""
    return read_pack(built_in_bytes()).pack


def read_pack(raw: bytes, below: Pack | None = None) -> Source:
    """Check and read a pack, laid over another one where it `extends` that.

    `below` is the organisation's pack, for one that says `extends: organisation`; without it, the built-in one.
    """
    root = _tree(raw)
    marks: dict[Path_, tuple[int, int]] = {}
    data = _plain_data(root, (), marks)
    if not isinstance(data, dict):
        raise PackError([Problem(1, 1, "A pack is a list of keys and values.", "Begin with `id:`.")])
    base_name = data.pop("extends", None)
    own = data.get("rules", [])
    own_ids = ids_of(own) if isinstance(own, list) else set()
    base: Organisation | None = None
    if base_name == "built-in":
        shipped = yaml.load(built_in_bytes(), Loader=_Loader)  # noqa: S506 a safe loader, our own file
        base = Organisation.model_validate(shipped["organisation"])
        data = over_built_in(data, shipped)
    elif base_name == "organisation":
        data = over_organisation(data, below or built_in())
    elif base_name is not None:
        place = nearest(marks, ("extends",))
        mend = "Write `extends: built-in`, or `extends: organisation` for your own words over your organisation's pack."
        raise PackError([Problem(*place, "Only the built-in pack or the organisation's can be extended.", mend)])
    try:
        pack = Pack.model_validate(data)
    except ValidationError as error:
        raise PackError(problems_of(error.errors(include_url=False), marks)) from None
    if faults := list(_names_nothing(pack, own_ids, marks)):
        raise PackError(faults)
    return Source(settled(pack, own=own_ids, base=base), marks)


def _names_nothing(pack: Pack, own: set[str], marks: dict[Path_, tuple[int, int]]) -> Iterator[Problem]:
    """Rules and periods that are spoken of and that are not there."""
    yield from _asks_nobody(pack, marks)
    rules = [rule.id for rule in pack.rules]
    periods = {period.name for period in pack.periods}
    for name in pack.changes:
        if name not in rules:
            yield unknown(marks, ("changes", name), name, "rule", rules)
        elif name in own:
            place = nearest(marks, ("changes", name))
            yield Problem(*place, f"This pack writes `{name}` itself.", "Change it in its own rule.")
    for number, rule in enumerate(pack.rules[: len(own)]):
        for place_in_list, other in enumerate(rule.yields_to):
            if other not in rules:
                yield unknown(marks, ("rules", number, "yields_to", place_in_list), other, "rule", rules)
        for condition in (rule.when, *(up.when for up in rule.raise_)):
            for inner in conditions_in(condition):
                if isinstance(inner, PeriodCondition) and inner.period not in periods:
                    yield unknown(marks, ("rules", number, "when"), inner.period, "period", periods)


def _asks_nobody(pack: Pack, marks: dict[Path_, tuple[int, int]]) -> Iterator[Problem]:
    """Contacts named by a step after a mistake that the organisation does not have."""
    roles = [contact.role for contact in pack.organisation.contacts]
    for number, step in enumerate(pack.guidance.incident.steps if pack.guidance.incident else ()):
        for place, role in enumerate(step.contacts):
            if role not in roles:
                yield unknown(
                    marks, ("guidance", "incident", "steps", number, "contacts", place), role, "contact", roles
                )


def built_in_bytes() -> bytes:
    """The built-in pack as it is written."""
    return resources.files("companion.policy").joinpath("packs", _BUILT_IN).read_bytes()


@cache
def built_in_sha256() -> str:
    """The hash by which the built-in pack can be told from one that was changed, in hexadecimal."""
    return hashlib.sha256(built_in_bytes()).hexdigest()


def starter_text() -> str:
    """A commented pack for another organisation, to begin from."""
    return resources.files("companion.policy").joinpath("packs", _STARTER).read_text(encoding="utf-8")


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
