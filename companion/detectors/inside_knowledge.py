"""Finds what only somebody inside can know: a paper in hand, a choice made, or word from above, and that it is to come.

Three things must meet in a sentence and its neighbours: how the writer knows, a matter of an organisation, and a sign
that others are yet to learn it. "I wrote the report we published today" is silent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from companion.detectors.caseless import Caseless
from companion.detectors.phrases import phrases, word_set
from companion.detectors.reading import Sentence
from companion.detectors.screen import Screen

ANCHORS: Final = word_set("unpublished.inside")

_PAPER: Final = (
    r"(?:submission|briefing|(?:board |committee |cabinet )?papers?|minutes|list|grades|ratings|budget|letters?|plans?|"
    r"spreadsheet|drafts?|slides|e-?mails?(?: chain)?|figures|short-?list|tenders?|scores|accounts|returns?|files?|"
    r"statement|announcement|press release|lines to take|speech|decision|findings|verdict|FOI|report|cuts|savings|"
    r"options)"
)
_HANDLED: Final = (  # as those do who work on it
    r"(?:wrote|written|typed|drafted|printed|photocopied|proof-?read|redacted|minuted|uploaded|scanned|shredded|"
    r"collated|formatted|edited|signed|countersigned)"
)
_HANDLING: Final = (
    r"(?:writing|typing|drafting|printing|photocopying|proof-?reading|redacting|minuting|uploading|scanning|shredding|"
    r"collating|formatting|editing|signing)"
)
_INSIDE_PAPER: Final = (  # nobody outside reads it
    r"(?:next (?:year|month|week)'s|the (?:board|draft|internal|smt|cabinet|minister's|chair's|short-?list|fee|pay|"
    r"grades|ratings|scores|tender))"
)
_IN_HAND: Final = Caseless(
    rf"\b(?:(?:i|we|ah)(?:'ve| have| had)? (?:just |only |already )?)?{_HANDLED}(?: up| off| up the|"
    rf" off the)?(?: [\w']+){{0,4}}? {_PAPER}\b(?! (?:to|tae|for|of complaint)\b)"
    rf"|\b(?:spent|been|busy|stuck|day of|night of)\b(?: \w+){{0,4}}? {_HANDLING}(?: [\w']+){{0,4}}? {_PAPER}\b"
    rf"|\b(?:i|we|ah)(?:'ve| have)? ?(?:was|were|been|got) (?:copied|cc'?d|sent|given|shown|forwarded)(?: in| into|"
    rf" in on| intae)?(?: [\w']+){{0,4}}? {_PAPER}\b|\b{_PAPER} (?:that |which )?(?:i|we|ah)(?:'ve| have)? ?(?:was|"
    rf"were|been|got) (?:copied|sent|given|shown|forwarded)\b|\b(?:saw|seen|read|"
    rf"found) {_INSIDE_PAPER}(?: [\w']+){{0,4}}? ?(?:{_PAPER}|table)?\b(?=[^.!?\n]{{0,80}}\b(?:photocopier|printer|"
    rf"scanner|desk|bin|wrong (?:e-?mail|chain|inbox)|"
    r"shared drive|by (?:accident|mistake)|before|early|on the train)\b)"
)
_ON_THE_PANEL: Final = Caseless(
    r"\b(?:on|sat on|been on|chaired|chairing) (?:the|an?) (?:sift|interview|appointments?|recruitment|selection|"
    r"scoring|evaluation|shortlisting|assessment|tender) (?:panel|board|committee)\b"
)
_CHOSEN: Final = Caseless(
    r"\bthe (?:board|committee|panel|exec|trustees|directors) (?:split|voted|tied|rowed|fought|fell out)(?: \d+ ?(?:-|"
    r"–|to) ?\d+)?(?: [\w']+){0,3}? (?:on|over|against|for|about) (?:the )?(?:\w+ )?(?:mergers?|transfers?|closures?|"
    r"cuts|budget|sale|bid|chief exec\w*|chair)\b|\b(?:we|my team|my lot|our (?:board|team|panel|chair|director|boss|"
    r"ceo|chief exec\w*|lot))(?:'ve|'re|'s)?(?: (?:have|has|are|is|just|now|finally|all|only))* (?:picked|chosen|"
    r"selected|scored|finished scoring|scoring|ranked|shortlisted|minded (?:to|no to|not to)|agreed|decided|refused|"
    r"refusing|turned down|knocked back|signed off|voted)(?: [\w']+){0,6}? (?:firms?|bids?|bidders?|"
    r"tenders?|contracts?|suppliers?|contractors?|candidates?|chief exec\w*|ceo|chair|transfers?|mergers?|"
    r"applications?|registrations?|grants?|funding|inquir(?:y|ies)|landlords?|associations?|budgets?|cuts|closures?)\b"
)
_FROM_ABOVE: Final = Caseless(
    r"\b(?:we|i|staff|everyone|they) (?:all |only |just )?(?:found out|were told|was told|heard|got told|learned|"
    r"learnt|been told)(?: (?:it|this|about it|that))? (?:in|on|by|at|over|via|fae|from) (?:an?|the|this morning's|"
    r"today's) (?:\w+ )?(?:teams|zoom|all[- ]hands|e-?mail|call|meeting|text|whatsapp|town hall|huddle|briefing|"
    r"webinar)\b|\b(?:our|my|the) (?:chair|director|boss|manager|line manager|gaffer|chief exec\w*|ceo|"
    r"head of [\w' ]{2,20}?|minister|permanent secretary|spad)(?: has| have|'s| just)* (?:told|telt|briefed|warned|"
    r"confirmed to|admitted to|let slip to) (?:us|me|the (?:\w+ )?(?:team|office|staff)|(?:my|our) team|staff|everyone|"
    r"everybody|a few of us)\b"
)
_IN_THE_MAKING: Final = Caseless(  # tells all by itself
    r"\b(?:HR|management|the board|SMT|finance|the exec|leadership)(?:'ve|'re|'s)? ?(?:have|has|are|is)? ?(?:just |"
    r"already |now )?(?:started|drawn up|drawing up|working on|made|making|writing|circulated|circulating|"
    r"sent round)(?: up)? (?:the |a |an )?(?:\w+ )?(?:list|plan|paper|letters?|spreadsheet) (?:of|for|on|"
    r"about) (?:who(?:'s| is)(?: at risk| going| out| for the chop)|"
    r"redundanc\w+|(?:\w+ )?cuts|closures?|job losses|severance|jobs? at risk|posts at risk)\b"
)
_LOSES: Final = Caseless(  # what one tells a team in confidence
    r"\b(?:clos(?:ing|ure|es?|ed)|shut(?:ting|s)?|cuts?|leaving|leaves|away|resign\w*|retir\w+|los(?:ing|es?)|merg\w+|"
    r"mov(?:ing|es)|redundan\w*|sack\w*|frozen|axed|scrapp\w*|at risk|restructur\w*|posts|jobs|out by|going under)\b"
)
_SMALL_TALK: Final = Caseless(  # and what a street, a parish or a club does for itself
    r"\b(?:early|snow\w*|weather|jumpers?|christmas (?:party|lunch|do|night)|fire drill|heating|quiz|cake|lunch is|"
    r"biscuits?|kettle|parking|desk fan|pizza|pub|karaoke|football|film|show|dissertation|essay|thesis|cv|novel|"
    r"assignment|exam|homework|band|fantasy|curtains|wean|weans|kids|agm|gala(?: day)?|f[eê]te|fair|choir|church|kirk|"
    r"parish|community council|parent council|pta|allotments?|scouts?|guides|brownies|bowling|gym|(?:football|rugby|"
    r"golf|camera|book|youth|running) club|village hall|coffee morning|raffle|fundraiser|marathon|employee of the|"
    r"tickets?|come along|all welcome|everyone welcome|hmrc|tax return|self[- ]assessment|petition|"
    r"(?:my|our|your) (?:mp|msp|councillor)|good news|hiring|recruiting|public meeting)\b"
)
_TO_COME: Final = Caseless(
    r"\b(?:let'?s (?:just )?say|won'?t (?:believe|like|be (?:happy|pleased|pretty))|wouldn'?t believe|(?:not|no|isnae|"
    r"isn't|nae) (?:be )?pretty|sit doon|sit down|brace|buckle up|hold on(?:to)?|wait (?:till?|until)|never guess|"
    r"spoilers?|watch this space|mak(?:e|es|ing) (?:me|ye|you) (?:choke|greet|cry|gasp)|made me (?:choke|greet|cry|"
    r"gasp)|shocks?|shocking|surprises?|grim|dynamite|explosive|oh my (?:days|god)|omg|jaw|applied|"
    r"it'?ll (?:all )?come (?:out|oot)|photocopier|printer|by (?:accident|mistake)|"
    r"wrong (?:e-?mail|chain|inbox)|(?:not|no|never|n't|nae) (?:yet )?(?:been )?(?:told|telt|announced|public|"
    r"published|advertised|advert)|no advert yet|(?:don'?t|doesn'?t|dinnae|disnae) (?:know|ken)|with legal|"
    r"letters?'?s? (?:is|are|go\w*|with)|came (?:last|top|first))\b"
)
_DATED: Final = Caseless(  # alone it says no more than that something happens
    r"\b(?:by (?:summer|spring|easter|christmas|autumn|winter|the end of)|next (?:week|month|year|spring|summer|autumn|"
    r"quarter)|in (?:the (?:spring|summer|autumn|new year)|january|february|march|april|june|july|august|september|"
    r"october|november|december)|tomorrow|the morn|on (?:mon|tues|wednes|thurs|fri)day)\b"
)
_OUT: Final = Caseless(
    r"\b(?:published|publishing|publish|(?<!found )(?<!find )out (?:now|today|on)|available|on our (?:web ?)?site|"
    r"links?|below|read it|have a read|launched|live now|laid (?:before|in)|consultation|annual report|as announced|"
    r"pre-announced|press release today|webinar|blog)\b|https?:"
)
_MATTER: Final = phrases("matters.txt")
_KNOWN: Final = Screen((_IN_HAND, _ON_THE_PANEL, _CHOSEN, _FROM_ABOVE, _IN_THE_MAKING))


def known_inside(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The span in the text of how the writer knows, where the rest is there as well."""
    around = f"{sentence.before} {sentence.text} {sentence.after}"
    for pattern in _KNOWN.of(sentence.words):
        known = pattern.search(sentence.text)
        if not known or _SMALL_TALK.search(around):
            continue
        if pattern is not _IN_THE_MAKING:
            later = f"{sentence.text} {sentence.after}"
            loses = _LOSES.search(around)
            hushed = _TO_COME.search(later) or (loses and _DATED.search(later))
            if not (loses if pattern is _FROM_ABOVE else hushed) or _OUT.search(around) or not _MATTER.search(around):
                continue
        yield sentence.span(known)
        return
