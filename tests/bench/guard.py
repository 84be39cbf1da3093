"""Keeps a measured process off the network: anything but loopback fails, and is remembered.

A hook of the interpreter, which Python code cannot take away again; sockets opened by compiled code go unseen.
"""

from __future__ import annotations

import ipaddress
import sys

attempts: list[str] = []  # the hosts that were asked for, in order
NAMES = {"localhost", "", None}


class NetworkUsedError(OSError):
    """Raised where a measured engine reaches for anything but this machine."""


def is_here(host: object) -> bool:
    """Whether a host name or address is this machine's own."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in NAMES:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


def host_of(event: str, arguments: tuple[object, ...]) -> object:
    """The host of one of the interpreter's own audit events, None for a socket of the file system."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        return address[0] if isinstance(address, tuple) else None
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        return arguments[0]
    return None


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        host = host_of(event, arguments)
        if not is_here(host):
            attempts.append(str(host))
            raise NetworkUsedError(f"no network while measuring: {host}")


def put_up() -> None:
    """From now on, and for as long as this process lives."""
    sys.addaudithook(_watch)
