"""Every word the tray shows, in one place. The popup's voice: short, calm, about consequences."""

from __future__ import annotations

from companion.tray.outlook import Outlook

MODES = {"personal": "Personal", "professional": "Professional", "official": "Official"}

WRITING_AS = "You are writing as"
CHECK = "Check what I write"
PAUSE = "Pause for 15 minutes"
RESUME = "Go on checking"
START = "Start Forepost"
PAGES = {"mistake": "I posted something by mistake", "practice": "Practise", "settings": "Settings"}
CLOSE = "Close this icon · checks go on"
CLOSE_AWAY = "Close this icon"

STARTING = "Starting the companion"
NOT_STARTED = "The companion could not be started. Run “forepost doctor” in a terminal to see why."
SET_ASIDE = (
    "Your settings could not all be read, so the usual ones stand in for the rest. Settings, in this icon's menu, "
    "says where yours are kept."
)
NOT_DONE = "That did not work. Nothing was changed."

NO_TRAY = "This desktop shows no tray. All that is in it is also in Forepost's button in the browser and on its pages."
NO_TOOLKIT = "The tray is an extra that is not installed here. To have it: pip install 'forepost[tray]'"
SHOWN_ALREADY = "The tray of this companion is shown already."


def no_folder(folder: str, why: str) -> str:
    return f"The tray did not start, because {folder} cannot be written: {why}. To see what to do: forepost doctor"


def status(outlook: Outlook) -> str:
    """The first line of the menu."""
    match outlook.state:
        case "away":
            return "Forepost is not running: nothing is checked"
        case "off":
            return "Switched off: nothing is checked"
        case "paused" if outlook.until is not None:
            return f"Paused until {outlook.until.astimezone():%H:%M}: nothing is checked"
        case _:
            return "Your drafts are checked"


def tooltip(outlook: Outlook) -> str:
    """What is said when the pointer rests on the icon, and to screen readers."""
    mode = f" You are writing as {MODES[outlook.mode]}." if outlook.mode else ""
    return f"Forepost. {status(outlook)}.{mode}"
