"""`make demo`: a post is held, mended and posted in a real browser, each step printed and pictured under docs/images/.

The page is the test replica of X, served as https://x.com from this machine; nothing leaves it. Ends with 1 and a
sentence when a step does not happen.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Error, expect, sync_playwright

from tests.browser.builds import EXTENSION, build_extension, build_replicas
from tests.browser.chromium import find_chromium
from tests.browser.companion import ROOT
from tests.browser.composer import Composer
from tests.browser.forepost import Forepost, Setting, put_together
from tests.browser.pages import serve_pages
from tests.browser.surfaces.x import X_HOME

IMAGES = ROOT / "docs" / "images"
PHONE = "07400 123456"
MARKING = "OFFICIAL-SENSITIVE"
TEXT = f"Good visit today! Ring me on {PHONE} with any questions. {MARKING}"
POSTED = "Good visit today! Ring me with any questions."


class Steps:
    """Prints each step when it has happened, and takes its picture."""

    def __init__(self, composer: Composer, theme: str) -> None:
        self.composer = composer
        self.theme = theme
        self.count = 0

    def done(self, what: str, picture: str | None = None) -> None:
        self.count += 1
        print(f"  {self.count}. {what}")
        if picture is None:
            return
        file = IMAGES / f"demo-{picture}-{self.theme}.png"
        self.composer.page.screenshot(path=file)
        print(f"     picture: {file.relative_to(ROOT)}")


def story(composer: Composer, theme: str) -> None:
    """A person writes two things that should not go out; the clean post goes out at the end."""
    steps = Steps(composer, theme)
    composer.open("?theme=dark" if theme == "dark" else "")
    steps.done(f"opened {X_HOME.url}, the test replica of X in {theme} colours")

    composer.type(TEXT)
    composer.wait_underlined(PHONE, MARKING, limit=10)
    composer.chip_says("2 to look at")
    steps.done(f"typed a post; underlined: “{PHONE}” and “{MARKING}”; the chip says “2 to look at”", "1-underlined")

    composer.open_card(PHONE)
    steps.done("opened the card of the phone number", "2-card")
    composer.close_card()

    composer.press_post()
    composer.held()
    steps.done("pressed Post: held, nothing left the page", "3-held")

    composer.answer("Remove it")
    composer.wait_for_model(lambda text: PHONE not in text, "the phone number is gone")
    expect(composer.review.get_by_role("button", name="Put back")).to_be_visible()
    steps.done(f"pressed “Remove it”: the editor's own text is now “{composer.model()}”", "4-fixed")

    composer.answer("Keep editing")
    expect(composer.review).to_be_hidden()
    composer.page.keyboard.press("Control+End")
    for _ in range(len(MARKING) + 1):
        composer.page.keyboard.press("Backspace")
    composer.wait_model(POSTED)
    composer.checked()
    steps.done("took the marking out by hand; the chip says “Checked”", "5-clean")

    composer.press_post()
    posted = composer.wait_submitted()
    if posted != [POSTED]:
        raise AssertionError(f"posted was {posted!r}")
    steps.done(f"pressed Post: the clean post went out: “{posted[0]}”", "6-posted")


def run(say: Callable[[str], None]) -> None:
    build_replicas()
    build_extension()
    IMAGES.mkdir(parents=True, exist_ok=True)
    pages = serve_pages()
    with tempfile.TemporaryDirectory(prefix="forepost-demo-") as folder, sync_playwright() as playwright:
        forepost = put_together(Setting(playwright, pages, Path(folder), EXTENSION / "dev"))
        try:
            say(f"Companion on port {forepost.companion.port}, Chromium with the extension, the test replica of X")
            for theme in ("light", "dark"):
                say(f"In {theme} colours:")
                story(new_composer(forepost), theme)
        finally:
            forepost.close()
            pages.close()


def new_composer(forepost: Forepost) -> Composer:
    return Composer(forepost.context.new_page(), X_HOME, forepost.companion)


def main() -> int:
    if find_chromium() is None:
        print("The demo needs Chromium: run scripts/ensure-chromium.sh, then make demo again.", file=sys.stderr)
        return 1
    try:
        run(print)
    except (AssertionError, Error) as error:
        print(f"The demo stopped here, the next step did not happen:\n{error}", file=sys.stderr)
        return 1
    print("Every step happened.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
