"""Small packs for tests: one rule each, as YAML would give it."""

from __future__ import annotations

from typing import Any

from companion.policy.model import Pack

EXAMPLES = {"flag": ["a", "b", "c"], "pass": ["d", "e", "f"]}


def rule(**changes: Any) -> dict[str, Any]:
    return {
        "id": "test.rule",
        "title": "A title",
        "why": "A reason.",
        "clause": {"ref": "§1", "text": "A clause."},
        "when": {"entity": "thing"},
        "severity": {"personal": "warn", "professional": "warn", "official": "warn"},
        "examples": EXAMPLES,
        **changes,
    }


def pack_of(*rules: dict[str, Any], **changes: Any) -> Pack:
    return Pack.model_validate(
        {
            "id": "test",
            "version": "1",
            "title": "Test",
            "publisher": "Tests",
            "organisation": {"name": "Test Office"},
            "rules": list(rules),
            **changes,
        }
    )
