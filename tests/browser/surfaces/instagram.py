"""Instagram: where its composers are on the replica."""

from tests.browser.surfaces.surface import Surface

_CAPTION = '[role="dialog"] [role="textbox"]'
_SHARE = '[role="dialog"] [role="button"]:text-is("Share")'

INSTAGRAM_CAPTION = Surface(
    "instagram-caption",
    "https://www.instagram.com/",
    _CAPTION,
    _SHARE,
    key=None,
    site="instagram",
    engine="lexical",
    account="me",
)
# A published post opened again. Its button reads Done.
INSTAGRAM_EDIT = Surface(
    "instagram-edit",
    "https://www.instagram.com/me/edit/1",
    _CAPTION,
    '[role="dialog"] [role="button"]:text-is("Done")',
    key=None,
    site="instagram",
    engine="lexical",
    account="me",
)
INSTAGRAM_COMMENT = Surface(
    "instagram-comment",
    "https://www.instagram.com/p/1/",
    'article [role="textbox"]',
    'article [role="button"]:text-is("Post")',
    kind="comment",
    key="Enter",
    site="instagram",
    engine="lexical",
    account="me",
    answers="A quiet morning at the depot.",
)
INSTAGRAM_DIRECT = Surface(
    "instagram-direct",
    "https://www.instagram.com/direct/t/1",
    'section [role="textbox"]',
    'section [role="button"]',
    key="Enter",
    engine="lexical",
)
INSTAGRAM_BIO = Surface(
    "instagram-bio",
    "https://www.instagram.com/accounts/edit/",
    "#pepBio",
    'form [role="button"]:text-is("Submit")',
    kind="profile",
    key=None,
    site="instagram",
    engine="field",
    account="me",
)

SURFACES = [INSTAGRAM_CAPTION, INSTAGRAM_EDIT, INSTAGRAM_COMMENT]
MESSAGES: list[Surface] = [INSTAGRAM_DIRECT]
PROFILES = [INSTAGRAM_BIO]
