"""Imports Presidio without what our engine has no use for: a fifth of the time and a third of the memory.

That is spaCy, which only engines with a language model need, and Presidio's predefined recognizers, which compile
173 patterns while they are imported (0.35 s). While Presidio is imported, modules that hold nothing stand in for them.
Afterwards they are gone again: whoever imports the real ones later gets the real ones. Where spaCy is there already, it
is used as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

NEEDLESS: Final = ("spacy", "thinc", "presidio_analyzer.predefined_recognizers")


@contextmanager
def needless_left_out() -> Iterator[None]:
    """For the time of an import, these names can be imported and mean nothing."""
    finder = _StandIns()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in finder.made:
            sys.modules.pop(name, None)


class _Anything(type):
    """A class that has every attribute and can be called or used as a decorator; each gives the class again."""

    def __getattr__(cls, name: str) -> _Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls

    def __call__(cls, *_: object, **__: object) -> _Anything:
        return cls


class Nothing(metaclass=_Anything):
    """What every name of a stand-in is: fit for an annotation, a base class or a decorator, and for nothing else."""


class _StandIns(MetaPathFinder, Loader):
    def __init__(self) -> None:
        self.made: list[str] = []

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        left_out = any(fullname == name or fullname.startswith(f"{name}.") for name in NEEDLESS)
        return ModuleSpec(fullname, self, is_package=True) if left_out else None

    def create_module(self, spec: ModuleSpec) -> None:
        """None: the usual empty module."""

    def exec_module(self, module: ModuleType) -> None:
        self.made.append(module.__name__)
        vars(module)["__getattr__"] = lambda name: getattr(Nothing, name)
