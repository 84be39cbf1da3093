"""Reads off a pattern the words without which it cannot match.

A key is a piece of a word in small letters; a space on a side says that the word begins or ends there: " own ",
" evict". Of each set of keys a text must hold one, or the pattern has nothing to find in it. What is not understood of
a pattern asks for nothing: then there are fewer keys, or none, and never a wrong one.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]  # the parser of `re` itself: no other reads its syntax
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

Keys = frozenset[str]
BEYOND_ASCII: Final = "\x80"  # any letter that is not in ASCII; and the key of every word with one

_MOST_STRINGS: Final = 60  # that a part may match, to be looked at one by one
_MOST_CHARACTERS: Final = 12  # in square brackets, to be looked at one by one
_FLAGS: Final = int(re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)  # the ones that `re` and `regex` write alike
_OF_REGEX: Final = r"\\[pP]\{\w+\}"  # what only `regex` knows; read as "no digit", which asks for nothing
_LETTERS: Final = {ord(char): char.lower() for char in string.ascii_letters + string.digits + "_"}
_TAKEN_FOR_OTHERS: Final = "\u0130\u0131\u017f\u212a"  # letters that `re` takes for an i, an s or a k
_COMMON: Final = (  # words of so many sentences that to ask for them helps little
    " a about ah all an and are as at be been but by can do for from get got had has have he her his i if "
    "in is it just m ma me my no not now of off on one or our out s she so t that the their them they "
    "this to u up us was we were what who will with you your "
)


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a part of a pattern."""

    strings: frozenset[str] | None = None  # all it matches, where they are few; a space is whatever is in no word
    keys: tuple[Keys, ...] = ()  # of each, one is in whatever it matches; where `strings` are known, told by them
    opens: bool = False  # whatever it matches, unless it is nothing, begins where no word goes on
    closes: bool = False  # and ends so
    may_be_empty: bool = True
    begins: frozenset[str] = frozenset()  # where `strings` are not known: with one of these whatever it matches begins


_EMPTY: Final = frozenset({""})
_EDGES: Final = frozenset({" "})
_NOTHING: Final = _Part(_EMPTY)
_EDGE: Final = _Part(_EDGES, (), True, True)
_UNKNOWN: Final = _Part()
_UNKNOWN_CHARACTER: Final = _Part(may_be_empty=False)


def keys_of(pattern: str, flags: int) -> tuple[Keys, ...]:
    """The sets of keys of a pattern of `re` or of `regex`; none where it cannot be read."""
    try:
        tree = parser.parse(re.sub(_OF_REGEX, r"\\D", pattern), int(flags) & _FLAGS)
    except re.error:
        return ()
    part = _sequence(tree)
    found = part.keys if part.strings is None else _told_by(part.strings)
    return tuple(dict.fromkeys(found))


def key_of(literal: str) -> Keys:
    """The key of which a text that holds these very letters holds one, within a word or not; none where there is none.

    The letters are small ones.
    """
    pieces = "".join(char if char.isalnum() or char == "_" else " " for char in literal)
    told = _told_by(frozenset({pieces})) if literal.isascii() else ()
    return told[0] if told else frozenset()


