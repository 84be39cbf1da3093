"""How logins are written out beside their user, command or router, and what the word then has to be like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.caseless import small
from companion.detectors.pattern import Pattern
from companion.detectors.screen import Screen
from companion.detectors.secret_words import TRAILING, is_made_up, is_mixed, is_random
from companion.detectors.signs import Signs
from companion.detectors.tokens import is_stand_in
from companion.detectors.vocabulary import Words

_SECRET_IS = Pattern(r"\bsecret is \"(?P<word>(?=[^\"\s]*\d)(?=[^\"\s]*[^\w\"\s])[^\"\s]{8,64})\"")
_SQL = Pattern(r"\b(?:IDENTIFIED (?:WITH \w+ )?BY|PASSWORD ?\()\s?['\"](?P<word>[^'\"\s<]{4,80})['\"]", re.IGNORECASE)
_AUTHORISATION = Pattern(r"\b(?:Bearer|Basic|--oauth2-bearer)[ ][\"']?(?P<word>[A-Za-z0-9+/_.~-]{16,400}={0,2})")
_NETRC = Pattern(r"\bmachine[ ]\S{1,80}[ ]login[ ]\S{1,80}[ ]password[ ](?P<word>\S{3,80})")
_HOST_LOGIN = Pattern(r"\b\d{1,3}(?:\.\d{1,3}){3}[ ]\w{2,20}[/ ](?P<word>(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])\w{6,40})\b")
_PAIR = Pattern(
    r"(?:\b(?:id|user|login)[ ]?[/(][ ]?(?:pw|pwd|pass|password)\)?(?:[ ]?[:=]| are| is)?[ ]?|"
    r"\b\d{1,3}(?:\.\d{1,3}){3}[ ]?\(?)"
    r"(?P<word>[a-z][\w.-]{1,30}[/(][^\s,)]{4,40})",
    re.IGNORECASE,
)
_LOGIN_AND_WORD = Pattern(
    r"(?:\b(?:login|log ?in|username|account)(?: (?:for|to|on) [\w' ]{2,30}?)?(?:'s| is|:)(?: still| now)? "
    r"\S{2,40} (?:and|&|with|/) (?:the )?|"
    r"\b(?:log(?:ged)? ?(?:in|on)|login|sign(?:ed)? ?in)(?: (?:to|on|at) [\w' ]{2,30}?)? (?:with|as|using) "
    r"(?:the )?[\w.@-]{2,40}(?:,? (?:and|&|/|then|with|plus)|/|,) (?:the )?|"
    r"\b(?:user|username|login) \S{2,30},? (?:and |with )?(?:secret|pass(?:word)?|pw|key) (?:is )?|"
    r"\b(?:wi-?fi|network|hotspot|router)(?: (?:for|at|in) [\w' ]{2,30}?)?(?: is|'s|:) [\w-]{2,32} ?/ ?|"
    r"\badmin ?[/:] ?)"
    r"(?P<word>(?=[^\s/:]{0,63}\d)(?=[^\s/:]{0,63}[A-Za-z])[^\s/:]{6,64})(?!\S{0,64}/)",
    re.IGNORECASE,
)
_OPTION = Pattern(r"\b(?:USERPWD|PASSWORD|PROXYUSERPWD|PROXYPASSWORD),[ ]\"(?P<word>[^\"\s]{6,80})\"")
_COMMAND = Pattern(  # passwords on a command line
    r"(?:\bmysql(?:dump|admin)?\b[^\n]{0,80}?[ ]-p|\bsshpass[ ]-p[ ]?['\"]?|\bredis-cli\b[^\n]{0,60}?[ ]-a[ ]|"
    r"[ ]-u[ =]?\S{2,60}[ ]-p[ =]?['\"]?|"
    r"\bcurl\b[^\n]{0,120}?[ ](?:-u|--user)[ =]?['\"]?[\w.@-]{1,60}:)(?P<word>[^\s'\"]{6,100})"
)
_IN_XML = Pattern(
    r"(?:\b(?:key|name|id)=[\"'][\w.:-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key)[\"'] value=[\"']|"
    r"<[\w:.-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key)>)(?P<word>[^\s\"'<>]{6,200})(?=[\"'<])",
    re.IGNORECASE,
)
_WIFI_KEY = Pattern(
    r"\b(?:wi-?fi|ssid|router|network)\b[^.!?\n]{0,80}?(?:\n[^.!?\n]{0,40}?){0,2}\b(?:key|code|pass)(?: is|'s|[ ]?[:=]|"
    r"[ ]-)[ ]?[\"'“]?(?P<word>[^\s\"'”]{8,63})",
    re.IGNORECASE,
)
_KEY_ON_A_ROUTER = Pattern(  # "the router's key is on the sticker, R4ND0M-K3Y-88"
    r"\b(?:wi-?fi|router|hub|hotspot|network|ssid|broadband|SSID)\b[^.!?\n]{0,40}?\b(?:key|code|"
    r"pass(?:word)?)\b[^.!?\n]{0,40}?[ ,(]"
    r"(?P<word>(?=[^\s,]{0,63}\d[^\s,]{0,63}\d)(?=[^\s,]{0,63}[A-Za-z])[A-Za-z\d-]{8,63})(?![\w/:])",
)
_WIFI_IS = Pattern(  # "wifi: Haggis&Neeps22"
    r"(?<![\w/.-])(?:wi-?fi|wlan)(?: key| code| pass(?:word)?)? ?(?:[:=]|-(?= )) ?[\"'“]?"
    r"(?!\d[\d.]*[A-Za-z]{1,5}/)(?P<word>(?=[^\s\"'”]{0,62}\d)(?=[^\s\"'”]{0,62}[A-Za-z])[^\s\"'”,]{8,63})(?=[\"'”.,!]?(?:\s|$))",
    re.IGNORECASE,
)
_SET_TO = Pattern(  # "I set everyone's temp login to Spring24"
    r"\b(?:set|reset|changed?|changing|made|switched)\b[^.!?\n]{1,40}?\b(?:logins?|log ?ins?|pass(?:word|code)s?|pwd|"
    r"pw|"
    r"accounts?) (?:to|as|=) [\"'“]?(?P<word>[^\s\"'”]{5,64})",
    re.IGNORECASE,
)
_IT_IS = Pattern(  # "don't bother with the password hint, it's Rangers1872 everywhere"
    r"\b(?:password|passcode|pwd|memorable (?:word|name|place|info\w*)|security (?:word|answer|question)|wi-?fi|"
    r"netflix|disney|spotify|login)\b[^.!?\n]{0,50}[ ,](?:it'?s|is) (?:now |still )?"
    r"[\"'“]?(?P<word>[^\s\"'”]{6,64})(?=[\"'”.,!]|[ ](?:everywhere|now|all|for|btw|and|so|if|cos|because)\b|$)",
    re.IGNORECASE,
)
_NO_PRODUCT = (
    r"(?!(?:office|windows|firefox|chrome|android|python|java|directx|bluetooth|wpa|version|ios|level|step|excel|word|"
    r"photoshop|ubuntu|debian|chatgpt|gpt|html|mp|usb)-?\d)"
)
_IT_WANTS = Pattern(  # "look for VillageHall_Guest and it wants bramblejam1947"
    r"\b(?:wi-?fi|hotspot|router|network|broadband|ssid|hub|log ?in|portal|laptop|netflix|tablets?)\b[^\n]{0,120}?"
    r"\b(?:(?:it|that|this|they)(?:'ll)? (?:just |then |now )?(?:wants?|takes?|needs?|asks? (?:you )?for)|"
    r"(?:type|put|punch|pop|stick|enter|try|use|gie it|give it)(?: in)?:?)"
    rf"[ ][\"'“]?{_NO_PRODUCT}(?P<word>[^\s\"'”,]{{8,64}})",
    re.IGNORECASE,
)
_FOR_ALL = Pattern(  # "she uses Westie2009 for the lot"
    r"\b(?:e-?mail|pass(?:word|code)?s?|pw|log ?ins?|accounts?|netflix|wi-?fi|sites?|apps?)\b[^\n]{0,60}?"
    r"\b(?:uses?|using|used|has|have|had|it'?s|put)[ ][\"'“]?"
    rf"{_NO_PRODUCT}(?P<word>[^\s\"'”,]{{7,64}})[\"'”]?[ ](?:for (?:everything|the (?:whole )?lot|all (?:of )?(?:them|"
    rf"it|her|his|my|"
    r"our|their)|every (?:site|account|one)|a'? ?hing|aw ?thing)|(?:everywhere|on everything|for them all)\b)",
    re.IGNORECASE,
)
_TO_GET_IN = Pattern(  # "if you need in the laptop its just Barra2019"
    r"\b(?:get|need|getting|be|log|logging|sign|want) (?:in|on|into|intae|onto|in tae)(?: to)?\b[^.!?\n]{0,40}?[ ,]"
    r"(?:it'?s|it is|use|try|type(?: in)?|put(?: in)?)(?: just| now| still)?[ ][\"'“]?"
    rf"{_NO_PRODUCT}(?P<word>[^\s\"'”,]{{7,64}})",
    re.IGNORECASE,
)
_AS_ME = Pattern(  # "just go in as me, its jmcphee and Hibs1875!"
    r"(?:\b(?:go|get|log|sign|jump)(?:ging|ged)? (?:in|on)(?:to it)? (?:as|wi|with|under|using|on) (?:me|mine|my|ma)\b|"
    r"\b(?:use|borrow|try|hae|have) (?:mine|(?:my|ma) (?:log ?in|sign ?in|account|details)))\b"
    r"[^\n]{0,25}?(?:\b(?:it'?s|that'?s|is)|[:,-])[ ](?:user(?:name)? )?[\w.@-]{2,40},?[ ](?:and|an|n|&|/|then|wi|with|"
    r"pass(?:word)?|pw)[ ](?:the )?(?:pass(?:word)? |pw )?(?:is |it'?s )?[\"'“]?(?P<word>[^\s\"'”/:,]{6,64})",
    re.IGNORECASE,
)
_SERVICE_IS = Pattern(  # "netflix is now haggis4tea, username still mums email"
    r"\b(?:netflix|disney|spotify|prime|sky|now tv|wi-?fi|hotspot|router|icloud|gmail|outlook|insta|instagram|facebook|"
    r"roblox|minecraft|steam|xbox|zoom|teams|laptop|pc|ipad|tablets?|portal|intranet|moodle|glow)\b"
    r"(?: is|'s|:)(?: now| still| just)? [\"'“]?(?P<word>[^\s\"'”]{6,64})"
    r"(?=[^.!?\n]{0,60}\b(?:user(?:name)?|log ?in|e-?mail|account|sign ?in|password|pw|pass)\b)",
    re.IGNORECASE,
)
_WORD_FIRST = Pattern(  # "gr33n-Tractor! is my laptop password", "Barney123, that's my password"
    r"(?<![^\s\"'“(,])(?P<word>[^\s\"'“”(),]{5,64})[\"'”]?(?: is|[,.]? that(?:'?s| is)) (?:my|the|our|ma|his|her|their|"
    r"now the) (?:[\w'-]+ ){0,2}?"
    r"(?:pass(?:word|code|phrase)|pwd|pw|login|wi-?fi key|wi-?fi code)\b",
    re.IGNORECASE,
)
_CREDS = Pattern(
    r"\b(?:creds|credentials|logins?|log ?ins?|root|sa)\b[^.!?\n]{0,40}?[: (](?:[\w.@-]{2,40}) ?[/|] ?(?P<word>[^\s/|"
    r"]{5,64})(?!/)",
    re.IGNORECASE,
)
_ADDRESS_AND_WORD = Pattern(  # "netflix is jo99@mail.com / Celtic67!!"
    r"(?<![\w.+@-])[\w.+-]{1,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}(?P<sign> ?[/|] ?|:|,? (?:pw|pwd|"
    r"pass(?:word)?)(?: is|:)? )"
    r"(?P<word>(?![@#]|www\.|https?:|tel\b)[^\s/|.@]{6,64})(?![^\s,.;)!?]|\.\w)",
    re.IGNORECASE,
)
_LOGIN_SPOKEN_OF = Pattern(
    r"\b(?:log ?ins?|sign ?in|password|pw|account|netflix|disney|prime|sky|now tv|spotify|itv|wifi|wi-fi|router|"
    r"portal|creds)\b",
    re.IGNORECASE,
)
_SIGN_WITHIN = Pattern(r"[!?$£&*^%+]")
_AT = Signs(("@",))
_ADDRESS_LED_ON = Pattern(r"@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}(?: ?[/|:]|,? (?:pw|pass))", re.IGNORECASE)
_SPELT = Pattern(  # "the password's just cheese, all lower case"
    r"\b(?:password|passcode|pwd|pw|passphrase)(?:'s| is|:) (?:just |still |"
    r"now )?[\"'“]?(?P<word>[A-Za-z][\w-]{3,40})[\"'”]?"
    r"(?=[^\n]{0,12}\b(?:all (?:in )?(?:lower|upper|small|caps)|lower ?case|upper ?case|no (?:caps|capitals|spaces)|"
    r"(?:with a )?capital [A-Z]\b|one word|all one word|all caps))",
    re.IGNORECASE,
)
_LONG_KEY = Pattern(
    r"\b(?:key|token|secret)(?: (?:for|to|of) [\w' -]{1,40}?)?(?:'s| is) "
    r"[\"'`]?(?P<word>(?=\S{0,99}\d\S{0,99}\d)[A-Za-z0-9_+/=-]{24,100})(?![\w.:/])"
)
_ON_THE_NEXT_LINE = Pattern(
    r"pass(?:word|code|phrase)[^\n.:]{0,60}:["
    r" ]?\n{1,2}(?P<word>(?=\S{0,63}\d)(?=\S{0,63}[A-Za-z])(?!\w{1,20}://)\S{8,64})",
    re.IGNORECASE,
)


def _is_no_talk(word: str) -> bool:
    """Is it a word that somebody spells out, and not "wrong, all lower case"?"""
    return word.lower() not in ("wrong", "still", "just", "case", "must", "always", "needs", "with", "entirely")


_FORMS: Final = (  # each with what it never comes without, in small letters, and what its word must be
    (_AUTHORISATION, ("bearer", "basic", "--oauth2"), is_mixed),
    (_NETRC, ("machine ",), is_mixed),
    (_PAIR, ("/", "("), is_mixed),
    (_OPTION, ("pwd,", "password,"), is_mixed),
    (_SQL, ("identified ", "password(", "password ("), is_mixed),
    (_SECRET_IS, ("secret is",), is_mixed),
    (_HOST_LOGIN, (".",), is_mixed),
    (_COMMAND, (" -p", "curl ", "redis-cli"), is_mixed),
    (_IN_XML, ("value=", ">"), is_mixed),
    (_LOGIN_AND_WORD, ("login", "log in", "username", "account", "admin", "/"), is_mixed),
    (_WIFI_KEY, ("wifi", "wi-fi", "ssid", "router", "network"), is_mixed),
    (_WIFI_IS, ("wifi", "wi-fi", "wlan"), is_made_up),
    (_KEY_ON_A_ROUTER, ("wifi", "wi-fi", "hub", "router", "network", "hotspot", "ssid", "broadband"), is_mixed),
    (_ON_THE_NEXT_LINE, (":\n", ": \n"), is_mixed),
    (_SET_TO, ("set", "chang", "made", "switched"), is_made_up),
    (_IT_IS, ("it's", "its", " is "), is_made_up),
    (
        _IT_WANTS,
        ("want", "take", "need", "ask", "type", "put", "punch", "pop", "stick", "enter", "try", "use", "gi"),
        is_made_up,
    ),
    (_FOR_ALL, ("everything", " lot", " all", "every", "hing"), is_made_up),
    (_TO_GET_IN, ("in ", "on ", "into ", "intae ", "onto "), is_made_up),
    (_AS_ME, (" as m", " wi m", " with m", " under m", " on m", " using m", "mine", " my ", " ma "), is_made_up),
    (_SERVICE_IS, (" is ", "'s ", ": "), is_made_up),
    (_WORD_FIRST, (" is ", "that's ", "thats "), is_made_up),
    (_CREDS, ("/", "|"), is_made_up),
    (_SPELT, ("case", "cap", "word"), _is_no_talk),
    (_LONG_KEY, ("key", "token", "secret"), is_random),
)
_ASKED: Final = {pattern: (needs, holds) for pattern, needs, holds in _FORMS}
_BY_WORD: Final = Screen(_ASKED)


def behind_an_address(text: str) -> Iterator[re.Match[str]]:
    """Logins of an e-mail address and a word, wherever they stand; the group `word` is the secret."""
    for start, end in _AT.around(text, 42, 160, _ADDRESS_LED_ON):
        for match in _ADDRESS_AND_WORD.finditer(text, start, end):
            sure = match["sign"].strip() not in ("/", "|") or _SIGN_WITHIN.search(match["word"])
            if not sure and not _LOGIN_SPOKEN_OF.search(text, max(0, match.start() - 60), match.start()):
                continue
            if not is_stand_in(match["word"]) and is_made_up(match["word"].rstrip(TRAILING)):
                yield match


def written_out(text: str, start: int, end: int, words: Words) -> Iterator[re.Match[str]]:
    """Logins in text[start:end], whose words these are; the group `word` is the secret."""
    lowered = small(text[start:end])
    for pattern in _BY_WORD.of(words):
        needs, holds = _ASKED[pattern]
        if any(literal in lowered for literal in needs):
            for match in pattern.finditer(text, start, end):
                if not is_stand_in(match["word"]) and holds(match["word"].rstrip(TRAILING)):
                    yield match
