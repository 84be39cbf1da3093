"""Recognises a disclaimer in people's own words: whose views these are, or whose they are not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.detector import Detector
from companion.detectors.pattern import Pattern
from companion.draft import Detection

ENTITY = "disclaimer"

_VIEWS = (
    r"(?:views?|opinions?|thoughts?|posts?|tweets?|toots?|skeets?|comments?|takes?|rants?|musings?|"
    r"ramblings?|statements?|"
    r"ideas|words|nonsense|blethers?|articles?|content|writing|everything|anything)"
)
_OTHERS = (
    r"(?:my |our |the |any |anyone'?s? |previous |former |current |past |of |an |by ){0,5}"
    r"(?:employers?|work\b|workplace|company|department|organi[sz]ation|organisations|firm|office|team|"
    r"boss|bosses|council|"
    r"government|day job|anyone else|anybody else|nobody else|someone else|university|institution|agency|"
    r"commission|ministry|"
    r"them\b|theirs\b|those (?:of|who)\b|civil service)"
)
_NOT = r"(?:not|n't|never|nor|no|nae|dinnae|doesnae|isnae|don't|doesn't|do not|does not|nothing|independent|≠|!=)"

# "a view from my own window" goes on; "views my own", "… and not my employer's" do not.
_END_OF_IT = (
    r"(?=\W*(?:$|[^\w\s]|(?:and|not|but|no|nae|so|etc|only|alone|obviously|unless|personal|here|as|don't|do|"
    rf"{_VIEWS})\b))"
)
_PATTERNS = (
    # "views are my own", "all opinions mine", "views expressed here or elsewhere are entirely my own", "tweets = mine"
    rf"\b{_VIEWS}\b(?:[^.!?\n]{{0,70}}?[\s=:/-])(?:(?:my|ma|mah|are|is) (?:very |verra |personal )?"
    rf"(?:own|ain)|own|mine|just me|me alone|(?:purely |strictly )?personal|of the author|"
    rf"solely to myself)\b{_END_OF_IT}",
    # "my own views", "own views", "personal opinions only"
    rf"\b(?:my|ma) (?:very )?(?:own|ain|personal) (?:\w+ ){{0,2}}{_VIEWS}\b",
    rf"^(?:own|personal) {_VIEWS}\b",
    rf"\bpersonal {_VIEWS}(?: only| here| account)?(?=[\s.,;|/!]*$)",
    # "my views, not my employer's", "these are my views not theirs", "my views don't represent my employer"
    rf"\bmy {_VIEWS}\b[^.!?\n]{{0,30}}?\b{_NOT}\b[^.!?\n]{{0,40}}?\b{_OTHERS}",
    rf"\bmy {_VIEWS}\b[^.!?\n]{{0,12}}(?:n't|not)\b[^.!?\n]{{0,40}}?\b{_OTHERS}",
    # the same in two sentences: "These are my thoughts. My employer has its own."
    rf"\b(?:my|ma) (?:own )?{_VIEWS}\b[^.!?\n]{{0,12}}[.!;] ?(?:my |the |ma )?\w+ "
    r"(?:has|have|may|might|will|can|must|speaks?)\b[^.!?\n]{0,20}\b(?:its|their|his|"
    r"her) (?:own|ain)\b",
    r"\bnot saying (?:this|it|that|any of this) (?:for|on behalf of) (?:them|work|my|the|anyone)\b",
    r"\bmy (?:opinion|view|take) alone\b|\b(?:none|nothing) of (?:this|it|that|what i say) is (?:official|from work)\b",
    r"\bnot what (?:my |the )?(?:employer|work|boss|department|office|council|organi[sz]ation) (?:thinks?|says?|"
    r"believes?)\b",
    r"\bI (?:only |just )?(?:speak|post|write|tweet) for (?:one person|me)\b",
    rf"\bmy (?:view|opinion|take)\b[.,;:]? (?:and )?{_NOT} (?!everyone|popular)",
    # "not my employer's (views)", "not those of my employer", "nothing to do with work"
    rf"\b{_NOT}(?: necessarily| in any way| to be)?(?: (?:reflect|represent|the (?:views|opinions?) of|"
    rf"those of|speak(?:ing)? for|"
    rf"taken as|to do with|of|endorsed by|on behalf of|shared by)){{1,3}}\b[^.!?\n]{{0,30}}?\b{_OTHERS}",
    rf"\b{_NOT} (?:necessarily )?(?:my|ma) (?:employer|work|department|boss|company|organi[sz]ation)(?:s|'s|s')\b",
    rf"\b{_NOT} on (?:my|ma) (?:employer|work|department)\b",
    rf"\b(?:my|ma) {_VIEWS},? (?:and )?(?:nobody|naebody|no one) else(?:'s)?\b",
    rf"\b{_VIEWS} (?:\w+ ){{0,3}}?belong (?:only |solely )?to me\b",
    r"\bnothing (?:here|i (?:say|post|write)|on here|in this account)\b[^.!?\n]{0,30}\b(?:official|"
    r"employer|department|work|as my)\b",
    rf"\bindependent (?:of|from) {_OTHERS}",
    # speaking for oneself
    r"\b(?:speak|speaking|talking|talkin|posting|post|tweeting|tweet|writing|written|here|i'm here)(?: here)? "
    r"(?:only |purely |strictly |just )?(?:(?:for|as) (?:myself|masel|mysel|me\b)|in (?:a |my )(?:purely |"
    r"strictly )?(?:personal|private|own) "
    r"(?:capacity|time)|personally)",
    r"\bin (?:a |my )(?:purely |strictly )?(?:personal|private) capacity\b",
    r"\b(?:just|jist|only) me (?:talking|talkin|speaking|here)\b",
    r"\b(?:me|mine),? (?:not|no|and not) (?:my |the |ma )?(?:them|theirs|work|employer|boss|organi[sz]ation|department|"
    r"office)(?:'?s)?\b",
    r"\b(?:don't|dinnae|do not) blame (?:my |the |ma )?(?:work|employer|boss|department|organi[sz]ation)\b",
)
_ANY = Caseless("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.MULTILINE)
_WORTH_A_LOOK = Caseless(
    r"\b(?:own|ain|mine|personal(?:ly)?|employer|myself|masel|mysel|me|blame|capacity|independent|"
    r"represent|reflect|author|"
    r"not|no|nothing|my)\b"
)

# Sounds like one, and is none.
_NOT_ONE = Caseless(
    rf"\b(?:{_VIEWS}|these|they)\b[^.!?\n]{{0,30}}(?<!and )\bnot my own\b|\b(?:some|none|few|half|"
    rf"part) of (?:the|my|these) {_VIEWS}\b|"
    r"\b(?:occasionally|sometimes|rarely|never|seldom|hardly ever|not always) (?:my own|mine)\b|"
    rf"\b(?:are|is) my (?:employer|boss|company|work)'?s'? {_VIEWS}\b|"
    rf"\bcount\b[^.!?\n]{{0,10}}own {_VIEWS}|\bidentical\b|"
    rf"\b(?:everyone|each|to have|entitled to)\b[^.!?\n]{{0,20}}own {_VIEWS}"
)
_OF_OTHERS = Pattern(  # "the views of tenants are their own"
    r"^(?![\s\S]*\b(?:my|ma|mine|me)\b)[\s\S]*\b(?:their|his|her|your|its) (?:very |verra )?(?:own|ain)$", re.IGNORECASE
)
_SHARING = Pattern(
    r"\b(?:rts?|retweets?|likes?|reposts?|follows?|links?|shares?)\b[^.!?\n]{0,40}(?:endors|agree)", re.IGNORECASE
)


def detector(names: Collection[str], accepted: Collection[str]) -> Detector:
    """Recognises disclaimers; `names` are the employer's ("not SHR's"), `accepted` the pack's wordings."""
    names_or = "|".join(re.escape(name.removeprefix("the ").removeprefix("The ")) for name in names if name)
    not_them = (
        Pattern(
            rf"\b(?:not|no|nae) (?:on behalf of |those of |speaking for |of )?(?:the )?(?:{names_or})(?:'s?)?(?!\w)|"
            rf"\bnot what (?:the )?(?:{names_or}) (?:thinks?|says?|believes?)\b|"
            rf"n't (?:the )?(?:{names_or})'s?(?= (?:views?|opinions?|position|line)\b|\s*(?:[.,;!]|$))",
            re.IGNORECASE,
        )
        if names_or
        else None
    )
    exact = [" ".join(one.casefold().split()) for one in accepted]

    def find(text: str) -> Iterator[Detection]:
        if exact and any(one in " ".join(text.casefold().split()) for one in exact):
            yield Detection(ENTITY, 0, len(text), 0.95, "a wording the pack accepts")
            return
        if not _WORTH_A_LOOK.search(text) or _NOT_ONE.search(text):
            return
        for match in _ANY.finditer(text):
            if not (_SHARING.search(match.group()) or _OF_OTHERS.search(match.group())):
                yield Detection(ENTITY, *match.span(), 0.85, "says whose views these are")
                return
        denied = not_them.search(text) if not_them else None
        if denied:
            yield Detection(ENTITY, *denied.span(), 0.85, "says whose views these are not")

    return Detector(ENTITY, find)
