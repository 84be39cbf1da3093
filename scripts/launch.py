"""`make run`: a companion, a browser profile connected with it, and the practice page, until Ctrl+C.

Everything it makes is under the state folder: the profile, and in it the native-messaging manifest with a wrapper that
passes the state folder on.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.desktop.local import NotRunning, Refused, ask, running
from companion.desktop.manifests import Launch, write_manifest
from companion.store.paths import places
from companion.store.runtime import Runtime

ROOT = Path(__file__).resolve().parent.parent
EXTENSION = ROOT / "build" / "extension" / "dev"
SNAP_PROFILE = Path.home() / "snap" / "chromium" / "common" / "forepost-profile"  # a snap may write nowhere else
CONNECT_LIMIT = 20.0  # seconds for the extension to connect by itself


def say(line: str = "") -> None:
    print(line, flush=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--state", type=Path, help="keep every file in this folder (default: the platform's)")
    options.add_argument("--port", type=int, help="listen on exactly this port")
    chosen = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    began = time.monotonic()
    try:
        with companion(chosen.state, chosen.port) as runtime:
            say(f"Companion: http://127.0.0.1:{runtime.port}")
            if has_display():
                return with_browser(chosen.state, runtime, began)
            return without_display(runtime, began)
    except KeyboardInterrupt:
        say("\nStopped. Nothing runs any more.")
        return 0


@contextlib.contextmanager
def companion(state: Path | None, port: int | None) -> Iterator[Runtime]:
    """The companion of this state folder: the one that runs already, or one that ends with us."""
    runtime = running(state)
    if runtime is not None:
        say("A companion is running already on this state folder; using that one, and leaving it running.")
        yield runtime
        return
    command = [sys.executable, "-m", "companion", "run", "--tray"]
    command += ["--state", str(state)] if state else []
    command += ["--port", str(port)] if port is not None else []
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        first = process.stdout.readline() if process.stdout else ""
        runtime = running(state)
        if not first.startswith("listening on ") or runtime is None:
            sys.exit(process.wait(10) or 1)  # it has said why on standard error
        yield runtime
    finally:
        stop(process)


def with_browser(state: Path | None, runtime: Runtime, began: float) -> int:
    """Open the practice page in a Chromium of our own and stay until it is closed or Ctrl+C is pressed."""
    chromium = shutil.which("chromium")
    if chromium is None:
        say("Chromium is not installed. On Debian: sudo apt-get install chromium. Then run the same command again.")
        return 1
    snap = is_snap(Path(chromium))
    profile = SNAP_PROFILE if snap else places(state).state / "browser-profile"
    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not snap:
        write_manifest(profile / "NativeMessagingHosts", "chromium", Launch(state=state, port=runtime.port))
    before = clients(runtime)
    process = subprocess.Popen(
        [chromium, *flags(profile), practice(runtime)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        if snap:
            say("This Chromium is a snap: it may not start our helper program. Connect it with a short code")
            say("(.venv/bin/forepost pair, then type the code into Forepost's popup). Untested on a snap so far.")
        elif wait_for(lambda: clients(runtime), CONNECT_LIMIT) and not before:
            say("Browser connected.")
        elif before:
            say("Browser connected (it was before).")
        else:
            say("The extension has not connected by itself. Run .venv/bin/forepost doctor to see why.")
        say(f"Ready after {time.monotonic() - began:.1f} s: the practice page is open. Ctrl+C stops everything.")
        process.wait()
        say("The browser was closed. Stopped.")
        return 0
    finally:
        stop(process)


def without_display(runtime: Runtime, began: float) -> int:
    """No screen: say so, give the address, and stay."""
    say("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no browser is opened.")
    say(f"Practice page: {practice(runtime)}")
    say("The address works once, within 60 seconds" + ("; Enter makes a new one." if sys.stdin.isatty() else "."))
    say(f"Ready after {time.monotonic() - began:.1f} s. Ctrl+C stops everything.")
    while True:
        if sys.stdin.isatty():
            select.select([sys.stdin], [], [])
            sys.stdin.readline()
            say(f"Practice page: {practice(runtime)}")
        else:
            signal.pause()


def is_snap(chromium: Path) -> bool:
    """Ubuntu's `chromium` is a snap, or a script that starts one."""
    with chromium.open("rb") as program:
        return "/snap/" in os.path.realpath(chromium) or b"/snap/bin/chromium" in program.read(4096)


def has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def flags(profile: Path) -> list[str]:
    """What this Chromium is started with: our profile, our extension, no first-run questions."""
    chosen = [
        f"--user-data-dir={profile}",
        f"--load-extension={EXTENSION}",
        f"--disable-extensions-except={EXTENSION}",
        "--no-first-run",
        "--no-default-browser-check",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        say("You are root: Chromium's sandbox does not work for root, so it is started with --no-sandbox.")
        chosen.append("--no-sandbox")
    return chosen


def practice(runtime: Runtime) -> str:
    """A one-time address of the practice page."""
    opened = ask(runtime, "/v1/pages", {"page": "practice"})
    return f"http://127.0.0.1:{runtime.port}{opened['path']}"


def clients(runtime: Runtime) -> list[str]:
    """The ids of the browsers connected so far."""
    try:
        return [each["client"] for each in ask(runtime, "/v1/pairings", {"kind": "list"})["clients"]]
    except (NotRunning, Refused):
        return []


def wait_for(condition: Callable[[], object], limit: float) -> bool:
    """Ask until it is true or `limit` seconds are over."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def stop(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """Ask it to end; after ten seconds end it."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
