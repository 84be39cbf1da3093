"""X: where its composers are on the replica."""

from dataclasses import replace

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
    answers="How did the visit to the depot go?",
)
X_ARTICLE = Surface(
    "x-article",
    "https://x.com/compose/articles/edit/1",
    ".public-DraftEditor-content",
    '[data-replica="publish"]',
    then="[role='dialog'] button:text-is('Publish')",
    kind="article",
    key=None,
    site="x",
    engine="draft",
    account="me",
)
# The same modal for other ends: the post that is quoted stands below the editor, the button has another word.
X_QUOTE = replace(X_MODAL, name="x-quote", url="https://x.com/compose/quote")
X_SCHEDULED = replace(X_MODAL, name="x-scheduled", url="https://x.com/compose/post/schedule")
X_EDIT = replace(X_MODAL, name="x-edit", url="https://x.com/compose/post/edit")
X_CHAT = Surface("x-chat", "https://x.com/messages", "textarea", '[data-testid="dm-composer-send-button"]', key="Enter")
X_OLDER_CHAT = Surface(
    "x-older-chat",
    "https://x.com/messages/older",
    ".public-DraftEditor-content",
    '[data-testid="dmComposerSendButton"]',
    key="Enter",
    engine="draft",
)

X_BIO = Surface(
    "x-bio",
    "https://x.com/settings/profile",
    'textarea[name="description"]',
    '[data-testid="Profile_Save_Button"]',
    kind="profile",
    key=None,
    site="x",
    engine="field",
    account="me",
)

SURFACES = [X_HOME, X_MODAL, X_REPLY, X_ARTICLE]
MESSAGES: list[Surface] = [X_CHAT, X_OLDER_CHAT]
PROFILES = [X_BIO]
