"""Draws the toolbar icons' PNGs from the SVGs in extension/icons with the system's Chromium."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).resolve().parent.parent / "extension" / "icons"
SIZES = (16, 32, 48, 128)  # CSS px, as the manifest asks for them


def main() -> None:
    """Write `<state>-<size>.png` beside each `<state>.svg`, on a transparent ground."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        for drawing in sorted(ICONS.glob("*.svg")):
            for size in SIZES:
                page.set_viewport_size({"width": size, "height": size})
                page.set_content(
                    f"<style>*{{margin:0}}svg{{display:block;width:{size}px}}</style>{drawing.read_text()}"
                )
                page.screenshot(path=ICONS / f"{drawing.stem}-{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
