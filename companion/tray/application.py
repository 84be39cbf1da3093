"""The tray's process: a Qt application that shows the icon, and ends quietly where no desktop shows one."""

from __future__ import annotations

import os
import signal
import socket
import sys
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSocketNotifier, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QCursor, QPalette
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from companion.tray import words
from companion.tray.host import Panel, panel_is_there
from companion.tray.icon import icon_of
from companion.tray.link import Link
from companion.tray.menu import Menu
from companion.tray.outlook import AWAY, Outlook


class Exit(IntEnum):
    """How the process ends."""

    CLOSED = 0  # the person closed it, it was asked to stop, or another tray shows this companion already
    NO_TRAY = 4  # no display, nothing on it that shows a tray, or no toolkit to draw one


class Tray:
    """Icon, menu and the way to the companion."""

    def __init__(self, application: QApplication, state: Path | None) -> None:
        self._application = application
        self._link = Link(state)
        self._menu = Menu(self._link)
        self._told = ""  # of which settings it was said that they could not be read
        self._icon = QSystemTrayIcon()
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._pressed)
        self._menu.closing.triggered.connect(self.close)
        self._menu.aboutToShow.connect(self._link.look)
        self._link.seen.connect(self._show)
        self._link.said.connect(self._say)
        self._show(AWAY)
        self._icon.show()
        self._link.look()

    def close(self) -> None:
        self._icon.hide()
        self._link.close()
        self._application.exit(Exit.CLOSED)

    def _show(self, outlook: Outlook) -> None:
        self._icon.setIcon(icon_of(outlook))
        self._icon.setToolTip(words.tooltip(outlook))
        self._menu.show_outlook(outlook)
        if outlook.set_aside not in ("", self._told):
            self._told = outlook.set_aside
            self._icon.showMessage("Forepost", words.SET_ASIDE, icon_of(outlook))

    def _say(self, sentence: str) -> None:
        self._icon.showMessage("Forepost", sentence, icon_of(AWAY))
        self._link.refresh()

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A left click opens the menu, too: Qt itself gives it to the right one alone. So does the second of two."""
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self._menu.popup(QCursor.pos())


def show(state: Path | None, wait: float) -> int:
    """Show the tray until it is closed. `wait`: seconds for a tray to appear; then it ends with NO_TRAY."""
    qInstallMessageHandler(quiet)
    application = QApplication(["forepost"])
    application.setApplicationDisplayName("Forepost")
    application.setQuitOnLastWindowClosed(False)
    application.setPalette(readable(application.palette()))
    there = panel_is_there()  # before Qt's first icon, as Qt itself looks only then
    tray = Tray(application, state)
    panel = None if there else Panel(begin_again)
    stop = on_signal(tray)
    QTimer.singleShot(int(wait * 1000), lambda: give_up(application))
    code = application.exec()
    del panel, stop
    return code


def readable(palette: QPalette) -> QPalette:
    """Lines of the menu that only say something are as readable as the others: Qt would draw them faint."""
    soft = palette.color(QPalette.ColorRole.Text)
    soft.setAlpha(170)  # 6 : 1 on white
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, soft)
    return palette


def give_up(application: QApplication) -> None:
    """Nobody shows a tray here, so there is nothing to be."""
    if not QSystemTrayIcon.isSystemTrayAvailable():
        application.exit(Exit.NO_TRAY)


def begin_again() -> None:
    """This very process from the start, with the panel there: as Qt needs it."""
    os.execv(sys.executable, [sys.executable, "-P", "-m", "companion", *sys.argv[1:]])  # noqa: S606 our own command


def on_signal(tray: Tray) -> tuple[QSocketNotifier, socket.socket, socket.socket]:
    """Ends the tray on Ctrl+C and the like; Python would hear of them only when Qt next calls it.

    All that is answered must be kept for as long as that is wanted.
    """
    ours, theirs = socket.socketpair()
    ours.setblocking(False)
    theirs.setblocking(False)
    signal.set_wakeup_fd(theirs.fileno())
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(tray.close)
    return notifier, ours, theirs


def quiet(kind: QtMsgType, _where: QMessageLogContext, _message: str) -> None:
    """Qt's own words help nobody here. Where it finds no display it would call abort(): ended before that."""
    if kind == QtMsgType.QtFatalMsg:
        os._exit(Exit.NO_TRAY)
