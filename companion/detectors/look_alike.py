"""Tells whether a domain is made to look like another: foreign letters, digits for letters, one letter off."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SAME_LOOK = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "3": "e", "4": "a", "7": "t", "8": "b"})
_SAME_PAIRS = (("rn", "m"), ("vv", "w"))


def skeleton(label: str) -> str:
    """The label as a hurried eye reads it: digits as the letters they resemble, "rn" as "m", no hyphens."""
    read = label.lower().replace("-", "").translate(_SAME_LOOK)
    for pair, single in _SAME_PAIRS:
        read = read.replace(pair, single)
    return read


def looks_like(label: str, name: str) -> bool:
    """Is `label` another spelling of `name`: the same to a hurried eye, or a letter or two off in a long name?"""
    return label != name and (skeleton(label) == skeleton(name) or misspelt(label, name))


def misspelt(label: str, name: str) -> bool:
    """Is `label` one letter off a name of seven or more, two off one of ten, three off one of thirteen?"""
    allowed = 0 if len(name) < 7 else 1 if len(name) < 10 else 2 if len(name) < 13 else 3
    return label != name and abs(len(label) - len(name)) <= allowed and distance(label, name, allowed) <= allowed


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with a neighbour to get from one to the other; `most` + 1 where more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != wanted))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def foreign_letters(host: str) -> bool:
    """Does a label mix alphabets, or spell a Latin-looking name in another? Real names in other alphabets do not."""
    if host.isascii() and "xn--" not in host:
        return False
    return any(_disguised(label) for label in _decoded(host.split(".")) if not label.isascii())


def _decoded(labels: Iterable[str]) -> Iterable[str]:
    for label in labels:
        if label.startswith("xn--"):
            try:
                yield label[4:].encode("ascii").decode("punycode")
            except UnicodeError:
                continue
        else:
            yield label


def _disguised(label: str) -> bool:
    from confusable_homoglyphs import (
        categories,
        confusables,
    )  # 7 MB of tables: loaded for the rare label that is not ASCII

    letters = "".join(re.findall(r"[^\W\d_]", label))
    scripts = categories.unique_aliases(letters)
    if len(scripts) > 1:
        return "LATIN" in scripts and bool(confusables.is_dangerous(label))
    if scripts <= {"LATIN"} or len(letters) < 3:
        return False
    found = confusables.is_confusable(letters, greedy=True, preferred_aliases=["latin"]) or []
    confusable = {entry["character"] for entry in found if any("LATIN" in glyph["n"] for glyph in entry["homoglyphs"])}
    return all(letter in confusable for letter in letters)
