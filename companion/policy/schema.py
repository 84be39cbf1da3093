"""The JSON Schema of a pack file, for editors that complete and check YAML while one writes."""

from __future__ import annotations

import json
from typing import Any, Final

from companion.policy.model import Pack

_TITLE: Final = "Forepost policy pack"
_EXTENDS: Final = {
    "enum": ["built-in", "organisation"],
    "title": "Extends",
    "description": "built-in: the rules that ship with Forepost. organisation: everything of your organisation's pack.",
}


def pack_schema() -> dict[str, Any]:
    """What a file may hold. A pack that extends another need not repeat what it takes over."""
    schema = Pack.model_json_schema(by_alias=True)
    properties = {"extends": _EXTENDS, **schema.pop("properties")}
    required = schema.pop("required")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _TITLE,
        **{key: value for key, value in schema.items() if key not in ("title", "$defs")},
        "properties": properties,
        "oneOf": [
            {"properties": {"extends": {"const": "organisation"}}, "required": ["extends"]},
            {
                "properties": {"extends": {"const": "built-in"}},
                "required": ["extends", *(name for name in required if name != "rules")],
            },
            {"not": {"required": ["extends"]}, "required": required},
        ],
        "$defs": schema["$defs"],
    }


def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(pack_schema(), indent=2, ensure_ascii=False) + "\n"
