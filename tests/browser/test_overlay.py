"""The overlay in a real Chromium: keyboard, focus, screen readers, a page that works against it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect

from tests.browser.chromium import find_chromium

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
STAGE = ROOT / "tests" / "extension" / "overlay-gallery" / "stage.ts"
ESBUILD = ROOT / "extension" / "node_modules" / ".bin" / "esbuild"
AXE = ROOT / "tests" / "replicas" / "node_modules" / "axe-core" / "axe.min.js"
ADDRESS = "https://practice.test/"

TEXT = "Great day at our new office! If the ramp is shut ring me on 07400 123456 and I'll come down."
COMPOSER = """
<div class="composer"><div contenteditable role="textbox" aria-label="Post text" aria-multiline="true">{text}</div>
<div class="row"><button class="icon" aria-label="Picture"><svg width="20" height="20"></svg></button>{middle}<button class="site">Post</button></div></div>
"""
PAGE = """<!doctype html><html lang="en" dir="{dir}"><head><title>A site</title><style>
body {{ margin: 0; padding: 24px; font: 15px "DejaVu Sans"; background: {ground}; color: {ink}; min-height: 700px }}
.composer {{ border: 1px solid #888; padding: 14px 16px 10px; width: min(520px, 100%); box-sizing: border-box }}
[contenteditable] {{ font-size: 17px; line-height: 1.5; min-height: 50px }}
.row {{ display: flex; justify-content: space-between; align-items: center; margin-top: 8px }}
{style}</style></head><body><main>{body}</main></body></html>"""


def bundle(folder: Path) -> str:
    """The overlay and its stand-in for a content script, as one classic script."""
    out = folder / "stage.js"
    options = ["--bundle", "--format=iife", '--define:SHADOW_MODE="open"', "--log-level=error"]
    subprocess.run([ESBUILD, STAGE, *options, f"--outfile={out}"], check=True)
    return out.read_text()


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    return bundle(tmp_path_factory.mktemp("overlay"))


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    running = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"])
    yield running
    running.close()


class Stage:
    """One page with one composer and its overlay."""

    def __init__(self, page: Page, script: str) -> None:
        self.page = page
        self.script = script
        self.chip = page.get_by_role("button", name="Forepost:")
        self.card = page.locator("forepost-overlay .card")
        self.review = page.get_by_role("alertdialog", name="Before you post")
        self.status = page.locator("forepost-overlay .ground > [role=status]")
        self.editor = page.locator("[contenteditable]")

    def build(
        self,
        body: str = "",
        *,
        ground: str = "#ffffff",
        ink: str = "#111111",
        style: str = "",
        dir: str = "ltr",
        mount: str = "body",
        headers: dict[str, str] | None = None,
        setting: str = "{account: '@jane_hendry', audience: 'Public'}",
        before: str = "",
    ) -> Stage:
        """Load the page and put the overlay on its composer. `before` runs in the page first."""
        html = PAGE.format(body=body or composer(), ground=ground, ink=ink, style=style, dir=dir)
        self.page.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html", headers=headers))
        self.page.goto(ADDRESS)
        if before:
            self.page.evaluate(before)
        self.page.evaluate(self.script)
        self.page.evaluate(
            "([mount, setting]) => stages.push(stage(document.querySelector('.composer'),"
            " document.querySelector(mount), eval(`(${setting})`)))",
            [mount, setting],
        )
        return self

    def show(self, state: str = "{kind: 'checked'}") -> Stage:
        self.page.evaluate(f"() => stages[0].show({state})")
        return self

    def hold(self) -> Stage:
        self.page.evaluate("() => stages[0].hold()")
        expect(self.review).to_be_visible()
        return self

    @property
    def log(self) -> list[str]:
        return list(self.page.evaluate("() => stages[0].log"))

    @property
    def decision(self) -> Any:
        return self.page.evaluate("() => stages[0].decision")

    def button(self, name: str) -> Locator:
        return self.page.locator("forepost-overlay").get_by_role("button", name=name, exact=True)

    def text(self) -> str:
        return self.editor.inner_text()

    def focused(self) -> str:
        """The text of what has the focus, through our shadow root; '[composer]' for the editor."""
        return str(
            self.page.evaluate(
                """() => { let at = document.activeElement; while (at.shadowRoot) at = at.shadowRoot.activeElement;
                return at.isContentEditable ? '[composer]' : (at.getAttribute('aria-label') ?? at.textContent) }"""
            )
        )


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(
        viewport={"width": 900, "height": 760}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield made
    made.close()


@pytest.fixture
def stage(context: BrowserContext, script: str) -> Stage:
    return Stage(context.new_page(), script)


def composer(text: str = TEXT, middle: str = "") -> str:
    return COMPOSER.format(text=text, middle=middle)


# --- keyboard and focus ---------------------------------------------------------------------------------------


def test_card_by_keyboard_and_back(stage: Stage) -> None:
    stage.build().show()
    stage.page.get_by_role("button", name="Post", exact=True).focus()
    stage.page.keyboard.press("Tab")
    expect(stage.chip).to_be_focused()
    stage.page.keyboard.press("Enter")
    assert stage.focused() == "Remove it"  # the fix is the first button and has the focus
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.focused() == "[composer]"
    assert stage.text() == TEXT


def test_fix_by_keyboard_then_put_back(stage: Stage) -> None:
    stage.build().show()
    stage.page.evaluate("() => stages[0].overlay.openCard('phone', true)")
    stage.page.keyboard.press("Enter")
    expect(stage.button("Put back")).to_be_focused()
    assert "07400" not in stage.text()
    stage.page.keyboard.press("Enter")
    expect(stage.card).to_be_hidden()
    assert stage.text() == TEXT
    assert stage.focused() == "[composer]"


def test_previous_and_next_turn_through_all(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    titles = []
    for _ in range(3):
        titles.append(stage.card.get_by_role("heading").text_content())
        stage.button("Next").click()
    assert titles == [
        "Please look: Looks like a mobile number",
        "Worth a look: You speak about your employer",
        "A hint: A short hint",
    ]


def test_escape_in_the_editor_dismisses_the_card_and_is_not_passed_on(stage: Stage) -> None:
    stage.build(before="window.keys = []; document.addEventListener('keydown', (e) => keys.push(e.key), true)").show()
    stage.editor.click(position={"x": 2, "y": 5})
    stage.page.evaluate("() => stages[0].overlay.openCard('phone', false)")
    expect(stage.card).to_be_visible()
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.page.evaluate("() => keys") == []  # the site would have closed its own dialog
    stage.page.keyboard.press("Escape")
    assert stage.page.evaluate("() => keys") == ["Escape"]


def test_review_is_left_with_escape(stage: Stage) -> None:
    stage.build().show().hold()
    assert stage.focused() == "Remove it"
    stage.page.keyboard.press("Escape")
    expect(stage.review).to_be_hidden()
    assert stage.decision == "edit"
    assert stage.focused() == "[composer]"
    assert stage.text() == TEXT


def test_keep_editing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Keep editing").click()
    assert stage.decision == "edit"


# --- the review -----------------------------------------------------------------------------------------------


def test_post_anyway_waits_for_the_tick(stage: Stage) -> None:
    stage.build().show().hold()
    anyway = stage.button("Post anyway")
    expect(anyway).to_be_disabled()
    anyway.click(force=True)
    assert stage.decision is None
    expect(stage.review.get_by_role("status")).to_have_text("Tick what you mean to share, or fix it.")
    stage.review.get_by_role("checkbox", name="I mean to share this").check()
    expect(anyway).to_be_enabled()
    anyway.click()
    assert stage.decision == "post-anyway"
    assert stage.text() == TEXT


def test_only_held_items_want_a_tick(stage: Stage) -> None:
    stage.build().show().hold()
    expect(stage.review.get_by_role("listitem")).to_have_count(2)  # the hold and the warning, not the hint
    expect(stage.review.get_by_role("checkbox")).to_have_count(1)


def test_fixing_all_turns_the_button_into_post(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.keyboard.press("Enter")
    post = stage.button("Post")
    expect(post).to_be_enabled()
    expect(post).to_be_focused()
    expect(stage.review.get_by_role("heading", name="Fixed: Looks like a mobile number")).to_be_visible()
    stage.page.keyboard.press("Enter")
    assert stage.decision == "post"


def test_fixed_item_stays_with_put_back(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Remove it").click()
    stage.button("Put back").click()
    expect(stage.button("Remove it")).to_be_focused()
    expect(stage.button("Post anyway")).to_be_disabled()
    assert stage.text() == TEXT


def test_tick_survives_a_new_review(stage: Stage) -> None:
    stage.build().show().hold()
    stage.review.get_by_role("checkbox").check()
    stage.show("{kind: 'checking'}").show()
    expect(stage.review.get_by_role("checkbox")).to_be_checked()


def test_while_checking_post_waits_and_a_lost_companion_leaves_post_anyway(stage: Stage) -> None:
    stage.build().show().hold()
    stage.button("Remove it").click()
    expect(stage.button("Post")).to_be_enabled()
    stage.show("{kind: 'checking'}")
    expect(stage.button("Post")).to_be_disabled()
    stage.show("{kind: 'off', fault: 'not-running'}")
    expect(stage.button("Post anyway")).to_be_enabled()


def test_refused_fix_offers_a_copy(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => { stages[0].refuse = true }")
    stage.button("Remove it").click()
    stage.button("Copy the suggestion").click()
    expect(stage.review.get_by_role("status")).to_have_text("Copied. Paste it where you want it.")
    assert stage.page.evaluate("() => navigator.clipboard.readText()") == "a suggestion"
    assert stage.text() == TEXT


def test_four_emphases_same_words_and_places(stage: Stage) -> None:
    stage.build().show()
    seen = {}
    for _ in range(4):
        stage.hold()
        variant = stage.review.get_attribute("data-variant")
        seen[variant] = [
            (
                b.inner_text(),
                b.evaluate(
                    "(b) => [b.closest('dialog').getBoundingClientRect().right - b.getBoundingClientRect().right, b.offsetWidth].map(Math.round).join()"
                ),
            )
            for b in stage.review.locator("button").all()
        ]
        stage.page.keyboard.press("Escape")
    assert sorted(str(v) for v in seen) == ["0", "1", "2", "3"]
    assert len({str(places) for places in seen.values()}) == 1, "words and places of buttons never change"


# --- the card -------------------------------------------------------------------------------------------------


def words(stage: Stage, quote: str) -> tuple[float, float]:
    """The middle of these words on the screen, in CSS px."""
    place = stage.page.evaluate(
        """(quote) => { const node = document.querySelector('[contenteditable]').firstChild; const range = document.createRange();
        const at = node.data.indexOf(quote); range.setStart(node, at); range.setEnd(node, at + quote.length);
        const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] }""",
        quote,
    )
    return place[0], place[1]


def test_hover_opens_stays_and_goes(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.move(*words(stage, "07400 123456"))
    expect(stage.card).to_be_visible()
    assert stage.focused() != "Remove it"  # hovering never takes the focus
    box = stage.card.bounding_box()
    assert box is not None
    stage.page.mouse.move(box["x"] + 20, box["y"] + 4)
    stage.page.mouse.move(box["x"] + 30, box["y"] + 40)
    stage.page.evaluate("() => new Promise((go) => setTimeout(go, 450))")  # longer than the card waits to go
    expect(stage.card).to_be_visible()
    stage.page.mouse.move(5, 700)
    expect(stage.card).to_be_hidden()


def test_click_on_the_words_opens_and_elsewhere_closes(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.click(*words(stage, "our new office"))
    expect(stage.card.get_by_role("heading")).to_contain_text("You speak about your employer")
    assert stage.focused() == "[composer]"
    stage.page.mouse.click(5, 700)
    expect(stage.card).to_be_hidden()


def test_typing_takes_the_card_away(stage: Stage) -> None:
    stage.build().show()
    stage.page.mouse.click(*words(stage, "our new office"))
    expect(stage.card).to_be_visible()
    stage.page.keyboard.type("x")
    expect(stage.card).to_be_hidden()


def test_not_a_problem_here_and_always_allow(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    stage.button("Always allow this").click()
    expect(stage.status).to_have_text("Allowed from now on. You find the list in Settings.")
    stage.chip.click()
    stage.button("Not a problem here").click()
    expect(stage.chip).to_have_accessible_name("Forepost: 1 to look at @jane_hendry · Public, Personal, 1 hint")
    assert [entry for entry in stage.log if entry != "focus editor"] == ["allow phone", "dismiss phone"]


def test_card_of_a_finding_that_went_closes(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    stage.page.evaluate("() => { stages[0].editor.textContent = 'All well.' }")
    stage.show("{kind: 'checking'}")
    expect(stage.card).to_be_visible()
    stage.show()
    expect(stage.card).to_be_hidden()


# --- the chip -------------------------------------------------------------------------------------------------

FACES = [
    ("{kind: 'checked'}", "A fine day.", "Forepost: Checked, Personal"),
    ("{kind: 'partly', reason: 'too-slow'}", "A fine day.", "Forepost: Partly checked, Personal"),
    ("{kind: 'partly', reason: 'too-slow'}", TEXT, "Forepost: 2 to look at Partly checked, Personal, 1 hint"),
    ("{kind: 'off', fault: 'not-running'}", TEXT, "Forepost: Companion off · Start, Personal"),
    ("{kind: 'off', fault: 'not-paired'}", TEXT, "Forepost: Not connected · Connect, Personal"),
    ("{kind: 'not-here'}", TEXT, "Forepost: Not checked here, Personal"),
    ("{kind: 'checking'}", TEXT, "Forepost: Checking, Personal"),
]


@pytest.mark.parametrize(("state", "text", "name"), FACES)
def test_chip_says_its_state_in_words(stage: Stage, state: str, text: str, name: str) -> None:
    stage.build(composer(text), setting="{}").show(state)
    expect(stage.chip).to_have_accessible_name(name)


def test_no_chip_before_anything_is_written(stage: Stage) -> None:
    stage.build().show("{kind: 'idle'}")
    expect(stage.chip).to_have_count(0)


def test_start_is_one_press(stage: Stage) -> None:
    stage.build().show("{kind: 'off', fault: 'not-running'}")
    stage.chip.click()
    assert stage.log == ["start"]


def test_nothing_moves_while_checking(stage: Stage) -> None:
    stage.build().show()
    before = (stage.chip.bounding_box(), stage.chip.inner_text())
    stage.show("{kind: 'checking'}")
    assert (stage.chip.bounding_box(), stage.chip.inner_text()) == before


FULL_ROW = "".join(f'<button class="icon" style="width:56px" aria-label="Tool {n}">#</button>' for n in range(6))
PLACES = [
    ("free row", composer(), {}),
    ("counter beside the button", composer(middle='<span style="margin-left:auto">212 left</span>'), {}),
    ("no room in the row", composer(middle=FULL_ROW), {}),
    ("right to left", composer(), {"dir": "rtl"}),
    (
        "text close below",
        composer(middle=FULL_ROW) + "<p style='margin:2px 0'>" + "Some other post. " * 60 + "</p>",
        {},
    ),
    ("no button known", '<div class="composer"><div contenteditable role="textbox">' + TEXT + "</div></div>", {}),
]


@pytest.mark.parametrize(("case", "body", "looks"), PLACES, ids=[case for case, _, _ in PLACES])
def test_chip_is_never_over_a_control_or_over_text(stage: Stage, case: str, body: str, looks: dict[str, str]) -> None:
    stage.build(body, dir=looks.get("dir", "ltr")).show()
    expect(stage.chip).to_be_visible()
    hit = stage.page.evaluate(
        """() => { const chip = document.querySelector('forepost-overlay').shadowRoot.querySelector('.chip').getBoundingClientRect();
        const meets = (box) => box.width > 0 && box.left < chip.right && box.right > chip.left && box.top < chip.bottom && box.bottom > chip.top;
        const hits = [...document.querySelectorAll('button, [contenteditable]')].filter((e) => meets(e.getBoundingClientRect())).map((e) => e.outerHTML.slice(0, 60));
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const range = document.createRange();
        while (walk.nextNode()) { if (!walk.currentNode.data.trim()) continue; range.selectNodeContents(walk.currentNode);
          if ([...range.getClientRects()].some(meets)) hits.push(walk.currentNode.data.slice(0, 30)) }
        const post = document.querySelector('.site')?.getBoundingClientRect();
        const beside = post && post.top < chip.bottom && post.bottom > chip.top;
        return { hits, air: beside ? Math.round(Math.max(post.left - chip.right, chip.left - post.right)) : 8, height: chip.height, inside: chip.left >= 0 && chip.right <= innerWidth && chip.bottom <= innerHeight } }"""
    )
    assert hit["hits"] == []
    assert hit["air"] >= 8
    assert hit["height"] == 28
    assert hit["inside"]


def test_a_menu_of_the_site_is_not_covered(stage: Stage) -> None:
    stage.build().show()
    box = stage.chip.bounding_box()
    assert box is not None
    stage.page.evaluate(
        """(box) => { const menu = document.createElement('div'); menu.role = 'listbox';
        menu.style.cssText = `position:fixed;background:#ddd;left:${box.x}px;top:${box.y}px;width:300px;height:200px`;
        document.body.append(menu); stages[0].show() }""",
        box,
    )
    expect(stage.chip).to_have_count(0)  # hidden, in its place
    stage.page.evaluate("() => { document.querySelector('[role=listbox]').remove(); stages[0].show() }")
    expect(stage.chip).to_be_visible()
    assert stage.chip.bounding_box() == box


# --- screen readers -------------------------------------------------------------------------------------------


def test_live_region_tells_results_not_progress(stage: Stage) -> None:
    stage.build()
    expect(stage.status).to_have_text("")
    stage.show("{kind: 'checking'}")
    expect(stage.status).to_have_text("")
    stage.show()
    expect(stage.status).to_have_text("2 things to look at. Alt+Shift+F opens the first.")
    stage.page.evaluate("() => { stages[0].editor.textContent = 'All well.' }")
    stage.show("{kind: 'checking'}")
    expect(stage.status).to_have_text("2 things to look at. Alt+Shift+F opens the first.")
    stage.show()
    expect(stage.status).to_have_text("Nothing left to look at.")


def test_a_first_clean_check_is_silent(stage: Stage) -> None:
    stage.build(composer("A fine day.")).show()
    expect(stage.status).to_have_text("")


def test_companion_off_is_told(stage: Stage) -> None:
    stage.build().show("{kind: 'off', fault: 'not-running'}")
    expect(stage.status).to_contain_text("Companion off. The companion is not running, so nothing is checked.")


def test_notice_is_shown_and_told_and_can_be_dismissed(stage: Stage) -> None:
    stage.build().show()
    stage.page.evaluate("() => stages[0].overlay.say('press-post-again')")
    bubble = stage.page.locator("forepost-overlay .bubble")
    expect(bubble).to_contain_text("Checked. Press Post again.")
    expect(stage.status).to_have_text("Checked. Press Post again.")
    stage.show("{kind: 'checking'}")
    expect(bubble).to_be_visible()  # stays long enough to be read
    bubble.get_by_role("button", name="Close").click()
    expect(bubble).to_be_hidden()


AXE_STATES = [
    ("chip", "stages[0].show()"),
    ("off", "stages[0].show({kind: 'off', fault: 'not-running'})"),
    ("card", "stages[0].show(), stages[0].overlay.openCard('phone', true)"),
    ("review", "stages[0].show(), stages[0].hold()"),
    ("notice", "stages[0].show(), stages[0].overlay.say('not-checked')"),
]


@pytest.mark.parametrize("ground", ["#ffffff", "#000000"])
@pytest.mark.parametrize(("name", "arrange"), AXE_STATES)
def test_axe_finds_nothing(stage: Stage, name: str, arrange: str, ground: str) -> None:
    stage.build(ground=ground, ink="#777777").page.evaluate(f"() => {{ {arrange} }}")
    stage.page.evaluate(AXE.read_text())
    report = stage.page.evaluate(
        "() => axe.run({include: [{fromShadowDom: ['forepost-overlay', '.ground']}]}, {resultTypes: ['violations', 'passes', 'incomplete']})"
    )
    assert len(report["passes"]) > 5, "a closed root would test nothing"
    assert [(v["id"], v["nodes"][0]["html"]) for v in report["violations"]] == []


def test_targets_are_large_enough(stage: Stage) -> None:
    stage.build().show()
    stage.chip.click()
    stage.hold()
    small = stage.page.evaluate(
        """() => [...document.querySelector('forepost-overlay').shadowRoot.querySelectorAll('button, input, label')]
        .map((e) => [e.textContent, e.getBoundingClientRect()]).filter(([, b]) => b.width && (b.width < 24 || b.height < 24) ).map(([t]) => t)"""
    )
    assert small in ([], [""])  # the bare checkbox is 18 px, its label is the target


# --- pages that work against it -------------------------------------------------------------------------------


def test_made_up_events_do_nothing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate(
        """() => { const root = document.querySelector('forepost-overlay').shadowRoot;
        for (const control of root.querySelectorAll('button, input')) {
          control.click(); control.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
          for (const key of ['Escape', 'Enter']) control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        } }"""
    )
    expect(stage.review).to_be_visible()
    expect(stage.review.get_by_role("checkbox")).not_to_be_checked()
    assert stage.decision is None
    assert stage.log == []


def test_a_held_key_and_a_double_click_do_not_press(stage: Stage) -> None:
    stage.build().show()
    stage.page.keyboard.down("Enter")
    stage.hold()
    stage.page.keyboard.down("Enter")  # the key is still down: this is a repeat
    stage.page.keyboard.up("Enter")
    box = stage.button("Remove it").bounding_box()
    assert box is not None
    stage.page.mouse.click(box["x"] + 9, box["y"] + 9, click_count=2)
    assert stage.log == ["fix phone remove"]  # by the first click of the two; neither by the key nor by the second


def test_the_page_hears_nothing_of_what_happens_inside(stage: Stage) -> None:
    types = "['keydown','keyup','focusin','focusout','mousedown','pointerdown']"
    stage.build(
        before=f"window.heard = []; for (const t of {types}) document.addEventListener(t, (e) => heard.push(t + e.target.tagName), true);"
        "for (const t of ['click','input','change']) document.addEventListener(t, (e) => heard.push(t), false)"
    ).show()
    stage.hold()
    stage.page.evaluate("() => { heard.length = 0 }")
    stage.review.get_by_role("checkbox").click()
    stage.page.keyboard.press("Tab")
    stage.page.keyboard.press("k")
    assert stage.page.evaluate("() => heard") == []


def test_inside_a_native_modal_dialog(stage: Stage) -> None:
    body = f'<dialog aria-label="New post">{composer()}</dialog>'
    stage.build(body, mount="dialog", before="document.querySelector('dialog').showModal()").show()
    stage.chip.click()
    expect(stage.card).to_be_visible()
    stage.page.keyboard.press("Escape")
    expect(stage.card).to_be_hidden()
    assert stage.page.evaluate("() => document.querySelector('dialog').open"), "our Escape must not close theirs"
    stage.hold()
    stage.page.keyboard.press("Escape")
    assert stage.decision == "edit"
    assert stage.page.evaluate("() => document.querySelector('dialog').open")


def test_inside_a_dialog_with_a_focus_trap(stage: Stage) -> None:
    trap = """document.addEventListener('focusin', (e) => { const trap = document.querySelector('#trap');
      if (!trap.contains(e.target)) trap.querySelector('[contenteditable]').focus() }, true);
      window.outside = 0; document.addEventListener('mousedown', (e) => { if (!document.querySelector('#trap').contains(e.target)) outside++ }, true)"""
    body = f'<div id="trap" role="dialog" aria-label="New post" style="position:fixed;inset:20px;z-index:2147483647;background:#fff;overflow:hidden;transform:scale(1)">{composer()}</div>'
    for mount in ("#trap", "body"):
        stage.build(body, mount=mount, before=trap).show()
        stage.chip.click()
        assert stage.focused() == "Remove it"
        stage.page.keyboard.press("Escape")
        assert stage.page.evaluate("() => outside") == 0


def test_hostile_style_and_strict_policy(stage: Stage) -> None:
    policy = "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"
    hostile = """* { color: red !important; font-size: 40px !important; animation: none } html { font-size: 8px }
      forepost-overlay { display: none !important; opacity: 0 !important; visibility: hidden !important; direction: rtl !important }"""
    stage.build(style=hostile, headers={"Content-Security-Policy": policy}).show()
    expect(stage.chip).to_be_visible()
    look = stage.chip.locator(".state").evaluate("(e) => [getComputedStyle(e).color, getComputedStyle(e).fontSize]")
    assert look == ["rgb(168, 32, 26)", "13px"]
    stage.hold()
    assert (
        stage.review.evaluate("(e) => getComputedStyle(e).direction + getComputedStyle(e.getRootNode().host).opacity")
        == "ltr1"
    )


def test_thrown_out_by_the_page_it_comes_back(stage: Stage) -> None:
    stage.build().show()
    stage.page.evaluate("() => document.querySelector('forepost-overlay').remove()")
    stage.show()
    expect(stage.chip).to_be_visible()


def test_remove_leaves_nothing(stage: Stage) -> None:
    stage.build().show().hold()
    stage.page.evaluate("() => stages[0].overlay.remove()")
    expect(stage.page.locator("forepost-overlay")).to_have_count(0)
    assert stage.decision == "edit"
    stage.page.mouse.move(*words(stage, "07400 123456"))
    assert stage.log == ["focus editor"]


# --- looks ----------------------------------------------------------------------------------------------------

GROUNDS = [
    ("#ffffff", "light"),
    ("#000000", "dark"),
    ("rgb(21 32 43)", "dark"),
    ("oklch(0.25 0.02 250)", "dark"),
    ("rgba(0, 0, 0, 0.1)", "light"),
    ("transparent", "light"),
]


@pytest.mark.parametrize(("ground", "theme"), GROUNDS)
def test_theme_follows_the_page(stage: Stage, ground: str, theme: str) -> None:
    stage.build(ground=ground).show()
    assert stage.page.locator("forepost-overlay .ground").get_attribute("class") == f"ground {theme}"


def test_all_of_the_review_can_be_reached_at_200_percent(browser: Browser, script: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 360}, device_scale_factor=2)
    stage = Stage(context.new_page(), script).build().show().hold()
    for name in ("Remove it", "Keep editing", "Post anyway"):
        stage.button(name).scroll_into_view_if_needed()
        box = stage.button(name).bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= 320 and 0 <= box["y"] <= 360
    wide = stage.review.evaluate("(e) => e.scrollWidth > e.clientWidth")
    assert not wide, "no scrolling sideways"
    context.close()
