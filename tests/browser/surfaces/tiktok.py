"""TikTok: where its comment, the caption of an upload and the bio are on the replica."""

from dataclasses import replace

from tests.browser.surfaces.surface import Surface

EDITOR = ".public-DraftEditor-content"

TIKTOK_COMMENT = Surface(
    "tiktok-comment",
    "https://www.tiktok.com/@bob/video/1",
    EDITOR,
    '[data-e2e="comment-post"]',
    kind="comment",
    key="Enter",
    site="tiktok",
    engine="draft",
    account="ann",
    answers="A quiet morning at the depot.",
)
TIKTOK_CAPTION = Surface(
    "tiktok-caption",
    "https://www.tiktok.com/tiktokstudio/upload",
    EDITOR,
    '[data-e2e="post_video_button"]',
    key=None,
    site="tiktok",
    engine="draft",
)
TIKTOK_ASKS = replace(TIKTOK_CAPTION, name="tiktok-asks", url=f"{TIKTOK_CAPTION.url}?asks", then='[data-replica="now"]')
TIKTOK_MESSAGE = Surface(
    "tiktok-message", "https://www.tiktok.com/messages", EDITOR, '[data-replica="send"]', key="Enter"
)
TIKTOK_BIO = Surface(
    "tiktok-bio",
    "https://www.tiktok.com/@ann",
    "textarea",
    '[role="dialog"] button:text-is("Save")',
    kind="profile",
    key=None,
    site="tiktok",
    engine="field",
    account="ann",
)

SURFACES = [TIKTOK_COMMENT, TIKTOK_CAPTION]
MESSAGES: list[Surface] = [TIKTOK_MESSAGE]
PROFILES = [TIKTOK_BIO]
