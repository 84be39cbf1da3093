"""X: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

X_HOME = Surface(
    "x-home",
    "https://x.com/home",
    '[data-testid="tweetTextarea_0"][contenteditable="true"]',
    '[data-testid="tweetButtonInline"]',
    site="x",
    engine="draft",
    account="me",
    audience="Everyone can reply",
)
X_MODAL = Surface(
    "x-modal",
    "https://x.com/compose/post",
    '[role="dialog"] [data-testid="tweetTextarea_0"][contenteditable="true"]',
    '[data-testid="tweetButton"]',
    site="x",
    engine="draft",
    account="me",
    audience="Everyone can reply",
)
X_REPLY = Surface(
    "x-reply",
    "https://x.com/compose/reply",
    '[role="dialog"] [data-testid="tweetTextarea_0"][contenteditable="true"]',
    '[data-testid="tweetButton"]',
    kind="reply",
    site="x",
    engine="draft",
    account="me",
    audience="Everyone can reply",
)
X_CHAT = Surface("x-chat", "https://x.com/messages", "textarea", '[data-testid="dm-composer-send-button"]', key="Enter")

SURFACES = [X_HOME, X_MODAL, X_REPLY]
MESSAGES: list[Surface] = [X_CHAT]
