"""Looks for threats, slurs and insults aimed at somebody: "you", a handle, a named person, a group of people.

Banter, dialect, reclaimed words and swearing at things are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.detector import Detector
from companion.detectors.phrases import entries, phrases
from companion.detectors.reading import Sentence, read
from companion.detectors.swear_words import SwearWords
from companion.draft import Detection

ENTITY: Final = "abuse"

_THREAT = phrases("threats.txt")
_PHRASE = phrases("abuse-phrases.txt")
_SLUR = SwearWords("slurs.txt")
_INSULT = phrases("insults.txt").pattern.removeprefix(r"(?<![\w'])").removesuffix(r"(?!\w)")
_BELITTLE = phrases("belittling.txt").pattern.removeprefix(r"(?<![\w'])").removesuffix(r"(?!\w)")
_VERY = r"(?:(?:all|just|really|nothing but|nothing more than|such|so|too|as|an|a|absolute|absolutely|complete|completely|total|totally|utter|utterly|fucking|f\*+ing|bloody|pure|proper|right|actual|literally|honestly|clearly|obviously|also|both|still|frankly|beyond|quite|truly|even|more of a|the biggest|the worst|one of the)\s+)"
_AIMED = (
    # "you talentless parasite", "you are a disgrace", "your an idiot", "yous are all scum"
    re.compile(
        rf"(?<!\bthank )(?<!\bsee )(?<!\bthink )(?<!\bmake )(?<!\bmaking )(?<!\bgive )(?<!\bcall )\b(?:you|u|ye|yous|youse|ya|your|yer|ur)(?:'re|'ve been| are| r| is| were| sound like| look like| must be)?\s+{_VERY}{{0,4}}(?!not\b|never\b|no\b)(?:(?!(?:hold|have|see|know|want|the|my|his|her|their|or|and|to|who|what|about|for|call|like|love|hate|met|had)\b)[\w-]+,?\s+){{0,2}}?(?P<word>{_INSULT})(?!\w)(?! at\b| about\b)",
        re.IGNORECASE,
    ),
    # "you are too stupid to see it"
    re.compile(rf"\b(?:you(?:'re| are| were)|u r|yous are|ye are|ye're|yer) {_VERY}{{0,3}}(?P<word>{_BELITTLE})(?!\w)", re.IGNORECASE),
    # "@handle is a liar", "@handle, you…", "@handle idiot"
    re.compile(rf"@\w+:?,?\s+(?:is|are|was|has always been)\s+{_VERY}{{0,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}|{_BELITTLE})(?!\w)", re.IGNORECASE),
    # "Malcolm Tait is a thieving wee scumbag"
    re.compile(
        rf"\b[A-Z][\w'-]+ [A-Z][\w'-]+(?i:,?\s+(?:is|was|you are|has always been|remains)\s+{_VERY}{{1,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT})(?!\w))"
    ),
    # "that manager of ours is a useless pig", "she's a two-faced bitch"
    re.compile(
        rf"\b(?:(?:my|our|that|this|the) (?:boss|manager|landlord|chair|chairman|director|minister|tenant|neighbour|colleague|councillor|officer|journalist|woman|man|head|teacher|CEO|chief)(?: of (?:ours|mine|theirs))?(?:'s| is| was)|"
        rf"(?:she|he)(?:'s| is| was)(?= [^.!?]{{0,40}}\b(?:bitch|cunt|slut|whore|slag|scum\w*|bastard|retard|nonce|bellend|wanker|fucker)\b))\s+{_VERY}{{1,4}}(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}|bastard)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:this|that|what an?|such an?)\s+(?:[\w-]+\s+){{0,2}}?(?P<word>{_INSULT}) of an? (?:man|woman|human|person|minister|manager|landlord|journalist|councillor)\b", re.IGNORECASE),
)
_FRIENDLY = re.compile(
    r"[\U0001F602\U0001F923\U0001F605\U0001F606\U0001F609\U0001F618\U0001F970\U0001F60D\U0001F495\U0001F61C\U0001F61D\U0001F92A\U0001F49C\U0001F499\U0001F49A❤♥]|"
    r"\b(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|heehee|jk|j/k|joking|kidding|only messing|banter|love (?:you|ye|ya|u)|xx+|xox\w*)\b|:-?[)PpD](?!\w)|;-?[)PpD]|"
    r"\((?:affectionate\w*|me|joke|lovingly|compliment|in a good way|I love you|myself)\)|"
    r"\b(?:you|ye|ya|u) (?:\w+ )?(?:lucky|jammy|beautiful|gorgeous|sexy|clever|magnificent|glorious|wonderful|brave|sweet|funny|talented|genius|absolute legend|daft|silly|wee|big|soft|old|cheeky)\b",
    re.IGNORECASE,
)
_PLAY = re.compile(
    r"\b(?:game|gaming|boss|bosses|adds|level|quest|respawn|raid|dungeon|lobby|server|daemon|process|script|FIFA|chess|pool|tennis|darts|quiz|scrabble|monopoly|Mario|Warzone|Fortnite|"
    r"Minecraft|D&D|character|film|movie|episode|series|novel|plot|lyrics?|song|album|solo|gig|match|round \d|knockout|boxing|UFC|wrestl\w+|panto|Halloween|costume|surprise party)\b|kill -\d",
    re.IGNORECASE,
)
_HYPERBOLE = re.compile(
    r"\b(?:if you|if ye|unless you|for (?:eating|spoiling|forgetting)|spoil\w*|chips|pizza|biscuits?|crisps|snacks?|cake|ending|finale|birthday|late|forgot|tickets?|the dishes|the washing|the bins|remote|alarm|text back|reply)\b",
    re.IGNORECASE,
)
_SAID_OF_SELF = re.compile(r"\b(?:I|me|he|she|they|someone|somebody|man|woman|guy) (?:was |were |got |have been |had been |been )?(?:called|call|calls|said|told|shouted|screamed|tweeted|sent|calling|tells|says) (?:me|us|her|him|them|someone)?", re.IGNORECASE)
_QUOTED: Final = re.compile(r'"[^"\n]{1,200}"')
_FOOD: Final = re.compile(r"\b(?:peas|gravy|mushy|armou?r|maine|cigarettes?)\b", re.IGNORECASE)
_QUOTING_SLUR = re.compile(r"\b(?:called|calling|the word|slur|shouted|graffiti)\b", re.IGNORECASE)

_INSULT_WORDS: Final = frozenset(entries("insult-words.txt"))
_SOMEBODY: Final = frozenset(
    "you u ye yous youse ya your yer ur you're ye're is are was were has my our that this the she he she's he's what".split()
)
_PHRASE_WORDS: Final = frozenset(
    "go fuck screw feck hang shoot drown neck kill kys die dead rot hell burn off eat suck shut nobody world favour crawl disgust sicken repulse sick ashamed shame hope animals animal vermin "
    "scum filth parasite parasites subhuman sub cockroach cockroaches rat rats savages savage leech leeches scrounger scroungers trash dirt pig pigs lowlife lowlifes thick maggot maggots hosed put gassed "
    "sterilised neutered horsewhipped drowned exterminated strung birched flogged got gets landed has kept slept shagged shagging diversity token kitchen sandwich asking wearing back send ship face brain "
    "what should needs ought must please deserves deserving deserve needs want wants bullet f**k f*ck piss bugger tae get wish".split()
)
_HARM_WORDS: Final = frozenset(
    "kill stab gut burn smash knife strangle batter murder bury end deck chib malky slash bottle skelp drown hurt destroy do shoot rape torch petrol slit behead lynch hang break cave kick punch bash rip cut "
    "beat dead getting die hurt stabbed battered bullet next marked watch sleep better know knows found live lives stay stays work works address visit round roon bat knife hammer sort bring bringing take acid "
    "kids children family wife weans shame accidents snitches regret pay sorry gonna going machete gun".split()
)


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
    for look, anchors in ((_aimed, (_SOMEBODY, _INSULT_WORDS)), (_said, (_PHRASE_WORDS,)), (_threatened, (_HARM_WORDS,))):
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
    words = _unquoted(sentence)
    for pattern in _AIMED:
        if aimed := pattern.search(words):
            yield "insult", sentence.span(aimed)


def _said(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int]]]:
    if phrase := _PHRASE.search(_unquoted(sentence)):
        yield "insult", sentence.span(phrase)


def _threatened(sentence: Sentence) -> Iterator[tuple[str, tuple[int, int]]]:
    words = _unquoted(sentence)
    if (threat := _THREAT.search(words)) and not _HYPERBOLE.search(words):
        yield "threat", sentence.span(threat)


def _unquoted(sentence: Sentence) -> str:
    return _QUOTED.sub(lambda quote: " " * len(quote.group()), sentence.text)


DETECTOR = Detector(ENTITY, find)
