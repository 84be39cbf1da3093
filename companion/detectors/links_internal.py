"""Looks for links that lead inside: intranets, shared documents, meeting rooms, file paths, links with a key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.context import word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.host_name import INTERNAL_ENDS
from companion.detectors.pattern import Pattern
from companion.detectors.web_address import Link, is_inner, links
from companion.detectors.windows import matches
from companion.draft import Detection
from companion.public_suffix import split_host

ENTITY = "internal-link"

_AFTER = ".,;:!?')]}"  # punctuation of the sentence, not of the path
_FILE_SCHEMES = word_set(
    "file smb cifs nfs afp onenote ms-word ms-excel ms-powerpoint ms-visio ms-access ms-project sftp ssh rdp"
)
_SHARE_PATH = Pattern(r"(?<![\\\w])\\\\[A-Za-z0-9][\w.-]{1,60}\\[^\s\"<>|*?:,;]{1,200}")
_DRIVE_PATH = Pattern(r"(?<![\w\\])(?:[ABD-Z]:\\|C:\\Users\\)[A-Za-z0-9_][^\s\"<>|*?:,;]{1,200}", re.IGNORECASE)
_SCHEMELESS_NAME = Pattern(r":(?:(?<=onenote:)|(?<=file:)|(?<=localhost:))", re.IGNORECASE)
_SCHEMELESS = Pattern(
    r"\bonenote:(?=https?:|///?|\\\\)\S{6,200}|\bfile:/{1,3}[^\s\"<>]{2,200}|"
    r"\blocalhost:\d{2,5}(?:/[^\s\"<>]{0,200})?",
    re.IGNORECASE,
)

# Services on which people share documents, boards and rooms, and what in their links leads to a shared one rather
# than to a public page. Each is a host (its subdomains count) and the start of the path, from the services' help pages.
_SHARED: dict[str, str] = {
    "sharepoint.com": "", "sharepoint.us": "", "onedrive.live.com": "/.", "1drv.ms": "/.", "d.docs.live.net": "",
    "docs.google.com": "/(?:a/[^/]+/)?(?:document|spreadsheets|presentation|drawings|"
                       r"file)/(?:u/\d+/)?d/(?!e/)(?!.*/pub(?:html)?\b)|/forms/(?:u/\d+/)?d/(?!e/).*/(?:edit|prefill)",
    "drive.google.com": r"/(?:file/|drive/|open|folderview|uc\b|a/|corp/)", "jamboard.google.com": "/d/",
    "photos.app.goo.gl": "/.", "photos.google.com": "/(?:share|u/)", "mail.google.com": "/mail/.",
    "meet.google.com": r"/[a-z]{3}-?[a-z]{4}-?[a-z]{3}\b",
    "calendar.google.com": "/calendar/(?:ical/.*private-|u/.*(?:eventedit|settings))",
    "teams.microsoft.com": "/(?:l/|_#|v2|meet|dl/)", "teams.live.com": "/(?:meet|l)/", "teams.cloud.microsoft": "/.",
    "loop.microsoft.com": "/.", "loop.cloud.microsoft": "/.", "whiteboard.office.com": "/.", "tasks.office.com": "/.",
    "planner.cloud.microsoft": "/.",
    "outlook.office.com": "/(?:mail|owa|calendar/(?!published))",
    "outlook.office365.com": "/(?:mail|owa|calendar/(?!published))", "outlook.live.com": "/(?:mail|calendar)/.",
    "forms.office.com": "/pages/(?:design|analysis)", "web.microsoftstream.com": "/.", "web.yammer.com": "/.",
    "app.powerbi.com": "/(?:groups|reports|links|dashboards|reportembed)",
    "dev.azure.com": "/.", "portal.azure.com": "", "admin.microsoft.com": "", "visualstudio.com": "/.",
    "crm11.dynamics.com": "", "crm4.dynamics.com": "",
    "zoom.us": "/rec/(?:share|play)/", "webex.com": r"/.*(?:j\.php|/meet/|/wbxmjs/joinservice)",
    "dropbox.com": "/(?:s|sh|scl|home|l|request|transfer|work|preview)/", "we.tl": "/.",
    "wetransfer.com": "/downloads/", "box.com": "/(?:s|file|folder|v|shared)/",
    "icloud.com": "/(?:iclouddrive|sharedalbum|photos|notes|pages|numbers|keynote|attachment|reminders)",
    "share.icloud.com": "/.",
    "notion.so": r"/.*[0-9a-f]{32}", "trello.com": "/(?:b|c|invite|w)/",
    "atlassian.net": "/(?:browse|wiki|jira|secure|servicedesk|projects|l/)",
    "miro.com": "/app/board", "figma.com": "/(?:file|design|proto|board)/",
    "canva.com": "/design/.*(?:/edit|sharebutton)", "airtable.com": "/(?:app|shr|invite|tbl)",
    "overleaf.com": r"/(?:project/|read/|\d{6,}[a-z]{6,})",
    "slack.com": "/(?:archives|files|app_redirect|client|messages)/?", "files.slack.com": "/.", "app.asana.com": "/.",
    "linear.app": "/.*/issue/", "3.basecamp.com": r"/\d", "app.basecamp.com": r"/\d",
    "monday.com": "/(?:boards|docs)/", "app.smartsheet.com": "/.", "lucid.app": "/.", "app.mural.co": "/t/",
    "quip.com": "/.", "evernote.com": "/(?:shard|client|l)/", "console.aws.amazon.com": "",
    "console.cloud.google.com": "", "objectiveconnect.co.uk": "/.", "objectiveconnect.com": "/.",
    "egnyte.com": "/.", "sharefile.com": "/.", "sharefile.eu": "/.", "my.huddle.net": "/.", "in.kahootz.com": "/.",
    "mega.nz": "/(?:file|folder|#)", "pcloud.link": "/.",
    "filemail.com": "/[dt]/", "fromsmash.com": "/.", "transfernow.net": "/.*dl", "docusign.net": "/.",
    "app.box.com": "/.", "hackmd.io": "/@?[^/]+/[\\w-]{20,}.*edit", "coda.io": "/d/", "clickup.com": r"/\d",
    "app.clickup.com": "/.", "zoho.eu": "/(?:docs|file)", "workdrive.zoho.eu": "/.", "sync.com": "/(?:dl|l)/",
    "claude.ai": "/chat/", "chatgpt.com": "/c/", "egress.com": "/.*(?:message|package)",
}  # fmt: skip
_SHARED_PATHS = {host: Pattern(path, re.IGNORECASE) for host, path in _SHARED.items()}
_NEEDS_A_NAME_BEFORE = frozenset(
    {
        "sharepoint.com",
        "sharepoint.us",
        "atlassian.net",
        "slack.com",
        "visualstudio.com",
        "egnyte.com",
        "sharefile.com",
        "webex.com",
    }
)

_KEY_NAMES = (
    r"(?:(?:access|id|refresh|auth|login|reset|confirm\w*|invit\w*|share|session|csrf|magic|download|edit|"
    r"verif\w*)[_-]?token|token|auth|auth[_-]?key|authkey|"
    "x-amz-signature|x-goog-signature|sig|signature|pwd|passwd|password|passcode|pass|secret|client[_-]?secret|"
    "api[_-]?key|apikey|access[_-]?key|jwt|otp|"
    r"tk|resourcekey|editkey|edit[_-]?key|admin[_-]?key)"
)
_KEY = Pattern(rf"[?&#;](?P<name>{_KEY_NAMES})=(?P<value>[^&\s#;]{{4,}})", re.IGNORECASE)
_LONG_KEY = Pattern(
    "[?&#;](?:key|sid|session(?:_?id)?|jsessionid|phpsessid|sas|code|hash|k|invite|"
    r"state)=(?=[^&\s#;]*\d)(?=[^&\s#;]*[A-Za-z])[\w%.~+/=-]{20,}",
    re.IGNORECASE,
)
_KEY_IN_PATH = Pattern(
    "/(?:reset|reset[-_]?password|password[-_]?reset|set[-_]?password|verify|confirm(?:ation)?|magic(?:[-_]?link)?|"
    "invite|invitation|activate|activation|"
    r"unlock|sso|onetime|one-time)/(?=[\w.-]*\d)[\w.-]{16,}",
    re.IGNORECASE,
)
_SPELLED = Pattern(r"\A(?:pwd|passwd|password|passcode|pass)\Z", re.IGNORECASE)

_INTRANET_NAMES = word_set(
    "intranet sharepoint staffnet staffintranet myintranet connect-intranet thehub hub portal "
    "wiki helpdesk servicedesk hr payroll jira confluence git gitlab jenkins crm erp timesheet"
)
_INTRANET_LABELS = word_set(
    "intranet int internal corp dmz mgmt owa citrix uat preprod pre-prod staging stage staffnet staff-intranet"
)
_OWN_LABELS = _INTRANET_LABELS | word_set(
    "git gitlab jira confluence wiki jenkins vpn remote webmail mail "
    "autodiscover test dev admin hr payroll cms crm erp helpdesk servicedesk "
    "sharepoint "
    "teams sso adfs extranet staff login-internal grafana kibana nexus artifactory sonar ci db sql backup build"
)
_CUT_OFF = Pattern(r"\s*(?:…|\.\.\.|$)")


def detector(domains: Collection[str]) -> Detector:
    """Looks for internal links; `domains` are the organisation's own, some hosts of which are not for the public."""
    own = tuple(domain.lower().removeprefix("www.") for domain in domains)

    def find(text: str) -> Iterator[Detection]:
        if "\\" in text:
            for pattern in (_SHARE_PATH, _DRIVE_PATH):
                for match in pattern.finditer(text):
                    end = match.start() + len(match.group().rstrip(_AFTER))
                    yield Detection(ENTITY, match.start(), end, 0.9, "the path of a file on a machine", "path")
        if ":" in text:
            for match in matches(text, _SCHEMELESS_NAME, _SCHEMELESS, 11, 260):
                end = match.start() + len(match.group().rstrip(_AFTER))
                yield Detection(ENTITY, match.start(), end, 0.9, "a link to a file or to this machine", "path")
        for link in links(text):
            if kind := _kind(link, text, own):
                yield Detection(ENTITY, link.start, link.end, 0.9, _EVIDENCE[kind], kind)

    return Detector(ENTITY, find, reach=NEARBY)


