"""Looks for a birthday of one's own without the year: with a name and a town it is half of an identity check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.context import leads_to, word_set
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.reading import read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY = "birthday"

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:christmas|new year'?s|"
    r"boxing|valentine'?s) (?:day|eve))\b"
)
_BIRTHDAY = r"(?:birthday|bday|b-day|burthday|birfday)"
_AGE = r"(?:1[3-9]|[2-9]\d|10\d)"
_AGE_WORD = (
    r"(?:eighteen|twenty(?:[ -]\w+)?|thirty(?:[ -]\w+)?|forty(?:[ -]\w+)?|fifty(?:[ -]\w+)?|sixty(?:"
    r"[ -]\w+)?|seventy|eighty)"
)
_TODAY = (
    "(?:today|the day|tomorrow|the morra|the morn|tonight|at midnight|next week|this week(?:end)?|on (?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day|(?:on|in) (?:the )?\w+)"
)

_OWN = Caseless(
    rf"\b(?:(?:it'?s |it is )?(?:my|ma|mah) (?:\w+ )?(?:\d{{2}}(?:st|nd|rd|th) )?{_BIRTHDAY}(?! (?:wishes|gift to|"
    f"present to|card to))(?: (?:the day|the morra|today|tomorrow|on {_DAY}|is (?:on )?{_DAY}))?"
    r"|fy mhen-?blwydd\b"
    rf"|happy (?:\w+ )?{_BIRTHDAY} (?:to me|tae me)|i'?ll be {_AGE} (?:on|tomorrow|next|in|this)\b|{_BIRTHDAY} "
    f"(?:girl|boy|lad|lass) (?:(?:over |right )?here|reporting|me|alert|checking in|speaking|coming through)|(?:it'?s|"
    f"it is|happy|celebrating) (?:my|ma) (?:big )?{_AGE}(?:st|"
    rf"nd|rd|th)(?: today| tomorrow| the morra| the day)?\b|happy {_AGE}(?:st|nd|rd|th) (?:to|tae) me"
    rf"|(?:my|ma) (?:big )?{_AGE}(?:st|nd|rd|th) (?:today|the day|tomorrow|the morra|the morn|this|next|on|is|drinks|"
    r"party|bash|do)\b"
    rf"|(?:on|for) (?:my|their|ma) (?:18|21|30|40|50|60|70|80)(?:st|th)\b|(?:on|for) my {_AGE}(?:st|nd|rd|th)\b)"
)
_GOES_ON = (  # after an age: not "30 chairs" or "180 degrees"
    r"[^\w\s%]|$|(?:today|tomorrow|yesterday|last|the|on|in|this|next|and|but|so|soon|at|with|is|was|made|has|means|"
    r"feels|again|when|if|"
    r"cause|because|i)\b"
)
_TURNING = Caseless(
    rf"\b(?:i'?m|i am|i|am|(?:pov|when|tfw):? you'?re|officially|just)(?: \w+)? (?:turn(?:s|ed|ing)? )?(?:{_AGE}|"
    rf"{_AGE_WORD}) (?:years old )?(?:today|the day|tomorrow|the morra|tonight|at midnight)\b"
    rf"|(?:^turn(?:ed|ing)?|\b(?:i|i'?m|just|officially|me|i'?ve|about to|gonna)(?: \w+)? turn(?:ed|ing|s)?) "
    rf"(?:the big )?(?:{_AGE}|{_AGE_WORD})\b(?=\s*(?:{_GOES_ON}))"
    rf"|\b(?:the |ma |my )?big (?:{_AGE}\b(?!%| ?(?:day|match|game))|[3-9]-(?:0|oh?)\b|(?:three|four|five|six|seven|"
    r"eight|nine)[ -](?:oh?|zero)\b|(?:thirty|forty|fifty|sixty|seventy)\b)"
    rf"|\b{_AGE} years (?:young|auld|old) (?:today|the day|tomorrow|the morra)\b"
)
_AGE_TODAY = Caseless(
    rf"(?:^|(?<=[.!?\n] ))(?:officially )?(?:a pensioner: ?)?{_AGE} (?:again )?(?:today|the day)"
    r"(?=\s*(?:[.!\n🎂🎉🥳🎈🍰🎁]|$))|"
    rf"\bofficially (?:\w+ ?\w*: )?{_AGE}(?: today| the day|(?=\s*(?:[.!,]|$)))|\bwho'?s {_AGE} (?:today|tomorrow)\b"
    rf"|\b(?:celebrat\w+|planning|dreading) (?:my|ma) (?:big )?{_AGE}(?:st|nd|rd|th)\b"
)
_REACHED = Caseless(  # an age said as one's own, or thanks for the day itself
    rf"(?:\b(?:i'?m|i am|i'?ll be|i wull be|am|ahm|a'?m) (?:{_AGE}|{_AGE_WORD}) (?:on (?:mon|tues|wednes|thurs|"
    rf"fri|satur|sun)day|"
    r"(?:next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"next (?:week|month)|this (?:week|weekend|month)|the (?:day|morra|morn)|tomorrow|the-day)\b"
    rf"|(?:^|(?<=[.!?\n] ))(?:{_AGE}(?:st|nd|rd|th)?|{_AGE_WORD}) (?:years old |birthday )?(?:today|the day|tomorrow|"
    rf"the morra)(?=,? (?:and|but|wi|with|aye|how|can|my|ma|so)\b)(?! years)"
    rf"(?=.{{0,40}}\b(?:i|i'?m|my|ma|me|feel\w*|old|auld|still|grown|wiser|bus pass|counting)\b)"
    rf"|\b(?:another|one more|\d\d) (?:trips?|laps?|journeys?|orbits?|spins?|circuits?) (?:round|around|"
    rf"roond) the sun\b"
    rf"|\b(?:thanks?|thank you|ta|cheers|touched|overwhelmed|grateful)\b[^.!?\n]{{0,30}}\b{_BIRTHDAY} (?:wishes|"
    rf"messages|cards?|love|greetings)\b"
    rf"|\bi was {_AGE} (?:yesterday|(?:on |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?:days?|sleeps?|"
    rf"weeks?|hours?) "
    rf"(?:till?|until) (?:i'?m|i am|i turn) (?:{_AGE}|{_AGE_WORD})\b|\bwish me (?:a )?happy {_BIRTHDAY}"
    rf"|\b(?:today|the day),? (?:i'?m|i am|i turn(?:ed)?|ah'?m) (?:{_AGE}|{_AGE_WORD})(?=\s*(?:[.,!;\n🎂🎉🥳🎈]|$|"
    rf"and (?:my|ma|i|still|feel)\b))"
    rf"|(?:^|(?<=[.!?\n] )){_AGE} and (?!sunny|rainy|cloudy|raining|warm|humid|windy)\w+ as of (?:midnight|today|"
    rf"this morning)\b"
    rf"|\b(?:officially|finally|now) (?:{_AGE}|{_AGE_WORD}) (?:as of|since) (?:midnight|today|this (?:morning|"
    rf"afternoon|evening)|noon|about \d|\d{{1,2}}(?:[.:]\d\d)?(?: ?[ap]m)? (?:this|today|tonight|in the morning))"
    rf"|\bcelebrating {_AGE} years (?:on|of) (?:this planet|this earth|being alive|life|me)\b"
    rf"|(?:^|(?<=[.!?\n] )){_AGE_WORD} (?:today|the day|tomorrow|the morra|at midnight)\b(?!.{{0,12}}\b(?:degrees|"
    rf"years ago))"
    r"|\b(?:officially|now|finally|just|i'?m|i am|am) (?:in|into|entered|entering|hit) (?:my|ma) (?:twenties|thirties|"
    r"forties|fifties|sixties|seventies|eighties|nineties|(?:2|3|4|5|6|7|8|9)0'?s)\b(?=.{0,30}\b(?:today|morning|now|"
    r"tomorrow|officially|as of)\b)|\bofficially in (?:my|ma) \w+ies\b"
    rf"|\b(?:i'?m|im|i am|am) an? (?:wee )?(?:{_MONTH}|leap (?:year|day)|christmas|valentine'?s?|new year'?s?|"
    rf"halloween) "
    r"(?:baby|bairn|birthday)\b"
    r"|\b(?:officially|now|finally) an? (?:pensioner|oap|teenager|adult|quadragenarian|quinquagenarian|"
    r"sexagenarian|septuagenarian)\b)"
)
_HAD_ONE = Caseless(
    rf"\b(?:i|i'?ve|we)? ?had (?:the|an?|my|ma) (?:\w+ ){{0,2}}{_BIRTHDAY}\b(?! (?:cake|card|present|party for))"
    r"|(?:^|(?<=[.!?\n] ))(?:and |officially )?(?:another|one|a) year (?:older|aulder)\b"
)
_BORN = Caseless(
    rf"(?:\b(?:i|ah|a) (?:was|wis) |(?<!was )(?<!were )(?<!is )(?<!wis )\b)born (?:on|oan) (?:the )?{_DAY}"
    r"(?!,? ?(?:of )?\d{4})"
)
_PARTY = Caseless(
    rf"\b{_BIRTHDAY} (?:drinks|night out|do|plans|meal|dinner|lunch|tea|brunch|weekend|week|trip|treat|pints)\b"
)
_WHEN_IT_IS = Caseless(
    rf"\b{_BIRTHDAY}(?:'?s)? (?:is )?(?:on|oan) (?:the |{_MONTH} |{_DAY})?\d?|(?:^|(?<=[.!?\n] )){_BIRTHDAY} "
    r"(?:today|tomorrow|the morra|the day|next week|this week)\b"
)
_BEST_YET = Caseless(
    rf"\b(?:best|worst|quietest|loveliest|nicest|strangest|weirdest|happiest) {_BIRTHDAY} "
    r"(?:yet|ever|in (?:\w+ )?(?:years|ages)|of (?:my|ma) life|so far|i'?ve (?:ever )?had|since)\b"
)
_OF_KIN = Caseless(  # a child's is no less worth: "wee one's birthday the 3rd of May, she'll be 6"
    r"\b(?:my|our|ma|oor|wur|wee) (?:wee |big |eldest |youngest |twin |own )*(?:daughter|son|boy|girl|lad|lass|wean|"
    r"bairn|kid|one|yin|man|husband|wife|hubby|partner|mum|mam|maw|dad|da|gran|nan|granda|grandad|brother|sister|twins|"
    r"niece|nephew|(?<=wee )[a-z]+|"
    rf"grand(?:son|daughter|wean))(?:'s|s'?)? (?:\d{{1,3}}(?:st|nd|rd|th) )?{_BIRTHDAY}(?:'s| is)?(?: on|"
    rf" oan)?,? (?:the )?{_DAY}"
)
_NOT_A_BIRTHDAY = Pattern(
    r"\b(?:scored|ran|run|did|done|finished|completed|won|hit|reached|read|watched|made|"
    "visited|played|bagged|climbed) $",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = Pattern(
    r"(?:\w'?s|\byour|\bhis|\bher|\btheir|\bhappy|\bfor \w+|@\w+) (?:\d{1,3}(?:st|nd|rd|th) )?$", re.IGNORECASE
)
_BORN_OTHER = Pattern(
    r"\b(?:he|she|who|they|burns|baby|calf|poet|king|queen|lion|lamb|kitten|puppy|daughter|son|were|[A-Z][a-z]+ "
    "[A-Z][a-z]+)(?: was)? $"
)
_WISHED = Pattern(  # … or another's: "have the best birthday ever", "gave her the best birthday"
    r"\b(?:have|having|hope|hopes|hoping|wish|wishing|deserves?|he|she|they|gave|give|son|daughter|\w+'s|his|her|"
    r"their|your)\b[^.!?\n]{0,20}$",
    re.IGNORECASE,
)
_ORDINALS = frozenset(f"{age}{end}" for age in range(13, 110) for end in ("st", "nd", "rd", "th"))
_WORDS = (
    word_set(
        "birthday birthdays bday b burthday birfday born turn turned turning turns officially finally big today "
        "tomorrow tonight midnight morra morn pensioner oap teenager adult sun i'll day older aulder "
        "monday tuesday wednesday thursday friday saturday sunday yesterday baby bairn mhenblwydd mhen"
    )
    | _ORDINALS
)
_SPANS_OF_LIFE = word_set("twenties thirties forties fifties sixties seventies eighties nineties baby bairn")
_AGES = word_set(
    "eighteen twenty thirty forty fifty sixty seventy eighty three four five six seven eight nine"
) | frozenset(str(age) for age in (*range(3, 10), *range(13, 110)))
_BIRTHDAYS = word_set("birthday birthdays bday b burthday birfday")
_COME_OF_AGE = word_set("pensioner oap teenager adult quadragenarian quinquagenarian sexagenarian septuagenarian sun")
_OF_ONES_OWN = (  # each with the words without which it cannot match
    (
        _BIRTHDAYS | _ORDINALS | {"i'll", "ill", "mhenblwydd", "mhen"},
        _OWN,
        _NOT_A_BIRTHDAY,
        "speaks of a birthday of one's own",
    ),
    (_AGES, _TURNING, None, "says an age that is reached now"),
    (_AGES | _ORDINALS, _AGE_TODAY, None, "says an age that is reached now"),
    (
        _AGES | _ORDINALS | _BIRTHDAYS | _COME_OF_AGE | _SPANS_OF_LIFE,
        _REACHED,
        _NOT_A_BIRTHDAY,
        "says an age that is reached now",
    ),
    (_BIRTHDAYS | {"older", "aulder"}, _HAD_ONE, None, "speaks of a birthday of one's own"),
    (word_set("born"), _BORN, _BORN_OTHER, "a day of birth without the year"),
    (_BIRTHDAYS, _OF_KIN, None, "says when a birthday in the family is"),
    (_BIRTHDAYS, _PARTY, _SOMEBODY_ELSE, "a birthday that is celebrated"),
    (_BIRTHDAYS, _BEST_YET, _WISHED, "a birthday that is celebrated"),
    (_BIRTHDAYS, _WHEN_IT_IS, _SOMEBODY_ELSE, "says when a birthday is"),
)
_SCREENS = {pattern: Screen((pattern,)) for _, pattern, *_ in _OF_ONES_OWN}


def find(text: str) -> Iterator[Detection]:
    reading = read(text)
    for words, pattern, somebody_else, evidence in _OF_ONES_OWN:
        screen = _SCREENS[pattern]
        for sentence in reading.with_any(_WORDS, words):
            for match in pattern.finditer(sentence.text) if screen.of(sentence.words) else ():
                if not (somebody_else and leads_to(sentence.text, match.start(), somebody_else, 40)):
                    yield Detection(ENTITY, *sentence.span(match), 0.7, evidence)


DETECTOR = Detector(
    ENTITY, find, reach=NEARBY, needs=Needs(words=frozenset().union(*(words for words, *_ in _OF_ONES_OWN)))
)
