"""Looks for dates of birth: a full date beside a word for being born. A date alone, or without a year, is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.public_figures import is_public_figure
from companion.detectors.signs import Signs
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "date-of-birth"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19[1-9]\d|20[0-3]\d)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    r"fourteenth|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty[- ](?:first|second|third|"
    r"fourth|fifth|sixth|"
    r"seventh|eighth|ninth)|thirty[- ]first)"
)
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR_IN_WORDS = (
    rf"(?:nineteen[- ](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]{_UNITS})?|(?:oh|"
    rf"o)[- ]{_UNITS}|"
    rf"ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)|"
    rf"two thousand(?: and)?(?:[- ](?:{_UNITS}|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen))?|twenty[- ](?:ten|eleven|twelve|(?:thir|four|fif|six|"
    r"seven|eigh|nine)teen))"
)
_DATE = Pattern(
    r"(?<![\w/.,:£$-])(?:"
    rf"{_DAY}[ ]?(?P<between>[/.-])[ ]?(?:0?[1-9]|1[0-2])[ ]?(?P=between)[ ]?(?:{_YEAR}|"
    rf"'?\d{{2}})"  # 3/4/85, 03.04.1985
    rf"|{_DAY}(?:st|nd|rd|th)[ ]of[ ]the[ ](?:0?[1-9]|1[0-2])(?:st|nd|rd|th),?[ ](?:{_YEAR}|"
    rf"'?\d{{2}})"  # 3rd of the 4th, 1987
    rf"|(?:{_YEAR}|'\d\d),?[ ]on[ ](?:the )?{_DAY}(?:st|nd|rd|th)?[ ](?:of )?{_MONTH}"  # in '87 on 3 April
    rf"|{_YEAR}[-/.](?:0[1-9]|1[0-2])[-/.]{_DAY}"  # 1985-04-03
    rf"|(?:the )?{_DAY}(?:st|nd|rd|th)?[ ](?:of |o' ?|o )?{_MONTH}\.?,?[ ](?:{_YEAR}|'\d{{2}}|"
    rf"{_YEAR_IN_WORDS})"  # 3rd of April 1985
    rf"|{_DAY}[-/]{_MONTH}[-/](?:{_YEAR}|\d\d)|{_YEAR}[ ]{_MONTH}[ ]{_DAY}"  # 04-Apr-91, 1985 June 4
    rf"|(?:Christmas|Boxing|New Year'?s|Valentine'?s|St Andrew'?s)[ ](?:Day|Eve),?[ ]{_YEAR}"
    rf"|{_MONTH}\.?[ ]{_DAY}(?:st|nd|rd|th)?,?[ ]{_YEAR}"  # April 3, 1985
    rf"|(?:the )?{_ORDINAL}[ ](?:of |o' ?|o )?{_MONTH},?[ ](?:{_YEAR}|{_YEAR_IN_WORDS})"  # the third of April …
    r")(?![\w/-]|[.:,]\d)",
    re.IGNORECASE,
)
_YEARS = Figure(
    rf"(?:{_YEAR}|\d\d(?:(?<=[/.'-]\d\d)|(?<=[/.-][ ']\d\d)|(?<=[/.-][ ]'\d\d)))(?!\d)"
)  # what every date in figures has
_A_YEAR_IN_WORDS = Pattern(_YEAR_IN_WORDS, re.IGNORECASE)
_YEARS_IN_WORDS = Signs(("nineteen", "two thousand", "twenty"))
_DATE_OF_BIRTH = Signs(("dob", "d.o.b", "date of birth", "born"))

_SAID_OUTRIGHT = Pattern(
    r"(?:\b(?:d\.?o\.?b\.?|date of birth|birth ?date|"
    r"born|(?-i:b(?=\.)))\b[^\w\n]{0,5}(?:(?:is|was|on|the|in)\b[^\w\n]{0,3}){0,3}|"
    r"\b(?:I'm|im|I am|am)[ ](?:an? )?|\bbirthday(?:'s| is|:)?[ ]|"
    r"\b(?:(?:mum|mam|maw|mother|dad|da|father|gran|nan|nana|granda|grandad|sister|brother|wife|husband|hubby|partner|"
    r"son|daughter)'?s|my|ma) \d{2,3}(?:st|nd|rd|th)[^\w\n]{1,6}|\b\d{2}[ ](?:the day|today)\b[^\w\n]{0,4}|"
    r"\U0001f382[ ]?|"
    r"(?-i:\b(?!The )[A-Z][\w'’-]+ Maternity)(?: (?:Hospital|Unit|Wing|Ward|Pavilion|"
    r"Home))?[,.:;]?[ ](?:on )?(?:the )?)$",
    re.IGNORECASE,
)
_RUN_TOGETHER = Pattern(  # "DOB 120790"
    rf"\b(?:d\.?o\.?b\.?|date of birth)\b[ ]?(?:is|was|:|-|=|->)?[ ]{{0,2}}(?P<date>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|"
    rf"1[0-2])"
    rf"(?:{_YEAR}|\d\d))(?!\w)",
    re.IGNORECASE,
)
_SHORT_YEAR = Pattern(  # "DOB: 9 Nov 82"
    rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[ ]?(?:is|was|:|-|=|->)?[ ]{{0,2}}(?P<date>(?:the )?{_DAY}"
    rf"(?:st|nd|rd|th)?[ ](?:of )?{_MONTH}\.?,?[ ][3-9]\d)(?!\w|[.,:/-]\d|[ ](?:hours|minutes|weeks|days|miles|people|"
    rf"years)\b)",
    re.IGNORECASE,
)
_TOLD_AFTER = Pattern(  # "he asks my date of birth out loud. Now everyone knows it's 19 July 77"
    rf"\b(?:d\.?o\.?b\.?|date of birth|birth ?date)\b[^\n\d]{{1,90}}?\b(?:it'?s|its|it is|it was|"
    rf"it wis)[ ](?P<date>(?:the )?{_DAY}(?:st|nd|rd|th)?[ ](?:of )?{_MONTH}\.?,?[ ](?:{_YEAR}|[3-9]\d|0\d))(?!\w|"
    rf"[.,:/-]\d)",
    re.IGNORECASE,
)
_SAID_LATER = (_RUN_TOGETHER, _SHORT_YEAR, _TOLD_AFTER)
_VINTAGE = Pattern(r"^[^.\n]{0,12}\b(?:vintage|baby\b|bairn)", re.IGNORECASE)

# Dates of things, or of people long known to everybody.
_NOT_A_PERSON = Pattern(
    r"(?:\b(?:unix|founded|opened|launched|established|anniversary|formed|built|published|passed|enacted|"
    r"signed|released|"
    r"came out|came into force|premiered|aired|debuted|began|started|happened|"
    r"expir(?:es|ed|y)|deadline|due|closes?|closing|on this day|otd|onthisday|would have been|died|d\.|lost|"
    r"since(?![^.!?\n]*\b(?i:born|dob|date of birth)\b))\b"  # "new here since May! Sana, born …"
    r"[^.!?\n]{0,40}|\b[A-Z][\w-]+ [A-Z][\w-]+'s birthday,? (?:is |was |on )*)$",
)
_BORN_OF_A_THING = Pattern(  # "the NHS was born on 5 July 1948"; a baby is born, too
    r"\b(?:the|an?|this)[ ](?!(?:\w+[ ]){0,2}(?:baby|boy|girl|man|woman|son|daughter|bairn|wean|twins?|child|kid|lad|"
    r"lass|one|grand\w+|nephew|niece|cousin|brother|sister|tenant|patient)\b)"
    r"(?:(?!(?:i|he|she|we|they|who)[ ])\w+[ ]){1,3}(?:was|were|is)[ ]born\b[^.!?\n]{0,25}$",
    re.IGNORECASE,
)
_FOUR_DIGITS = Pattern(r"(?<!\d)[12]\d{3}(?!\d)")
_EPOCH = Pattern(r"1970-01-01|0?1[/.-]0?1[/.-](?:19)?70")

_CUES = (
    "born", "dob", "d.o.b", "date of birth", "birthday", "birth date", "birthdate", "bday", "b'day", "my birth",
    "was birthed", "this world", "birth", "star sign", "horoscope", "came into the world", "entered the world",
    "my entrance",
)  # fmt: skip


def _is_of_a_figure(text: str, start: int, end: int) -> bool:
    """Is it told of somebody publicly known, or with the name of birth beside the one of fame?"""
    year = _FOUR_DIGITS.search(text, start, end)
    return is_public_figure(text, start, end, int(year.group()) if year else None)


def find(text: str) -> Iterator[Detection]:
    near = (*windows(text, _YEARS, 48, 14), *_YEARS_IN_WORDS.around(text, 60, 40, _A_YEAR_IN_WORDS))
    for match in (date for start, end in near for date in _DATE.finditer(text, start, end)):
        before = text[max(0, match.start() - 60) : match.start()]
        if (
            _is_of_a_figure(text, *match.span())
            or _NOT_A_PERSON.search(before)
            or _BORN_OF_A_THING.search(before)
            or _EPOCH.fullmatch(match.group())
        ):
            continue
        outright = _SAID_OUTRIGHT.search(before) or _VINTAGE.match(text, match.end(), match.end() + 30)
        score, evidence = (0.9, "a full date, said to be of a birth") if outright else (0.2, "a full date")
        yield Detection(ENTITY, *match.span(), score, evidence)
    for start, end in _DATE_OF_BIRTH.around(text, 1, 130):
        for match in (date for pattern in _SAID_LATER for date in pattern.finditer(text, start, end)):
            yield Detection(ENTITY, *match.span("date"), 0.9, "a full date, said to be of a birth")


DETECTOR = Detector(
    ENTITY, find, threshold=0.5, cues=_CUES, lift=0.4, reach=NEARBY, needs=Needs(signs=_YEARS_IN_WORDS, digits=2)
)
