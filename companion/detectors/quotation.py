"""Looks for work that seems to be someone else's: long quotations without a name, copied pictures, scanned books."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import caseless
from companion.detectors.context import near, word_set
from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "quotation"

_MANY_WORDS = 25  # of a quotation: a sentence or two is fair, a verse or a paragraph asks for its author
_LONGEST = 600  # characters of copied text that are looked at
_FEW_WORDS = 15  # of what the writer says was copied


def _any(*forms: str) -> str:
    return "(?:" + "|".join(forms) + ")"


_PICTURE_WORD = _any(
    "photos?", "photographs?", "pics?", "pictures?", "images?", "pix", "photies", "photie", "artwork", "art",
    "illustrations?", "cartoons?",
    "comic", "headshot", "logo", "graphics?", "screenshots?", "screengrabs?", "wallpaper", "gifs?", "maps?",
    "drawings?", "painting", "memes?",
)  # fmt: skip
_TAKEN = _any(
    "taken", "nicked", "stolen", "stole", "lifted", "pinched", "downloaded", "copied", "copy[- ]?pasted", "pasted",
    "saved", "grabbed", "nabbed",
    "borrowed", "ripped", "robbed", "blagged", "swiped", "screenshotted", "found", "got", "used",
)  # fmt: skip
_FROM = r"(?:from|off|aff|fae|via|on|out of|courtesy of|thanks to)(?: of)?"
_PICTURE_SITE = (
    _any("google(?: images| search)?", "a google search", "pinterest", "the internet", "internet", "the interweb",
    "the net", "the web", "tumblr",
         "bing", "getty", "shutterstock", "alamy", "istock", "adobe stock", "reddit", "insta(?:gram)?", "facebook",
         "twitter", "someone'?s \\w+",
         "somebody'?s \\w+", "bbc", "itv", "stv", "netflix", "sky", "disney", "a website",
         "some (?:guy|site|website|page)", "deviantart", "flickr")
    + r"\b(?! (?:earth|maps|street ?view|photos? account|drive|docs?))"
)  # fmt: skip
_WORK = (
    "(?:e-?book|book|textbook|novel|album|film|movie|episode|series|chapter|article|pdf|score|magazine|paper|"
    "text|thing|match|game|course|sheet music|audio ?book)"
)
_WHOLE = r"(?:full|whole|entire|complete)"
_SOURCE = _any(
    "the internet", "the interweb", "the net", "the web", "facebook", "fb", "reddit", "twitter", "x",
    "insta(?:gram)?", "pinterest", "tumblr",
    "tiktok", "google", "(?:a|some|the|an|this|my) (?:\\w+ )?(?:website|book|magazine|newspaper|paper|blog|article|"
                        "page|group|site|song)", "somewhere",
    "someone", "the (?:times|herald|guardian|telegraph|scotsman|bbc|sun|mail|record)",
)  # fmt: skip

_QUOTED = Pattern(r"\"(?<![\w.,!?'\")]\")(?=[^\s\"])([^\"\n]{80,3000})(?<=[^\s\"])\"(?!\w)")
_SUNG = Pattern(r"[🎶🎵♫♪]([^🎶🎵♫♪]{60,3000})(?:[🎶🎵♫♪]|$)")
_COPIED = Pattern(
    rf"\b{_TAKEN} (?:this |it |these |that |straight |one |joke |text |wholesale )*{_FROM} {_SOURCE}\b[:;,. ]{{0,3}}",
    re.IGNORECASE,
)
_SAYS = (
    (rf"\b{_PICTURE_WORD}: ?(?:the )?{_PICTURE_SITE}", "picture"),
    (rf"\b{_WHOLE} (?:\w+ )?{_WORK} (?:here |below |as |because |due to |since |cos )+(?:of )?"
     "(?:the |it'?s |a )?paywall", "whole-work"),
    (rf"\b{_PICTURE_WORD}(?: (?:is|was|are|were|not mine))?[:,;(-]{{0,2}} (?:(?:{_TAKEN}|i|just|it|which|we|saw)"
     f"[ ,]+){{0,3}}(?:{_FROM}) (?:the )?{_PICTURE_SITE}", "picture"),
    (rf"\b{_TAKEN} (?:this|these|that|the|a|an|someone'?s|somebody'?s|some) (?:\w+ ){{0,2}}{_PICTURE_WORD} "
     rf"(?:\w+ )?(?:{_FROM}) {_PICTURE_SITE}", "picture"),
    (rf"\b(?:{_TAKEN}|using) (?:someone|somebody|another (?:\w+)|some(?:one)? (?:guy|else))'?s'? "
     rf"(?:else'?s )?{_PICTURE_WORD}\b", "picture"),
    (rf"\b{_PICTURE_WORD}(?:'s| is| are|s)? (?:not|no'|nae|isn'?t|aren'?t) (?:mine|ma ain|my own)\b", "picture"),
    (rf"\b{_TAKEN} (?:this|these|that|it|them|one)(?: \w+)? (?:from|off|aff|fae|via) (?:the )?"
     f"{_PICTURE_SITE}", "copying"),
    (rf"\b{_TAKEN} (?:this|these|that|the|an?|some) (?:\w+ ){{0,2}}{_PICTURE_WORD} (?:online|on ?line|somewhere|"
     r"(?:from|off|aff|fae) (?:the |an? |[A-Z]\w+'s )?(?:\w+ |\w+'s ){0,2}(?:page|website|site|profile|blog|"
     r"account))\b",
     "copying"),
    (r"\b(?:don'?t|do not|dinnae|didn'?t) have (?:the |any )?(?:rights?|copyright|licen[cs]e|permission) (?:to|for|in)"
     r"\b|"
     rf"\b{_PICTURE_WORD} (?:was |were |is |that i )?{_TAKEN} (?:on ?line|on (?:the )?(?:internet|web|google|facebook|"
     r"insta\w*|pinterest)|somewhere)\b|"
     rf"\b(?:copy[- ]?pasted|copied|pasted|ripped|typed out)(?: straight| word for word)? {_FROM} {_SOURCE},? "
     r"(?:so|because|cos|since|as|to save|for (?:you|anyone|those))\b",
     "copying"),
    (r"\b(?:don'?t|do not|dinnae|didn'?t) own (?:the |any |this |that )?(?:rights?|copyright|music|song|audio|"
     r"images?|pictures?|photos?|clip|footage)\b|\bno copyright (?:infringement )?intended\b|"
     r"\bcredit to (?:the )?(?:rightful |original )?owners?\b", "copying"),
    (rf"\bnot my {_PICTURE_WORD}\b(?=[^.!?\n]{{0,40}}\b(?:no idea|dunno|don'?t know|unknown|whoever|who (?:took|drew|"
     r"made)|found|anyone know)\b)", "copying"),
    (r"\b(?:cropped|edited|photoshopped|removed|got rid of|cut|blurred) (?:out |off )?"
     r"(?:the |their |his |her )?watermarks?\b", "rights"),
    (r"\bwatermark(?:ed)?\b(?=[^.!?\n]{0,25}\b(?:still|visible|says|on it|cropped|removed|hidden|there|edited)\b)",
    "rights"),
    (rf"\b{_WHOLE} {_WORK}\b[^.!?\n]{{0,40}}\b(?:scan(?:ned|s)?|upload(?:ed)?|pdf|torrent|download|dm me|for free|"
     r"pasted|copied|ripped)\b", "whole-work"),
    (rf"\b(?:scann(?:ed|ing)|upload(?:ed|ing)|photocopied) (?:in )?(?:the |this |my |an? )?(?:{_WHOLE}(?! photo)|"
     rf"every page|all (?:of |the )|chapters?|pages|{_WORK})\b", "whole-work"),
    (rf"\b{_TAKEN} (?:the|this|that|some|these) (?:\w+ )?(?:audio|music|song|track|clip|footage|video|sound|beat|tune) "
     rf"{_FROM} (?:the )?(?:youtube|{_PICTURE_SITE}|tiktok|spotify|netflix|[A-Z]\w+'s)", "copying"),
    (rf"\b{_WHOLE} (?:text|article|piece|story|transcript) (?:of|from) (?:the|this|that) (?:paywalled|premium|"
     r"subscriber\w*|locked)\b", "whole-work"),
    (rf"\b{_PICTURE_WORD}\b[^.!?\n]{{0,30}}"
     r"\b(?:without|w/o) (?:paying|permission|asking|a licen[cs]e)\b",
     "picture"),
    (rf"\b{_TAKEN} (?:this|these|that|the) (?:\w+ )?{_PICTURE_WORD} (?:from|off|aff|fae) @\w+", "picture"),
    (rf"\b(?:{_PICTURE_WORD}|text|cop(?:y|ies)|pdf) (?:of|from) (?:the|this|that|an?) (?:paywalled|subscriber\w*|"
     r"premium) ",
     "whole-work"),
    (r"\ball rights reserved,? (?:by |to )?(?:the )?(?-i:[A-Z])\w+", "rights"),
    (rf"\b(?:screenshotted|copied|typed out|ripped|recorded|transcribed) (?:the |this |that )?(?:{_WHOLE} )?"
     rf"(?:paywalled |premium |subscriber )?(?:dvd|cd|{_WORK})\b", "whole-work"),
    (r"\b(?:pirated?|ripped|cracked|bootleg(?:ged)?|torrent(?:ed)?|dodgy|illegal) (?:copy|copies|version|pdf|ebook|"
     r"film|movie|stream|dvd|link|download)s?(?: links?)?\b", "whole-work"),
    (r"\b(?:pdf|download|stream|torrent|copy|scan)s? (?:of|for) (?:the |this |a )?"
     rf"(?:\w+ )?{_WORK}\b[^.!?\n]{{0,15}}\b(?:free|dm|in the (?:replies|comments)|link|below)\b", "whole-work"),
    (r"\b(?:behind|past|round|around|dodge) (?:the|a|their) paywall[^.!?\n]{0,30}\b(?:full text|pasted|here it is|"
     "whole thing|copied)", "whole-work"),
)  # fmt: skip
_SIGNS = {
    kind: Screen(caseless(pattern) for pattern, of in _SAYS if of == kind)
    for kind in ("picture", "rights", "whole-work", "copying")
}
_HOLDER = Pattern(
    r"(?:©|\([Cc]\)|\b[Cc]opyright\b) ?(?:(?:19|20)\d\d,? ?)?(?:of |by )?[A-Z][\w&.'-]{1,30}(?: "
    r"[A-Z][\w&.'-]{1,30}){0,3}"
)
_EVIDENCE = {
    "picture": "says that a picture came from a search or a picture site",
    "rights": "a sign of somebody else's rights",
    "whole-work": "speaks of passing on a whole work",
    "copying": "says that it is somebody else's",
}
_CREDIT = Pattern(
    r"\b(?:by|said|says|(?<!who )wrote|writes|via|credit\w*|author|poet|source|according to|permission|courtesy|"
    r"quoted? "
    "(?:from|by)|told|tells|"
    "replied|answered|explains?|added|minister|professor|prof|dr|extract from|speech|paragraph|section|lyrics? "
    "(?:by|from)|"
    r"our (?:report|policy|guidance|statement|response|chief|chair|director|framework)|you'?re welcome to use|"
    r"in (?:his|her|their) (?:book|poem|speech|report|song|article))\b|(?:^|\s)[-–—~]{1,2} ?(?:[A-Z]|@)|@\w{3}|"
    "https?://",
    re.IGNORECASE,
)
_OPEN = Pattern(
    r"\b(?:open government licen[cs]e|ogl|creative commons|cc[ -]by|cc0|odbl|openstreetmap|ordnance survey|mit "
    r"licen[cs]\w*|"
    r"apache licen[cs]\w*|public domain|crown copyright|licensed (?:under|from|by)|with (?:\w+ |\w+'s )?permission|"
    r"my own(?! ones?\b)|all mine)\b|"
    r"(?<!not )my (?:photos?|pics?|pictures?)",
    re.IGNORECASE,
)
_GROUPS = {  # a sentence without one of these words has nothing of the kind
    "picture": word_set(
        "photo photos photograph photographs pic pics picture pictures image images pix photie "
        "photies artwork art illustration illustrations "
        "cartoon cartoons comic headshot logo graphic graphics screenshot screenshots screengrab screengrabs "
        "wallpaper gif gifs map maps drawing "
        "drawings painting meme memes"
    ),
    "rights": word_set("watermark watermarks watermarked reserved"),
    "copying": word_set(
        "own owner owners copyright not taken nicked stolen stole lifted pinched downloaded copied pasted saved "
        "grabbed "
        "nabbed borrowed ripped robbed blagged swiped screenshotted found got used rights typed"
    ),
    "whole-work": word_set(
        "scan scans scanned scanning upload uploaded uploading photocopied pirate pirated ripped "
        "cracked bootleg bootlegged torrent torrented "
        "paywalled premium subscriber locked dodgy illegal pdf pdfs download downloads stream streams copy copies"
        " paywall pasted copied screenshotted "
        "typed recorded transcribed"
    ),
}
_COPYING = word_set(
    "taken nicked stolen stole lifted pinched copied pasted copypasted grabbed borrowed ripped "
    "robbed blagged swiped found got saved"
)


def find(text: str) -> Iterator[Detection]:
    seen = list(_all(text))
    if seen and not _OPEN.search(text):
        yield from seen


def _all(text: str) -> Iterator[Detection]:
    yield from _quotations(text)
    if "©" in text or "(c)" in text.lower() or "opyright" in text:
        for match in _HOLDER.finditer(text):
            yield Detection(ENTITY, *match.span(), 0.7, _EVIDENCE["rights"], "rights")
    reading = read(text)
    copied_words = False
    for sentence in reading.with_any(_COPYING):
        for match in _COPIED.finditer(sentence.text):
            start = sentence.span(match)[1]
            copied = text[start : start + _LONGEST].partition("\n")[0]
            if len(copied.split()) >= _FEW_WORDS:
                copied_words = True
                yield Detection(
                    ENTITY, start, start + len(copied), 0.8, "words that the writer says were copied", "copied"
                )
    for kind, words in _GROUPS.items():
        if kind == "copying" and copied_words:
            continue  # the words themselves say it better
        for sentence in reading.with_any(words):
            for pattern in _SIGNS[kind].of(sentence.words):
                for match in pattern.finditer(sentence.text):
                    yield Detection(ENTITY, *sentence.span(match), 0.7, _EVIDENCE[kind], kind)


def _quotations(text: str) -> Iterator[Detection]:
    quoted = _QUOTED.finditer(text) if '"' in text else ()
    sung = () if text.isascii() else _SUNG.finditer(text)
    for match in (*quoted, *sung):
        words = match[1]
        if len(words.split()) < _MANY_WORDS or words.lstrip().startswith("@"):
            continue
        start = match.start(1) + len(words) - len(words.lstrip())
        end = match.end(1) - (len(words) - len(words.rstrip()))
        if not near(text, match.start(), match.end(), _CREDIT, 70, 70):
            yield Detection(ENTITY, start, end, 0.7, "a long quotation, and nobody named for it", "quotation")


DETECTOR = Detector(ENTITY, find)
