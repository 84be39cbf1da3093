"""Times what a person waits for in real Chromium: from the end of the typing pause to the painted underline."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import keystrokes
from tests.bench.measure import percentile
from tests.bench.texts import ORDINARY
from tests.browser.builds import EXTENSION, build_extension, build_replicas
from tests.browser.composer import Composer
from tests.browser.forepost import Forepost, Setting, put_together
from tests.browser.pages import serve_pages
from tests.browser.surfaces.x import X_HOME

ROUNDS = 20
PAUSE = 400  # ms without input before a check, where the text does not end at a word's end

# From the last input event to the frame after the one in which a highlight of ours was first there.
WATCH = """() => {
  let typed = 0;
  addEventListener('input', () => { typed = performance.now(); }, true);
  window.__painted = new Promise((resolve) => {
    const look = () => {
      const there = [...CSS.highlights].some(([name, ranges]) => name.startsWith('forepost') && ranges.size);
      if (there) requestAnimationFrame(() => resolve(performance.now() - typed));
      else requestAnimationFrame(look);
    };
    look();
  });
}"""


def painted(forepost: Forepost) -> float:
    """Milliseconds from the end of the pause to the painted underline, for one post with one number in it."""
    with forepost.opening() as open_composer:
        composer: Composer = open_composer(X_HOME)
        composer.focus()
        composer.page.evaluate(WATCH)
        composer.go_on("The ramp is shut, ring me on 07400 123456")
        waited = float(composer.page.evaluate("() => window.__painted"))
    return waited - PAUSE


def requests_of_a_clean_post(forepost: Forepost) -> int:
    """Requests to the companion between pressing Post on a checked clean draft and the post's leaving."""
    with forepost.opening() as open_composer:
        composer = open_composer(X_HOME)
        composer.type(ORDINARY[0])
        composer.checked()
        before = len(forepost.companion.requests())
        composer.press_post()
        composer.wait_submitted()
        return len(forepost.companion.requests()) - before


def gzipped(file: Path) -> int:
    """Its size in bytes."""
    return len(gzip.compress(file.read_bytes(), mtime=0))


def measure() -> dict[str, float]:
    """All browser figures, with a companion and a profile of their own."""
    build_extension()
    build_replicas()
    pages = serve_pages()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        forepost = put_together(Setting(playwright, pages, Path(folder), EXTENSION / "dev"))
        try:
            painted(forepost)  # the first one pays for pairing
            times = [painted(forepost) for _ in range(ROUNDS)]
            added = requests_of_a_clean_post(forepost)
            keys = keystrokes.measure(playwright, pages, forepost)
        finally:
            forepost.close()
            pages.close()
    release = EXTENSION / "release"
    largest = max(gzipped(file) for file in (release / "sites").iterdir())
    return {
        "painted_p50_ms": round(percentile(times, 0.5), 1),
        "painted_p95_ms": round(percentile(times, 0.95), 1),
        "clean_post_requests": added,
        **keys,
        "bundle_gzip_kb": round((gzipped(release / "content.js") + largest) / 1000, 1),
    }
