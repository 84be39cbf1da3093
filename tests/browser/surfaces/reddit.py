"""Reddit, new and old: where their composers are on the replica."""

from dataclasses import replace

from tests.browser.surfaces.surface import Surface

REDDIT_COMMENT = Surface(
    "reddit-comment",
    "https://www.reddit.com/r/depot/comments/1",
    '[slot="rte"]',
    "#comment-composer-submit-button",
    kind="comment",
    site="reddit",
    engine="lexical",
    slotted=True,
    account="ann",
    answers="The market is back on Thursday.",
)
REDDIT_EDIT = replace(REDDIT_COMMENT, name="reddit-edit", url=f"{REDDIT_COMMENT.url}?edit")
REDDIT_POST = Surface(
    "reddit-post",
    "https://www.reddit.com/r/depot/submit",
    '[slot="rte"]',
    "#submit-post-button",
    key=None,
    site="reddit",
    engine="lexical",
    slotted=True,
    account="ann",
)
REDDIT_OLD_COMMENT = Surface(
    "reddit-old-comment",
    "https://old.reddit.com/r/depot/comments/1",
    'textarea[name="text"]',
    "button.save",
    kind="comment",
    key=None,
    site="reddit",
    engine="field",
    account="ann",
    answers="The market is back on Thursday.",
)
REDDIT_OLD_POST = Surface(
    "reddit-old-post",
    "https://old.reddit.com/r/depot/submit",
    'textarea[name="text"]',
    'button[name="submit"]',
    key=None,
    site="reddit",
    engine="field",
    account="ann",
)
REDDIT_OLD_MESSAGE = Surface(
    "reddit-old-message", "https://old.reddit.com/message/compose/", 'textarea[name="text"]', "button.save", key=None
)
REDDIT_ABOUT = Surface(
    "reddit-about",
    "https://www.reddit.com/settings/profile",
    "textarea",
    "button[type=submit]",
    kind="profile",
    key=None,
    site="reddit",
    engine="field",
    account="ann",
)

SURFACES = [REDDIT_COMMENT, REDDIT_POST, REDDIT_OLD_COMMENT, REDDIT_OLD_POST]
MESSAGES: list[Surface] = [REDDIT_OLD_MESSAGE]
OTHER_ENDS = [REDDIT_EDIT]
PROFILES = [REDDIT_ABOUT]
