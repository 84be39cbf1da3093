"""What Forepost is made of: every installed package it needs, with version and licence, as a list and as CycloneDX."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from companion import __version__

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Component:
    name: str
    version: str
    licence: str


@cache
def components() -> tuple[Component, ...]:
    """Forepost's requirements and theirs, as far as they are installed here; extras are nobody's requirement."""
    found: dict[str, Component] = {}
    waiting = ["forepost"]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[key] = Component(package.metadata["Name"], package.version, licence(package))
        needs = [need for need in package.requires or () if "extra ==" not in need.partition(";")[2]]
        waiting += [match[0] for need in needs if (match := NAME.match(need))]
    return tuple(found[key] for key in sorted(found) if key != "forepost")


def licence(package: Distribution) -> str:
    """As the package states it: an expression, else the last words of its classifiers, else its first line."""
    metadata = package.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classified = [one for one in metadata.get_all("Classifier") or () if one.startswith("License ::")]
    if classified:
        return ", ".join(one.rpartition(" :: ")[2] for one in classified)
    stated = metadata["License"].strip() if "License" in metadata else ""
    return stated.splitlines()[0][:60] if stated else "not stated"


def bill_of_materials() -> str:
    """CycloneDX 1.5 (cyclonedx.org/docs/1.5/json), without serial number or time: the same parts give the same file."""
    listed: list[dict[str, Any]] = [
        {
            "type": "library",
            "name": one.name,
            "version": one.version,
            "purl": f"pkg:pypi/{re.sub(r'[-_.]+', '-', one.name).lower()}@{one.version}",
            "licenses": [{"license": {"name": one.licence}}],
        }
        for one in components()
    ]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "forepost", "version": __version__}},
        "components": listed,
    }
    return json.dumps(whole, indent=2) + "\n"
