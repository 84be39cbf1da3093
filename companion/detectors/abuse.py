"""Looks for threats, slurs and insults aimed at somebody: "you", a handle, a named person, a group of people.

Banter, dialect, reclaimed words and swearing at things are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import entries, phrases, word_set
from companion.detectors.reading import Sentence, read
from companion.detectors.screen import Screen
from companion.detectors.swear_words import SwearWords
from companion.draft import Detection

ENTITY: Final = "abuse"

_THREAT = Screen([phrases("threats.txt")])
_PHRASE = Screen([phrases("abuse-phrases.txt")])
_SLUR = SwearWords("slurs.txt")
_INSULT = phrases("insults.txt").pattern.removeprefix(r"(?<![\w'])").removesuffix(r"(?!\w)")
_BELITTLE = phrases("belittling.txt").pattern.removeprefix(r"(?<![\w'])").removesuffix(r"(?!\w)")
_VERY = (
    r"(?:(?:all|just|really|nothing but|nothing more than|such|so|too|as|an|a|absolute|absolutely|"
    r"complete|completely|total|totally|utter|utterly|fucking|f\*+ing|bloody|pure|proper|right|actual|"
    r"literally|honestly|clearly|obviously|also|both|still|frankly|beyond|quite|truly|even|more of a|"
    r"the biggest|the worst|one of the)\s+)"
)
_AIMED: Final[Screen[Caseless | Pattern]] = Screen((
    # "you talentless parasite", "you are a disgrace", "your an idiot", "yous are all scum"
    Caseless(
        rf"(?<!\bthank )(?<!\bsee )(?<!\bthink )(?<!\bmake )(?<!\bmaking )(?<!\bgive )(?<!\bcall )\b(?:you|u|"
        rf"ye|yous|youse|ya|your|yer|ur)(?:,? (?:sir|madam|pal|mate|son|people|lot),?)?(?:'re|'ve been| are| r| is|"
        rf" were| sound like| look like|"
        rf" must be)?\s+{_VERY}{{0,4}}(?!not\b|never\b|no\b)(?:(?!(?:hold|have|see|know|want|the|my|his|her|"
        rf"their|or|and|to|who|what|about|for|call|like|love|hate|met|"
        rf"had)\b)[\w-]+,?\s+){{0,2}}?(?P<word>{_INSULT})(?!\w)(?! at\b| about\b)"),
    # "you are too stupid to see it"
    Caseless(
        rf"\b(?:you(?:'re| are| were)|u r|yous are|ye are|ye're|"
        rf"yer) {_VERY}{{0,3}}(?P<word>{_BELITTLE})(?!\w)"),
    # "if you weren't so thick you'd have got to page 2"
    Caseless(
        r"\b(?:if|unless|maybe|perhaps) (?:you|ye|yous|u)(?: were|'d been|'?re)?(?: ?(?:weren't|werenae|wurnae|wurny|"
        r"were not|"
        rf"wasn't|wisnae|wisny))(?: quite)? (?:so|that|such an?|as|sae) (?:\w+ )?(?P<word>{_BELITTLE}|"
        rf"{_INSULT})(?!\w)"),
    # "@handle is a liar", "@handle, you…", "@handle idiot"
    Caseless(
        rf"@\w+:?,?\s+(?:is|are|was|has always been)\s+{_VERY}{{0,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}|"
        rf"{_BELITTLE})(?!\w)"),
    # "Malcolm Tait is a thieving wee scumbag"
    Pattern(
        rf"\b[A-Z][\w'-]+ [A-Z][\w'-]+(?i:,?\s+(?:is|was|you are|has always been|"
        rf"remains)\s+{_VERY}{{1,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT})(?!\w))"
    ),
    # "that manager of ours is a useless pig", "she's a two-faced bitch"
    Caseless(
        rf"\b(?:(?:my|our|that|this|the) (?:boss|manager|landlord|chair|chairman|director|minister|tenant|"
        rf"neighbour|colleague|councillor|officer|journalist|woman|man|head|teacher|CEO|chief)(?: of (?:ours|"
        rf"mine|theirs))?(?:'s| is| was)|"
        rf"(?:she|he)(?:'s| is| was)(?= [^.!?]{{0,40}}\b(?:bitch|cunt|slut|whore|slag|scum\w*|bastard|retard|"
        rf"waste of \w+|scumbag|moron|nonce|bellend|wanker|"
        rf"fucker)\b))\s+{_VERY}{{1,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}|"
        rf"bastard)(?!\w)"),
    Caseless(
        rf"\b(?:this|that|what an?|such an?|absolute|utter|complete|total|pure|"
        rf"proper)\s+(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}) of an? (?:man|woman|"
        rf"human|person|minister|manager|landlord|journalist|councillor)\b"),
))  # fmt: skip
_FRIENDLY = Caseless(
    r"[\U0001F602\U0001F923\U0001F605\U0001F606\U0001F609\U0001F618\U0001F970\U0001F60D\U0001F495\U0001F61C\U0001F61D\U0001F92A\U0001F49C\U0001F499\U0001F49A❤♥]|"
    r"\b(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|heehee|jk|j/k|(?<!not )(?<!nae )(?<!no )joking|"
    r"(?<!not )(?<!no )kidding|only messing|banter|"
    r"love (?:you|ye|ya|u)|xx+|xox\w*)\b|:-?[)PpD](?!\w)|;-?[)PpD]|"
    r"\((?:affectionate\w*|me|joke|lovingly|compliment|in a good way|I love you|myself)\)|"
    r"\b(?:you|ye|ya|u) (?:\w+ )?(?:lucky|jammy|beautiful|gorgeous|sexy|clever|magnificent|glorious|"
    r"wonderful|brave|sweet|funny|talented|genius|absolute legend|daft|silly|wee|big|soft|old|cheeky)\b"
)
_PLAY = Caseless(
    r"\b(?:game|gaming|boss|bosses|adds|level|quest|respawn|raid|dungeon|lobby|server|daemon|process|"
    r"script|FIFA|chess|pool|tennis|darts|quiz|scrabble|monopoly|Mario|Warzone|Fortnite|"
    r"Minecraft|D&D|character|film|movie|episode|series|novel|plot|lyrics?|song|album|solo|gig|match|"
    r"round \d|knockout|boxing|UFC|wrestl\w+|panto|Halloween|costume|surprise party)\b|kill -\d"
)
_HYPERBOLE = Caseless(
    r"\b(?:if you|if ye|unless you|for (?:eating|spoiling|forgetting)|spoil\w*|chips|pizza|biscuits?|"
    r"crisps|snacks?|cake|ending|finale|birthday|late|forgot|tickets?|the dishes|the washing|the bins|"
    r"remote|alarm|text back|reply|lovely (?:street|area|village|bit|spot))\b"
)
_BODILY: Final = Pattern(  # to a person's limbs or home: a condition after it makes it no joke
    r"\b(?:break|smash|cave|burn|bash|cut)\b.{0,25}\b(?:legs?|neck|face|jaw|arms?|skull|kneecaps|house|car|windows?|"
    r"door)\b",
    re.IGNORECASE,
)
_WHERE_YOU_LIVE: Final = Pattern(r"\bwhere\b", re.IGNORECASE)
_NEIGHBOURLY = Caseless(  # "I know where you live!! (it's next door …)"
    r"^\W{0,6}(?:(?:and |because |cos |cause |'?cause |since |but )?(?:it'?s|it is|you'?re|i'?m|we'?re|that'?s) "
    r"(?:only |just |literally |right )?(?:next door(?! to\b)|across the (?:road|street|landing|hall)|upstairs|"
    r"downstairs|my (?:own )?(?:house|flat|home|spare room)|our (?:house|flat|home)|your (?:mum|mam|mother|sister|"
    r"brother|neighbour|flatmate|wife|husband|postie|landlady)|neighbours|flatmates|married)|"
    r"(?:and |because |cos |since |but )?i (?:live|stay|bide|work) (?:there|here|next door|with you|in the same|"
    r"upstairs|"
    r"downstairs)|(?:because |cos |since )?(?:we|i) (?:share|helped you (?:move|flit|paint)|gave you (?:the|"
    r"your) keys?))\b"
)
_SAID_OF_SELF = Caseless(
    r"\b(?:I|me|he|she|they|someone|somebody|man|woman|guy) (?:was |were |got |have been |had been |"
    r"been )?(?:called|call|calls|said|told|shouted|screamed|tweeted|sent|calling|tells|says) (?:me|us|"
    r"her|him|them|someone)?"
)
_QUOTED: Final = Pattern(r'"[^"\n]{1,200}"')
_FOOD: Final = Pattern(r"\b(?:peas|gravy|mushy|armou?r|maine|cigarettes?)\b", re.IGNORECASE)
_QUOTING_SLUR = Pattern(r"\b(?:called|calling|the word|slur|shouted|graffiti)\b", re.IGNORECASE)

_INSULT_WORDS: Final = frozenset(entries("insult-words.txt"))
_SOMEBODY: Final = word_set("abuse.somebody")
_PHRASE_WORDS: Final = word_set("abuse.phrase")
_HARM_WORDS: Final = word_set("abuse.harm")


def find(text: str) -> Iterator[Detection]:
    """Kinds: `threat`, `slur`, `insult`."""
    done = 0
    found = [(*span, kind) for kind, span in _all(text)]
    for start, end, kind in sorted(found):
        if start >= done:
            done = end
            yield Detection(ENTITY, start, end, 0.8 if kind == "threat" else 0.6, "words aimed at somebody", kind)


def _all(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for slur in _SLUR.finditer(text):
        around = text[max(0, slur[0] - 30) : slur[1] + 30]
        if not _FOOD.search(around) and not _QUOTING_SLUR.search(around):
            yield "slur", slur
    reading = read(text)
    for look, anchors in (
        (_aimed, (_SOMEBODY, _INSULT_WORDS)),
        (_said, (_PHRASE_WORDS,)),
        (_threatened, (_HARM_WORDS,)),
    ):
        for sentence in reading.with_any(*anchors):
            for kind, span in look(sentence):
                if not _in_fun(sentence):
                    yield kind, span


def _in_fun(sentence: Sentence) -> bool:
    return bool(
        _FRIENDLY.search(f"{sentence.text} {sentence.after[:60]}")
        or _PLAY.search(sentence.text)
        or _SAID_OF_SELF.search(sentence.text)
    )


def _aimed(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int]]]:
    for pattern in _AIMED.of(sentence.words):
        if aimed := pattern.search(_unquoted(sentence)):
            yield "insult", sentence.span(aimed)


def _said(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int]]]:
    for phrases_there in _PHRASE.of(sentence.words):
        if phrase := phrases_there.search(_unquoted(sentence)):
            yield "insult", sentence.span(phrase)


def _threatened(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int]]]:
    for threats in _THREAT.of(sentence.words):
        words = _unquoted(sentence)
        for threat in threats.finditer(words):
            neighbourly = _WHERE_YOU_LIVE.search(threat.group()) and _NEIGHBOURLY.search(
                f"{words[threat.end() :]} {sentence.after[:60]}"
            )
            if not neighbourly and (_BODILY.search(threat.group()) or not _HYPERBOLE.search(words)):
                yield "threat", sentence.span(threat)


def _unquoted(sentence: Sentence) -> str:
    return _QUOTED.sub(lambda quote: " " * len(quote.group()), sentence.text)


DETECTOR = Detector(ENTITY, find, reach=NEARBY)
