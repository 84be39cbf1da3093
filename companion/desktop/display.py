"""Is there a screen here to show anything on?"""

from __future__ import annotations

import os
import sys


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