def _sequence(items: Iterable[Any], after_edge: bool = False, before_edge: bool = False) -> _Part:
    """What is known of parts one behind the other, where a word cannot go on before, or behind, all of them."""
    keys: list[Keys] = []
    strings = _EDGES if after_edge else _EMPTY  # what the last parts match together
    whole, opens, may_be_empty = True, False, True
    items = list(items)
    last = len(items) - 1
    place = 0
    while place <= last:
        if letters := _letters(items, place):
            place += len(letters)
            may_be_empty = False
            strings = frozenset([one + letters for one in strings])
            continue
        edge = _begins_outside(items[place + 1]) if place < last else before_edge
        part = _part(items[place], _closes(strings), edge)
        place += 1
        may_be_empty = may_be_empty and part.may_be_empty
        if part.strings is not None and len(strings) * len(part.strings) <= _MOST_STRINGS:
            strings = frozenset(_joined(one, more) for one in strings for more in part.strings)
            continue
        closed = part.closes and (not part.may_be_empty or _closes(strings))
        if part.begins and len(strings) * len(part.begins) <= _MOST_STRINGS:
            strings = frozenset(_joined(one, more) for one in strings for more in part.begins)
        if part.opens and not part.may_be_empty:
            strings = frozenset(_joined(one, " ") for one in strings)
        if whole:
            whole, opens = False, _opens(strings)
        keys += (*_told_by(strings), *part.keys)
        strings = _EDGES if closed else _EMPTY
        if part.strings is not None:
            keys += _told_by(part.strings)
    if before_edge:
        strings = frozenset(_joined(one, " ") for one in strings)
    if whole:
        return _Part(strings, (), _opens(strings), _closes(strings), may_be_empty)
    return _Part(None, (*keys, *_told_by(strings)), opens, _closes(strings), may_be_empty)


def _letters(items: Sequence[Any], place: int) -> str:
    """The letters and digits that stand here as themselves, in small letters."""
    found = ""
    while place < len(items) and items[place][0] is sre.LITERAL and items[place][1] in _LETTERS:
        found += _LETTERS[items[place][1]]
        place += 1
    return found


