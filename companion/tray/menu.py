"""The tray's menu: built once, then fitted to each outlook."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from companion.tray import words
from companion.tray.link import Link
from companion.tray.outlook import AWAY, Outlook


class Menu(QMenu):
    """What stands in it is also in the popup and on the pages: many desktops show no tray."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._outlook = AWAY
        self._status = self._line(words.status(AWAY))
        self._start = self.addAction(words.START, self._start_companion)
        self._first = self.addSeparator()
        self._check = self.addAction(words.CHECK)
        self._check.setCheckable(True)
        self._check.triggered.connect(lambda on: link.change(on=on))
        self._pause = self.addAction(words.PAUSE, self._pause_or_resume)
        self._second = self.addSeparator()
        self._as = self._line(words.WRITING_AS)
        self._group = QActionGroup(self)
        self._modes = {mode: self._mode(mode, name) for mode, name in words.MODES.items()}
        self._third = self.addSeparator()
        self._pages = [self._page(page, name) for page, name in words.PAGES.items()]
        self.addSeparator()
        self.closing = self.addAction(words.CLOSE_AWAY)
        self.show_outlook(AWAY)

    def show_outlook(self, outlook: Outlook) -> None:
        self._outlook = outlook
        here = outlook.state != "away"
        self._status.setText(words.status(outlook))
        self._start.setVisible(not here)
        self._start.setEnabled(True)
        for action in (self._check, self._pause, self._second, self._as, self._third, *self._modes.values()):
            action.setVisible(here)
        for action in self._pages:
            action.setVisible(here)
        self._check.setChecked(outlook.state in ("on", "paused"))
        self._pause.setText(words.RESUME if outlook.state == "paused" else words.PAUSE)
        self._pause.setEnabled(outlook.state in ("on", "paused"))
        for mode, action in self._modes.items():
            action.setChecked(mode == outlook.mode)
        self.closing.setText(words.CLOSE if here else words.CLOSE_AWAY)

    def _line(self, text: str) -> QAction:
        """A line that says something and does nothing."""
        action = self.addAction(text)
        action.setEnabled(False)
        return action

    def _mode(self, mode: str, name: str) -> QAction:
        action = self.addAction(name)
        action.setCheckable(True)
        action.setActionGroup(self._group)
        action.triggered.connect(lambda: self._write_as(mode))
        return action

    def _write_as(self, mode: str) -> None:
        """Official mode asks for its five points when they are due; the mode changes all the same."""
        self._link.change(mode=mode)
        if mode == "official" and self._outlook.readiness_due:
            self._link.open("readiness")

    def _page(self, page: str, name: str) -> QAction:
        return self.addAction(name, lambda: self._link.open(page))

    def _pause_or_resume(self) -> None:
        if self._outlook.state == "paused":
            self._link.change(paused_until=None)
        else:
            self._link.pause()

    def _start_companion(self) -> None:
        self._start.setEnabled(False)
        self._status.setText(words.STARTING)
        self._link.start()
