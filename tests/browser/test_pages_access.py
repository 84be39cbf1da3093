"""Every page of the companion: what axe finds, by keyboard alone, at 200 %, and with JavaScript off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.companion import ROOT, Companion
from tests.browser.own_pages import LOOKS, NAMES, open_page, plain_browser

pytestmark = pytest.mark.browser

AXE = ROOT / "tests" / "replicas" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with plain_browser(playwright) as started:
        yield started


@pytest.fixture(scope="module")
def companion(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Companion]:
    folder: Path = tmp_path_factory.mktemp("pages")
    running = Companion(folder / "state", folder / "probe")
    running.start()
    running.warm()
    running.call("/v1/settings/patch", {"allow_add": {"rule": "personal.phone", "quote": "07400 123456"}})
    yield running
    running.stop()


@pytest.fixture
def script_free(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(browser: Browser, companion: Companion, name: str, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = open_page(context.new_page(), companion, name)
    for more in page.locator("details").all():
        more.evaluate("one => one.setAttribute('open', '')")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document)")
    said = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]]
    assert said == []
    assert len(found["passes"]) > 15, "axe looked at the page"
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_at_200_percent_nothing_runs_out_of_the_side(browser: Browser, companion: Companion, name: str) -> None:
    context = browser.new_context(**LOOKS["light-200"])
    page = open_page(context.new_page(), companion, name)
    room = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert room[0] <= room[1]
    context.close()


def test_from_the_popup_s_link_to_about_by_keyboard_alone(browser: Browser, companion: Companion) -> None:
    context = browser.new_context()
    page = open_page(context.new_page(), companion, "guide")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Go to the content")).to_be_focused()
    for name in ("Practice", "Guide", "By mistake", "Settings"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("navigation", name="Pages").get_by_role("link", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    about = page.get_by_role("link", name="About Forepost")
    expect(about).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(about).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="About Forepost", level=1)).to_be_visible()
    context.close()


def test_without_javascript_a_mistake_is_reported_and_corrected(script_free: Page, companion: Companion) -> None:
    page = open_page(script_free, companion, "mistake")
    page.get_by_label("Which account?").fill("@jane_hendry")
    page.get_by_label("Where?").select_option("X")
    page.get_by_role("button", name="Done: Tell your line manager", exact=True).click()
    expect(page.get_by_text("Done, ")).to_be_visible()
    expect(page.get_by_label("Which account?")).to_have_value("@jane_hendry")
    page.get_by_label("What is right?").fill("The office opens at nine on Monday.")
    page.get_by_role("button", name="Write the correction").click()
    expect(page.get_by_role("status")).to_contain_text("of 280 characters: it fits.")
    with page.expect_download() as mail:
        page.get_by_role("button", name="Save as a mail (.eml)").click()
    assert mail.value.suggested_filename == "posted-by-mistake.eml"
    assert "?" not in page.url


def test_without_javascript_a_change_is_saved_and_taken_back(script_free: Page, companion: Companion) -> None:
    page = open_page(script_free, companion, "settings")
    page.get_by_role("radio", name="Official").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("As it was before.")
    expect(page.get_by_role("radio", name="Personal")).to_be_checked()


def test_the_report_can_be_copied(browser: Browser, companion: Companion) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = open_page(context.new_page(), companion, "mistake")
    page.get_by_label("Which account?").fill("@jane_hendry")
    page.get_by_role("button", name="Show the report").click()
    page.get_by_role("button", name="Copy the report").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "Account: @jane_hendry" in page.evaluate("() => navigator.clipboard.readText()")
    context.close()
