"""What is wrong between browser and companion, in the very words of the extension's popup (a test compares them)."""

from __future__ import annotations

FAULTS = {
    "not-running": "The companion is not running, so nothing is checked. Your text stays where it is.",
    "port-taken": "Another program answers in the companion’s place. None of your text went to it. "
    "Close that program, then try again.",
    "garbled": "The companion gave an answer that Forepost cannot read: it may be of another version. "
    "Your text stays where it is.",
    "blocked": "The browser does not let Forepost reach the companion on this computer. "
    "Allow local access for Forepost, then try again.",
    "permission-missing": "Forepost may not speak to the companion on this computer. Allow it, and checks go on.",
    "code-expired": "That code is used up or too old. Take a new one from the companion and type it in.",
    "disconnected": "This browser was disconnected in the companion. Connect it again to have your drafts checked.",
    "not-paired": "This browser is not connected to the companion yet.",
}
