"""The surfaces that the shared specification runs over: where each is, and how a person writes and posts on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Surface:
    """One composer of one replica. Selectors are the test's own and pierce open shadow roots."""

    name: str
    url: str
    editor: str
    button: str
    kind: str = "post"  # what the draft sent to the companion calls it
    key: str | None = "Control+Enter"  # posts from within the editor
    undo: bool = True  # Ctrl+Z takes a fix back by itself (Quill 1 merges it with the typing before)
    site: str = ""  # the site's own id in sites/*.json; '' = the generic fallback

    def __str__(self) -> str:
        return self.name


X_HOME = Surface(
    "x-home",
    "https://x.com/home",
    '[data-testid="tweetTextarea_0"][contenteditable="true"]',
    '[data-testid="tweetButtonInline"]',
    site="x",
)
X_REPLY = Surface(
    "x-reply",
    "https://x.com/compose/reply",
    '[role="dialog"] [data-testid="tweetTextarea_0"][contenteditable="true"]',
    '[data-testid="tweetButton"]',
    kind="reply",
    site="x",
)
LINKEDIN_CLASSIC = Surface(
    "linkedin-classic",
    "https://www.linkedin.com/classic",
    ".ql-editor",
    ".share-actions__primary-action",
    key=None,
    undo=False,
    site="linkedin",
)
LINKEDIN_SDUI = Surface(
    "linkedin-sdui",
    "https://www.linkedin.com/sdui",
    '[componentkey="ShareBox_textEditor"]',
    "dialog[open] button:text-is('Post')",
    site="linkedin",
)
LINKEDIN_COMMENT = Surface(
    "linkedin-comment",
    "https://www.linkedin.com/feed/",
    '[componentkey^="commentBox-"] [role="textbox"]',
    '[componentkey*="commentButtonSection"]',
    kind="comment",
    site="linkedin",
)
FACEBOOK_POST = Surface(
    "facebook-post",
    "https://www.facebook.com/",
    '[role="dialog"] [role="textbox"]',
    '[role="dialog"] [role="button"][aria-label="Post"]',
    key=None,
    site="facebook",
)
FACEBOOK_COMMENT = Surface(
    "facebook-comment",
    "https://www.facebook.com/ann/posts/1",
    '[role="article"] [role="textbox"]',
    "#focused-state-composer-submit [role=button]",
    kind="comment",
    key="Enter",
    site="facebook",
)
PLAIN_FORM = Surface("plain-form", "https://plain.example/", "textarea", "button[type=submit]")
PLAIN_EDITABLE = Surface(
    "plain-editable", "https://plain.example/editable", '[contenteditable="true"]', "button:text-is('Share')"
)

SURFACES = [
    X_HOME,
    X_REPLY,
    LINKEDIN_CLASSIC,
    LINKEDIN_SDUI,
    LINKEDIN_COMMENT,
    FACEBOOK_POST,
    FACEBOOK_COMMENT,
    PLAIN_FORM,
    PLAIN_EDITABLE,
]

# Private messages: Forepost leaves them alone.
MESSAGES = [
    Surface("x-chat", "https://x.com/messages", "textarea", '[data-testid="dm-composer-send-button"]', key="Enter"),
    Surface(
        "linkedin-message",
        "https://www.linkedin.com/messaging/",
        ".msg-form__contenteditable",
        ".msg-form__send-button",
        key="Enter",
    ),
    Surface(
        "messenger",
        "https://www.facebook.com/messages/t/1",
        '[role="textbox"]',
        '[aria-label="Press enter to send"]',
        key="Enter",
    ),
    Surface(
        "messenger-tab",
        "https://www.facebook.com/ann/posts/1",
        '[aria-label="Chat with Bob Example"] [role="textbox"]',
        '[aria-label="Press enter to send"]',
        key="Enter",
    ),
]
