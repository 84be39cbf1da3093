"""What a process that holds drafts must not do: leave core files, or files others can read."""

from __future__ import annotations

import ctypes
import os
import sys

PR_SET_DUMPABLE = 4  # linux/prctl.h


def harden() -> None:
    """No core dumps, also not through a core-dump program, and new files for this user alone."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A core_pattern that is a pipe ignores RLIMIT_CORE; a process that is not dumpable is left alone by it, too.
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
