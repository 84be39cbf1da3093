"""Looks for handling caveats: "not for publication", "embargoed until". Talk about them is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.context import word_set
from companion.detectors.detector import Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "handling"


def _any(*forms: str) -> str:
    return "(?:" + "|".join(forms) + ")"


_ENDS = r"(?=\s*(?:[-:.;,!)\]|\"'\n]|$))"  # a caveat stands alone: after it comes a sign or nothing

# --- what may be withheld, from whom --------------------------------------------------------------------------------

_SHARING = _any(
    "publication", "public release", "public consumption", "general release", "release", "circulation",
    "distribution", "dissemination",
    "disclosure", "quotation", "attribution", "sharing", "broadcast", "forwarding", "posting", "printing", "citation",
    "reproduction",
    "the public domain", "public use", "external use", "transmission", "publishing", "the press", "the media",
    r"(?:wider|onward|further|external|general) \w+",
)  # fmt: skip
_SHARED = _any(
    "shared", "quoted", "cited", "circulated", "distributed", "published", "forwarded", "copied", "reproduced",
    "released", "disclosed",
    "disseminated", "posted", "passed on", "repeated", "broadcast", "attributed", "discussed", "made public",
)  # fmt: skip
_SHARE = _any(
    "forward", "circulate", "distribute", "share", "quote", "cite", "copy", "publish", "disclose", "disseminate",
    "release",
    "pass (?:this |it )?on", "redistribute", "reproduce", "print", "attribute",
)  # fmt: skip
_OUTSIDE = (
    _any("outside", "outwith", "ootside", "ootwith", "beyond", "externally", "external to", "wider", "more widely",
    "(?:any )?(?:further|wider)",
         r"without (?:the )?(?:\w+ ){0,3}(?:permission|consent|approval)")
    + r"(?! (?:your|their|the) (?:bubble|household|house|home|family)\b)(?: [\w']+){0,4}"
)  # fmt: skip
_PAPER = _any(
    "e-?mail", "message", "document", "papers?", "report", "draft", "note", "slides?", "deck", "briefing",
    "attachment", "minutes?", "spreadsheet",
    "file", "copy", "version", "letter", "memo", "link", "figures", "content", "communication",
)  # fmt: skip
_READERS = _any(
    "addressees?", "recipients?", "staff", "members?", "committee", "board", "council", "cabinet", "management"
)

# --- the caveats ----------------------------------------------------------------------------------------------------

_PLAIN = _any(  # nobody writes these in passing
    r"(?:strictly |for )?internal (?:use|circulation|distribution|discussion)(?: only)?",
    r"(?:strictly |for )internal only", "internal[- ]only",
    "(?:strictly )?commercial(?:ly)?(?:[ -]in[ -]|[ -])(?:strict )?confiden(?:ce|tial)(?! (?:is|was|in the|has|grew|"
    "grows|returns?|falls?|among|of))",
    r"(?:please )?keep (?:this|it|these|that) (?:strictly |firmly )?(?:within|inside) (?:the |our |your )?(?:board|"
    r"team|"
    r"committee|group|department|office|building|organisation|room|company|family of staff)\b",
    r"(?:and|but) (?:not|no|never) (?:to|tae) (?:mention|discuss|share|tell|breathe a word of) (?:it|this|that|anyone|"
    r"anybody|staff|stakeholders|the (?:press|media|unions?|tenants|staff|public))(?: (?:to|tae|with|about|"
    r"outside)(?: (?:the|any|it|this))?(?: \w+)?)?",
    r"(?:it'?s|this is|that'?s|they'?re|it is|they are) (?:all |only )?(?:marked|stamped|labelled|"
    r"headed) (?:as )?['\"]?(?:strictly )?(?:internal|confidential|restricted|private|sensitive|in confidence|draft)\b",
    r"(?:do not|don'?t|dinnae|must not|not to|never) (?:engage|speak|talk|respond|reply)(?: with| to)? (?:the |"
    r"any )?(?:BBC|STV|press|media|journalists?|reporters?|papers) (?:(?:on|about) (?:this|it|the \w+)|under any|"
    r"directly|unless|without|until)\b",
    r"(?:ask(?:ed|ing)?|told|telling|urged?|remind(?:ed|ing)?|want|beg(?:ged)?) (?:you|us|staff|everyone|everybody|"
    r"colleagues)(?: all| both)? (?:not|never|no) (?:to|tae) (?:discuss|share|forward|repeat|circulate|mention|"
    r"talk about) (?:it|this|that|these|any of (?:it|this))(?: (?:outside|ootside|outwith|externally|beyond|"
    r"with anyone|with anybody|more widely|further|till|until|yet)\b|"
    r"(?=\s*(?:[.;,!)\]'\"]|$)))",
    r"(?:nobody|no[ -]?one|naebody|none) (?:outside|outwith|ootwith|beyond) (?:of )?(?:the|this|our|oor|"
    r"these) (?:\w+ ){0,2}?(?:directorate|department|dept|office|building|organi[sz]ation|team|board|committee|company|"
    r"unit|division|agency|council|service|group|exec(?:utive)?|smt|room|project|meeting|firm|walls) (?:is|are|was|"
    r"were|should|must|needs?|has|have|can|may|ought)(?: not)? (?:to )?(?:know|"
    r"be told|hear|see|find out|be informed|learn|read)",
    "legal(?:ly)? (?:advice )?(?:is )?privileged",
    rf"commercially sensitive{_ENDS}", r"(?-i:COMMERCIALLY SENSITIVE)\b",
    rf"strictly for (?:the )?(?:board|committee|management|cabinet|council|directors)(?: members)?(?: only)?{_ENDS}",
    rf"staff[- ]only (?:\w+ )?{_PAPER}\b", r"staff[- ]only (?:notice|update|slides)\b",
    "(?:staff|contract|management|appointments|policy|investigations?|medical|honours|budget|board|members?|council|"
    "committee)[ -]in[ -]confidence",
    "(?:legally|solicitor.client|litigation) privileged", "privileged (?:and|&) confidential",
    "confidential (?:and|&) (?:legally )?privileged",
    rf"(?:subject to )?legal(?: professional)? privilege(?:{_ENDS}| applies)",
    "strictly (?:private(?: (?:and|&) |/))?confidential",
    rf"strictly confidential (?:\w+ )?{_PAPER}",
    rf"for your eyes only(?=\s*[:;] (?:\w+ ){{0,2}}(?:{_PAPER}|shortlist|list|results|plans?)\b)",
    r"private (?:and|&|\+|"
    r"/) confidential",
    "confidential[ -]+(?:not|do not|draft|addressee|please)",
    "(?:company|client|board|staff|attorney|trade|cabinet) confidential", "confidential draft", "highly confidential",
    rf"{_READERS}(?:'?s)?(?: eyes)? only{_ENDS}", rf"for {_READERS}(?:'?s?)? eyes only",
    r"(?<!your )eyes only(?=\s*[:)\]])",
    r"(?:background|briefing|briefing note|lines to take)(?: briefing)? only\b",
    "(?:intended |meant )?(?:solely|only|exclusively) for the (?:use of the )?(?:addressee|intended recipient|named "
    "recipient|individual|recipient)s?",
    rf"(?:this|the) {_PAPER}(?: and (?:any|all|its) (?:attachments?|files?|annex\w*))?(?: \w+){{0,2}} (?:is|are) "
    "(?:strictly |private and |highly )?"
    "(?:confidential|privileged|embargoed|restricted)",
    rf"(?:restricted|limited) (?:circulation|distribution){_ENDS}", "pre-?(?:publication|release) (?:copy|draft|"
        f"access|version)(?:{_ENDS}| (?:only|do not|not|please))",
    r"draft(?:[ ,:;(]+|\s*-+\s*)(?:not|do not|for (?:internal|discussion|comment only))(?: [a-z]+){0,3}",
    r"(?:provisional|work in progress|wip|interim|unpublished|unvalidated)(?:[ ,:;(]+|\s*-+\s*)(?:not|do not|"
    "don'?t)(?: [a-z]+){1,4}",
    "not (?:government|official|agreed|council|board) policy", "(?:please )?treat (?:this |it |as |the \\w+ )*(?:as |"
        "in )?(?:strict(?:ly)? |the strictest )?"
    "(?:confidential|private and confidential|confidence)",
)  # fmt: skip
_NOT_FOR = (
    "(?:strictly )?(?:not|no|nae|never|no') (?:(?:suitable|intended|cleared|yet cleared|yet|ready) )?(?:for|fur|tae "
    "be|to be|be) "
    rf"(?:(?:further|onward|external|wider|public|general|immediate|direct) )?(?:{_SHARING}|{_SHARED})(?: {_OUTSIDE})?"
)
_DO_NOT = (
    f"(?:please |pls )?(?:do not|don'?t|dinnae|dinna|must not|may not be|cannot be) (?:be )?(?:{_SHARE}|"
    f"{_SHARED})(?: (?:or|and|/) (?:{_SHARE}|{_SHARED}))?"
    rf"(?P<what> (?:this|these|the)(?: {_PAPER})?)?(?P<where> {_OUTSIDE})?(?:{_ENDS}|(?=\s+(?:yet|until|till|"
    rf"before|so here|but here|"
    r"please|pls)\b))"
)
_UNTIL_WHEN = (
    r"(?=\d{1,2}(?:[:.]\d\d)?|(?:the )?\d{1,2}(?:st|nd|rd|th)|midnight|noon|mid-?day|mon|tue|wed|thu|fri|sat|sun|jan|"
    "feb|mar|apr|may|jun|jul|aug|"
    "sep|oct|nov|dec|tomorrow|tonight|the morn|the morra|after|publication|launch|release|further notice|next|the "
    "(?:minister|committee|board|"
    r"report|announcement|press|statement|embargo|speech)|\[|t\.?b\.?c|laid|announce|results|deliver|spoken|check "
    "against)"
)
_REST = r"(?:[^\n.!?:;,-]|[.:](?=\d))"  # up to the end of the phrase; a full stop or colon inside a time goes on
_ON_DAYS = "midnight|noon|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight"
_EMBARGO = _any(
    "pre-embargo (?:copy|draft|version|release)",
    rf"(?:strict(?:ly)? )?embargo(?:ed)?\b[: ]*(?:for \w+ )?(?:until|till?|'til|to)\b:? ?{_UNTIL_WHEN}{_REST}{{0,40}}",
    rf"(?:under|strict|media|press|news) (?:strict )?embargo(?:{_ENDS}|(?=\s+(?:until|till|for|and|but|so|yet)\b))",
    rf"embargo(?:ed)? ?(?:date|time|lifts?|ends?)?\s*:(?!\s*(?:for immediate|none|n/a|no\b))\s*{_REST}{{2,30}}",
    rf"embargo(?:ed)? (?:lifts|ends|is lifted|expires) (?:at |on )?(?=\d|{_ON_DAYS}){_REST}{{2,30}}",
    rf"not for (?:release|publication|broadcast|use) (?:before|until|prior to)\b{_REST}{{2,30}}",
)
_WITHOUT_PREJUDICE = (
    r"(?-i:WITHOUT PREJUDICE\b|[Ww]ithout [Pp]rejudice(?= (?:and )?(?:save|subject to contract|"
    r"letter|offer|email|e-mail|basis|meeting|discussions?))|[Ww]ithout [Pp]rejudice(?=\s*[:;)\]\"'-])|"
    r"Without [Pp]rejudice(?=\.?\s*$))"
)
_IN_CONFIDENCE = (
    r"(?:(?:^|(?<=[\"'(\[:-])|(?<=[\"'(\[:-] ))in (?:the )?"
    r"(?:strict(?:est)? )?confidence(?=\s*(?:[:;)\]|\"-]|$))|(?-i:\bIN (?:STRICT(?:EST)? )?CONFIDENCE\b))"
)


_OVER = Pattern(  # "the embargo until 9am has passed so here it is"
    r"\b(?:has|have|had|is|was|now) (?:now |already )?(?:passed|over|lifted|expired|ended|gone|done)\b", re.IGNORECASE
)
_IT_WAS = Pattern(r"\b(?:was|were|had been|been) (?:all |still )?(?:under )?(?:strict )?$", re.IGNORECASE)
_OUT_NOW = Pattern(  # "was under embargo until this morning, it's out now"
    r"\b(?:(?:it|they|all)(?:'s| is|'re| are) (?:now |finally |all )*(?:out|published|public|live|available)|"
    r"(?:out|published|public|live|available|lifted|over) (?:now|today|at last|this morning)|"
    r"now (?:out|published|public|live|available)|"
    r"until (?:this morning|this afternoon|earlier|yesterday|last night|just now|\w+ ago|today at noon))\b",
    re.IGNORECASE,
)
_EMBARGO_LINE = Pattern(rf"\b{_EMBARGO}", re.IGNORECASE)
_CAVEATS = [  # the words a sentence must have, and the pattern it is then met with
    (word_set("internal internal-only commercial commercially confidence confidential privileged privilege private "
              "only addressee addressees recipient "
            "recipients circulation distribution pre publication prepublication prerelease draft provisional "
            "progress wip interim unpublished "
            "unvalidated policy embargoed restricted sensitive keep staff strictly "
            "tell breathe marked stamped labelled headed engage speak talk respond reply outside outwith ootwith "
            "beyond discuss share forward repeat circulate mention"), Pattern(rf"\b{_PLAIN}", re.IGNORECASE)),
    (word_set("not no nae never"), Pattern(rf"\b{_NOT_FOR}", re.IGNORECASE)),
    (word_set("forward circulate distribute share quote cite copy publish disclose disseminate release pass "
              "redistribute reproduce print attribute shared "
            "quoted cited circulated distributed published forwarded copied reproduced released disclosed "
            "disseminated posted passed repeated"),
     Pattern(rf"\b{_DO_NOT}", re.IGNORECASE)),
    (word_set("embargo embargoed pre release publication broadcast use"), _EMBARGO_LINE),
    (word_set("prejudice"), Pattern(_WITHOUT_PREJUDICE, re.IGNORECASE)),
    (word_set("confidence"), Pattern(_IN_CONFIDENCE, re.IGNORECASE)),
]  # fmt: skip

# --- talk that is none: training, questions, advice, jokes, assurances ----------------------------------------------

_ABOUT = Pattern(
    r"\b(?:what (?:does|do|did|(?:is|are)(?!,))|"
    r"means?|meaning|how (?:to|do|does)|when (?:to|should|do you)|whether to|should "
    "(?:be|we|you|i)|"
    r"if (?:it|a|an|something|you|your)\b|training|trained|we train|e-?learning|course|workshop|webinar|module|"
    "guidance on|policy on|"
    r"the (?:term|phrase|words?|label|marking|caveat)|explain\w*|every (?:e-?mail|document|footer|meeting)|anything "
    "marked|people who|someone who|"
    "somebody who|remember to|tips?|reminder|footers?|boilerplate|mark (?:it|them|things|everything|your|documents|"
    "papers)|"
    "marking (?:it|things|a|an|documents|papers)|stop (?:putting|marking|writing)|film|book|novel|song|album|series|"
    "episode|netflix|foi|"
    r"freedom of information)\b",
    re.IGNORECASE,
)
_DOING = Pattern(  # … unless the very thing is passed on
    r"\b(?:attached|below|copied|here(?:'s| is)|text below|read on|screenshot|leaked|found|says|said|headed|reads|"
    "titled|stamped|"
    r"shar(?:ing|ed) (?:it )?anyway|posting)\b",
    re.IGNORECASE,
)
_EVERYDAY = Pattern(  # what everybody asks everybody not to share
    r"\b(?:passwords?|pin|bank details|personal (?:data|details|information|info)|fake|misinformation|rumours?|"
    "scams?|spoilers?|address|number|"
    r"photos?|memes?|recipes?|homework)\b",
    re.IGNORECASE,
)
_HABIT = Pattern(  # "we do not share", "friends don't copy"
    r"\b(?:will(?:'ll)?|wo|we|i|they|you|he|she|it|people|who|friends|folk|why|men|women|kids|cats|dogs|if you|u|to|"
    "can|could|would) (?:do |did |will )?$",
    re.IGNORECASE,
)
_NEGATED = Pattern(
    r"\b(?:no longer|isn'?t|aren'?t|is not|was not|wasn'?t|not|never|nothing|hardly|anything but|lifted|"
    r"now)\s+(?:an? |the |under )?$",
    re.IGNORECASE,
)
_ASSURANCE = Pattern(  # a service's promise, or a joke about oneself; not a paper's caveat
    r"\b(?:calls?|conversations?|chats?|helpline|service|sessions?|appointments?|details?|data|answers?|responses?|"
    r"enquir(?:y|ies)|support|surveys?|counselling|(?:we|we'll|i|i'll) (?:will )?(?:keep|treat|handle|hold))\b"
    r"[^.!?\n]{0,40}$|\b(?:my|ma) (?:\w+ ){1,3}(?:is|are) "
    r"(?:strictly )?(?:for )?$|"
    r"\b(?:tin|label|box|packet|bottle|tube|tub|pot|manual|instructions) (?:says?|said|reads?) $",
    re.IGNORECASE,
)
_SERVICE_OR_LABEL = Pattern(  # "a private and confidential service", "for internal use only, said the vet"
    r" (?:\w+ ){0,2}?(?:service|helpline|support|chats?|space|counselling|conversations?|appointments?)\b|"
    r"[,:]? (?:said|says|joked|laughed|it says on) (?:the|my|our) (?:vet|doctor|gp|nurse|pharmacist|chemist|label|box|"
    r"packet|tube|bottle)\b",
    re.IGNORECASE,
)
_OTHER_EMBARGO = Pattern(
    r"\b(?:trade|arms|oil|weapons?|travel|transfer|beef|economic|naval|fuel|gas|un)\s+$", re.IGNORECASE
)
_LETTER_BEGINS = Pattern(r"\s*(?:Further to|I refer|We refer|With reference|Thank you for|Our client|Dear|I write)\b")
_STOPS = Pattern(r"[.,;:)\]|\"\n-]|$")


_SCREENS = {pattern: Screen((pattern,)) for _, pattern in _CAVEATS}
_WHY = "words that ask for this to stay with those who have it"


_MAIL_WORDS = word_set("to cc bcc")
_TO_STAFF = Pattern(  # the head of a mail: "To: All Staff"
    r"^[ >*]{0,6}(?P<to>(?:to|cc|bcc) ?: ?\W{0,2}(?:all[ -]?(?:staff|colleagues|employees|users|managers|teams?|"
    r"members of staff)|(?:all|everyone|staff|smt|exec|board|management|senior)[ -]?(?:team|list|group|members|"
    r"managers|staff)?))\b[^\n]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_A_MAIL = Pattern(r"^[ >*]{0,6}(?:from|sent|date|subject|subj|re) ?:\*? ?\S", re.IGNORECASE | re.MULTILINE)
_AROUND_IT = 300  # characters in which another line of the head stands


def find(text: str) -> Iterator[Detection]:
    reading = read(text)
    if reading.holds(_MAIL_WORDS):
        for line in _TO_STAFF.finditer(text):
            if _OF_A_MAIL.search(text, max(0, line.start() - _AROUND_IT), line.end() + _AROUND_IT):
                yield Detection(ENTITY, *line.span("to"), 0.7, "a mail to those who work there", "mail")
    for words, pattern in _CAVEATS:
        screen = _SCREENS[pattern]
        for sentence in reading.with_any(words):
            for match in pattern.finditer(sentence.text) if screen.of(sentence.words) else ():
                if not _only_talk(text, sentence, match):
                    start, end = sentence.span(match)
                    end -= len(match.group()) - len(match.group().rstrip())
                    yield Detection(ENTITY, start, end, 0.8, _WHY, "embargo" if pattern is _EMBARGO_LINE else "")


def _only_talk(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    if match.group() in ("Without prejudice", "Without Prejudice") and sentence.text[match.end() :].strip() == ".":
        return not _LETTER_BEGINS.match(sentence.after)
    before = sentence.text[max(0, match.start() - 25) : match.start()]
    if _ASSURANCE.search(sentence.text[max(0, match.start() - 60) : match.start()]):
        return True
    if _SERVICE_OR_LABEL.match(sentence.text, match.end()):
        return True
    over = match.re.pattern == _EMBARGO_LINE.pattern and (
        _OVER.search(match.group()) or (_IT_WAS.search(before) and _OUT_NOW.search(sentence.text, match.start()))
    )
    if over or _NEGATED.search(before) or _EVERYDAY.search(before) or _OTHER_EMBARGO.search(before):
        return True
    if "what" in match.re.groupindex:
        after = sentence.text[match.end() :].lstrip()
        formal = match["what"] or match["where"] or _STOPS.match(after)
        if not formal or _HABIT.search(before):
            return True
    return bool(_ABOUT.search(sentence.text) and not _DOING.search(text))


DETECTOR = Detector(ENTITY, find, needs=Needs(words=_MAIL_WORDS.union(*(words for words, _ in _CAVEATS))))
