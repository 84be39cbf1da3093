"""Tells the parts of a host name by the public-suffix list that ships with tldextract."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tldextract


def split_host(host: str) -> tuple[str, str, str]:
    """("www", "example", "co.uk") for www.example.co.uk; an empty suffix where no public suffix ends the name."""
    parts = _suffixes()(host)
    return parts.subdomain, parts.domain, parts.suffix


def is_top_level(label: str) -> bool:
    """Is it a top-level domain, as uk or com? One in Punycode is taken to be."""
    return label.lower() in _top_level() or label.lower().startswith("xn--")


@cache
def _top_level() -> frozenset[str]:
    return frozenset(suffix.rpartition(".")[2] for suffix in _suffixes().tlds)


@cache
def _suffixes() -> tldextract.TLDExtract:
    """By default tldextract would fetch a fresh list from the internet and write it to disk.

    Importing it takes a twentieth of a second: it brings a client for that download along.
    """
    import tldextract

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
