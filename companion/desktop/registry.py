"""The person's own part of the Windows registry: text values, and the keys that hold them.

A key is written as people write it, `HKCU\\Software\\…`; the value with an empty name is the key's own.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Iterator
from typing import Any

ROOT = "HKCU\\"


class Registry:
    """`winreg` is Python's module of that name, which only Windows has. Every method raises OSError as it does."""

    def __init__(self, winreg: Any) -> None:
        self._winreg = winreg
        self._mine = winreg.HKEY_CURRENT_USER

    def has(self, key: str) -> bool:
        with contextlib.suppress(FileNotFoundError), self._winreg.OpenKey(self._mine, _below(key)):
            return True
        return False

    def read(self, key: str, name: str) -> str | None:
        """None where there is no such value."""
        with contextlib.suppress(FileNotFoundError), self._winreg.OpenKey(self._mine, _below(key)) as opened:
            return str(self._winreg.QueryValueEx(opened, name)[0])
        return None

    def size(self, key: str, name: str) -> int | None:
        """Bytes of a value, of a text in UTF-8; None where there is no such value. What Windows notes is no text."""
        with contextlib.suppress(FileNotFoundError), self._winreg.OpenKey(self._mine, _below(key)) as opened:
            found = self._winreg.QueryValueEx(opened, name)[0]
            if found is None:  # so winreg has an empty one that is no text
                return 0
            return len(found if isinstance(found, bytes) else str(found).encode())
        return None

    def write(self, key: str, name: str, value: str) -> None:
        """Keys on the way are made."""
        reg = self._winreg
        with reg.CreateKeyEx(self._mine, _below(key), 0, reg.KEY_SET_VALUE) as opened:
            reg.SetValueEx(opened, name, 0, reg.REG_SZ, value)

    def delete(self, key: str, name: str) -> None:
        reg = self._winreg
        with reg.OpenKey(self._mine, _below(key), 0, reg.KEY_SET_VALUE) as opened:
            reg.DeleteValue(opened, name)

    def delete_if_empty(self, key: str) -> None:
        """Nothing happens to a key that holds anything, or is gone."""
        reg = self._winreg
        with contextlib.suppress(FileNotFoundError):
            with reg.OpenKey(self._mine, _below(key)) as opened:
                keys, values, _ = reg.QueryInfoKey(opened)
            if not keys and not values:
                reg.DeleteKey(self._mine, _below(key))

    def missing(self, key: str) -> Iterator[str]:
        """This key and those on the way to it, as far as they are not there."""
        while key.startswith(ROOT) and not self.has(key):
            yield key
            key = key.rpartition("\\")[0]


def this_registry() -> Registry | None:
    """This computer's; None where there is none."""
    return Registry(importlib.import_module("winreg")) if sys.platform == "win32" else None


def _below(key: str) -> str:
    return key.removeprefix(ROOT)
