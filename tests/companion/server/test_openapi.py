"""The generated papers are fresh and name what the extension uses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from openapi_spec_validator import validate

from companion.server.api import ENDPOINTS
from companion.server.openapi import document
from scripts import generate_api
from scripts.generate_api import DOCUMENT, GENERATOR, TYPES, document_text, types_text

EXTENSION = Path(__file__).resolve().parents[3] / "extension"


def test_the_document_on_disk_is_the_models() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document_text(), "stale: run make types"


@pytest.mark.skipif(not GENERATOR.exists(), reason="the extension's packages are not installed")
def test_the_types_on_disk_are_the_document() -> None:
    assert TYPES.read_text(encoding="utf-8") == types_text(document_text()), "stale: run make types"


def test_the_document_is_openapi() -> None:
    validate(json.loads(document_text()))


def test_every_endpoint_is_in_the_document() -> None:
    found = document()
    assert set(found["paths"]) == {endpoint.path for endpoint in ENDPOINTS}
    for path, methods in found["paths"].items():
        assert list(methods) == ["post"], path
        assert {"200", "404"} <= set(methods["post"]["responses"]), path


def test_shapes_keep_their_names() -> None:
    """No shape is split into one for requests and one for answers, and what the extension names exists."""
    names = set(document()["components"]["schemas"])
    assert not [name for name in names if name.endswith(("-Input", "-Output"))]
    assert {"Draft", "Review", "Finding", "ReplaceFix", "InsertFix", "SettingsView", "SettingsPatch"} <= names
    for file in EXTENSION.rglob("*.ts"):
        if "node_modules" not in file.parts:
            used = re.findall(r"components\['schemas'\]\['(\w+)'\]", file.read_text(encoding="utf-8"))
            assert set(used) <= names, file


def test_a_request_may_leave_out_what_has_a_default_and_an_answer_never_does() -> None:
    schemas = document()["components"]["schemas"]
    assert schemas["Draft"]["required"] == ["text"]
    assert set(schemas["Review"]["required"]) == set(schemas["Review"]["properties"])
    assert set(schemas["Finding"]["required"]) == set(schemas["Finding"]["properties"])


def test_check_names_what_is_stale_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate_api, "ROOT", tmp_path)
    monkeypatch.setattr(generate_api, "DOCUMENT", tmp_path / "openapi.json")
    monkeypatch.setattr(generate_api, "TYPES", tmp_path / "api.gen.ts")
    monkeypatch.setattr(generate_api, "types_text", lambda _document: "types")
    run = CliRunner()
    (tmp_path / "openapi.json").write_text("old")
    stale = run.invoke(generate_api.main, ["--check"])
    assert stale.exit_code == 1
    assert "openapi.json, api.gen.ts" in stale.output
    assert (tmp_path / "openapi.json").read_text() == "old"
    assert run.invoke(generate_api.main, []).exit_code == 0
    assert run.invoke(generate_api.main, ["--check"]).exit_code == 0
    assert (tmp_path / "api.gen.ts").read_text() == "types"
