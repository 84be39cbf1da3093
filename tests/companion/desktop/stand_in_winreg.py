"""A stand-in for Python's `winreg`, which only Windows has: the part of it that we use, in memory.

It behaves as the module's documentation says (docs.python.org, library/winreg); it is not Windows.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from errno import ENOENT

HKEY_CURRENT_USER = 0x80000001
KEY_SET_VALUE = 0x0002
REG_SZ = 1


class StandInWinreg:
    """All keys of one user. Names of keys and values are compared without regard to case."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ

    def __init__(self, *keys: str) -> None:
        self.keys: dict[str, dict[str, object]] = {}
        for key in keys:
            self._make(key)

    def OpenKey(self, root: int, key: str, _reserved: int = 0, _access: int = 0) -> AbstractContextManager[str]:
        return nullcontext(self._known(root, key))

    def CreateKeyEx(self, root: int, key: str, _reserved: int, _access: int) -> AbstractContextManager[str]:
        assert root == HKEY_CURRENT_USER
        self._make(key)
        return nullcontext(key.lower())

    def QueryValueEx(self, key: str, name: str) -> tuple[object, int]:
        if name.lower() not in self.keys[key]:
            raise FileNotFoundError(ENOENT, "The system cannot find the file specified")
        return self.keys[key][name.lower()], REG_SZ

    def SetValueEx(self, key: str, name: str, _reserved: int, kind: int, value: str) -> None:
        assert kind == REG_SZ
        self.keys[key][name.lower()] = value

    def DeleteValue(self, key: str, name: str) -> None:
        self.QueryValueEx(key, name)
        del self.keys[key][name.lower()]

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:
        below = [one for one in self.keys if one.rpartition("\\")[0] == key]
        return len(below), len(self.keys[key]), 0

    def DeleteKey(self, root: int, key: str) -> None:
        """Deletes the values of a key with it, and no key that has keys below it."""
        if self.QueryInfoKey(self._known(root, key))[0]:
            raise PermissionError(13, "Access is denied")
        del self.keys[key.lower()]

    def _known(self, root: int, key: str) -> str:
        assert root == HKEY_CURRENT_USER
        if key.lower() not in self.keys:
            raise FileNotFoundError(ENOENT, "The system cannot find the file specified")
        return key.lower()

    def _make(self, key: str) -> None:
        way = key.lower().split("\\")
        for end in range(1, len(way) + 1):
            self.keys.setdefault("\\".join(way[:end]), {})
