"""Looks for somebody named and said to have done wrong, as a fact. With its source, or as an allegation, it is silent.

Says nothing of truth or law: the card asks whether it can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

import regex

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import RegexPattern
from companion.detectors.person_names import FIRST, FULL, TITLED, is_name
from companion.detectors.phrases import phrases, word_set
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY: Final = "accusation"

_WRONG = phrases("wrongdoing.txt")
_OFFICE = (
    r"(?:chair(?:man|woman|person)?|vice[ -]chair|director|chief\ exec\w*|CEO|boss(?:es)?|manager|"
    r"management|board|committee|council|councillors?|provost|bailie|landlords?|association|company|firm|contractors?|"
    r"developer|builders?|treasurer|secretary|convener|head\ ?teacher|headmaster|minister|official|"
    r"officer|factor|factors|MSP|MP|agent|agents|nursery|school|hospital|trust|charity|agency|housing\ officer|"
    r"provider|supplier|union|regulator|inspector|governors?|trustees?|leader|leadership|department|"
    r"government|police|team|college|university|owners?|operators?|care\ home|bank|lawyers?|solicitors?|"
    r"surveyor)"
)
_BODY = r"(?:[A-Z][\w&'-]*(?:\ (?:of|and|&|the)\ [A-Z][\w&'-]*|\ [A-Z][\w&'-]*){0,5})"
_SUBJECT = RegexPattern(
    rf"""(?P<office>(?i:\b(?:the|our|that|this|my|their|your|its|whole|entire|same|
    {_BODY}'s)\ (?:[\w-]+\ ){{0,2}}?{_OFFICE})(?:\ (?i:at|of|in)\ (?:the\ )?{_BODY})?)
    | (?P<handle>@\w+)(?!:)
    | (?P<person>\b(?:{TITLED}|{FULL}))
    | (?P<body>\b{_BODY}(?:\ (?:Homes|Housing|Association|Council|Group|Ltd|Trust|Roofing|Builders|
        Lettings|Properties|Nursery|School|Police|Bank|Construction|Energy|Water|Care|Partnership|
        Co-operative))?)
    """,
    regex.VERBOSE,
)
_ATTRIBUTED: Final = RegexPattern(  # somebody else or a court says it; an allegation; long ago; not a fact
    r"\b(?:alleg\w+|accus\w+|claims?|claimed|reportedly|according\ to|says|said|reports?\ (?:that|says?|"
    r"found)|reported|"
    r"suspected|charged\ with|found\ (?:that|guilty|in\ breach|to\ have)|convicted|sentenced|jailed|pled|"
    r"pleaded|"
    r"admitted|tribunal|(?-i:courts?)|(?:high|sheriff|supreme|crown|district)\ court|judge|sheriff|ombudsman|inquiry|"
    r"inquest|published|ruling|ruled|judgment|investigat\w+|"
    r"if\ (?:the|he|she|they|it|true|you)|whether|would|could\ have|might|may\ have|(?<!never\ )did\ (?:the|he|she|"
    r"they)|is\ it\ true|apparently|opinion|in\ my\ view|I\ (?:think|believe|feel|suspect)|seems?|"
    r"appears?|"
    r"(?:in|of|since)\ 1[5-9]\d\d|(?:in|of)\ 20[01]\d|centur(?:y|ies)|history|historic|novel|film|movie|"
    r"episode|series|drama|plot|book|podcast|character|Netflix|Shakespeare)\b|https?://",
    regex.VERBOSE | regex.IGNORECASE,
)
_DENIED: Final = RegexPattern(r"(?:\b(?:nobody|no one|never|not|hasnae|didnae|wasnae)|n't)\b", regex.IGNORECASE)
_DONE_TO_NOBODY: Final = RegexPattern(  # "she covered up nothing"
    r"\b(?:nothing|naething|nobody|naebody|no[ -]one|no[ -]body|none|not\ a\ (?:thing|penny|soul|word))\b",
    regex.VERBOSE | regex.IGNORECASE,
)
_JUST_AFTER: Final = 20  # characters behind a wrong in which it may still be denied
_NEXT_WORDS: Final = 12  # characters behind a wrong in which it turns out to be none
_COURT = (
    r"(?:courts?|tribunal|inquiry|enquiry|inquest|judge|sheriff|ombudsman|jury|investigation|court\ case|trial|"
    r"hearing)"
)
_WITHOUT_A_FINDING: Final = RegexPattern(  # it is named, and has found nothing: it is no source of what is said
    rf"\b(?:whatever|no\ matter\ what|regardless\ of\ what|never\ mind|forget|don't\ need|who\ needs)\ "
    rf"(?:the|an?|any)\ (?:\w+\ )?{_COURT}(?:\ (?:says?|finds?|rules?|decides?|thinks?|reports?))?|"
    rf"\b{_COURT}\ or\ no\ {_COURT}|"
    rf"\b(?:lied?|lies|lying)\ to\ (?:the|an?|that)\ (?:\w+\ )?{_COURT}|"
    rf"\b(?:before|while|until|even\ if)\ (?:the|an?|any)\ (?:\w+\ )?{_COURT}[^,:;.]{{0,30}}(?=[,:;])|"
    rf"\b(?:and|but)\ (?:the|an?|any)\ (?:\w+\ )?{_COURT}\ will\ (?:see|find|say|learn)[^,:;.]{{0,25}}$|"
    rf"\b(?:the|an?|that|this)\ (?:\w+\ )?{_COURT}(?:\ (?:case|itself))?\ (?:has|have|is|hasn't|isn't)"
    r"(?:\ \w+){0,2}?\ (?:nothing|silent|still|yet\ to|not)\b[^,;:.]{0,40}?(?=,|\ but\b|\ yet\b)|"
    rf"\b(?:the|an?|that|this)\ (?:\w+\ )?{_COURT}\ hasn't\ (?:\w+\ )?(?:reported|concluded|sat|started|said|found|"
    r"ruled|decided)\b[^,;:.]{0,30}?(?=,|\ but\b|\ and\b)|"
    rf"\b(?:nobody|no\ one|we|you)\ (?:needs?|don't\ need)\ (?:the|an?)\ (?:\w+\ )?{_COURT}\ to\ (?:know|see|tell)"
    r"(?:\ us|\ me|\ you)?",
    regex.VERBOSE | regex.IGNORECASE,
)
_JEST: Final = RegexPattern(
    r"\b(?:lol|haha\w*|(?-i:WI)|biscuits?|cake|scones?|sponge|chips|chip\ shop|chippy|pizza|seat|"
    r"parking\ space|remote|heart|show|limelight|scene|dog|cat|seagulls?|pigeons?|fridge|lunch|sandwich|tea|"
    r"penalty|referee|VAR|goal|match|game|fantasy\ football|Cluedo|Monopoly|washing|tenner)\b|[\U0001F602\U0001F923]",
    regex.VERBOSE | regex.IGNORECASE,
)
_SELF: Final = RegexPattern(
    r"^(?:I|We|My|It|This|That|There|They|He|She|You|And|But|So|If|When|What|Who|How|Why|The|A|An|Our|"
    r"Your|Not|No|Yes|Aye)$"
)
_PASSIVE_VICTIM: Final = RegexPattern(r"\b(?:was|were|been|being|is|are|got|get|gets|be)\ $")
_SHE: Final = RegexPattern(r"\W{0,3}(?:He|She|he|she)(?=['’ ])")
_NAMED: Final = RegexPattern(rf"\b(?:{TITLED}|{FULL})")
_KIN = (
    r"(?:cousin|brother|sister|son|daughter|nephew|niece|wife|husband|partner|mates?|pals?|friends?|family|"
    r"in-laws?|(?:brother|sister|son|daughter|father)-in-law|(?:own\ )?(?:firm|company|business))"
)
_INSINUATED: Final = RegexPattern(  # "funny how Councillor Aird's cousin always comes out top"
    r"\b(?i:funny|strange|odd|amazing|curious|convenient|weird|interesting|remarkable|handy|uncanny|fascinating|"
    r"what\ a\ coincidence|what\ are\ the\ (?:chances|odds))(?i:\ (?:how|that|it's\ always)),?\ (?i:it's\ always\ |"
    r"the\ )?"
    rf"(?P<who>(?:Councillor|Cllr|Provost|Director|Baillie|Bailie)\ {FIRST}|{TITLED}|{FULL})['’]s?\ (?:\w+\ )?{_KIN}\b"
    r"[^.!?\n]{0,40}?\b(?i:always|every\ time|keeps?|just\ happen\w*|somehow|ends?\ up|gets?|got|won|wins|(?:come|"
    r"came|comes)\ "
    r"(?:out\ )?top|landed|lands|jumps?|jumped|skips?|picked)\b",
    regex.VERBOSE,
)
_INSINUATED_AFTER: Final = RegexPattern(  # "Councillor Weir's brother-in-law gets every job going, funny that"
    rf"\b(?P<who>(?:Councillor|Cllr|Provost|Director|Baillie|Bailie)\ {FIRST}|{TITLED}|"
    rf"{FULL})['’]s?\ (?:\w+\ )?{_KIN}\b"
    r"[^.!?\n]{0,12}?\b(?i:(?:always\ |aye\ |just\ )?(?:gets?|got|wins?|won|lands?|landed|bags?|bagged|has|had))\b"
    r"[^.!?\n]{0,40}?\b(?i:contracts?|jobs?|tenders?|grants?|house|flat|work|post|deals?|"
    r"licen[cs]es?)\b[^.!?\n]{0,20}?[,.!?]?\ (?i:funny\ that|funny\ how\ (?:that|it)|strange\ that|odd\ that|"
    r"fancy\ that|curious\ that|what\ a\ coincidence|coincidence\?|what\ are\ the\ (?:chances|odds)|"
    r"surprise,?\ surprise|make\ of\ that\ what)",
    regex.VERBOSE,
)
_SUFFERED: Final = RegexPattern(r"(?!paid\b|accepted\b|pocketed\b)(?:\w+ed|stolen)\b", regex.IGNORECASE)
_ANCHORS = word_set("accusation.anchors")
_SAID: Final = Screen((_WRONG,))
_SOON: Final = 20  # characters from "She" to what she did
_MOST_WRONGS: Final = 8  # in one sentence: what follows them says nothing new and costs time


def find(text: str) -> Iterator[Detection]:
    for sentence in read(text).with_any(_ANCHORS):
        hint = _INSINUATED.search(sentence.text) or _INSINUATED_AFTER.search(sentence.text)
        if hint and not _JEST.search(sentence.text):
            yield Detection(ENTITY, *sentence.span(hint), 0.6, "somebody named, and a wrong hinted at")
        elif _SAID.of(sentence.words) and (span := _in(sentence)):
            yield Detection(ENTITY, *span, 0.6, "somebody named, and a wrong said as a fact")


def _in(sentence: Sentence) -> tuple[int, int] | None:
    words = sentence.text
    sources = _WITHOUT_A_FINDING.sub(lambda named: " " * len(named.group()), words)
    if _ATTRIBUTED.search(sources) or _JEST.search(words):
        return None
    for wrong in islice(_WRONG.finditer(words), _MOST_WRONGS):
        if _PASSIVE_VICTIM.search(words, 0, wrong.start()) and _SUFFERED.match(wrong.group()):
            continue
        if _is_denied(sources, *wrong.span()):
            return None
        for subject in _SUBJECT.finditer(words, 0, wrong.start()):
            between = words[subject.end() : wrong.start()]
            if len(between) <= 45 and _is_somebody(subject) and not regex.search(r"[.;!?]|\b(?:I|we|me|us)\b", between):
                return sentence.start + subject.start(), sentence.start + wrong.end()
        if _is_of_one_before(sentence, wrong.start()):
            return sentence.start, sentence.start + wrong.end()
        if wrong.group().lower().endswith((" at", " of", " by", " in", " under", " the", " our")) and (
            after := _SUBJECT.match(words, wrong.end() + (words[wrong.end() : wrong.end() + 1] == " "))
        ):
            return sentence.start + wrong.start(), sentence.start + after.end()
    return None


def _is_denied(words: str, start: int, end: int) -> bool:
    return bool(
        _DENIED.search(words, 0, start)
        or _DENIED.search(words, end, end + _JUST_AFTER)
        or _DONE_TO_NOBODY.search(words, start, end + _NEXT_WORDS)
    )


def _is_of_one_before(sentence: Sentence, wrong: int) -> bool:
    """Does the sentence begin with "She" and soon come to the wrong, and the one before name her as a fact?"""
    told = _SHE.match(sentence.text)
    if not told or wrong - told.end() > _SOON or _ATTRIBUTED.search(sentence.before) or _JEST.search(sentence.before):
        return False
    return any(is_name(named.group()) for named in _NAMED.finditer(sentence.before))


def _is_somebody(subject: regex.Match[str]) -> bool:
    if subject["person"] and (is_name(subject["person"]) or not _SELF.match(subject["person"].split()[0])):
        return True
    if subject["body"]:
        first = subject["body"].split()[0].removesuffix("'s")
        long_enough = len(first) > 3 if subject.start() > 0 else 2 < len(first) < 7 and first.isupper()
        return not _SELF.match(first) and (" " in subject["body"] or long_enough)
    return True


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_ANCHORS))
