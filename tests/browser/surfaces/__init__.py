"""The surfaces that the shared specification runs over: one file a site, found by itself, and the list of all."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests.browser.surfaces.surface import Engine, Surface

__all__ = ["MESSAGES", "SURFACES", "Engine", "Surface"]

_SITES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__) if module.name != "surface"]

SURFACES: list[Surface] = [surface for site in _SITES for surface in site.SURFACES]

# Private messages: Forepost leaves them alone.
MESSAGES: list[Surface] = [surface for site in _SITES for surface in site.MESSAGES]
