"""The schema editors use is the model's own, is kept in the repository, and accepts what the reader accepts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from companion.policy.load import starter_text
from companion.policy.schema import pack_schema, schema_text

ROOT = Path(__file__).parents[3]
BUILT_IN = ROOT / "companion/policy/packs/default.yaml"
PACKS = [BUILT_IN, ROOT / "tests/packs/evaluation.yaml", ROOT / "docs/examples/council.yaml"]


def data_of(text: str) -> Any:
    """What an editor's YAML reader makes of a pack: a date is text to JSON."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def faults(data: Any) -> list[str]:
    validator = jsonschema.Draft202012Validator(pack_schema())
    return [f"{list(one.path)}: {one.message}" for one in validator.iter_errors(data)]


def as_json(data: Any) -> Any:
    """Numbers, truth and nothing as JSON has them, where YAML wrote them plainly."""
    if isinstance(data, dict):
        return {key: as_json(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_json(value) for value in data]
    plain = {"null": None, "true": True, "false": False}
    return plain.get(data, int(data) if data.isdigit() and len(data) < 5 else data)


def test_the_file_in_the_repository_is_up_to_date() -> None:
    kept = (ROOT / "docs/pack.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), "run: forepost policy schema > docs/pack.schema.json"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(pack_schema())


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_it_accepts_the_packs_there_are(path: Path) -> None:
    assert faults(as_json(data_of(path.read_text(encoding="utf-8")))) == []


def test_it_accepts_the_starter() -> None:
    assert faults(as_json(data_of(starter_text()))) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"titel": "x"}, "'titel' was unexpected"),
        ({"id": "Not An Id"}, "does not match"),
        ({"changes": {"personal.phone": {"severity": {"official": "block"}}}}, "is not valid under any"),
        ({"organisation": {"name": "x", "region": "Britain"}}, "does not match"),
        ({"extends": "another"}, "is not one of"),
        ({"extends": "built-in", "title": None}, "is not of type 'string'"),
    ],
)
def test_it_refuses_what_the_reader_refuses(change: dict[str, Any], says: str) -> None:
    starter = as_json(data_of(starter_text()))
    assert any(says in fault for fault in faults({**starter, **change}))


def test_a_persons_layer_need_not_repeat_the_organisation() -> None:
    assert faults({"extends": "organisation", "changes": {"personal.email": {"severity": {"personal": "hold"}}}}) == []
    assert faults({"extends": "built-in"}) != []


def test_packs_point_their_editor_to_it() -> None:
    for path in (BUILT_IN, ROOT / "docs/examples/council.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        (line,) = (line for line in lines if line.startswith("# yaml-language-server: $schema="))
        assert (path.parent / line.partition("=")[2]).resolve() == ROOT / "docs/pack.schema.json"
