"""Facebook: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

FACEBOOK_POST = Surface(
    "facebook-post",
    "https://www.facebook.com/",
    '[role="dialog"] [role="textbox"]',
    '[role="dialog"] [role="button"][aria-label="Post"]',
    key=None,
    site="facebook",
    engine="lexical",
    audience="Friends",
)
FACEBOOK_PAGE = Surface(
    "facebook-page",
    "https://www.facebook.com/canalpath",
    '[role="dialog"] [role="textbox"]',
    '[role="dialog"] [role="button"][aria-label="Next"]',
    then='[role="dialog"] [role="button"][aria-label="Post"]',
    key=None,
    site="facebook",
    engine="lexical",
    audience="Friends",
)
FACEBOOK_COMMENT = Surface(
    "facebook-comment",
    "https://www.facebook.com/ann/posts/1",
    '[role="article"] [role="textbox"]',
    "#focused-state-composer-submit [role=button]",
    kind="comment",
    key="Enter",
    site="facebook",
    engine="lexical",
    account="ann",
)
MESSENGER = Surface(
    "messenger",
    "https://www.facebook.com/messages/t/1",
    '[role="textbox"]',
    '[aria-label="Press enter to send"]',
    key="Enter",
)
MESSENGER_TAB = Surface(
    "messenger-tab",
    "https://www.facebook.com/ann/posts/1",
    '[aria-label="Chat with Bob Example"] [role="textbox"]',
    '[aria-label="Press enter to send"]',
    key="Enter",
)

SURFACES = [FACEBOOK_POST, FACEBOOK_PAGE, FACEBOOK_COMMENT]
MESSAGES: list[Surface] = [MESSENGER, MESSENGER_TAB]
