"""Is a birth told of somebody publicly known, and not of a living person tied to the writer or to their work?"""

from __future__ import annotations

import re

from companion.detectors.caseless import Caseless
from companion.detectors.named_person_words import ROLE
from companion.detectors.pattern import Pattern

REACH = 160  # characters looked at on either side of the date

_LIVED_LONG_AGO = 1936  # born before: whoever is told of by the full name, with no tie to the writer, is of history
_GROWN_UP = 2005  # nobody born later is publicly known enough for the day of birth to be

_FULL = r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]*|de|la|le|van|von|der|bin|al|of))*? [A-Z][\w'’-]+"
_TITLED = (
    r"(?:Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|President|Pope|Emperor|Empress|Tsar|Saint|Chancellor|Senator|"
    r"Prime Minister|First Minister|General|Admiral|Cardinal|Chairman) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
)
_TOLD_BEFORE = Pattern(  # "Yuri Gagarin was born on", "Sean Connery (born", "Ewan McGregor, the actor, was born on"
    rf"(?:{_FULL}|{_TITLED})(?:(?:,[^,.!?\n]{{1,40}},)? (?:was|were)(?: also)? born\b|"
    r",? \(?(?:born|b\.)|,? \([^()\n]{0,30}\bborn"
    r"|['’]s (?:date of birth|birth ?date|birthday))[^.!?\n]{0,45}$"
)
# "Born on 9 March 1934 in Klushino, Yuri Gagarin was"; "14 March 1879: Albert Einstein was born"
_TOLD_AFTER = Pattern(
    rf"(?:[^.,:!?\n]{{0,40}}[,:] (?:(?:the|a) )?(?:[a-z]+ ){{0,3}}|,? )(?:{_FULL}|{_TITLED})(?: [a-z]+|,)"
)
_ASKED = Pattern(r"\b(?:which|what|who)\b[^.!?\n]{0,30} (?:was|were) born[^.!?\n]{0,10}$", re.IGNORECASE)  # in a quiz
_NAME_AT_BIRTH = Pattern(r"\bborn [A-Z][\w'’-]+ [A-Z][\w'’-]+\b")
_TITLED_ONE = Pattern(rf"\b{_TITLED}")
_TIED = Caseless(
    r"\b(?:i|i'm|i've|me|my|mine|we|we're|us|our|ours|oor|ma|your|mr|mrs|ms|miss|"
    rf"{ROLE.replace(chr(92) + ' ', ' ')}|"
    r"neighbours?|colleagues?|mates?|pals?|husband|wife|partner|gran|granny|grandad|grandpa|grandma|nana|nan|papa|"
    r"mum|mam|dad|uncle|auntie?|cousin|brother|sister|son|daughter|baby|bairn|wean|nephew|niece|twins?|"
    r"classmate|student|employee|case|file|record|account|complaint|tenancy|repairs?|arrears|appointment|referral|"
    r"missing|last seen|wanted|welcome to the world|weigh(?:ing|ed)|\d ?lbs?|\d ?oz|lives? (?:at|in|on|next)|"
    r"nhs number|chi|national insurance|dob)\b",
)
_KNOWN_FOR = Caseless(
    r"\b(?:on this day|onthisday|otd|did you know|trivia|quiz|wikipedia|would have been|would have turned|blue plaque|"
    r"act(?:or|ress)|singer|songwriter|musician|composer|guitarist|drummer|frontman|rapper|comedian|entertainer|"
    r"broadcaster|presenter|author|novelist|poet|playwright|painter|sculptor|artist|architect|inventor|scientist|"
    r"physicist|chemist|mathematician|philosopher|economist|astronaut|cosmonaut|explorer|footballer|golfer|boxer|"
    r"cricketer|racing driver|tennis player|snooker player|athlete|striker|goalkeeper|olympi(?:c|an)s?|world cup|"
    r"grand prix|grand slam|wimbledon|gold medal(?:list)?|president|prime minister|first minister|politician|"
    r"statesman|monarch|sovereign|royal|nobel|oscars?|bafta|grammy|films?|movies?|albums?|novels?|number one|"
    r"hit single|became the first|first (?:man|woman|person|scot) (?:in|on|to)|legend|icon|star of|starred|biography|"
    r"born this day)\b",
)


def is_public_figure(text: str, start: int, end: int, year: int | None) -> bool:
    """Is the birth on the date at start…end told of a public figure? `year`: of the date, where it is in figures.

    By the full name or a title, without a word that ties the person to the writer, and either very long ago or beside
    what the person is known for. "Jean Forsyth, born 9 March 1944, has been a tenant" is not.
    """
    if year is None or year > _GROWN_UP:
        return False
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    before_it = before[before.rfind("\n") + 1 :]
    told = _TOLD_BEFORE.search(before_it) or _TOLD_AFTER.match(after)
    if not told and not _ASKED.search(before_it):
        return False
    if _TIED.search(before_it) or _TIED.search(after.partition("\n")[0]):
        return False
    known = _KNOWN_FOR.search(before) or _KNOWN_FOR.search(after)
    if not told:
        return bool(known)
    named = _TITLED_ONE.search(told.group()) or _NAME_AT_BIRTH.search(told.group())
    return year <= _LIVED_LONG_AGO or bool(known) or bool(named)
