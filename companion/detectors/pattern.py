"""Regular expressions that are compiled when the first text needs them.

There are hundreds, compiling them all takes more than a second, and an ordinary post needs a few dozen. `compile_all`
does the rest of them in the quiet after a start, and gives those of `re` a quicker form (`quick.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Any, Final, Protocol
from weakref import WeakSet

import regex

from companion.detectors.keys import Keys, keys_of
from companion.detectors.quick import compile_quickly

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Pattern:
    """Stands for a compiled pattern; with the first use it takes over the methods of the real one."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern: Final = pattern
        self.flags: Final = int(flags)  # the parsers ask for them at each character, and an enumeration is slow to ask
        compiled_later(self)

    def __getattr__(self, name: str) -> Any:
        """Only asked for what is not there yet."""
        if name not in _METHODS:
            raise AttributeError(name)
        self._compile_at_once()
        return self.__dict__[name]

    def compile(self) -> None:
        """Compile it now, in its quickest form. Raises the error of its engine where the pattern is not one."""
        raise NotImplementedError

    def _compile_at_once(self) -> None:
        """Compile it while a text waits."""
        self.compile()

    def keys(self) -> tuple[Keys, ...]:
        """The sets of words of each of which a text must hold one, or the pattern cannot match."""
        return keys_of(self.pattern, self.flags)

    def _take_over(self, engine: re.Pattern[str] | regex.Pattern[str]) -> None:
        self.__dict__.update((method, getattr(engine, method)) for method in _METHODS)


class Pattern(_Pattern):
    """A pattern of `re`."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    sub: Callable[..., str]
    split: Callable[..., list[str]]

    def compile(self) -> None:
        self._take_over(compile_quickly(self._spelled(), self.flags))
        compiled(self)

    def _compile_at_once(self) -> None:
        """Plainly, which takes less time. It still waits for its quickest form."""
        self._take_over(re.compile(self._spelled(), self.flags))

    def _spelled(self) -> str:
        """The pattern as it is compiled."""
        return self.pattern


class RegexPattern(_Pattern):
    """A pattern of `regex`, which knows more than `re`."""

    search: Callable[..., regex.Match[str] | None]
    match: Callable[..., regex.Match[str] | None]
    finditer: Callable[..., Iterator[regex.Match[str]]]

    def compile(self) -> None:
        self._take_over(regex.compile(self.pattern, self.flags))
        compiled(self)


class Waiting(Protocol):
    """What is made ready when a text needs it, or in the quiet."""

    def compile(self) -> None: ...


_not_compiled: Final[WeakSet[Waiting]] = WeakSet()
_changing: Final = Lock()  # a review may compile what it needs while `compile_all` looks what is left


def compiled_later(one: Waiting) -> None:
    """This waits to be compiled."""
    with _changing:
        _not_compiled.add(one)


def compiled(one: Waiting) -> None:
    """This need wait no more."""
    with _changing:
        _not_compiled.discard(one)


def compile_all(breathe: Callable[[], None] = lambda: None) -> None:
    """Compile whatever waits for it, and read off the keys. After each, `breathe`."""
    with _changing:
        left = list(_not_compiled)
    for one in left:
        one.compile()
        breathe()
