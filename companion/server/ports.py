"""The companion's ports on the loopback address."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys
from pathlib import Path

LOOPBACK = "127.0.0.1"
PORTS = (41729, 41730, 41731, 41732, 41733)  # the extension tries these, in this order


class PortTaken(Exception):
    """Another program listens on every port that was tried."""


def bind(port: int | None) -> socket.socket:
    """A socket listening on 127.0.0.1: on exactly `port` (0: any free one), or on the first free one of ours.

    Raises PortTaken when there is none.
    """
    for candidate in PORTS if port is None else (port,):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":  # there SO_REUSEADDR would share the port with anybody
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((LOOPBACK, candidate))
            listener.listen(64)
        except OSError as error:
            listener.close()
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                continue
            raise
        return listener
    raise PortTaken


def who_listens(port: int) -> str | None:
    """The program that listens on this port, as "python3 (process 1234)"; None where the system does not say."""
    inodes = set(_listening_inodes(port))
    for process in Path("/proc").glob("[0-9]*") if inodes else ():
        with contextlib.suppress(OSError):
            for descriptor in (process / "fd").iterdir():
                if str(descriptor.readlink()) in inodes:
                    return f"{(process / 'comm').read_text().strip()} (process {process.name})"
    return None


def _listening_inodes(port: int) -> list[str]:
    """Sockets that listen on this port, named as in /proc/PID/fd (proc(5), net/tcp: state 0A is LISTEN)."""
    found = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                column = line.split()
                if column[3] == "0A" and int(column[1].rpartition(":")[2], 16) == port:
                    found.append(f"socket:[{column[9]}]")
    return found
