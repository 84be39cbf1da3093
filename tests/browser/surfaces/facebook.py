"""Facebook: where its composers are on the replica."""

from dataclasses import replace

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
    answers="The market is back on Thursday.",
)
# In a group its members are the audience, and no button says so.
FACEBOOK_GROUP = replace(FACEBOOK_POST, name="facebook-group", url="https://www.facebook.com/groups/1", audience=None)
FACEBOOK_SHARE = replace(
    FACEBOOK_POST,
    name="facebook-share",
    url="https://www.facebook.com/share/1",
    button='[role="dialog"] [role="button"][aria-label="Share now"]',
)
FACEBOOK_BUSINESS = Surface(
    "facebook-business",
    "https://business.facebook.com/latest/composer/",
    '[role="textbox"]',
    '[role="button"]:text-is("Publish")',
    key=None,
    site="facebook",
    engine="lexical",
)
FACEBOOK_REPLY = replace(
    FACEBOOK_COMMENT,
    name="facebook-reply",
    url="https://www.facebook.com/ann/posts/2",
    editor='[role="textbox"][aria-label="Reply to Bob Example"]',
    button='[role="button"][aria-label="Post comment"]',
    account=None,
)
# Beside a video, a photo, a reel: in no article. The first two are known by their names, the last by its button's box.
FACEBOOK_WATCH = replace(
    FACEBOOK_COMMENT,
    name="facebook-watch",
    url="https://www.facebook.com/watch/1",
    editor='[role="main"] [role="textbox"]',
    button='[role="button"][aria-label="Comment"]',
)
FACEBOOK_PHOTO = replace(
    FACEBOOK_WATCH,
    name="facebook-photo",
    url="https://www.facebook.com/photo/1",
    editor='[role="dialog"] [role="textbox"]',
)
FACEBOOK_REEL = replace(FACEBOOK_WATCH, name="facebook-reel", url="https://www.facebook.com/reel/1", account=None)
MESSENGER = Surface(
    "messenger",
    "https://www.facebook.com/messages/t/1",
    '[role="textbox"]',
    '[data-replica="send"]',
    key="Enter",
)
MESSENGER_TAB = Surface(
    "messenger-tab",
    "https://www.facebook.com/ann/posts/1",
    '[data-replica="chat"] [role="textbox"]',
    '[data-replica="send"]',
    key="Enter",
)

# Named like a comment, and for the story's author alone.
FACEBOOK_STORY = replace(MESSENGER, name="facebook-story", url="https://www.facebook.com/stories/1/2")

# The address names the page that posts, by its number.
FACEBOOK_ASSET = replace(
    FACEBOOK_BUSINESS,
    name="facebook-asset",
    url=f"{FACEBOOK_BUSINESS.url}?asset_id=336218871992&business_id=1",
    account="336218871992",
    organisation=True,
)

# A published post opened again, and a post for a later time.
FACEBOOK_EDIT = replace(
    FACEBOOK_POST,
    name="facebook-edit",
    url="https://www.facebook.com/?edit",
    button='[role="dialog"] [role="button"][aria-label="Save"]',
)
FACEBOOK_SCHEDULED = replace(FACEBOOK_BUSINESS, name="facebook-scheduled", button='[role="button"]:text-is("Schedule")')

# No site file knows the profile's text, and its page is invented: the generic fallback takes it for a post.
FACEBOOK_BIO = Surface(
    "facebook-bio",
    "https://www.facebook.com/profile.php",
    '[role="dialog"] textarea',
    '[role="dialog"] [role="button"]:text-is("Save")',
    key=None,
    site="facebook",
    engine="field",
)

SURFACES = [
    FACEBOOK_POST,
    FACEBOOK_PAGE,
    FACEBOOK_GROUP,
    FACEBOOK_SHARE,
    FACEBOOK_BUSINESS,
    FACEBOOK_COMMENT,
    FACEBOOK_REPLY,
]
MESSAGES: list[Surface] = [MESSENGER, MESSENGER_TAB, FACEBOOK_STORY]
OTHER_ENDS = [FACEBOOK_EDIT, FACEBOOK_SCHEDULED]
IDENTITIES = [FACEBOOK_ASSET]
UNKNOWN_PROFILES = [FACEBOOK_BIO]