def _begins_outside(item: tuple[Any, Any]) -> bool:
    """Does this part, for certain, begin where no word goes on?"""
    kind, what = item
    if kind is sre.SUBPATTERN:
        return bool(what[3]) and _begins_outside(what[3][0])
    if kind in (sre.LITERAL, sre.IN, sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        part = _part(item)
        return part.strings is not None and _opens(part.strings)
    return False


def _part(  # noqa: PLR0911 one for each kind of part
    item: tuple[Any, Any], after_edge: bool = False, before_edge: bool = False
) -> _Part:
    kind, what = item
    match kind:
        case sre.LITERAL:
            return _character(what)
        case sre.IN:
            return _one_of(what)
        case sre.BRANCH:
            return _branches([_sequence(branch, after_edge, before_edge) for branch in what[1]])
        case sre.SUBPATTERN:
            return _sequence(what[3], after_edge, before_edge)
        case sre.ATOMIC_GROUP:
            return _sequence(what, after_edge, before_edge)
        case sre.MAX_REPEAT | sre.MIN_REPEAT | sre.POSSESSIVE_REPEAT:
            once = what[1] == 1
            return _repeated(what[0], what[1], _sequence(what[2], once and after_edge, once and before_edge))
        case sre.AT:
            return _NOTHING if what is sre.AT_NON_BOUNDARY else _EDGE
        case sre.ASSERT:
            return _ahead(_sequence(what[1])) if what[0] > 0 else _NOTHING
        case sre.ASSERT_NOT:
            return _EDGE if _is_word_character(what[1]) else _NOTHING
        case sre.NOT_LITERAL | sre.ANY:
            return _UNKNOWN_CHARACTER
    return _UNKNOWN  # a group again


def _character(code: int) -> _Part:
    """A letter as itself, and whatever is in no word as a space."""
    if code in _LETTERS:
        return _Part(frozenset({_LETTERS[code]}), may_be_empty=False)
    if code < 128:
        return _EDGE
    known = chr(code).isalpha() and chr(code) not in _TAKEN_FOR_OTHERS
    return _Part(frozenset({BEYOND_ASCII}), may_be_empty=False) if known else _UNKNOWN_CHARACTER


def _one_of(items: list[tuple[Any, Any]]) -> _Part:
    """One of the characters in square brackets, or of a category."""
    if items[0][0] is sre.NEGATE:
        return _EDGE if (sre.CATEGORY, sre.CATEGORY_WORD) in items else _UNKNOWN_CHARACTER
    strings: set[str] = set()
    for kind, what in items:
        if kind is sre.CATEGORY and what in (sre.CATEGORY_SPACE, sre.CATEGORY_NOT_WORD):
            strings.add(" ")
        elif kind is sre.LITERAL or (kind is sre.RANGE and what[1] - what[0] < _MOST_CHARACTERS):
            low, high = (what, what) if kind is sre.LITERAL else what
            for code in range(low, high + 1):
                found = _character(code).strings
                if found is None:
                    return _UNKNOWN_CHARACTER
                strings |= found
        else:
            return _UNKNOWN_CHARACTER
    return _Part(frozenset(strings), may_be_empty=False) if len(strings) <= _MOST_CHARACTERS else _UNKNOWN_CHARACTER


def _branches(parts: list[_Part]) -> _Part:
    strings: frozenset[str] | None = frozenset()
    for part in parts:
        strings = None if strings is None or part.strings is None else strings | part.strings
    if strings is not None and len(strings) <= _MOST_STRINGS:
        return _Part(strings, may_be_empty="" in strings)
    each = [part.keys if part.strings is None else _told_by(part.strings) for part in parts]
    one_of_all = frozenset(key for keys in each for key in _rarest(keys)) if all(each) else frozenset()
    return _Part(
        None,
        (one_of_all,) if one_of_all else (),
        all(part.opens if part.strings is None else _opens(part.strings) for part in parts),
        all(part.closes if part.strings is None else _closes(part.strings) for part in parts),
        any(part.may_be_empty if part.strings is None else "" in part.strings for part in parts),
    )


def _repeated(least: int, most: int, part: _Part) -> _Part:
    if part.strings == _EDGES:
        return _EDGE if least else _Part(frozenset({"", " "}))
    if least == most == 1:
        return part
    if part.strings is not None and most == 1:
        return _Part(part.strings | _EMPTY)
    keys = part.keys if part.strings is None else _told_by(part.strings)
    begins = part.strings if least and part.strings is not None else frozenset()
    return _Part(None, keys if least else (), part.opens, part.closes, not least or part.may_be_empty, begins)


def _ahead(part: _Part) -> _Part:
    """What must follow: a word before it ends there, when all of it begins outside words."""
    if part.strings is not None:
        if _opens(part.strings):
            return _EDGE
        told = _told_by(part.strings)
        return _Part(None, told, False, False, True) if told else _NOTHING
    return _Part(None, part.keys, False, False, True) if part.keys else _NOTHING


def _is_word_character(items: Iterable[Any]) -> bool:
    """Is it a word's character, or one of some that are all such and others?"""
    match list(items):
        case [(sre.IN, inner)]:
            return inner[0][0] is not sre.NEGATE and (sre.CATEGORY, sre.CATEGORY_WORD) in inner
    return False


def _joined(one: str, other: str) -> str:
    return one + other[1:] if one.endswith(" ") and other.startswith(" ") else one + other


def _opens(strings: frozenset[str]) -> bool:
    return all(one.startswith(" ") for one in strings)


def _closes(strings: frozenset[str]) -> bool:
    return all(one.endswith(" ") for one in strings)


@lru_cache(maxsize=2048)
def _told_by(strings: frozenset[str]) -> tuple[Keys, ...]:
    """The keys of which one is in each of these strings, if there are such."""
    found = set()
    for each in strings:
        best = max(_pieces(each), key=_worth, default="")
        if _worth(best) <= 0:
            return ()
        found.add(best)
    return (frozenset(found),) if found else ()


def _pieces(words: str) -> Iterator[str]:
    """The words of a string; those within have their ends, those at its edges may go on."""
    parts = words.split(" ")
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if BEYOND_ASCII in part:
            yield BEYOND_ASCII
        elif part:
            yield f"{' ' if place else ''}{part}{' ' if place < last else ''}"


@lru_cache(maxsize=4096)
def _worth(key: str) -> int:
    """The longer the rarer; a piece of a word must be long to be rare at all."""
    word = key.strip()
    if key == BEYOND_ASCII:
        return 2
    if len(key) == len(word) + 2:
        return 1 if key in _COMMON else 1 + len(word)
    return len(key) - 2


def _rarest(sets: Iterable[Keys]) -> Keys:
    """The set whose commonest key is the rarest."""
    return max(sets, key=lambda keys: (min(map(_worth, keys)), -len(keys)))
