"""Whatever way words come into an editor they are read: pasted, dropped, or put in the place of others by a speller."""

from __future__ import annotations

import pytest

from tests.browser.companion import until
from tests.browser.composer import Composer, plain
from tests.browser.forepost import Open
from tests.browser.surfaces import ENGINES, Surface
from tests.browser.surfaces.linkedin import LINKEDIN_OLD_COMMENT
from tests.browser.test_specification import HELD, PHONE

pytestmark = pytest.mark.browser

OTHER = "07400 654321"

# Quill 1 throws an error of its own at a paste in a shadow root: here it stands in the page itself.
EACH = [LINKEDIN_OLD_COMMENT if each.engine == "quill" else each for each in ENGINES]

# As the browser's own speller does it: the words are exchanged where they stand, and an input event of its type tells.
REPLACE = """([editor, old, now]) => {
  const event = { inputType: 'insertReplacementText', data: now, bubbles: true };
  const tell = () => editor.dispatchEvent(new InputEvent('input', event));
  if (editor.value !== undefined) {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(editor), 'value');
    set.call(editor, editor.value.replace(old, now));
    return tell();
  }
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(old);
    if (at >= 0) {
      walker.currentNode.replaceData(at, old.length, now);
      return tell();
    }
  }
}"""


# A drag from another window. ProseMirror asks for no more than this; the other editors want the browser's own.
DROP = """(editor) => {
  const { left, top } = editor.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/plain', 'Dropped. ');
  const at = { clientX: left + 4, clientY: top + 12, bubbles: true, cancelable: true };
  editor.dispatchEvent(new DragEvent('drop', { ...at, dataTransfer }));
}"""


def drag_the_first_word(composer: Composer) -> None:
    """Take hold of it and let it go further on in its line."""
    box = composer.editor.bounding_box()
    x, y = box["x"] + 24, box["y"] + 16
    mouse = composer.page.mouse
    mouse.dblclick(x, y)
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 60, y, steps=4)
    mouse.move(x + 300, y, steps=8)
    mouse.up()


def read_as_it_stands(composer: Composer) -> None:
    until("it is read", lambda: [plain(draft["text"]) for draft in composer.drafts()][-1:] == [plain(composer.model())])


@pytest.mark.parametrize("surface", EACH, ids=str)
def test_what_is_pasted_or_replaced_is_read(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    composer.page.keyboard.press("Control+a")
    composer.page.keyboard.press("Control+x")
    composer.wait_model("")
    composer.page.keyboard.press("Control+v")
    composer.wait_model(HELD)
    composer.wait_underlined(PHONE)

    composer.editor.evaluate(f"(editor) => ({REPLACE})([editor, {PHONE!r}, {OTHER!r}])")
    composer.wait_model(HELD.replace(PHONE, OTHER))
    read_as_it_stands(composer)
    composer.wait_underlined(OTHER)


# Lexical takes no dropped text.
@pytest.mark.parametrize("surface", [each for each in EACH if each.engine != "lexical"], ids=str)
def test_what_is_dropped_is_read(surface: Surface, open_composer: Open) -> None:
    composer = open_composer(surface).write(HELD)
    read_as_it_stands(composer)
    if surface.engine == "prosemirror":
        composer.editor.evaluate(DROP)
    else:
        drag_the_first_word(composer)
    composer.wait_for_model(lambda text: text != HELD)
    read_as_it_stands(composer)
    composer.wait_underlined(PHONE)
