"""LinkedIn: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

LINKEDIN_CLASSIC = Surface(
    "linkedin-classic",
    "https://www.linkedin.com/classic",
    ".ql-editor",
    ".share-actions__primary-action",
    key=None,
    undo=False,
    site="linkedin",
    engine="quill",
    account="ann example",
    audience="Anyone",
)
LINKEDIN_SDUI = Surface(
    "linkedin-sdui",
    "https://www.linkedin.com/sdui",
    '[componentkey="ShareBox_textEditor"]',
    "dialog[open] button:text-is('Post')",
    site="linkedin",
    engine="prosemirror",
    account="ann example",
    audience="Anyone",
)
LINKEDIN_COMMENT = Surface(
    "linkedin-comment",
    "https://www.linkedin.com/feed/",
    '[componentkey^="commentBox-"] [role="textbox"]',
    '[componentkey*="commentButtonSection"]',
    kind="comment",
    site="linkedin",
    engine="prosemirror",
)
LINKEDIN_MESSAGE = Surface(
    "linkedin-message",
    "https://www.linkedin.com/messaging/",
    ".msg-form__contenteditable",
    ".msg-form__send-button",
    key="Enter",
)

SURFACES = [LINKEDIN_CLASSIC, LINKEDIN_SDUI, LINKEDIN_COMMENT]
MESSAGES: list[Surface] = [LINKEDIN_MESSAGE]
