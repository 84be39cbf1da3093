"""LinkedIn: where its composers are on the replica."""

from dataclasses import replace

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
    answers="We are looking for two more volunteers for the open day.",
)
LINKEDIN_PAGE = Surface(
    "linkedin-page",
    "https://www.linkedin.com/company/42/admin/page-posts/published/",
    '[role="dialog"] [role="textbox"]',
    "[role='dialog'] button:text-is('Post')",
    site="linkedin",
    engine="prosemirror",
    account="acme labs",
    organisation=True,
    audience="Anyone",
)
LINKEDIN_OLD_COMMENT = Surface(
    "linkedin-old-comment",
    "https://www.linkedin.com/old/",
    ".comments-comment-box .ql-editor",
    ".comments-comment-box__submit-button--cr",
    kind="comment",
    key=None,
    undo=False,
    site="linkedin",
    engine="quill",
    answers="We are looking for two more volunteers for the open day.",
)
LINKEDIN_ARTICLE = Surface(
    "linkedin-article",
    "https://www.linkedin.com/article/new/",
    "[data-test-article-editor-content-textbox]",
    ".article-editor-nav__publish",
    then='[role="dialog"] button:text-is("Publish")',
    kind="article",
    key=None,
    site="linkedin",
    engine="prosemirror",
)
# The same dialog for a later time, and for a published post; only the button's word is another one.
LINKEDIN_SCHEDULED = replace(
    LINKEDIN_SDUI,
    name="linkedin-scheduled",
    url="https://www.linkedin.com/schedule",
    button="dialog[open] button:text-is('Schedule')",
)
LINKEDIN_EDIT = replace(
    LINKEDIN_SDUI,
    name="linkedin-edit",
    url="https://www.linkedin.com/edit",
    button="dialog[open] button:text-is('Save')",
)
LINKEDIN_MESSAGE = Surface(
    "linkedin-message",
    "https://www.linkedin.com/messaging/",
    ".msg-form__contenteditable",
    ".msg-form__send-button",
    key="Enter",
)
LINKEDIN_ABOUT = Surface(
    "linkedin-about",
    "https://www.linkedin.com/in/ann/edit/forms/summary/new/",
    'dialog [role="textbox"]',
    "dialog button:text-is('Save')",
    kind="profile",
    key=None,
    site="linkedin",
    engine="prosemirror",
    account="ann example",
)
LINKEDIN_HEADLINE = Surface(
    "linkedin-headline",
    "https://www.linkedin.com/in/ann/edit/intro/",
    '[role="dialog"] textarea',
    "[role='dialog'] button:text-is('Save')",
    kind="profile",
    key=None,
    site="linkedin",
    engine="field",
    account="ann example",
)

# Who runs a page may comment in its name; a menu beside the post shows as whom.
LINKEDIN_COMMENT_AS = replace(
    LINKEDIN_COMMENT,
    name="linkedin-comment-as",
    url="https://www.linkedin.com/feed/as-page/",
    account="acme labs",
)

SURFACES = [LINKEDIN_CLASSIC, LINKEDIN_SDUI, LINKEDIN_COMMENT, LINKEDIN_PAGE, LINKEDIN_ARTICLE, LINKEDIN_OLD_COMMENT]
MESSAGES: list[Surface] = [LINKEDIN_MESSAGE]
PROFILES = [LINKEDIN_ABOUT, LINKEDIN_HEADLINE]
IDENTITIES = [LINKEDIN_COMMENT_AS]
