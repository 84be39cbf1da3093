"""Watches for the panel that shows StatusNotifier items.

Qt looks for it once, when its first icon is made; one that starts later never hears of us (measured with Qt 6.12). So
when a panel appears that was not there at our start, the whole process begins again. A panel that was there and only
comes back is Qt's own business, and works.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusServiceWatcher

SERVICE = "org.kde.StatusNotifierWatcher"  # the name every desktop uses, not only KDE
PATH = "/StatusNotifierWatcher"
TRY_EVERY, TRIES = 250, 120  # milliseconds; half a minute in all


def panel_is_there() -> bool:
    """Is there a StatusNotifier host on the session bus?"""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected() or not bus.interface().isServiceRegistered(SERVICE).value():
        return False
    return QDBusInterface(SERVICE, PATH, SERVICE, bus).property("IsStatusNotifierHostRegistered") is True


class Panel(QObject):
    """Calls `appeared` once, when a panel comes that was not there before."""

    def __init__(self, appeared: Callable[[], None]) -> None:
        super().__init__()
        self._appeared = appeared
        self._tries = 0
        bus = QDBusConnection.sessionBus()
        self._watcher = QDBusServiceWatcher(SERVICE, bus, QDBusServiceWatcher.WatchModeFlag.WatchForRegistration, self)
        self._watcher.serviceRegistered.connect(self._named)

    def _named(self) -> None:
        """The watcher's name comes first, its host a moment later."""
        self._tries = TRIES
        self._look()

    def _look(self) -> None:
        self._tries -= 1
        if panel_is_there():
            self._appeared()
        elif self._tries > 0:
            QTimer.singleShot(TRY_EVERY, self._look)
