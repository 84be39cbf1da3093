"""The surfaces that the shared specification runs over: one file a site, found by itself, and the list of all."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests.browser.surfaces.surface import Engine, Surface

__all__ = [
    "ENGINES",
    "IDENTITIES",
    "KEYS",
    "MESSAGES",
    "OTHER_ENDS",
    "PROFILES",
    "SURFACES",
    "UNKNOWN_PROFILES",
    "Engine",
    "Surface",
]

_SITES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__) if module.name != "surface"]

SURFACES: list[Surface] = [surface for site in _SITES for surface in site.SURFACES]

# One of each engine, in the page and in a slot: on these the whole specification runs, on the others its short part.
_IN_ONE_STEP = [surface for surface in SURFACES if not surface.then]
ENGINES: list[Surface] = list({(each.engine, each.slotted): each for each in reversed(_IN_ONE_STEP)}.values())

# One of each engine with each key that posts: what depends on how the post is sent.
KEYS: list[Surface] = list({(each.engine, each.key): each for each in reversed(_IN_ONE_STEP)}.values())

# The same composers for other ends: a published post that is saved again, and one for a later time.
OTHER_ENDS: list[Surface] = [surface for site in _SITES for surface in getattr(site, "OTHER_ENDS", [])]

# Fields of a profile: a disclaimer in them counts for the posts of that account.
PROFILES: list[Surface] = [surface for site in _SITES for surface in getattr(site, "PROFILES", [])]

# The same where no site file knows them.
UNKNOWN_PROFILES: list[Surface] = [surface for site in _SITES for surface in getattr(site, "UNKNOWN_PROFILES", [])]

# Where the page tells who writes to some people only, or at some times, or in one language.
IDENTITIES: list[Surface] = [surface for site in _SITES for surface in getattr(site, "IDENTITIES", [])]

# Private messages: Forepost leaves them alone.
MESSAGES: list[Surface] = [surface for site in _SITES for surface in site.MESSAGES]