_EVIDENCE = {
    "path": "a link to a file",
    "intranet": "a host that is not for the public",
    "shared": "a link to a shared document, board or room",
    "key": "a link that carries a key or a password",
}


def _kind(link: Link, text: str, own: tuple[str, ...]) -> str:
    """Why the link leads inside, or nothing."""
    if link.scheme in _FILE_SCHEMES:
        return "path"
    if _intranet(link, text, own):
        return "intranet"
    if _shared(link.host, link.path):
        return "shared"
    return "key" if _carries_key(link.path) else ""


def _intranet(link: Link, text: str, own: tuple[str, ...]) -> bool:
    web = link.scheme in ("http", "https")
    address = link.address
    if address is not None:
        return web and not link.user and is_inner(address)
    labels = link.host.split(".")
    if len(labels) == 1:
        telling = (
            link.host in _INTRANET_NAMES
            or link.host == "localhost"
            or bool(link.port)
            or (len(link.path) > 1 and len(link.host) > 3)
        )
        return (
            web
            and telling
            and not (len(link.path) < 2 and _CUT_OFF.fullmatch(text, link.end) and link.host not in _INTRANET_NAMES)
        )
    if not (web or link.path or link.port):
        return False
    if link.host.endswith(tuple(f".{end}" for end in INTERNAL_ENDS)):
        return True
    if any(link.host.endswith(f".{domain}") for domain in own):
        return not _OWN_LABELS.isdisjoint(labels[:-2])
    return not _INTRANET_LABELS.isdisjoint(labels[: -1 - len(split_host(link.host)[2].split("."))])


def _shared(host: str, path: str) -> bool:
    labels = host.split(".")
    for place in range(len(labels) - 1):
        service = ".".join(labels[place:])
        pattern = _SHARED_PATHS.get(service)
        if (
            pattern is None
            or (service in _NEEDS_A_NAME_BEFORE and place == 0)
            or (labels[0] == "www" and service in _NEEDS_A_NAME_BEFORE)
        ):
            continue
        if pattern.match(path):
            return True
    return False


def _carries_key(path: str) -> bool:
    for match in _KEY.finditer(path):
        value = match["value"]
        if _SPELLED.match(match["name"]) or any(char.isdigit() for char in value) or len(value) >= 16:
            return True
    return bool(_LONG_KEY.search(path) or _KEY_IN_PATH.search(path))
