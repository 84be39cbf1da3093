"""A site nobody described: only the generic fallback protects here."""

from tests.browser.surfaces.surface import Surface

PLAIN_FORM = Surface("plain-form", "https://plain.example/", "textarea", "button[type=submit]", engine="field")
PLAIN_EDITABLE = Surface(
    "plain-editable", "https://plain.example/editable", '[contenteditable="true"]', "button:text-is('Share')"
)

SURFACES = [PLAIN_FORM, PLAIN_EDITABLE]
MESSAGES: list[Surface] = []
