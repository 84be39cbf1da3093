"""Finds the files of a folder or a zip and opens them one at a time. A zip is never unpacked to the disk.

An archive is untrusted: names may point outside, files may unpack to terabytes, be locked or damaged. What is refused
is told with its reason; no name in an archive and no link in a folder is followed.
"""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, cast

from companion.archive.entries import Unread
from companion.archive.reading import Damaged

MAX_FILES: Final = 200_000
MAX_MEMBER: Final = 1024 * 1024 * 1024  # bytes, unpacked
_PLAUSIBLE_RATIO: Final = 100  # exports in JSON shrink to a tenth or a twentieth
_SMALL: Final = 32 * 1024 * 1024  # bytes; whatever unpacks to less does no harm

BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
_NOT_A_ZIP: Final = "It is not a whole zip file. Download it again, or unpack it and check the folder."
_A_LINK: Final = Unread("It is a link or a device, not a file. Links are not followed.")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive. `name` is its place in it, with `/`; `size` in bytes, unpacked."""

    name: str
    size: int
    scope: str  # the zip it is in, or empty: files of one export stand together
    path: Path  # of the file itself, or of the zip
    info: zipfile.ZipInfo | None = None
    refused: Unread | None = None


class Opener:
    """Opens members; of many zips one is open at a time. To be closed at the end."""

    def __init__(self) -> None:
        self._zip: tuple[Path, zipfile.ZipFile] | None = None

    def open(self, member: Member) -> BinaryIO:
        """The unpacked bytes. Raises one of BROKEN, at once or while they are read."""
        if member.info is None:
            return member.path.open("rb")
        if self._zip is None or self._zip[0] != member.path:
            self.close()
            self._zip = member.path, zipfile.ZipFile(member.path)
        return cast(BinaryIO, self._zip[1].open(member.info))

    def close(self) -> None:
        if self._zip is not None:
            self._zip[1].close()
            self._zip = None


def members(path: Path) -> Iterator[Member]:
    """Every file in this folder (and in the zips in it), in this zip, or this very file. Raises Damaged and OSError."""
    if path.is_dir():
        yield from _of_folder(path)
    elif path.suffix.lower() == ".zip":
        yield from _of_zip(path, "")
    else:
        yield Member(_shown(path.name), path.stat().st_size, "", path)


def _of_folder(folder: Path) -> Iterator[Member]:
    count = 0
    for where, folders, files in os.walk(folder, followlinks=False):
        folders.sort()
        for file in sorted(files):
            count += 1
            if count > MAX_FILES:
                raise Damaged(f"There are more than {MAX_FILES:,} files in it. Check it in parts.")
            path = Path(where, file)
            name = _shown(path.relative_to(folder).as_posix())
            about = path.lstat()
            if not stat.S_ISREG(about.st_mode):
                yield Member(name, 0, "", path, refused=_A_LINK)
            elif path.suffix.lower() == ".zip":
                yield from _of_inner_zip(path, name)
            else:
                yield Member(name, about.st_size, "", path)


def _of_inner_zip(path: Path, name: str) -> Iterator[Member]:
    try:
        yield from _of_zip(path, f"{name}/")
    except (Damaged, OSError) as error:
        why = str(error) if isinstance(error, Damaged) else f"It cannot be opened: {error.strerror}."
        yield Member(name, 0, name, path, refused=Unread(why))


def _of_zip(path: Path, before: str) -> Iterator[Member]:
    """The files of a zip, in the order of their names; each is named `before` and its name in the zip."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        raise Damaged(_NOT_A_ZIP) from None
    if len(infos) > MAX_FILES:
        raise Damaged(f"There are more than {MAX_FILES:,} files in it. Unpack it and check it in parts.")
    for info in sorted(infos, key=lambda info: info.filename):
        name = before + _shown(info.filename[:300])
        yield Member(name, info.file_size, before or path.name, path, info, _refusal(info))


def _shown(name: str) -> str:
    """The name as text: bytes in it that are not UTF-8 become question marks."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _refusal(info: zipfile.ZipInfo) -> Unread | None:
    parts = re.split(r"[/\\]", info.filename)
    if info.filename.startswith(("/", "\\")) or ".." in parts or re.match(r"[A-Za-z]:", info.filename):
        return Unread("Its name points to a place outside the archive, as no export does. It was left alone.")
    if info.flag_bits & 1:
        return Unread("It is locked with a password. Unpack the archive and check the folder.")
    if info.file_size > MAX_MEMBER:
        return Unread("It is larger than a gigabyte. Unpack the archive and check this file in parts.")
    if info.file_size > _SMALL and info.file_size > _PLAUSIBLE_RATIO * max(info.compress_size, 1):
        return Unread("It would unpack to far more than any export does. It was left alone.")
    return None
