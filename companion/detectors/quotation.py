"""Looks for work that seems to be someone else's: long quotations without a name, copied pictures, scanned books, "©"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import near
from companion.detectors.detector import Detector
from companion.draft import Detection

ENTITY = "quotation"

_MANY_WORDS = 25  # of a quotation: a sentence or two is fair, a verse or a paragraph asks for its author
_FEW_WORDS = 15  # of what the writer says was copied

_QUOTED = re.compile(r"\"(?P<double>[^\"\n]{80,3000})\"|(?<!\w)'(?P<single>[^'\n]{80,3000}(?:'\w[^'\n]{0,3000}){0,40})'(?!\w)|[🎶🎵♫♪](?P<sung>[^🎶🎵♫♪]{60,3000})(?:[🎶🎵♫♪]|$)")
_COPIED = re.compile(
    r"\b(?:copied|copy[- ]?pasted|pasted|nicked|stole|stolen|pinched|lifted|borrowed|ripped|taken|grabbed|blagged|swiped) (?:this |it |these |that |straight )?"
    r"(?:one |pic |photo |joke |text )?(?:from|fae|aff|off|out of)(?: of)? (?:the |a |some |an )?(?:internet|interweb|net|web|facebook|fb|reddit|twitter|x|instagram|insta|pinterest|"
    r"tumblr|tiktok|google|website|book|magazine|newspaper|somewhere|someone|paper|blog|article|times|herald|guardian|telegraph|scotsman|bbc)\b(?P<rest>[:;,. ]{0,3}[^\n]{0,600})",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"\b(?:photos?|pics?|pictures?|images?|pix|photie|photies|artwork|illustrations?|cartoons?|headshot|logo|graphics?|screenshots?|wallpaper)(?: (?:is|was|are|were))? "
    r"(?:(?:taken|nicked|stolen|lifted|pinched|downloaded|copied|saved|grabbed|borrowed|ripped|robbed|blagged|i found|found|from|just)[ ,]+){0,3}"
    r"(?:from|off|aff|fae|via|on|courtesy of)(?: of)? (?:the )?(?:google|pinterest|the internet|internet|interweb|the web|tumblr|bing|getty|shutterstock|alamy|istock|adobe stock|a google search|google images|reddit|someone'?s)\b"
    r"(?! (?:earth|maps|street ?view|photos account|drive|doc))",
    re.IGNORECASE,
)
_FOUND = re.compile(
    r"\b(?:found|got|nicked|stole|pinched|grabbed|downloaded|screenshotted|lifted) (?:this|these|that|the|a) (?:\w+ ){0,2}(?:photos?|pics?|pictures?|images?|artwork|cartoon|drawing|graphic|map) (?:on|from|off|via|fae|aff) "
    r"(?:google|pinterest|the internet|the web|tumblr|reddit|instagram|facebook|a website)\b(?! (?:earth|maps))",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s?(?:(?:19|20)\d\d,? ?)?(?:of |by )?(?P<holder>[A-Z][\w&.'-]{2,30}(?: [A-Z][\w&.'-]{1,30}){0,3})|\b(?:watermark(?:ed)?|getty images|shutterstock|alamy|istockphoto)\b"
    r"(?=[^.!?\n]{0,25}(?:still|visible|says|on it|cropped|removed|hidden|there|edited))|\b(?:cropped|edited|photoshopped|removed|got rid of|cut) (?:out )?(?:the |their |his |her )?watermarks?\b",
)
_WHOLE_WORK = re.compile(
    r"\b(?:(?:full|whole|entire|complete) (?:e-?book|book|album|film|movie|episode|series|chapter|article|pdf|score|novel|textbook|paper|report text|magazine)\b[^.!?\n]{0,40}\b(?:scan(?:ned|s)?|upload(?:ed)?|pdf|torrent|download|dm me|free|copy|rip|link)"
    r"|(?:i'?ve |i |just |have )?scann(?:ed|ing) (?:in )?(?:the |this |my )?(?:full|whole|entire|complete|every page|all of|all the) ?(?:of )?(?:the |this )?(?:e-?book|book|chapter|textbook|novel|magazine|pages?|it)"
    r"|(?:pirated?|ripped|cracked|bootleg|torrent(?:ed)?) (?:copy|copies|version|pdf|ebook|film|movie|stream|dvd|link)s?"
    r"|(?:free|dodgy) (?:pdf|download|stream|torrent)s? (?:of|for) (?:the )?(?:book|film|movie|album|textbook|match|game|novel)"
    r"|(?:behind|past|round|around) (?:the|a|their) paywall[^.!?\n]{0,30}\b(?:full text|pasted|here it is|whole thing|copied)|(?:full text|whole (?:article|thing)|entire article) (?:pasted |copied )?(?:below|here|in the (?:comments|thread|replies))\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:by|said|says|wrote|writes|via|credit\w*|author|poet|source|according to|permission|courtesy|quoted? (?:from|by)|told|tells|replied|answered|explains?|added|minister|professor|prof|dr|extract from|"
    r"speech|paragraph|section|our (?:report|policy|guidance|statement|response|chief|chair|director|framework)|lyrics? (?:by|from)|from (?:['\"“]|[A-Z])|in (?:his|her|their) (?:book|poem|speech|report|song|article))\b"
    r"|(?:^|\s)[-–—~]{1,2} ?(?:[A-Z]|@)|@\w{3}|https?://",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:open government licen[cs]e|ogl|creative commons|cc[ -]by|cc0|odbl|openstreetmap|ordnance survey|mit licen[cs]\w*|apache licen[cs]\w*|public domain|crown copyright|licensed (?:under|from|by)|with (?:\w+ )?permission|my own|all mine)\b|\bmy (?:photos?|pics?|pictures?)", re.IGNORECASE)
_PREFILTER = re.compile(
    r"[\"'🎶🎵♫♪©]|\(c\)|copy|copi|nick|stole|pinch|lift|borrow|ripp|taken|grab|blagg|swip|photo|pic|pix|image|artwork|illustrat|cartoon|headshot|logo|graphic|"
    r"screenshot|wallpaper|found|got |download|watermark|getty|shutterstock|alamy|istock|full |whole |entire |complete |scann|pirat|crack|bootleg|torrent|free |dodgy|paywall",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    if not _PREFILTER.search(text) or _OPEN.search(text):
        return
    yield from _quotations(text)
    for match in _COPIED.finditer(text):
        if len(match["rest"].split()) >= _FEW_WORDS:
            start = match.start("rest") + len(match["rest"]) - len(match["rest"].lstrip(":;,. "))
            yield Detection(ENTITY, start, match.end(), 0.8, "words that the writer says were copied", "copied")
        else:
            yield Detection(ENTITY, match.start(), match.start("rest"), 0.6, "says that something was copied", "copied")
    for pattern, kind, evidence in (
        (_PICTURE, "picture", "says that a picture came from a search or a picture site"),
        (_FOUND, "picture", "says that a picture came from a search or a picture site"),
        (_RIGHTS, "rights", "a sign of somebody else's rights"),
        (_WHOLE_WORK, "whole-work", "speaks of passing on a whole work"),
    ):
        for match in pattern.finditer(text):
            yield Detection(ENTITY, *match.span(), 0.7, evidence, kind)


def _quotations(text: str) -> Iterator[Detection]:
    for match in _QUOTED.finditer(text):
        group = match.lastgroup or ""
        start, end = match.span(group)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if len(match[group].split()) >= _MANY_WORDS and not near(text, match.start(), match.end(), _CREDIT, 70, 70):
            yield Detection(ENTITY, start, end, 0.7, "a long quotation, and nobody named for it", "quotation")


DETECTOR = Detector(ENTITY, find)
